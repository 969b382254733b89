package org.otklik;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.otklik.post.AuthorRef;
import org.otklik.post.Pseudonym;

/**
 * The host's secret under which authors become pseudonyms and texts become hashes; immutable and thread-safe.
 *
 * <p>Who changes it loses the link between old and new posts of one author; who loses it loses nothing else.
 */
public final class PseudonymKey {

    private static final int SHORTEST = 16;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private PseudonymKey(byte[] secret) {
        if (secret.length < SHORTEST) {
            throw new IllegalArgumentException("The pseudonym key has " + secret.length + " bytes; give at least "
                    + SHORTEST + " random bytes from the host's safe.");
        }
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * Returns a key made of secret bytes.
     *
     * @param secret at least 16 random bytes
     * @return the key
     */
    public static PseudonymKey of(byte[] secret) {
        return new PseudonymKey(secret.clone());
    }

    /**
     * Returns a key made of a secret text.
     *
     * @param secret at least 16 bytes of UTF-8
     * @return the key
     */
    public static PseudonymKey of(String secret) {
        return new PseudonymKey(secret.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns what stands for an author.
     *
     * @param author the author as his network names him
     * @return the same pseudonym for the same network and native id
     */
    public Pseudonym pseudonym(AuthorRef author) {
        return new Pseudonym(hash("author", author.network().code(), author.nativeId()));
    }

    /**
     * Returns a hash of texts that says nothing without the key.
     *
     * @param purpose keeps hashes of different purposes apart
     * @param parts the texts
     * @return 32 lower-case hexadecimal digits
     */
    public String hash(String purpose, String... parts) {
        Mac mac = mac();
        update(mac, purpose);
        for (String part : parts) {
            update(mac, part);
        }
        return HexFormat.of().formatHex(mac.doFinal(), 0, 16);
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform must have HMAC-SHA-256; this one has not.", e);
        }
    }

    private static void update(Mac mac, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        mac.update((byte) ':');
        mac.update(bytes);
    }

    @Override
    public String toString() {
        return "pseudonym key";
    }
}
