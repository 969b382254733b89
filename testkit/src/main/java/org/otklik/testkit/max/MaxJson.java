package org.otklik.testkit.max;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;

/** How the fake writes its things down. */
final class MaxJson {

    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private MaxJson() {}

    /** The undeclared {@code name} comes beside the declared first name. */
    static ObjectNode person(MaxPerson person, Instant now) {
        return NODES.objectNode()
                .put("user_id", person.id())
                .put("first_name", person.name())
                .put("last_name", "")
                .put("is_bot", person.bot())
                .put("last_activity_time", now.toEpochMilli())
                .put("name", person.name());
    }

    static ObjectNode message(MaxMessage message, boolean hidden) {
        ObjectNode node = NODES.objectNode();
        if (message.sender() != null && !hidden) {
            node.set("sender", person(message.sender(), message.at()));
        } else {
            node.putNull("sender");
        }
        recipient(node.putObject("recipient"), message);
        node.put("timestamp", message.at().toEpochMilli());
        if (message.link() != null) {
            link(node.putObject("link"), message.link());
        }
        if (message.bodiless()) {
            node.putNull("body");
        } else {
            body(node.putObject("body"), message);
        }
        if (message.chat().isChannel() && !message.isComment()) {
            node.putObject("stat").put("views", 1);
            node.put("url", "https://max.ru/c/" + message.chat().id + "/" + message.seq());
        }
        return node;
    }

    private static void recipient(ObjectNode node, MaxMessage message) {
        node.put("chat_id", message.chat().id).put("chat_type", message.chat().kind);
        if (message.post() != null) {
            node.put("post_id", message.post());
        }
    }

    private static void link(ObjectNode node, MaxMessage.Link link) {
        MaxMessage of = link.of();
        node.put("type", link.type());
        if (of.sender() != null) {
            node.set("sender", person(of.sender(), of.at()));
        }
        node.put("chat_id", of.chat().id);
        body(node.putObject("message"), of);
    }

    private static void body(ObjectNode node, MaxMessage message) {
        node.put("mid", message.mid()).put("seq", message.seq());
        node.put("text", message.text());
        if (!message.attachments().isEmpty()) {
            ArrayNode attachments = node.putArray("attachments");
            message.attachments()
                    .forEach(type -> attachments
                            .addObject()
                            .put("type", type)
                            .putObject("payload")
                            .put("url", "https://i.oneme.ru/i?r=" + message.seq()));
        }
    }

    static ObjectNode update(String type, Instant at) {
        return NODES.objectNode().put("update_type", type).put("timestamp", at.toEpochMilli());
    }

    static ObjectNode chat(MaxChat chat, Instant now) {
        return NODES.objectNode()
                .put("chat_id", chat.id)
                .put("type", chat.kind)
                .put("status", chat.status)
                .put("title", chat.title)
                .put("last_event_time", now.toEpochMilli())
                .put("participants_count", 2)
                .put("is_public", false);
    }

    static ObjectNode member(MaxPerson bot, Set<String> rights, Instant now) {
        ObjectNode node = person(bot, now)
                .put("last_access_time", now.toEpochMilli())
                .put("is_owner", false)
                .put("is_admin", !rights.isEmpty())
                .put("join_time", now.toEpochMilli());
        if (rights.isEmpty()) {
            return node.putNull("permissions");
        }
        ArrayNode permissions = node.putArray("permissions");
        rights.forEach(permissions::add);
        return node;
    }

    static ObjectNode error(String code, String message) {
        return NODES.objectNode().put("code", code).put("message", message);
    }
}
