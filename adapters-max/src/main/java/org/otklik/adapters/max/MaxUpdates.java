package org.otklik.adapters.max;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.otklik.adapters.json.Fields;
import org.otklik.post.PostChange;
import org.otklik.spi.PostPage.Unreadable;

/** Reads updates, polled or delivered; what they tell of the bot's chats is noted; for one thread. */
final class MaxUpdates {

    private final MaxAccount account;
    private final MaxPosts posts;
    private final InstantSource time;

    MaxUpdates(MaxAccount account, MaxPages pages, InstantSource time) {
        this.account = account;
        this.posts = new MaxPosts(pages, account);
        this.time = time;
    }

    /** Reads an update; of types that nobody knows nothing is made. */
    void read(JsonNode update, Found found) {
        String type = update.path("update_type").asText();
        switch (type) {
            case "message_created", "comment_created" -> message(update, Optional.empty(), found);
            // A message tells no time of its edit.
            case "message_edited", "comment_edited" -> message(update, Fields.millis(update, "timestamp"), found);
            case "message_removed", "comment_removed" -> removed(update, type, found);
            case "bot_added" -> added(update);
            case "bot_removed" -> gone(update);
            case "bot_admin_permissions_changed" -> chat(update).ifPresent(account.rights()::forget);
            default -> {
                // Dialogs that were muted, members that came and went.
            }
        }
    }

    private void message(JsonNode update, Optional<Instant> editedAt, Found found) {
        posts.read(update.path("message"), editedAt, found);
    }

    private void removed(JsonNode update, String type, Found found) {
        Instant at = Fields.millis(update, "timestamp").orElseGet(time::instant);
        try {
            target(update)
                    .ifPresentOrElse(
                            target -> found.changes().add(new PostChange.Gone(target.post(), at)),
                            () -> found.unreadable().add(new Unreadable(type, "NO_ID")));
        } catch (IllegalArgumentException e) {
            found.unreadable().add(new Unreadable(type, "MALFORMED"));
        }
    }

    /** Comments may be removed as messages, as they may come as messages: then their place is remembered. */
    private Optional<MaxTarget> target(JsonNode update) {
        Optional<String> mid = Fields.text(update, "message_id").filter(id -> !id.isBlank());
        if (mid.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> post = Fields.text(update, "post_id")
                .filter(id -> !id.isBlank())
                .or(() -> account.places().post(mid.get()));
        if (post.isPresent()) {
            return Optional.of(new MaxTarget.Comment(post.get(), mid.get()));
        }
        return chat(update).map(chat -> new MaxTarget.Message(chat, mid.get()));
    }

    private static Optional<Long> chat(JsonNode update) {
        return Fields.number(update, "chat_id").stream().boxed().findFirst();
    }

    private void added(JsonNode update) {
        boolean channel = Fields.flag(update, "is_channel").orElse(false);
        chat(update).ifPresent(chat -> {
            account.rights().forget(chat);
            account.chats().add(chat, channel ? Chats.Kind.CHANNEL : Chats.Kind.GROUP);
        });
    }

    private void gone(JsonNode update) {
        chat(update).ifPresent(chat -> {
            account.rights().forget(chat);
            account.chats().remove(chat);
        });
    }
}
