package org.otklik.testkit.meta;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures by a shared secret, in hexadecimal digits. */
final class Hmac {

    private Hmac() {}

    static String sha1(String key, byte[] message) {
        return of("HmacSHA1", key, message);
    }

    static String sha256(String key, byte[] message) {
        return of("HmacSHA256", key, message);
    }

    private static String of(String algorithm, String key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + algorithm + ".", e);
        }
    }
}
