package org.otklik.adapters.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.call.CallFailed;
import org.otklik.post.PostChange;
import org.otklik.spi.Cursor;
import org.otklik.spi.PostPage;
import org.otklik.spi.PostPage.Unreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads updates, polled or delivered; thread-safe.
 *
 * <p>Who asks for updates from a number on confirms all before it, which are gone then. So the number asked for is only
 * ever the one of a cursor, which the desk stored with what was reported before.
 */
final class Updates {

    private static final Logger LOG = LoggerFactory.getLogger(Updates.class);

    /** Said at each call, for it holds until somebody says otherwise. */
    private static final List<String> KINDS =
            List.of("message", "edited_message", "channel_post", "edited_channel_post", "my_chat_member");

    private static final List<String> MESSAGES = KINDS.subList(0, 4);
    private static final String VERSION = "1:";
    private static final int MOST = 100;
    private static final int SHRINKING = 10;

    private final TgAccount account;
    private final TelegramSettings.Polling polling;
    private volatile int most = MOST;

    Updates(TgAccount account, TelegramSettings.Polling polling) {
        this.account = account;
        this.polling = polling;
    }

    /** What was made of updates; the lists grow while they are read. */
    record Found(List<PostChange> changes, List<Unreadable> unreadable) {

        Found() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    PostPage poll(Optional<Cursor> cursor, int limit) {
        account.refresh();
        long offset = cursor.map(Updates::offset).orElse(0L);
        int wanted = Math.max(1, Math.min(limit, most));
        JsonNode updates = ask(offset, wanted);
        Messages messages = account.messages();
        Found found = new Found();
        // Numbers begin anew after a week without updates: the last one counts, not the highest.
        long next = offset;
        for (JsonNode update : updates) {
            long id = update.path("update_id").asLong();
            next = id > 0 ? id + 1 : next;
            read(update, messages, found);
        }
        boolean more = updates.size() >= wanted && next != offset;
        return new PostPage(found.changes(), new Cursor(VERSION + next), more, found.unreadable());
    }

    private static long offset(Cursor cursor) {
        String value = cursor.value();
        try {
            return value.startsWith(VERSION) ? Long.parseLong(value.substring(VERSION.length())) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private JsonNode ask(long offset, int wanted) {
        Map<String, ?> parameters = offset == 0
                ? Map.of("limit", wanted, "timeout", polling.patience().toSeconds(), "allowed_updates", KINDS)
                : Map.of(
                        "offset", offset,
                        "limit", wanted,
                        "timeout", polling.patience().toSeconds(),
                        "allowed_updates", KINDS);
        try {
            JsonNode updates = account.read("getUpdates", parameters, polling.patience());
            most = MOST;
            return updates;
        } catch (CallFailed e) {
            // A page that is too much for one answer must not stand in the way for ever.
            if (e.error().code().startsWith("no-json-2") || e.error().code().endsWith("TOO_LARGE")) {
                most = Math.max(1, wanted / SHRINKING);
            }
            throw e;
        }
    }

    /** Reads one update, which fails alone; those of other kinds are left out. */
    void read(JsonNode update, Messages messages, Found found) {
        try {
            for (String kind : MESSAGES) {
                JsonNode message = update.get(kind);
                if (message != null) {
                    message(message, messages, found);
                    return;
                }
            }
            membership(update.path("my_chat_member"));
        } catch (IllegalArgumentException e) {
            String id = update.path("update_id").asText();
            found.unreadable().add(new Unreadable(id.isEmpty() ? "?" : id, "MALFORMED"));
        }
    }

    private void message(JsonNode message, Messages messages, Found found) {
        long chat = message.path("chat").path("id").asLong();
        JsonNode to = message.get("migrate_to_chat_id");
        JsonNode from = message.get("migrate_from_chat_id");
        if (to != null || from != null) {
            moved(to == null ? from.asLong() : chat, to == null ? chat : to.asLong());
            return;
        }
        if (!account.lost().isEmpty()) {
            account.lost().remove(String.valueOf(chat));
        }
        messages.read(message).ifPresent(post -> found.changes().add(new PostChange.Present(post)));
    }

    private void moved(long from, long to) {
        if (account.migrated().put(String.valueOf(from), String.valueOf(to))) {
            LOG.info("The group {} of {} is the supergroup {} now.", from, account.id(), to);
        }
    }

    /** Somebody brought the bot into a chat or threw it out; a person blocked it or talks with it again. */
    private void membership(JsonNode change) {
        String chat = change.path("chat").path("id").asText();
        if (chat.isEmpty()) {
            return;
        }
        String status = change.path("new_chat_member").path("status").asText();
        boolean gone = status.equals("left") || status.equals("kicked");
        boolean news = gone ? account.lost().put(chat, status) : account.lost().remove(chat);
        if (news) {
            LOG.info("The bot {} is {} in chat {}.", account.id(), status, chat);
        }
    }
}
