package org.otklik.adapters.max;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.json.Fields;
import org.otklik.post.PostId;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PublishOutcome;

/**
 * Writes answers: comments under posts of channels, and messages everywhere else. A message sent into a channel would be
 * a post of its own. The network knows no idempotency.
 */
final class Answers {

    /** Documented, and counted in UTF-16 units here, which are never fewer than what the network may count. */
    static final int LONGEST = 4000;

    /** The id is none of this network's, or nothing that can be answered. */
    static final String NO_SUCH_POST = "NO_SUCH_POST";

    private static final Duration SHORT_REST = Duration.ofMinutes(1);

    private final ClosedThreads closed;

    Answers(ClosedThreads closed) {
        this.closed = closed;
    }

    PublishOutcome write(MaxAccount account, PostId post, String text) {
        Optional<MaxTarget> target = MaxTarget.of(post);
        if (target.isEmpty()) {
            return new PublishOutcome.Refused(FailureKind.TARGET_GONE, NO_SUCH_POST);
        }
        if (text.length() > LONGEST) {
            return new PublishOutcome.Refused(FailureKind.CONTENT_REJECTED, "TOO_LONG");
        }
        try {
            return target.get() instanceof MaxTarget.Comment comment
                    ? comment(account, comment.under(), Optional.of(comment.mid()), text)
                    : message(account, (MaxTarget.Message) target.get(), text);
        } catch (CallFailed e) {
            return e.toOutcome();
        }
    }

    private PublishOutcome message(MaxAccount account, MaxTarget.Message target, String text) {
        if (!target.hasId()) {
            return new PublishOutcome.Refused(FailureKind.PERMISSION, NO_SUCH_POST);
        }
        if (account.kind(target.chat()) == Chats.Kind.CHANNEL) {
            return comment(account, target.mid(), Optional.empty(), text);
        }
        try {
            JsonNode answer = account.calls()
                    .post("/messages", "?chat_id=" + target.chat(), body(text, Optional.of(target.mid())));
            return sent(answer, mid -> new MaxTarget.Message(target.chat(), mid));
        } catch (CallFailed e) {
            return refused(e, account, "/messages/" + MaxCalls.segment(target.mid()));
        }
    }

    private PublishOutcome comment(MaxAccount account, String under, Optional<String> replyTo, String text) {
        String thread = "/messages/" + MaxCalls.segment(under);
        try {
            JsonNode answer = account.calls().post(thread + "/comments", "", body(text, replyTo));
            closed.opened(under);
            return sent(answer, mid -> new MaxTarget.Comment(under, mid));
        } catch (CallFailed e) {
            if (e.error().code().equals(MaxErrors.INTERNAL)) {
                closed.failed(under);
            }
            String target = replyTo.map(mid -> thread + "/comments/" + MaxCalls.segment(mid))
                    .orElse(thread);
            return refused(e, account, target);
        }
    }

    /** Without a format the text is shown as it is. */
    private static Map<String, Object> body(String text, Optional<String> replyTo) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("text", text);
        replyTo.ifPresent(mid -> body.put("link", Map.of("type", "reply", "mid", mid)));
        return body;
    }

    /** Makes the id of what was written from the network's. */
    private interface Place {
        MaxTarget at(String mid);
    }

    private static PublishOutcome sent(JsonNode answer, Place place) {
        JsonNode message = answer.path("message");
        return Fields.text(message.path("body"), "mid")
                .filter(mid -> !mid.isBlank())
                .<PublishOutcome>map(mid ->
                        new PublishOutcome.Sent(place.at(mid).post().nativeId(), Fields.millis(message, "timestamp")))
                .orElseGet(() -> new PublishOutcome.Unknown("no-id"));
    }

    /**
     * The network has one word for a wrong body and for an id that is gone, so it is asked for what was answered. Nothing
     * was written in either case.
     */
    private static PublishOutcome refused(CallFailed failure, MaxAccount account, String target) {
        if (!failure.error().code().equals(MaxErrors.PAYLOAD)) {
            return failure.toOutcome();
        }
        try {
            account.calls().get(target, "");
            return failure.toOutcome();
        } catch (CallFailed e) {
            return e.error().kind() == FailureKind.TARGET_GONE
                    ? new PublishOutcome.Refused(FailureKind.TARGET_GONE, MaxErrors.PAYLOAD)
                    : new PublishOutcome.Later(
                            e.error().kind(), e.error().retryAfter().orElse(SHORT_REST));
        }
    }
}
