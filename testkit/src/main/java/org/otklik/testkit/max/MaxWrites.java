package org.otklik.testkit.max;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.otklik.testkit.max.MaxWorld.Words;

/** The writing methods of the fake. */
final class MaxWrites {

    private static final int LONGEST = 4000;
    private static final Set<String> MESSAGE = Set.of("text", "link", "notify", "format", "attachments");
    private static final Set<String> COMMENT = Set.of("text", "link", "format");

    private final MaxWorld world;

    MaxWrites(MaxWorld world) {
        this.world = world;
    }

    JsonNode answer(MaxCall call) {
        return switch (call.route()) {
            case "POST /messages" -> message(call);
            case "POST /messages/{mid}/comments" -> comment(call);
            case "POST /subscriptions" -> subscribe(call);
            case "DELETE /subscriptions" -> unsubscribe(call);
            default -> throw MaxRefusal.missing("No such method");
        };
    }

    private static String text(JsonNode body, Set<String> known) {
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw MaxRefusal.malformed("The body knows no " + name);
            }
        }
        JsonNode text = body.path("text");
        if (!text.isTextual()
                || text.textValue().isBlank()
                || text.textValue().codePointCount(0, text.textValue().length()) > LONGEST) {
            throw MaxRefusal.malformed("text must have 1 to 4000 characters");
        }
        return text.textValue();
    }

    private static Optional<String> replyTo(JsonNode body) {
        JsonNode link = body.path("link");
        if (link.isMissingNode() || link.isNull()) {
            return Optional.empty();
        }
        if (!link.path("type").asText().equals("reply")
                || link.path("mid").asText().isEmpty()
                || link.size() != 2) {
            throw MaxRefusal.malformed("link must be a reply with its mid");
        }
        return Optional.of(link.path("mid").asText());
    }

    private ObjectNode message(MaxCall call) {
        JsonNode body = call.json();
        String text = text(body, MESSAGE);
        Optional<String> replyTo = replyTo(body);
        if (call.query().containsKey("chat_id") == call.query().containsKey("user_id")) {
            throw MaxRefusal.malformed("Either chat_id or user_id is required");
        }
        MaxChat chat = chat(call);
        mayWrite(call.bot(), chat);
        if (chat.isChannel()
                && body.path("notify").isBoolean()
                && !body.path("notify").booleanValue()) {
            throw MaxRefusal.malformed("notify does not apply to channels");
        }
        Words words = Words.of(call.bot().person, text);
        return written(
                chat,
                replyTo.map(mid -> words.linked(
                                "reply",
                                chat.messages
                                        .find(mid)
                                        .orElseThrow(() -> MaxRefusal.malformed("Unknown message to reply to"))))
                        .orElse(words));
    }

    private MaxChat chat(MaxCall call) {
        long id = call.number("chat_id", 0);
        return Optional.ofNullable(world.chats.get(id))
                .filter(chat -> chat.rights(call.bot().person.id()).isPresent())
                .orElseThrow(() -> MaxRefusal.missing("Chat not found"));
    }

    /** A plain member may talk; an administrator only if he was told so. */
    private static void mayWrite(MaxBot bot, MaxChat chat) {
        Set<String> rights = chat.rights(bot.person.id()).orElse(Set.of());
        boolean member = !chat.isChannel() && rights.isEmpty();
        if (!chat.isDialog() && !member && !rights.contains(MaxChat.WRITE)) {
            throw MaxRefusal.denied("The bot may not write here");
        }
    }

    private ObjectNode written(MaxChat chat, Words words) {
        ObjectNode node = MaxJson.NODES.objectNode();
        node.set("message", MaxJson.message(world.write(chat, words), false));
        return node;
    }

    private ObjectNode comment(MaxCall call) {
        JsonNode body = call.json();
        String text = text(body, COMMENT);
        Optional<String> replyTo = replyTo(body);
        MaxMessage post = world.find(call.ids().get(0))
                .filter(one -> !one.isComment() && one.chat().isChannel())
                .orElseThrow(() -> MaxRefusal.missing("Message not found"));
        MaxChat channel = post.chat();
        if (!channel.permits(call.bot().person.id(), MaxChat.READ)
                || !channel.permits(call.bot().person.id(), MaxChat.WRITE)) {
            throw MaxRefusal.denied("The bot may not comment here");
        }
        if (!channel.commentsOpen) {
            throw new MaxRefusal(500, "internal.error", "Internal error");
        }
        Words words = Words.of(call.bot().person, text).under(post.mid());
        return written(
                channel,
                replyTo.map(mid -> words.linked(
                                "reply",
                                channel.under(post.mid())
                                        .find(mid)
                                        .orElseThrow(() -> MaxRefusal.malformed("Unknown comment"))))
                        .orElse(words));
    }

    private ObjectNode subscribe(MaxCall call) {
        JsonNode body = call.json();
        String url = body.path("url").asText();
        Optional<String> secret = Optional.of(body.path("secret").asText()).filter(one -> !one.isEmpty());
        URI address = URI.create(url);
        if (!"https".equals(address.getScheme()) || (address.getPort() != -1 && address.getPort() != 443)) {
            return success(false, "Only https on port 443 is taken");
        }
        if (secret.filter(one -> !one.matches("[\\w-]{5,256}")).isPresent()) {
            throw MaxRefusal.malformed("The secret is malformed");
        }
        Set<String> types = new HashSet<>();
        body.path("update_types").forEach(type -> types.add(type.asText()));
        call.bot()
                .subscriptions
                .put(url, new MaxBot.Subscription(url, secret, world.time.instant(), Set.copyOf(types)));
        return success(true, "");
    }

    private static ObjectNode unsubscribe(MaxCall call) {
        boolean known = call.bot().subscriptions.remove(call.text("url").orElse("")) != null;
        return success(known, known ? "" : "There is no such subscription");
    }

    static ObjectNode success(boolean success, String message) {
        ObjectNode node = MaxJson.NODES.objectNode().put("success", success);
        return message.isEmpty() ? node : node.put("message", message);
    }
}
