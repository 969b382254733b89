package org.otklik.adapters.sign;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes over raw bytes, and comparisons whose duration tells nothing; thread-safe. */
public final class Hmac {

    private Hmac() {}

    /**
     * Computes HMAC-SHA-256.
     *
     * @param key the secret
     * @param message raw bytes
     * @return 32 bytes
     */
    public static byte[] sha256(String key, byte[] message) {
        return hash("HmacSHA256", key, message);
    }

    /**
     * Computes HMAC-SHA-256 with a key of raw bytes.
     *
     * @param key the secret; not empty
     * @param message raw bytes
     * @return 32 bytes
     */
    public static byte[] sha256(byte[] key, byte[] message) {
        return hash("HmacSHA256", key, message);
    }

    /**
     * Computes HMAC-SHA-1, which OAuth 1.0a wants.
     *
     * @param key the secret
     * @param message raw bytes
     * @return 20 bytes
     */
    public static byte[] sha1(String key, byte[] message) {
        return hash("HmacSHA1", key, message);
    }

    private static byte[] hash(String algorithm, String key, byte[] message) {
        return hash(algorithm, key.getBytes(StandardCharsets.UTF_8), message);
    }

    private static byte[] hash(String algorithm, byte[] key, byte[] message) {
        if (key.length == 0) {
            throw new IllegalArgumentException("An empty secret signs nothing.");
        }
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + algorithm + ".", e);
        }
    }

    /**
     * Computes MD5 in hexadecimal digits, which some networks still sign with.
     *
     * @param text hashed as UTF-8
     * @return 32 lower-case digits
     */
    public static String md5Hex(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no MD5.", e);
        }
    }

    /**
     * Compares what a stranger sent with a secret, in a time that does not depend on where they differ.
     *
     * @param secret what it must be; an empty secret equals nothing
     * @param given what came
     * @return true if both are the same
     */
    public static boolean same(String secret, String given) {
        return !secret.isEmpty()
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
