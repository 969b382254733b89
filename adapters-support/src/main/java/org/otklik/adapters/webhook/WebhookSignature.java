package org.otklik.adapters.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.otklik.adapters.sign.Hmac;

/**
 * Signs and checks webhooks as the specification Standard Webhooks says (standardwebhooks.com, scheme {@code v1}):
 * HMAC-SHA-256 over {@code id.timestamp.body}, so its libraries in other languages check ours; thread-safe.
 *
 * <p>A key is {@code whsec_} and 24 to 64 bytes in base64. While a key is changed, both sign, and a receiver may know
 * either.
 */
public final class WebhookSignature {

    /** Header of the message's id; the same when a message is sent again. */
    public static final String ID = "webhook-id";

    /** Header of the time of sending, in whole seconds since 1970. */
    public static final String TIMESTAMP = "webhook-timestamp";

    /** Header of the signatures, parted by spaces, each with its scheme before it. */
    public static final String SIGNATURE = "webhook-signature";

    /** How far the clocks of both sides may be apart, and how long an overheard message can be played again. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String SCHEME = "v1,";
    private static final String KEY = "whsec_";
    private static final int SHORTEST_KEY = 24;
    private static final int LONGEST_KEY = 64;

    private WebhookSignature() {}

    /** What a receiver finds. */
    public enum Check {
        /** It is genuine and fresh. */
        GENUINE,
        /** A header is missing or malformed. */
        MALFORMED,
        /** It was sent too long ago, or the clocks differ. */
        TOO_OLD,
        /** It was sent in the future, so the clocks differ. */
        TOO_NEW,
        /** No signature fits: another key, or another body. */
        FORGED
    }

    /**
     * Signs a message.
     *
     * @param keys one, or two while they are changed
     * @param id the message's id, without a full stop
     * @param timestamp seconds since 1970
     * @param body raw bytes
     * @return what stands in the header {@link #SIGNATURE}
     * @throws IllegalArgumentException if there is no key, or one is malformed; the message does not show it
     */
    public static String sign(List<String> keys, String id, long timestamp, byte[] body) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("A webhook needs a key to be signed with.");
        }
        return keys.stream()
                .map(key -> SCHEME + signature(key, id, Long.toString(timestamp), body))
                .collect(Collectors.joining(" "));
    }

    /**
     * Checks a message that came.
     *
     * @param keys those that are valid now
     * @param id what stood in {@link #ID}; empty if it was missing
     * @param timestamp what stood in {@link #TIMESTAMP}; empty if it was missing
     * @param signatures what stood in {@link #SIGNATURE}; empty if it was missing
     * @param body the raw bytes, before anything reads them
     * @param now the receiver's time
     * @return {@link Check#GENUINE}, or why the message must not be believed
     * @throws IllegalArgumentException if there is no key, or one is malformed
     */
    public static Check verify(
            List<String> keys, String id, String timestamp, String signatures, byte[] body, Instant now) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("Without a key no webhook can be checked, so none may be believed.");
        }
        if (id.isEmpty() || signatures.isEmpty() || !timestamp.matches("[0-9]{1,11}")) {
            return Check.MALFORMED;
        }
        return anyFits(keys, id, timestamp, signatures, body) ? freshness(timestamp, now) : Check.FORGED;
    }

    /** Every pair is compared, so the time tells nothing about which one fits. */
    private static boolean anyFits(List<String> keys, String id, String timestamp, String signatures, byte[] body) {
        boolean fits = false;
        for (String key : keys) {
            byte[] expected = (SCHEME + signature(key, id, timestamp, body)).getBytes(StandardCharsets.UTF_8);
            for (String given : signatures.split(" ", 10)) {
                fits |= MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
            }
        }
        return fits;
    }

    private static Check freshness(String timestamp, Instant now) {
        try {
            Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
            if (sent.isBefore(now.minus(TOLERANCE))) {
                return Check.TOO_OLD;
            }
            return sent.isAfter(now.plus(TOLERANCE)) ? Check.TOO_NEW : Check.GENUINE;
        } catch (DateTimeException e) {
            return Check.MALFORMED;
        }
    }

    private static String signature(String key, String id, String timestamp, byte[] body) {
        byte[] head = (id + '.' + timestamp + '.').getBytes(StandardCharsets.UTF_8);
        byte[] signed = new byte[head.length + body.length];
        System.arraycopy(head, 0, signed, 0, head.length);
        System.arraycopy(body, 0, signed, head.length, body.length);
        return Base64.getEncoder().encodeToString(Hmac.sha256(bytes(key), signed));
    }

    private static byte[] bytes(String key) {
        byte[] bytes = decoded(key);
        if (bytes.length < SHORTEST_KEY || bytes.length > LONGEST_KEY) {
            throw malformed();
        }
        return bytes;
    }

    private static byte[] decoded(String key) {
        if (!key.startsWith(KEY)) {
            throw malformed();
        }
        try {
            return Base64.getDecoder().decode(key.substring(KEY.length()));
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("A key of a webhook is " + KEY + " and " + SHORTEST_KEY + " to "
                + LONGEST_KEY + " random bytes in base64.");
    }
}
