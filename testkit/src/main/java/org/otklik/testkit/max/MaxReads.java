package org.otklik.testkit.max;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The reading methods of the fake. */
final class MaxReads {

    private static final int MOST_UPDATES = 100;
    private static final int LONGEST_POLL = 30;
    private static final int MOST_MESSAGES = 100;
    private static final int USUAL = 50;

    private final MaxWorld world;

    MaxReads(MaxWorld world) {
        this.world = world;
    }

    JsonNode answer(MaxCall call) {
        return switch (call.route()) {
            case "GET /me" -> MaxJson.person(call.bot().person, world.time.instant());
            case "GET /chats/{chat}" -> MaxJson.chat(seen(call), world.time.instant());
            case "GET /chats/{chat}/members/me" -> member(call);
            case "GET /subscriptions" -> subscriptions(call.bot());
            case "GET /updates" -> updates(call);
            case "GET /messages" -> history(call);
            case "GET /messages/{mid}" -> MaxJson.message(message(call), false);
            case "GET /messages/{mid}/comments" -> comments(call);
            case "GET /messages/{mid}/comments/{id}" -> shown(comment(call));
            default -> throw MaxRefusal.missing("No such method");
        };
    }

    private MaxChat seen(MaxCall call) {
        return chat(call.bot(), MaxCall.number(call.ids().get(0)));
    }

    private MaxChat chat(MaxBot bot, long id) {
        return Optional.ofNullable(world.chats.get(id))
                .filter(chat -> chat.rights(bot.person.id()).isPresent())
                .orElseThrow(() -> MaxRefusal.missing("Chat not found"));
    }

    private ObjectNode member(MaxCall call) {
        Set<String> rights = seen(call).rights(call.bot().person.id()).orElseThrow();
        return MaxJson.member(call.bot().person, rights, world.time.instant());
    }

    private static ObjectNode subscriptions(MaxBot bot) {
        ObjectNode node = MaxJson.NODES.objectNode();
        ArrayNode all = node.putArray("subscriptions");
        bot.subscriptions.values().forEach(one -> {
            ObjectNode subscription = all.addObject()
                    .put("url", one.url())
                    .put("time", one.since().toEpochMilli());
            if (!one.types().isEmpty()) {
                ArrayNode types = subscription.putArray("update_types");
                one.types().forEach(types::add);
            }
        });
        return node;
    }

    private ObjectNode updates(MaxCall call) {
        MaxBot bot = call.bot();
        if (!bot.subscriptions.isEmpty()) {
            throw new MaxRefusal(405, "method.not.allowed", "There is an active subscription");
        }
        int limit = call.within("limit", 1, MOST_UPDATES, MOST_UPDATES);
        call.within("timeout", 0, LONGEST_POLL, 0);
        long marker = call.number("marker", 0);
        if (marker < 0 || marker > bot.end()) {
            throw MaxRefusal.malformed("This marker was never given out");
        }
        bot.commit(marker);
        int from = bot.from(marker, world.time.instant());
        if (world.quirks.contains(MaxQuirk.LAST_WITHOUT_MARKER) && !call.query().containsKey("marker")) {
            from = Math.max(from, (int) bot.end() - 1);
        }
        List<MaxBot.Event> events = bot.events(from, limit);
        ObjectNode node = MaxJson.NODES.objectNode();
        ArrayNode updates = node.putArray("updates");
        events.forEach(event -> updates.add(event.json().get()));
        strange(updates);
        if (!events.isEmpty() || !world.quirks.contains(MaxQuirk.SILENT_MARKER)) {
            node.put("marker", (long) from + events.size());
        }
        return node;
    }

    private void strange(ArrayNode updates) {
        if (world.quirks.contains(MaxQuirk.STRANGE_UPDATES) && !updates.isEmpty()) {
            updates.insert(0, MaxJson.update("poll_closed", world.time.instant()));
            updates.insert(0, MaxJson.update("message_created", world.time.instant()));
        }
    }

    private ObjectNode history(MaxCall call) {
        if (call.query().containsKey("message_ids")) {
            List<MaxMessage> found = List.of(call.query().get("message_ids").split(",", -1)).stream()
                    .flatMap(mid -> world.find(mid).stream())
                    .filter(one -> !one.isComment())
                    .toList();
            found.forEach(one -> readable(call.bot(), one.chat()));
            return list(found);
        }
        if (!call.query().containsKey("chat_id")) {
            throw MaxRefusal.malformed("chat_id or message_ids is required");
        }
        MaxChat chat = chat(call.bot(), call.number("chat_id", 0));
        readable(call.bot(), chat);
        return page(call, chat.messages);
    }

    private static void readable(MaxBot bot, MaxChat chat) {
        if (!chat.permits(bot.person.id(), MaxChat.READ)) {
            throw MaxRefusal.denied("The bot may not read this chat");
        }
    }

    private ObjectNode page(MaxCall call, MaxTimeline timeline) {
        int count = call.within("count", 1, MOST_MESSAGES, USUAL);
        long after = call.number("after", 0);
        long before = call.number("before", Long.MAX_VALUE);
        if (after < 0 || before < 0) {
            throw MaxRefusal.malformed("Times are not negative");
        }
        return list(timeline.page(after, before, count));
    }

    private ObjectNode list(List<MaxMessage> messages) {
        ObjectNode node = MaxJson.NODES.objectNode();
        ArrayNode all = node.putArray("messages");
        messages.forEach(one -> all.add(shown(one)));
        return node;
    }

    private ObjectNode shown(MaxMessage message) {
        return MaxJson.message(message, world.isHidden(message));
    }

    private MaxMessage message(MaxCall call) {
        MaxMessage message = world.find(call.ids().get(0))
                .filter(one -> !one.isComment())
                .orElseThrow(() -> MaxRefusal.missing("Message not found"));
        chat(call.bot(), message.chat().id);
        readable(call.bot(), message.chat());
        return message;
    }

    private ObjectNode comments(MaxCall call) {
        MaxMessage post = message(call);
        if (!post.chat().isChannel()) {
            throw MaxRefusal.malformed("Only posts of channels have comments");
        }
        if (call.query().containsKey("comment_ids")) {
            return list(List.of(call.query().get("comment_ids").split(",", -1)).stream()
                    .flatMap(mid -> post.chat().under(post.mid()).find(mid).stream())
                    .toList());
        }
        return page(call, post.chat().under(post.mid()));
    }

    private MaxMessage comment(MaxCall call) {
        MaxMessage post = message(call);
        return post.chat()
                .under(post.mid())
                .find(call.ids().get(1))
                .orElseThrow(() -> MaxRefusal.malformed("Unknown comment"));
    }
}
