package org.otklik.adapters.max;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.otklik.adapters.json.UnreadableJson;
import org.otklik.adapters.json.WireJson;
import org.otklik.adapters.sign.Hmac;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.WatchedPage;
import org.otklik.spi.WebhookAnswer;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what MAX delivers: one update a request, proved by a secret in a header and by nothing else; thread-safe.
 *
 * <p>Whatever is genuine is answered with 200, since MAX counts every other answer as a failure and in the end delivers
 * nothing more: what cannot be read of it is left to polling.
 */
final class MaxWebhook {

    /** Name of the secret in the host's safe. */
    static final String SECRET = "webhook-secret";

    private static final Logger LOG = LoggerFactory.getLogger(MaxWebhook.class);
    private static final String HEADER = "X-Max-Bot-Api-Secret";
    private static final int LARGEST = 1 << 20;

    private final SecretProvider secrets;
    private final InstantSource time;
    private final WireJson json = WireJson.ofRequests();

    MaxWebhook(SecretProvider secrets, InstantSource time) {
        this.secrets = secrets;
        this.time = time;
    }

    WebhookDecision decode(MaxAccount account, List<WatchedPage> watched, WebhookRequest request) {
        String secret = secrets.secret(account.id(), SECRET).orElse("");
        Optional<String> given = request.header(HEADER);
        if (secret.isBlank()) {
            return rejected(403, "NO_SECRET");
        }
        if (!Hmac.same(secret, given.orElse(""))) {
            return rejected(403, "BAD_SECRET");
        }
        if (!request.method().equals("POST")) {
            return rejected(405, "BAD_METHOD");
        }
        byte[] body = request.body();
        return body.length > LARGEST ? rejected(413, "TOO_LARGE") : read(account, watched, body);
    }

    private static WebhookDecision rejected(int status, String reason) {
        return new WebhookDecision.Rejected(reason, WebhookAnswer.text(status, ""));
    }

    private WebhookDecision read(MaxAccount account, List<WatchedPage> watched, byte[] body) {
        JsonNode update;
        try {
            update = json.read(body);
        } catch (UnreadableJson e) {
            return rejected(400, "UNREADABLE");
        }
        if (!update.isObject()) {
            return rejected(400, "UNREADABLE");
        }
        Found found = new Found();
        new MaxUpdates(account, new MaxPages(watched), time).read(update, found);
        found.unreadable()
                .forEach(one -> LOG.warn("A webhook of {} brought something unreadable: {}", account.id(), one));
        return new WebhookDecision.Genuine(found.changes(), WebhookAnswer.text(200, "ok"));
    }
}
