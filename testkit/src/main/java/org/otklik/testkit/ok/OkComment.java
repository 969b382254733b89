package org.otklik.testkit.ok;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A comment of a discussion as it stands now; guarded by its world. */
final class OkComment {

    static final String ACTIVE = "ACTIVE_MESSAGE";
    static final String HIDDEN = "HIDDEN_MESSAGE";
    static final String REMOVED = "REMOVED_MESSAGE";

    final String id;
    final OkPerson author;
    final Instant at;
    final @Nullable String replyTo;
    String text;
    String type = ACTIVE;

    OkComment(String topic, int number, OkPerson author, Instant at, String text, @Nullable String replyTo) {
        this.id = id(topic, number, at);
        this.author = author;
        this.at = at;
        this.text = text;
        this.replyTo = replyTo;
    }

    /** Base64 of milliseconds, a number, milliseconds, topic and a number, as recorded from the network. */
    private static String id(String topic, int number, Instant at) {
        String plain = at.toEpochMilli() + ":-" + number + ":" + at.toEpochMilli() + ":" + topic + ":1";
        return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    boolean isActive() {
        return type.equals(ACTIVE);
    }
}
