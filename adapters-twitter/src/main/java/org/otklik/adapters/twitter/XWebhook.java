package org.otklik.adapters.twitter;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.adapters.json.UnreadableJson;
import org.otklik.adapters.json.WireJson;
import org.otklik.adapters.sign.Hmac;
import org.otklik.post.AccountId;
import org.otklik.post.PostChange;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.WebhookAnswer;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookRequest;

/** Reads what X's Activity API sends, and answers its challenges; thread-safe. Never throws. */
final class XWebhook {

    static final String CONSUMER_SECRET = "consumer-secret";

    private static final int LARGEST = 1 << 20;
    private static final int LONGEST_CHALLENGE = 1_000;
    private static final String PREFIX = "sha256=";
    private static final Set<String> EVENTS =
            Set.of("post.create", "post.mention.create", "post.reply.create", "post.quote.create");

    private final XSettings settings;
    private final XPosts posts;
    private final SecretProvider secrets;
    private final WireJson json = WireJson.ofRequests();

    XWebhook(XSettings settings, XPosts posts, SecretProvider secrets) {
        this.settings = settings;
        this.posts = posts;
        this.secrets = secrets;
    }

    WebhookDecision decode(AccountId account, WebhookRequest request) {
        Optional<String> secret =
                settings.reading().equals(account) || settings.official(account).isPresent()
                        ? secrets.secret(account, CONSUMER_SECRET).filter(value -> !value.isBlank())
                        : Optional.empty();
        if (secret.isEmpty()) {
            return rejected("NO_SECRET", 403);
        }
        return switch (request.method()) {
            case "GET" -> challenge(secret.get(), request);
            case "POST" -> delivery(secret.get(), request);
            default -> rejected("BAD_METHOD", 405);
        };
    }

    private static WebhookDecision rejected(String reason, int status) {
        return new WebhookDecision.Rejected(reason, WebhookAnswer.text(status, ""));
    }

    private static String sign(String secret, byte[] message) {
        return PREFIX + Base64.getEncoder().encodeToString(Hmac.sha256(secret, message));
    }

    /** X asks from time to time whether we know the secret. */
    private WebhookDecision challenge(String secret, WebhookRequest request) {
        return parameter(request.query())
                .map(token -> sign(secret, token.getBytes(StandardCharsets.UTF_8)))
                .map(response -> new String(json.write(Map.of("response_token", response)), StandardCharsets.UTF_8))
                .<WebhookDecision>map(body -> new WebhookDecision.Genuine(
                        List.of(), new WebhookAnswer(200, "application/json; charset=utf-8", body)))
                .orElseGet(() -> rejected("NO_CHALLENGE", 400));
    }

    private static Optional<String> parameter(String query) {
        for (String field : query.split("&", -1)) {
            if (field.startsWith("crc_token=") && field.length() <= LONGEST_CHALLENGE) {
                return decode(field.substring("crc_token=".length())).filter(token -> !token.isBlank());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> decode(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private WebhookDecision delivery(String secret, WebhookRequest request) {
        byte[] body = request.body();
        if (body.length > LARGEST) {
            return rejected("TOO_LARGE", 413);
        }
        Optional<String> signature = request.header("x-twitter-webhooks-signature");
        if (signature.isEmpty()) {
            return rejected("NO_SIGNATURE", 403);
        }
        if (!Hmac.same(sign(secret, body), signature.get())) {
            return rejected("BAD_SIGNATURE", 403);
        }
        return parse(body)
                .<WebhookDecision>map(
                        event -> new WebhookDecision.Genuine(changes(event), WebhookAnswer.text(200, "ok")))
                .orElseGet(() -> rejected("NOT_JSON", 400));
    }

    private Optional<JsonNode> parse(byte[] body) {
        try {
            return Optional.of(json.read(body)).filter(JsonNode::isObject);
        } catch (UnreadableJson e) {
            return Optional.empty();
        }
    }

    /** Events of other kinds and posts that cannot be read are taken and left out: polling finds what matters. */
    private List<PostChange> changes(JsonNode body) {
        JsonNode data = body.path("data");
        if (!EVENTS.contains(data.path("event_type").asText())) {
            return List.of();
        }
        return posts.read(data.path("payload"), data.path("includes"), Optional.empty()).versions().stream()
                .<PostChange>map(version -> new PostChange.Present(version.post()))
                .toList();
    }
}
