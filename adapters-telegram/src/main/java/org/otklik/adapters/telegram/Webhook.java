package org.otklik.adapters.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.call.ApiError;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.json.Fields;
import org.otklik.adapters.json.UnreadableJson;
import org.otklik.adapters.json.WireJson;
import org.otklik.adapters.sign.Hmac;
import org.otklik.spi.Cursor;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PostPage;
import org.otklik.spi.WebhookAnswer;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what Telegram delivers, and looks whether it can; thread-safe. Nothing is signed: the secret that the host chose
 * stands in a header.
 */
final class Webhook {

    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
    private static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";
    private static final int LARGEST = 1 << 20;
    private static final Cursor NOTHING = new Cursor("1:");
    private static final WireJson JSON = WireJson.ofRequests();

    private final TgAccount account;
    private final Updates updates;

    Webhook(TgAccount account, Updates updates) {
        this.account = account;
        this.updates = updates;
    }

    WebhookDecision decode(WebhookRequest request) {
        Optional<String> secret = account.webhookSecret();
        if (secret.isEmpty()) {
            return rejected(403, "NO_SECRET");
        }
        if (!Hmac.same(secret.get(), request.header(HEADER).orElse(""))) {
            return rejected(403, "BAD_SECRET");
        }
        byte[] body = request.body();
        if (!request.method().equals("POST") || body.length > LARGEST) {
            return rejected(body.length > LARGEST ? 413 : 405, body.length > LARGEST ? "TOO_LARGE" : "BAD_METHOD");
        }
        try {
            return read(JSON.read(body));
        } catch (UnreadableJson e) {
            return rejected(400, "UNREADABLE");
        }
    }

    private static WebhookDecision rejected(int status, String reason) {
        return new WebhookDecision.Rejected(reason, WebhookAnswer.text(status, ""));
    }

    private WebhookDecision read(JsonNode update) {
        if (Fields.number(update, "update_id").isEmpty()) {
            return rejected(400, "INCOMPLETE");
        }
        if (account.number() == 0) {
            // Delivered again until the host has the token, whose number belongs into ids.
            return rejected(503, "NO_TOKEN");
        }
        account.refresh();
        Updates.Found found = new Updates.Found();
        updates.read(update, account.messages(), found);
        // Refused, it would come again and hold up all that follows.
        found.unreadable()
                .forEach(one -> LOG.warn("The update {} of {} cannot be read.", one.nativeId(), account.id()));
        return new WebhookDecision.Genuine(found.changes(), WebhookAnswer.text(200, "ok"));
    }

    /** Asks Telegram whether its deliveries arrive; brings no posts. */
    PostPage look(Duration every) {
        account.refresh();
        JsonNode state = account.read("getWebhookInfo", Map.of(), Duration.ZERO);
        if (Fields.text(state, "url").orElse("").isEmpty()) {
            throw failed(FailureKind.CONFIGURATION, "no-webhook");
        }
        Instant failed = Fields.seconds(state, "last_error_date").orElse(Instant.MIN);
        boolean late = state.path("pending_update_count").asInt() > 0;
        if (late && failed.isAfter(account.now().minus(every.multipliedBy(2)))) {
            throw failed(FailureKind.TRANSIENT, "deliveries-fail");
        }
        return PostPage.of(List.of(), NOTHING, false);
    }

    private CallFailed failed(FailureKind kind, String code) {
        return new CallFailed("The webhook of " + account.id(), ApiError.of(kind, code), false);
    }
}
