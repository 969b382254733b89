package org.otklik.reply;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;

/**
 * What an approval binds: SHA-256 over text, account and targets; immutable.
 *
 * @param value 64 lower-case hexadecimal digits
 */
public record ReplyHash(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    /** Checks the shape. */
    public ReplyHash {
        Objects.requireNonNull(value, "value");
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A reply hash has 64 lower-case hexadecimal digits.");
        }
    }

    /**
     * Computes the hash of a reply.
     *
     * @param text exactly what will be sent
     * @param account who will speak
     * @param targets the posts to be answered, in order
     * @return the hash
     */
    public static ReplyHash of(String text, AccountId account, List<PostId> targets) {
        MessageDigest digest = sha256();
        update(digest, text);
        update(digest, account.toString());
        targets.forEach(target -> update(digest, target.toString()));
        return new ReplyHash(HexFormat.of().formatHex(digest.digest()));
    }

    private static void update(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) ':');
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must have SHA-256; this one has not.", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
