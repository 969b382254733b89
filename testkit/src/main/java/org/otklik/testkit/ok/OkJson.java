package org.otklik.testkit.ok;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** How the fake writes its things down: only the fields that were asked for, times in Moscow as the network does. */
final class OkJson {

    static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final DateTimeFormatter MOSCOW =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Europe/Moscow"));

    private final boolean millis;

    OkJson(boolean millis) {
        this.millis = millis;
    }

    /** Which fields of a kind of object were asked for; immutable. */
    record Wanted(Set<String> names) {

        static Wanted of(Optional<String> fields) {
            return new Wanted(new HashSet<>(Arrays.asList(fields.orElse("*").split(",", -1))));
        }

        boolean has(String kind, String name) {
            return names.contains("*") || names.contains(kind + ".*") || names.contains(kind + "." + name);
        }
    }

    ObjectNode discussion(OkDiscussion discussion, Wanted wanted) {
        ObjectNode node = NODES.objectNode();
        node.put("object_id", discussion.id);
        node.put("object_type", discussion.type);
        put(wanted, "TITLE", () -> node.put("title", title(discussion)));
        put(wanted, "MESSAGE", () -> node.put("message", message(discussion)));
        put(wanted, "OWNER_UID", () -> node.put("owner_uid", discussion.author.id()));
        put(wanted, "CREATION_DATE", () -> date(node, "creation_date", discussion.createdAt));
        put(wanted, "LAST_ACTIVITY_DATE", () -> date(node, "last_activity_date", discussion.lastActivity));
        put(wanted, "TOTAL_COMMENTS_COUNT", () -> node.put("total_comments_count", discussion.visible()));
        put(wanted, "NEW_COMMENTS_COUNT", () -> node.put("new_comments_count", 0));
        put(wanted, "ATTRS", () -> node.set("attrs", flags(discussion.flags)));
        put(
                wanted,
                "REF_OBJECTS",
                () -> node.putArray("ref_objects")
                        .addObject()
                        .put("id", discussion.group.id())
                        .put("type", "GROUP"));
        return node;
    }

    private static void put(Wanted wanted, String name, Runnable write) {
        if (wanted.has("discussion", name)) {
            write.run();
        }
    }

    private static String title(OkDiscussion discussion) {
        return discussion.text;
    }

    private static String message(OkDiscussion discussion) {
        OkPerson group = discussion.group;
        return "Тема в группе {group:" + group.id() + "}" + group.name() + "{group}";
    }

    private static ObjectNode flags(String flags) {
        return NODES.objectNode().put("flags", flags);
    }

    private void date(ObjectNode node, String name, Instant at) {
        node.put(name, MOSCOW.format(at));
    }

    ObjectNode comment(OkComment comment, Wanted wanted) {
        ObjectNode node = NODES.objectNode();
        node.put("id", comment.id);
        if (wanted.has("comment", "TEXT")) {
            node.put("text", comment.text);
        }
        if (wanted.has("comment", "TYPE")) {
            node.put("type", comment.type);
        }
        if (wanted.has("comment", "DATE")) {
            date(node, "date", comment.at);
            if (millis) {
                node.put("date_ms", comment.at.toEpochMilli());
            }
        }
        if (wanted.has("comment", "ATTRS")) {
            node.set("attrs", flags("l,s"));
        }
        author(node, comment, wanted);
        if (comment.replyTo != null && wanted.has("comment", "REPLY_TO_COMMENT_ID")) {
            node.put("reply_to_comment_id", comment.replyTo);
        }
        return node.put("like_count", 0).put("liked_it", false);
    }

    private static void author(ObjectNode node, OkComment comment, Wanted wanted) {
        OkPerson author = comment.author;
        if (wanted.has("comment", "AUTHOR_ID")) {
            node.put("author_id", author.id());
        }
        if (wanted.has("comment", "AUTHOR_NAME")) {
            node.put("author_name", author.name());
        }
        if (wanted.has("comment", "AUTHOR_REF")) {
            node.put("author_ref", author.ref());
        }
        if (author.group()) {
            node.put("author_type", "GROUP");
        }
    }

    ObjectNode topic(OkDiscussion topic) {
        ObjectNode node = NODES.objectNode();
        node.put("id", topic.id).put("created_ms", topic.createdAt.toEpochMilli());
        node.put("author_ref", topic.author.ref()).put("owner_ref", topic.group.ref());
        node.putArray("media").addObject().put("type", "text").put("text", topic.text);
        node.putObject("discussion_summary")
                .put("discussion_id", topic.id)
                .put("discussion_type", topic.type)
                .put("comments_count", topic.visible());
        return node;
    }

    static ObjectNode entities(Collection<OkPerson> people) {
        ObjectNode node = NODES.objectNode();
        var users = node.putArray("users");
        var groups = node.putArray("groups");
        for (OkPerson person : new HashSet<>(people)) {
            (person.group() ? groups : users)
                    .addObject()
                    .put("uid", person.id())
                    .put("ref", person.ref())
                    .put("name", person.name());
        }
        return node;
    }

    static ObjectNode message(String chat, OkWorld.OkMessage message) {
        ObjectNode node = NODES.objectNode();
        node.putObject("sender")
                .put("user_id", message.sender().ref())
                .put("name", message.sender().name());
        node.putObject("recipient").put("chat_id", chat);
        node.putObject("message")
                .put("text", message.text())
                .put("seq", message.seq())
                .put("mid", message.mid());
        return node.put("timestamp", message.at().toEpochMilli());
    }
}
