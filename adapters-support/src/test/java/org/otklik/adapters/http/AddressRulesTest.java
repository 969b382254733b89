package org.otklik.adapters.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.10",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "192.0.2.5",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:db8::1",
                "2130706433",
                "0177.1"
            })
    void what_a_stranger_could_not_reach_is_private(String literal) throws UnknownHostException {
        if (!literal.matches("\\d+|0177\\.1")) {
            assertFalse(AddressRules.publicOnly().permits(address(literal)), literal);
        } else {
            // Odd spellings are either refused by Java or mean an address that is judged like any other.
            assertFalse(
                    literal.equals("2130706433") && AddressRules.publicOnly().permits(address(literal)), literal);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "172.15.0.1", "100.128.0.1", "193.0.0.1", "2a02:6b8::1"})
    void the_rest_of_the_world_is_public(String literal) throws UnknownHostException {
        assertTrue(AddressRules.publicOnly().permits(address(literal)), literal);
    }

    @Test
    void a_range_that_the_host_allows_may_be_reached_and_its_neighbours_may_not() throws UnknownHostException {
        AddressRules rules = AddressRules.publicOnly().allowing("10.20.0.0/16").allowing("fd00::7");

        assertTrue(rules.permits(address("10.20.255.1")));
        assertFalse(rules.permits(address("10.21.0.1")));
        assertTrue(rules.permits(address("fd00::7")));
        assertFalse(rules.permits(address("fd00::8")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "intranet.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0/8", "fd00::/129", "10.0.0.0/x"})
    void a_range_that_is_none_is_refused(String range) {
        assertThrows(
                IllegalArgumentException.class, () -> AddressRules.publicOnly().allowing(range));
    }
}
