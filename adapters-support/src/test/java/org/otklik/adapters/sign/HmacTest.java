package org.otklik.adapters.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HmacTest {

    private static final byte[] FOX = "The quick brown fox jumps over the lazy dog".getBytes(StandardCharsets.US_ASCII);

    @Test
    void known_hashes_come_out() {
        assertEquals(
                "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8",
                HexFormat.of().formatHex(Hmac.sha256("key", FOX)));
        assertEquals("de7c9b85b8b78aa6bc8a7a36f70a90701c9db4d9", HexFormat.of().formatHex(Hmac.sha1("key", FOX)));
        assertEquals("9e107d9d372bb6826bd81d3542a419d6", Hmac.md5Hex(new String(FOX, StandardCharsets.US_ASCII)));
    }

    @Test
    void an_empty_secret_signs_nothing_and_equals_nothing() {
        assertThrows(IllegalArgumentException.class, () -> Hmac.sha256("", FOX));
        assertFalse(Hmac.same("", ""));
        assertFalse(Hmac.same("", "x"));
    }

    @Test
    void a_secret_equals_only_itself() {
        assertTrue(Hmac.same("секрет", "секрет"));
        assertFalse(Hmac.same("секрет", "секре"));
        assertFalse(Hmac.same("секрет", "Секрет"));
        assertFalse(Hmac.same("секрет", ""));
    }
}
