package org.otklik.adapters.max;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.json.Fields;
import org.otklik.post.PostId;
import org.otklik.spi.FailureKind;
import org.otklik.spi.ReadBack;

/** Looks for our own answers: by who speaks, what is answered, and the words. */
final class OwnReplies {

    private static final int PAGE = 100;
    private static final int MOST_PAGES = 10;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private OwnReplies() {}

    /** Where to look, and what an answer there links to. */
    private record Place(String path, String query, Optional<String> parent, MaxTarget asked) {

        MaxTarget at(String mid) {
            if (asked instanceof MaxTarget.Comment comment) {
                return new MaxTarget.Comment(comment.under(), mid);
            }
            MaxTarget.Message message = (MaxTarget.Message) asked;
            return parent.isEmpty()
                    ? new MaxTarget.Comment(message.mid(), mid)
                    : new MaxTarget.Message(message.chat(), mid);
        }
    }

    static ReadBack find(MaxAccount account, PostId post, String text) {
        Optional<MaxTarget> target = MaxTarget.of(post);
        if (target.isEmpty()) {
            return new ReadBack.Absent();
        }
        try {
            return look(account, place(account, target.get()), normal(text));
        } catch (CallFailed e) {
            // Where the post is gone, nobody sees an answer.
            return e.error().kind() == FailureKind.TARGET_GONE ? new ReadBack.Absent() : e.toReadBack();
        }
    }

    private static Place place(MaxAccount account, MaxTarget target) {
        if (target instanceof MaxTarget.Comment comment) {
            return new Place(comments(comment.under()), "?", Optional.of(comment.mid()), target);
        }
        MaxTarget.Message message = (MaxTarget.Message) target;
        return account.kind(message.chat()) == Chats.Kind.CHANNEL
                ? new Place(comments(message.mid()), "?", Optional.empty(), target)
                : new Place("/messages", "?chat_id=" + message.chat() + "&", Optional.of(message.mid()), target);
    }

    private static String comments(String post) {
        return "/messages/" + MaxCalls.segment(post) + "/comments";
    }

    private static ReadBack look(MaxAccount account, Place place, String text) {
        long before = Long.MAX_VALUE;
        for (int i = 0; i < MOST_PAGES; i++) {
            String end = before == Long.MAX_VALUE ? "" : "&before=" + before;
            JsonNode messages =
                    Fields.array(account.calls().get(place.path(), place.query() + "count=" + PAGE + end), "messages");
            long oldest = before;
            for (JsonNode message : messages) {
                if (isOurs(message, account) && saysIt(message, place, text)) {
                    return seen(account, message, place);
                }
                if (place.parent().equals(Fields.text(message.path("body"), "mid"))) {
                    // No answer is older than what it answers.
                    return new ReadBack.Absent();
                }
                oldest = Math.min(oldest, Fields.number(message, "timestamp").orElse(oldest));
            }
            // Others may have been written in the same instant as the last one of the page.
            long next = oldest + 1 < before ? oldest + 1 : oldest;
            if (messages.size() >= PAGE && oldest + 1 >= before) {
                // Behind a whole page of one instant nobody can look.
                return new ReadBack.NotKnown(FailureKind.TRANSIENT);
            }
            if (messages.isEmpty() || next >= before) {
                return new ReadBack.Absent();
            }
            before = next;
        }
        return new ReadBack.NotKnown(FailureKind.TRANSIENT);
    }

    private static boolean saysIt(JsonNode message, Place place, String text) {
        JsonNode link = message.path("link");
        boolean reply = "reply".equals(link.path("type").textValue());
        Optional<String> linked = reply ? Fields.text(link.path("message"), "mid") : Optional.empty();
        return linked.equals(place.parent())
                && normal(Fields.text(message.path("body"), "text").orElse("")).equals(text);
    }

    /** What is said on behalf of a channel names no sender. */
    private static boolean isOurs(JsonNode message, MaxAccount account) {
        OptionalLong sender = Fields.number(message.path("sender"), "user_id");
        return sender.isEmpty() || sender.getAsLong() == account.user();
    }

    /** Where the network closed the chat itself, it stands there and nobody sees it. */
    private static ReadBack seen(MaxAccount account, JsonNode message, Place place) {
        String id = place.at(Fields.text(message.path("body"), "mid").orElse("?"))
                .post()
                .nativeId();
        OptionalLong chat = Fields.number(message.path("recipient"), "chat_id");
        if (chat.isPresent() && isClosed(account, chat.getAsLong())) {
            return new ReadBack.Hidden(id);
        }
        return new ReadBack.Visible(id, Fields.millis(message, "timestamp"));
    }

    private static boolean isClosed(MaxAccount account, long chat) {
        JsonNode answer = account.calls().get("/chats/" + chat, "");
        return Fields.text(answer, "status")
                .filter(status -> !status.equals("active"))
                .isPresent();
    }

    /** The network may change blanks and compose letters; words it leaves alone. */
    private static String normal(String text) {
        return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC).strip())
                .replaceAll(" ");
    }
}
