package org.otklik.testkit.x;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.spec.SecretKeySpec;

/** Signatures by a shared secret. */
final class Mac {

    private Mac() {}

    static byte[] sha1(String key, byte[] message) {
        return of("HmacSHA1", key, message);
    }

    static byte[] sha256(String key, byte[] message) {
        return of("HmacSHA256", key, message);
    }

    private static byte[] of(String algorithm, String key, byte[] message) {
        try {
            javax.crypto.Mac mac = javax.crypto.Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + algorithm + ".", e);
        }
    }
}
