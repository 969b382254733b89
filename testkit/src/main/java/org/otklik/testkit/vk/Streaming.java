package org.otklik.testkit.vk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;
import org.otklik.testkit.wire.WireSocketServer;

/**
 * The Streaming API: its rules, and the socket on which everything comes that they match; thread-safe. The real one
 * brings about one post in a hundred. Which of the documented numbers stands for which mistake is a guess.
 */
final class Streaming implements BiConsumer<Item, String>, AutoCloseable {

    private static final int MOST_RULES = 300;
    private static final String KEY = "stream-key";

    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, String> rules = new LinkedHashMap<>();
    private final Site site;
    private final WireSocketServer server;

    Streaming(Site site) {
        this.site = site;
        server = WireSocketServer.open(this::answer);
    }

    Map<String, Method> methods() {
        return Map.of(
                "streaming.getServerUrl",
                Method.of(
                        EnumSet.of(TokenKind.SERVICE),
                        call -> new JsonText()
                                .put("endpoint", server.endpoint())
                                .put("key", KEY)
                                .end()));
    }

    WireSocketServer server() {
        return server;
    }

    private WireAnswer answer(WireRequest request) {
        if (!KEY.equals(request.query().get("key"))) {
            return refusal(1004, "Auth by key failed");
        }
        if (request.path().startsWith("/stream")) {
            boolean socket = request.header("Upgrade")
                    .filter("websocket"::equalsIgnoreCase)
                    .isPresent();
            return socket ? WireAnswer.of(101, "", "") : refusal(1000, "Upgrade to websocket expected");
        }
        synchronized (rules) {
            return switch (request.method()) {
                case "GET" -> success(rulesText());
                case "POST" -> add(body(request).path("rule"));
                case "DELETE" -> remove(body(request).path("tag").asText());
                default -> refusal(1003, "Unsupported HTTP method");
            };
        }
    }

    private JsonNode body(WireRequest request) {
        try {
            return mapper.readTree(request.text());
        } catch (JsonProcessingException e) {
            return mapper.createObjectNode();
        }
    }

    private String rulesText() {
        List<String> all = rules.entrySet().stream()
                .map(rule -> new JsonText()
                        .put("value", rule.getValue())
                        .put("tag", rule.getKey())
                        .end())
                .toList();
        return all.isEmpty() ? ",\"rules\":null" : ",\"rules\":[" + String.join(",", all) + "]";
    }

    private WireAnswer add(JsonNode rule) {
        String tag = rule.path("tag").asText();
        String value = rule.path("value").asText();
        if (tag.isEmpty() || value.isEmpty()) {
            return refusal(2000, "Can't parse JSON");
        }
        if (rules.containsKey(tag)) {
            return refusal(2001, "Tag already exist");
        }
        if (Query.parse(value).keys().isEmpty()) {
            return refusal(2003, "The rule contains only negative filters");
        }
        if (rules.size() >= MOST_RULES) {
            return refusal(2006, "Too many rules in this stream");
        }
        rules.put(tag, value);
        return success("");
    }

    private WireAnswer remove(String tag) {
        return rules.remove(tag) == null ? refusal(2002, "Tag not exist") : success("");
    }

    private static WireAnswer success(String more) {
        return WireAnswer.of(200, "application/json", "{\"code\":200" + more + "}");
    }

    private static WireAnswer refusal(int code, String message) {
        String error =
                new JsonText().put("message", message).put("error_code", code).end();
        return WireAnswer.of(400, "application/json", "{\"code\":400,\"error\":" + error + "}");
    }

    @Override
    public void accept(Item item, String action) {
        List<String> tags;
        synchronized (rules) {
            tags = rules.entrySet().stream()
                    .filter(rule -> Query.parse(rule.getValue()).fits(item))
                    .map(rule -> JsonText.quoted(rule.getKey()))
                    .toList();
        }
        if (!tags.isEmpty()) {
            server.say("{\"code\":100,\"event\":" + event(item, action, tags) + "}");
        }
    }

    private String event(Item item, String action, List<String> tags) {
        boolean comment = item instanceof WallComment;
        int post = item instanceof WallComment one ? one.post().id() : item.id();
        JsonText id = new JsonText().put("post_owner_id", item.owner()).put("post_id", post);
        if (comment) {
            id.put("comment_id", item.id());
        }
        String address = "https://vk.com/wall" + item.owner() + "_" + post + (comment ? "?reply=" + item.id() : "");
        return new JsonText()
                .put("event_type", comment ? "comment" : "post")
                .raw("event_id", id.end())
                .put("event_url", address)
                .put("text", html(item.text()))
                .put("action", action)
                .put("action_time", site.now())
                .put("creation_time", item.date())
                .array("tags", tags)
                .raw("author", author(item.from()))
                .end();
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\n", "<br>");
    }

    private static String author(long id) {
        return new JsonText()
                .put("id", id)
                .put("author_url", "https://vk.com/" + (id < 0 ? "club" : "id") + Math.abs(id))
                .put("platform", 7)
                .end();
    }

    @Override
    public void close() {
        server.close();
    }
}
