package org.otklik.adapters.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.json.Fields;
import org.otklik.post.PostId;
import org.otklik.spi.FailureKind;
import org.otklik.spi.ReadBack;

/** Looks for our own answers: by who speaks, what is answered, and the words. */
final class OwnReplies {

    private static final int PAGE = 100;
    private static final int MOST_PAGES = 10;

    private OwnReplies() {}

    static ReadBack find(OkAccount account, PostId post, String text) {
        Optional<OkTarget> target = OkTarget.of(post);
        if (target.isEmpty()) {
            return new ReadBack.Absent();
        }
        try {
            return target.get() instanceof OkTarget.InChat chat
                    ? inChat(account, chat, text)
                    : inDiscussion(account, (OkTarget.InDiscussion) target.get(), text);
        } catch (CallFailed e) {
            // Where the discussion is gone, nobody sees an answer.
            return e.error().kind() == FailureKind.TARGET_GONE ? new ReadBack.Absent() : e.toReadBack();
        }
    }

    private static ReadBack inDiscussion(OkAccount account, OkTarget.InDiscussion target, String text) {
        String anchor = "LAST";
        for (int i = 0; i < MOST_PAGES; i++) {
            JsonNode page =
                    account.calls().call("discussions.getComments", DiscussionReader.page(target, anchor, PAGE));
            List<JsonNode> comments = Fields.items(page, "comments").toList();
            for (JsonNode comment : comments) {
                if (saysIt(comment, target, text) && isOurs(comment, account)) {
                    return seen(comment, target);
                }
            }
            String next = Fields.text(page, "anchor").orElse("");
            boolean more = Fields.flag(page, "has_more").orElse(!comments.isEmpty());
            if (!more || next.isEmpty() || next.equals(anchor) || has(comments, target)) {
                return new ReadBack.Absent();
            }
            anchor = next;
        }
        return new ReadBack.NotKnown(FailureKind.TRANSIENT);
    }

    /** No answer is older than what it answers. */
    private static boolean has(List<JsonNode> comments, OkTarget.InDiscussion target) {
        return target.comment().isPresent()
                && comments.stream().anyMatch(one -> Fields.text(one, "id").equals(target.comment()));
    }

    private static boolean saysIt(JsonNode comment, OkTarget.InDiscussion target, String text) {
        Optional<String> replyTo = Fields.text(comment, "reply_to_comment_id").filter(id -> !id.isBlank());
        return replyTo.equals(target.comment())
                && normal(Fields.text(comment, "text").orElse("")).equals(normal(text));
    }

    /** A group of the account speaks, or the token's own user. */
    private static boolean isOurs(JsonNode comment, OkAccount account) {
        String reference = Fields.text(comment, "author_ref").orElse("");
        String author = Fields.text(comment, "author_id").orElseGet(() -> OkPosts.withoutKind(reference));
        boolean group = reference.startsWith("group:")
                || Fields.text(comment, "author_type").filter("GROUP"::equals).isPresent();
        return group ? account.speaksAs(author) : author.equals(account.user());
    }

    private static ReadBack seen(JsonNode comment, OkTarget.InDiscussion target) {
        String id = target.at(Fields.text(comment, "id").orElse("?")).post().nativeId();
        boolean active = Fields.text(comment, "type")
                .filter(type -> !type.equals(OkPosts.ACTIVE))
                .isEmpty();
        return active ? new ReadBack.Visible(id, OkTime.read(comment, "date")) : new ReadBack.Hidden(id);
    }

    private static ReadBack inChat(OkAccount account, OkTarget.InChat chat, String text) {
        JsonNode answer = account.calls().messages(chat.chatId(), PAGE);
        for (JsonNode node : Fields.items(answer, "messages").toList()) {
            Optional<String> mid = Fields.text(node.path("message"), "mid");
            Optional<PostId> id =
                    mid.map(known -> OkTarget.InChat.of(chat.chatId(), known).post());
            if (id.filter(chat.post()::equals).isPresent()) {
                // Newest first: what follows is older than the message that is answered.
                return new ReadBack.Absent();
            }
            boolean group = Fields.text(node.path("sender"), "user_id")
                    .filter(ref -> ref.startsWith("group:"))
                    .isPresent();
            boolean same =
                    normal(Fields.text(node.path("message"), "text").orElse("")).equals(normal(text));
            if (id.isPresent() && group && same) {
                Optional<Instant> at = Fields.millis(node, "timestamp");
                return new ReadBack.Visible(id.get().nativeId(), at);
            }
        }
        return new ReadBack.NotKnown(FailureKind.TRANSIENT);
    }

    /** The network may change blanks and compose letters; words it leaves alone. */
    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }
}
