package org.otklik.testkit.x;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.spi.WebhookRequest;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;

/** What happens to the accounts of the application, as signed deliveries; thread-safe. */
final class Activity {

    private static final long FIRST_ID = 1_976_325_569_252_868_096L;
    private static final Set<String> ALL_FIELDS = Set.of(
            "author_id",
            "conversation_id",
            "created_at",
            "display_text_range",
            "edit_history_tweet_ids",
            "entities",
            "geo",
            "in_reply_to_user_id",
            "lang",
            "note_tweet",
            "public_metrics",
            "referenced_tweets",
            "reply_settings");
    private static final Selection EVERYTHING = new Selection(
            Spelling.TWEET,
            Spelling.TWEET,
            ALL_FIELDS,
            Set.of("author_id"),
            Set.of("protected", "verified"),
            "activity");

    private record Event(String type, XPost post) {}

    private final Scene scene;
    private final Map<String, Deque<Event>> events = new HashMap<>();
    private final Map<String, ObjectNode> subscriptions = new LinkedHashMap<>();
    private long made;

    Activity(Scene scene) {
        this.scene = scene;
        scene.store.onPost(this::happened);
    }

    private synchronized void happened(XPost post) {
        post.parent().ifPresent(parent -> add(parent.author, "post.reply.create", post));
        XPost quoted = post.place.quoted();
        if (quoted != null) {
            add(quoted.author, "post.quote.create", post);
        }
        for (String handle : post.text.mentions()) {
            scene.store.byHandle(handle).ifPresent(user -> add(user, "post.mention.create", post));
        }
    }

    private void add(XUser user, String type, XPost post) {
        if (user != post.author && scene.grants.isOurs(user.id)) {
            events.computeIfAbsent(user.id, fresh -> new ArrayDeque<>()).add(new Event(type, post));
        }
    }

    synchronized Optional<WebhookRequest> next(String userId) {
        Event event = events.getOrDefault(userId, new ArrayDeque<>()).poll();
        return event == null ? Optional.empty() : Optional.of(signed(body(userId, event)));
    }

    private String body(String userId, Event event) {
        ObjectNode data = Json.object()
                .put("event_uuid", Long.toString(FIRST_ID + ++made))
                .put("event_type", event.type)
                .put("tag", tag(userId, event.type));
        data.putObject("filter").put("user_id", userId);
        JsonNode payload = payload(event.post);
        data.set("payload", payload);
        data.putObject("includes").putArray("users").add(parsed(event.post.author.json(EVERYTHING.userFields())));
        ObjectNode body = Json.object();
        body.set("data", data);
        return body.toString();
    }

    private String tag(String userId, String type) {
        return subscriptions.values().stream()
                .filter(one -> one.path("event_type").asText().equals(type)
                        && one.at("/filter/user_id").asText().equals(userId))
                .map(one -> one.path("tag").asText())
                .findFirst()
                .orElse(type);
    }

    /** Doubles numbers as strings, as deliveries have them. */
    private static JsonNode payload(XPost post) {
        ObjectNode payload = (ObjectNode) parsed(Rendering.post(post, EVERYTHING));
        post.parent().ifPresent(parent -> payload.put("in_reply_to_tweet_id", parent.idText()));
        doubled(payload.path("public_metrics"));
        payload.path("entities").forEach(list -> list.forEach(Activity::doubled));
        return payload;
    }

    private static void doubled(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.deepCopy();
            copy.properties().forEach(field -> {
                if (field.getValue().isIntegralNumber()) {
                    object.put(field.getKey() + "_str", field.getValue().asText());
                }
            });
        }
    }

    private static JsonNode parsed(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The fake wrote what it cannot read.", e);
        }
    }

    private static WebhookRequest signed(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        String signature = "sha256=" + Base64.getEncoder().encodeToString(Mac.sha256(Doorkeeper.CONSUMER_SECRET, body));
        return WebhookRequest.of(
                "POST",
                "",
                Map.of(
                        "content-type", List.of("application/json"),
                        "x-twitter-webhooks-signature", List.of(signature)),
                body,
                Optional.empty());
    }

    static String crcAnswer(String token) {
        byte[] message = token.getBytes(StandardCharsets.UTF_8);
        return "sha256=" + Base64.getEncoder().encodeToString(Mac.sha256(Doorkeeper.CONSUMER_SECRET, message));
    }

    synchronized WireAnswer subscribe(WireRequest request) {
        JsonNode body = Bodies.object(request, scene.problems());
        Bodies.only(body, Set.of("event_type", "filter", "tag", "webhook_id"), "$", scene.problems());
        Bodies.only(body.path("filter"), Set.of("user_id", "keyword", "direction"), "$.filter", scene.problems());
        if (!body.has("event_type") || !body.has("filter")) {
            throw scene.problems().invalid("body", "", "event_type and filter are needed.");
        }
        String id = Long.toString(FIRST_ID + ++made);
        ObjectNode subscription = ((ObjectNode) body.deepCopy())
                .put("subscription_id", id)
                .put("created_at", Rendering.time(scene.store.now()))
                .put("updated_at", Rendering.time(scene.store.now()));
        subscriptions.put(id, subscription);
        ObjectNode answer = Json.object();
        answer.putObject("data").set("subscription", subscription.deepCopy());
        return WireAnswer.json(200, answer);
    }

    synchronized WireAnswer subscriptions() {
        ObjectNode answer = Json.object();
        answer.putArray("data").addAll(subscriptions.values());
        if (scene.spelling == Spelling.TWEET) {
            answer.putObject("meta").put("result_count", subscriptions.size());
        }
        return WireAnswer.json(200, answer);
    }

    synchronized WireAnswer unsubscribe(String id) {
        boolean deleted = subscriptions.remove(id) != null;
        ObjectNode answer = Json.object();
        answer.putObject("data").put("deleted", deleted);
        if (scene.spelling == Spelling.TWEET) {
            answer.putObject("meta").put("total_subscriptions", subscriptions.size());
        }
        return WireAnswer.json(200, answer);
    }
}
