package org.otklik.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"v", "vk", "0", "a-", "my-network-2", "6789", "abcdefghijklmnopqrstuvwxyz012345"})
    void letters_digits_and_hyphens_make_a_code(String code) {
        assertEquals(code, NetworkId.of(code).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-vk",
                "VK",
                "vK",
                "v k",
                "v_k",
                "v/k",
                "v:k",
                "v`k",
                "v{k",
                "вк",
                "abcdefghijklmnopqrstuvwxyz0123456"
            })
    void what_has_another_shape_is_refused(String code) {
        assertThrows(IllegalArgumentException.class, () -> NetworkId.of(code));
    }
}
