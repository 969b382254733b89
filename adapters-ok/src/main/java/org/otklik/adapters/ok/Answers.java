package org.otklik.adapters.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.json.Fields;
import org.otklik.post.PostId;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PublishOutcome;

/** Writes answers: comments in the name of the group, or messages into its chats. The network knows no idempotency. */
final class Answers {

    /** Documented for editing a comment, and taken for writing one. */
    static final int LONGEST = 3000;

    /** What the diary shows when the network does not let the application write. */
    static final String NOT_AVAILABLE = "METHOD_NOT_AVAILABLE";

    /** The id is none of this network's. */
    static final String NO_SUCH_POST = "NO_SUCH_POST";

    private final Refusals refusals;

    Answers(Refusals refusals) {
        this.refusals = refusals;
    }

    PublishOutcome write(OkAccount account, PostId post, String text) {
        Optional<OkTarget> target = OkTarget.of(post);
        if (target.isEmpty()) {
            return new PublishOutcome.Refused(FailureKind.TARGET_GONE, NO_SUCH_POST);
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            return new PublishOutcome.Refused(FailureKind.CONTENT_REJECTED, "TOO_LONG");
        }
        if (target.get() instanceof OkTarget.InChat chat) {
            return say(account, chat, text);
        }
        return comment(account, (OkTarget.InDiscussion) target.get(), text);
    }

    private PublishOutcome comment(OkAccount account, OkTarget.InDiscussion target, String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("entityId", target.id());
        parameters.put("entityType", target.type());
        parameters.put("comment", text);
        parameters.put("as_admin", "true");
        target.comment().ifPresent(id -> parameters.put("reply_to_comment_id", id));
        try {
            JsonNode answer = account.calls().call("discussions.addDiscussionComment", parameters);
            refusals.clear(account.id(), target.discussion());
            return sent(id(answer, "comment_id", "id").map(id -> target.at(id).post()));
        } catch (CallFailed e) {
            return refused(e, account, target);
        }
    }

    /** The answer is a bare text as far as anybody remembers. */
    private static Optional<String> id(JsonNode answer, String... names) {
        Optional<String> id = answer.isTextual() ? Optional.of(answer.textValue()) : Fields.text(answer, names);
        return id.filter(text -> !text.isBlank());
    }

    private static PublishOutcome sent(Optional<PostId> written) {
        return written.<PublishOutcome>map(id -> new PublishOutcome.Sent(id.nativeId(), Optional.empty()))
                .orElseGet(() -> new PublishOutcome.Unknown("no-id"));
    }

    private PublishOutcome refused(CallFailed failure, OkAccount account, OkTarget.InDiscussion target) {
        switch (failure.error().code()) {
            case OkErrors.METHOD -> refusals.methodGone(account.id());
            case OkErrors.PERMISSION_DENIED -> refusals.denied(account.id(), target.discussion());
            default -> {
                return failure.toOutcome();
            }
        }
        return new PublishOutcome.Refused(FailureKind.PERMISSION, NOT_AVAILABLE);
    }

    private static PublishOutcome say(OkAccount account, OkTarget.InChat chat, String text) {
        try {
            JsonNode answer = account.calls().say(chat.chatId(), text);
            return sent(id(answer, "message_id", "mid")
                    .map(mid -> OkTarget.InChat.of(chat.chatId(), mid).post()));
        } catch (CallFailed e) {
            return e.toOutcome();
        }
    }
}
