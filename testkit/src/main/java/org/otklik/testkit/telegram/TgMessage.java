package org.otklik.testkit.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message as it stands now; guarded by its world. */
final class TgMessage {

    final TgChat chat;
    final int number;
    final Instant at;

    @Nullable
    TgUser from;

    @Nullable
    TgChat speaker;

    @Nullable
    String text;

    @Nullable
    String album;

    @Nullable
    TgMessage replyTo;

    @Nullable
    TgMessage thread;

    @Nullable
    TgMessage original;

    @Nullable
    TgMessage forwarded;

    @Nullable
    Instant edited;

    boolean photo;

    /** Fields that nothing else here writes: a place, or that somebody joined. */
    @Nullable
    ObjectNode more;

    TgMessage(TgChat chat, int number, Instant at) {
        this.chat = chat;
        this.number = number;
        this.at = at;
    }

    TgMessage by(TgUser author) {
        from = author;
        return this;
    }

    TgMessage as(TgChat chat) {
        speaker = chat;
        return this;
    }

    TgMessage saying(String words) {
        text = words;
        return this;
    }

    /** Answers a message: in a discussion group that keeps to the thread of the answered one. */
    TgMessage answering(@Nullable TgMessage other) {
        replyTo = other;
        if (other != null) {
            thread = other.thread != null ? other.thread : other;
        }
        return this;
    }
}
