package org.otklik.adapters.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Optional;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.json.Fields;
import org.otklik.spi.FailureKind;
import org.otklik.spi.ReadBack;
import org.otklik.spi.ReplyTarget;

/**
 * Looks for our own reply: by who speaks, under what, and the words.
 *
 * <p>A thread has two levels, so a reply to a reply stands beside it, and which of two in one thread it answers, nobody can
 * tell: of two equal texts only one that is no older than what it answers counts.
 */
final class OwnReplies {

    private static final int MOST_PAGES = 20;

    private OwnReplies() {}

    static ReadBack find(Dialect dialect, GraphCalls calls, ReplyTarget target, String text) {
        if (!Ids.isId(target.post().nativeId())) {
            return new ReadBack.Absent();
        }
        try {
            return look(dialect, calls, target, text);
        } catch (CallFailed e) {
            // Where what was answered is gone, nobody sees an answer.
            return e.error().kind() == FailureKind.TARGET_GONE ? new ReadBack.Absent() : e.toReadBack();
        }
    }

    private static ReadBack look(Dialect dialect, GraphCalls calls, ReplyTarget target, String text) {
        String nativeId = target.post().nativeId();
        String first = nativeId.substring(nativeId.indexOf(InstagramPosts.UNDER) + 1);
        Instant written = Instant.MIN;
        Optional<Edge> answered = dialect.answered(calls.account(), target);
        if (answered.isPresent()) {
            JsonNode comment = calls.get("looking at what was answered", answered.get());
            first = dialect.threadOf(comment).orElse(first);
            written = time(comment).orElse(Instant.MIN);
        }
        Optional<Edge> list = dialect.answers(calls.account(), target, first);
        return list.isPresent()
                ? search(dialect, calls, list.get(), target, normal(text), written)
                : new ReadBack.NotKnown(FailureKind.PERMISSION);
    }

    private static ReadBack search(
            Dialect dialect, GraphCalls calls, Edge list, ReplyTarget target, String wanted, Instant written) {
        String after = "";
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            JsonNode answer = calls.get("looking for our own reply", list.page(dialect.largestPage(), after));
            for (JsonNode one : answer.path("data")) {
                boolean late = time(one).filter(at -> !at.isBefore(written)).isPresent();
                if (late
                        && dialect.isBy(calls.account(), one)
                        && normal(text(one)).equals(wanted)) {
                    return seen(dialect, target, one);
                }
            }
            after = GraphCalls.next(answer);
            if (after.isEmpty()) {
                return new ReadBack.Absent();
            }
        }
        return new ReadBack.NotKnown(FailureKind.TRANSIENT);
    }

    private static ReadBack seen(Dialect dialect, ReplyTarget target, JsonNode comment) {
        String id = dialect.replyId(target, comment.path("id").asText());
        boolean hidden = comment.path("is_hidden").asBoolean(false)
                || comment.path("hidden").asBoolean(false);
        return hidden ? new ReadBack.Hidden(id) : new ReadBack.Visible(id, time(comment));
    }

    private static Optional<Instant> time(JsonNode comment) {
        Optional<Instant> at = GraphTime.read(comment, "created_time");
        return at.isPresent() ? at : GraphTime.read(comment, "timestamp");
    }

    private static String text(JsonNode comment) {
        return Fields.text(comment, "message", "text").orElse("");
    }

    /** Blanks and composed letters may have changed; words do not. */
    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }
}
