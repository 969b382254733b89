package org.otklik.adapters.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.otklik.adapters.json.Fields;
import org.otklik.adapters.json.UnreadableJson;
import org.otklik.adapters.json.WireJson;
import org.otklik.adapters.sign.Hmac;
import org.otklik.post.AuthorRef;
import org.otklik.post.Discussion;
import org.otklik.post.MediaRef;
import org.otklik.post.Post;
import org.otklik.post.PostBuilder;
import org.otklik.post.PostChange;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.WebhookAnswer;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookRequest;

/**
 * Reads what the network delivers of group chats. It signs nothing, so a request is believed when it comes from the
 * network's own addresses and its query carries the account's secret: {@code ?secret=…}.
 */
final class ChatWebhook {

    private static final int LARGEST = 1 << 20;

    private final SourceRanges sources;
    private final SecretProvider secrets;
    private final WireJson json = WireJson.ofRequests();

    ChatWebhook(SourceRanges sources, SecretProvider secrets) {
        this.sources = sources;
        this.secrets = secrets;
    }

    WebhookDecision decode(OkAccount account, WebhookRequest request) {
        if (!request.remoteAddress().map(sources::has).orElse(false)) {
            return rejected(403, "UNKNOWN_ADDRESS");
        }
        if (!isSecretRight(account, request.query())) {
            return rejected(403, "BAD_SECRET");
        }
        byte[] body = request.body();
        if (!request.method().equals("POST") || body.length > LARGEST) {
            return rejected(body.length > LARGEST ? 413 : 405, body.length > LARGEST ? "TOO_LARGE" : "BAD_METHOD");
        }
        try {
            return read(account, json.read(body));
        } catch (UnreadableJson e) {
            return rejected(400, "UNREADABLE");
        }
    }

    private boolean isSecretRight(OkAccount account, String query) {
        String secret = secrets.secret(account.id(), "webhook-secret").orElse("");
        return !secret.isBlank() && Hmac.same(secret, given(query));
    }

    private static String given(String query) {
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith("secret=")) {
                try {
                    return URLDecoder.decode(pair.substring("secret=".length()), StandardCharsets.UTF_8);
                } catch (IllegalArgumentException e) {
                    return "";
                }
            }
        }
        return "";
    }

    private static WebhookDecision rejected(int status, String reason) {
        return new WebhookDecision.Rejected(reason, WebhookAnswer.text(status, ""));
    }

    private static WebhookDecision read(OkAccount account, JsonNode delivery) {
        if (!delivery.isObject()) {
            return rejected(400, "UNREADABLE");
        }
        JsonNode message = delivery.path("message");
        if (!message.isObject()) {
            // A changed title, a member that came or went.
            return genuine(List.of());
        }
        Optional<String> chat =
                Fields.text(delivery.path("recipient"), "chat_id").filter(id -> !id.isBlank());
        Optional<String> mid = Fields.text(message, "mid").filter(id -> !id.isBlank());
        Optional<Instant> at = Fields.millis(delivery, "timestamp");
        if (chat.isEmpty()
                || mid.isEmpty()
                || at.isEmpty()
                || chat.get().length() + mid.get().length() > 150) {
            return rejected(400, "INCOMPLETE");
        }
        return genuine(List.of(
                new PostChange.Present(post(account, delivery, OkTarget.InChat.of(chat.get(), mid.get()), at.get()))));
    }

    private static WebhookDecision genuine(List<PostChange> changes) {
        return new WebhookDecision.Genuine(changes, WebhookAnswer.text(200, "ok"));
    }

    private static Post post(OkAccount account, JsonNode delivery, OkTarget.InChat target, Instant at) {
        JsonNode sender = delivery.path("sender");
        JsonNode message = delivery.path("message");
        PostBuilder post = Post.builder(target.post(), at)
                .text(Fields.text(message, "text").orElse(""))
                .media(media(message));
        Fields.text(sender, "user_id")
                .map(OkPosts::withoutKind)
                .filter(id -> !id.isBlank() && id.length() <= 200)
                .ifPresent(id -> post.author(new AuthorRef(OkTarget.OK, id, Fields.text(sender, "name"))));
        account.onlyGroup().ifPresent(group -> post.discussion(Discussion.onPage(group)));
        return post.build();
    }

    private static List<MediaRef> media(JsonNode message) {
        return Fields.items(message, "attachments")
                .map(one -> new MediaRef(
                        OkPosts.kind(Fields.text(one, "type").orElse("")),
                        Fields.text(one.path("payload"), "url").flatMap(ChatWebhook::address)))
                .toList();
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
