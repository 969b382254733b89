package org.otklik.internal.codec;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.StreamHead;
import org.otklik.spi.storage.StreamId;

/** Links the events of a stream, so that none can be changed, removed or moved unnoticed. */
public final class HashChain {

    private HashChain() {}

    /**
     * Makes the next event of a stream.
     *
     * @param stream which stream
     * @param head the end of the stream so far
     * @param type name of the event's type
     * @param at when it happened
     * @param actor code of who did it
     * @param payload its JSON
     * @return the event with its hash
     */
    public static EventRow next(
            StreamId stream, StreamHead head, String type, Instant at, String actor, String payload) {
        EventRow bare = new EventRow(stream, head.version() + 1, type, at, actor, payload, "");
        return new EventRow(stream, head.version() + 1, type, at, actor, payload, hash(head.hash(), bare));
    }

    /**
     * Tells whether an event follows what stands before it.
     *
     * @param before the end of the stream before the event
     * @param event the event as stored
     * @return true if its version and hash fit
     */
    public static boolean fits(StreamHead before, EventRow event) {
        return event.version() == before.version() + 1 && event.hash().equals(hash(before.hash(), event));
    }

    /**
     * Joins the hash of one more event to the digest of all events before.
     *
     * @param digest of those before; empty for none
     * @param sequence the event's place among all
     * @param hash the event's hash
     * @return the digest of all of them, 64 hexadecimal digits
     */
    public static String joined(String digest, long sequence, String hash) {
        MessageDigest joined = sha256();
        update(joined, digest);
        update(joined, Long.toString(sequence));
        update(joined, hash);
        return HexFormat.of().formatHex(joined.digest());
    }

    private static String hash(String before, EventRow event) {
        MessageDigest digest = sha256();
        update(digest, before);
        update(digest, event.stream().kind().name());
        update(digest, event.stream().id());
        update(digest, Long.toString(event.version()));
        update(digest, event.type());
        update(digest, event.at().toString());
        update(digest, event.actor());
        update(digest, event.payload());
        return HexFormat.of().formatHex(digest.digest());
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
}
