package org.otklik.testkit.ok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.otklik.testkit.wire.WireRequest;

/** The bot API of group chats in the fake: no signature, the token stands in the query as the network wants it. */
final class OkGraph {

    private static final String ROOT = "/graph/me/";

    private final OkWorld world;

    OkGraph(OkWorld world) {
        this.world = world;
    }

    static boolean isFor(WireRequest request) {
        return request.path().startsWith("/graph/");
    }

    JsonNode answer(WireRequest request) {
        OkPerson group = group(request.query());
        String path =
                request.path().substring(Math.min(ROOT.length(), request.path().length()));
        if (request.method().equals("POST")) {
            return posted(group, path, body(request));
        }
        if (path.equals("info")) {
            return OkJson.NODES.objectNode().put("user_id", group.ref()).put("name", group.name());
        }
        if (path.startsWith("messages")) {
            return messages(path, request.query());
        }
        throw new OkRefusal(3, "METHOD : Graph method not found");
    }

    private OkPerson group(Map<String, String> query) {
        String group = world.graphTokens.get(query.getOrDefault("access_token", ""));
        if (group == null) {
            throw new OkRefusal(103, "PARAM_SESSION_KEY : Invalid access token");
        }
        return world.person(group);
    }

    private static JsonNode body(WireRequest request) {
        if (!request.header("Content-Type").orElse("").startsWith("application/json")) {
            throw new OkRefusal(2001, "GRAPH_PARAM_REQUEST : Content-Type must be application/json");
        }
        try {
            return new ObjectMapper().readTree(request.body());
        } catch (IOException e) {
            throw new OkRefusal(2001, "GRAPH_PARAM_REQUEST : No JSON");
        }
    }

    private JsonNode posted(OkPerson group, String path, JsonNode body) {
        if (path.equals("subscribe")) {
            world.subscriptions.add(text(body.path("url"), "url"));
            return OkJson.NODES.objectNode().put("success", true);
        }
        if (!path.startsWith("messages")) {
            throw new OkRefusal(3, "METHOD : Graph method not found");
        }
        String chat = text(body.at("/recipient/chat_id"), "recipient.chat_id");
        if (path.startsWith("messages/") && !path.equals("messages/" + chat)) {
            throw new OkRefusal(2001, "GRAPH_PARAM_REQUEST : Path and recipient differ");
        }
        known(chat);
        OkWorld.OkMessage said = world.say(chat, group, text(body.at("/message/text"), "message.text"));
        return OkJson.NODES.objectNode().put("recipient_id", chat).put("message_id", said.mid());
    }

    private static String text(JsonNode node, String name) {
        if (node.asText().isEmpty()) {
            throw OkRefusal.missing(name);
        }
        return node.asText();
    }

    private List<OkWorld.OkMessage> known(String chat) {
        List<OkWorld.OkMessage> messages = world.chats.get(chat);
        if (messages == null) {
            throw new OkRefusal(705, "CHAT_NOT_FOUND : Chat not found");
        }
        return messages;
    }

    private JsonNode messages(String path, Map<String, String> query) {
        String chat =
                path.startsWith("messages/") ? path.substring("messages/".length()) : query.getOrDefault("chat_id", "");
        List<OkWorld.OkMessage> all = known(chat);
        int count = Integer.parseInt(query.getOrDefault("count", "10"));
        ObjectNode node = OkJson.NODES.objectNode();
        ArrayNode items = node.putArray("messages");
        for (int i = all.size() - 1; i >= Math.max(0, all.size() - count); i--) {
            items.add(OkJson.message(chat, all.get(i)));
        }
        return node;
    }
}
