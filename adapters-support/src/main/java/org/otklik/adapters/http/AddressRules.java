package org.otklik.adapters.http;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Which addresses a call to a server that somebody configured may reach: public ones, and private ones only where the
 * host allows them by name; immutable.
 *
 * <p>A private address is one that a stranger could not reach himself: loopback, link-local (where clouds keep their
 * metadata), RFC 1918, carriers' and test networks, unique local ones of IPv6, and forms of IPv6 that hide one of IPv4.
 */
public final class AddressRules {

    /** From RFC 6890 and its successors; loopback, link-local, site-local and multicast are known to Java. */
    private static final List<AddressRange> PRIVATE = List.of(
            AddressRange.of("0.0.0.0/8"),
            AddressRange.of("10.0.0.0/8"),
            AddressRange.of("100.64.0.0/10"),
            AddressRange.of("127.0.0.0/8"),
            AddressRange.of("169.254.0.0/16"),
            AddressRange.of("172.16.0.0/12"),
            AddressRange.of("192.0.0.0/24"),
            AddressRange.of("192.0.2.0/24"),
            AddressRange.of("192.88.99.0/24"),
            AddressRange.of("192.168.0.0/16"),
            AddressRange.of("198.18.0.0/15"),
            AddressRange.of("198.51.100.0/24"),
            AddressRange.of("203.0.113.0/24"),
            AddressRange.of("224.0.0.0/3"),
            AddressRange.of("::/96"),
            AddressRange.of("64:ff9b::/32"),
            AddressRange.of("100::/64"),
            AddressRange.of("2001::/23"),
            AddressRange.of("2001:db8::/32"),
            AddressRange.of("2002::/16"),
            AddressRange.of("fc00::/7"),
            AddressRange.of("fe80::/9"),
            AddressRange.of("ff00::/8"));

    private static final AddressRules PUBLIC_ONLY = new AddressRules(List.of());

    private final List<AddressRange> allowed;

    private AddressRules(List<AddressRange> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /**
     * Returns the rules that let public addresses through only.
     *
     * @return the rules
     */
    public static AddressRules publicOnly() {
        return PUBLIC_ONLY;
    }

    /**
     * Returns these rules with one more range that may be reached although it is private.
     *
     * @param range such as {@code 10.20.0.0/16}, or one address
     * @return a copy
     * @throws IllegalArgumentException if it is no range of addresses
     */
    public AddressRules allowing(String range) {
        List<AddressRange> more = new ArrayList<>(allowed);
        more.add(AddressRange.of(range));
        return new AddressRules(more);
    }

    /**
     * Tells whether an address may be called.
     *
     * @param address as resolved
     * @return true for public and for allowed ones
     */
    public boolean permits(InetAddress address) {
        return allows(address) || !isPrivate(address);
    }

    /** Tells whether the host named it. */
    boolean allows(InetAddress address) {
        return allowed.stream().anyMatch(range -> range.contains(address));
    }

    private static boolean isPrivate(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || PRIVATE.stream().anyMatch(range -> range.contains(address));
    }
}
