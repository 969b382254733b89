package org.otklik.testkit.telegram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the fake writes its things down for a bot. */
final class TgJson {

    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TgJson() {}

    static ObjectNode user(TgUser user) {
        ObjectNode node = NODES.objectNode().put("id", user.id()).put("is_bot", user.bot());
        int space = user.name().indexOf(' ');
        node.put("first_name", space < 0 ? user.name() : user.name().substring(0, space));
        if (space >= 0) {
            node.put("last_name", user.name().substring(space + 1));
        }
        return user.username().isEmpty() ? node : node.put("username", user.username());
    }

    static ObjectNode chat(TgChat chat) {
        ObjectNode node = NODES.objectNode().put("id", chat.id);
        node.put(chat.type == TgChat.Type.PRIVATE ? "first_name" : "title", chat.title);
        if (!chat.username.isEmpty()) {
            node.put("username", chat.username);
        }
        if (chat.forum) {
            node.put("is_forum", true);
        }
        return node.put("type", chat.type.name().toLowerCase(Locale.ROOT));
    }

    static ObjectNode message(TgMessage message, TgBot bot) {
        ObjectNode node = flat(message, bot);
        if (message.replyTo != null) {
            node.set("reply_to_message", flat(message.replyTo, bot));
        }
        return node;
    }

    /** The answered message is shown without what it answers itself. */
    private static ObjectNode flat(TgMessage message, TgBot bot) {
        ObjectNode node = NODES.objectNode().put("message_id", bot.number(message));
        if (message.from != null) {
            node.set("from", user(message.from));
        }
        if (message.speaker != null) {
            node.set("sender_chat", chat(message.speaker));
        }
        node.set("chat", chat(message.chat));
        node.put("date", message.at.getEpochSecond());
        if (message.edited != null) {
            node.put("edit_date", message.edited.getEpochSecond());
        }
        thread(node, message.thread, bot);
        if (message.original != null) {
            node.put("is_automatic_forward", true);
        }
        TgMessage origin = message.forwarded == null ? message.original : message.forwarded;
        if (origin != null) {
            origin(node, origin);
        }
        content(node, message);
        return node;
    }

    private static void thread(ObjectNode node, @Nullable TgMessage thread, TgBot bot) {
        if (thread != null && thread.chat.type == TgChat.Type.SUPERGROUP) {
            node.put("message_thread_id", bot.number(thread));
            if (thread.chat.forum) {
                node.put("is_topic_message", true);
            }
        }
    }

    /** Where a post was written first, which need not be the channel whose post it is here. */
    private static void origin(ObjectNode node, TgMessage original) {
        ObjectNode origin = node.putObject("forward_origin").put("type", "channel");
        origin.put("date", original.at.getEpochSecond()).put("message_id", original.number);
        origin.set("chat", chat(original.chat));
    }

    private static void content(ObjectNode node, TgMessage message) {
        if (message.album != null) {
            node.put("media_group_id", message.album);
        }
        if (message.photo) {
            node.putArray("photo")
                    .addObject()
                    .put("file_id", "AgACAgIAAxkBAAI" + message.number)
                    .put("file_unique_id", "AQAD" + message.number)
                    .put("width", 90)
                    .put("height", 67);
        }
        if (message.text != null) {
            node.put(message.photo ? "caption" : "text", message.text);
        }
        if (message.more != null) {
            node.setAll(message.more);
        }
    }

    /** The status of a bot in a chat, which somebody changed. */
    static ObjectNode membership(TgChat chat, TgUser by, TgBot bot, String before, String after, long second) {
        ObjectNode node = NODES.objectNode();
        node.set("chat", chat(chat));
        node.set("from", user(by));
        node.put("date", second);
        node.set("old_chat_member", member(bot, before));
        node.set("new_chat_member", member(bot, after));
        return node;
    }

    private static ObjectNode member(TgBot bot, String status) {
        ObjectNode node = NODES.objectNode().put("status", status);
        node.set("user", user(bot.user));
        return status.equals("kicked") ? node.put("until_date", 0) : node;
    }
}
