package org.otklik.adapters.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.otklik.adapters.json.Fields;
import org.otklik.adapters.json.UnreadableJson;
import org.otklik.adapters.json.WireJson;
import org.otklik.adapters.sign.Hmac;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.WebhookAnswer;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookRequest;

/**
 * Reads requests of the Callback API. VK signs nothing: a secret in the body and the community's id must be ours. The
 * answer is never made of what came, since VK obeys some words in it.
 */
final class Callback {

    private static final int LARGEST = 1 << 20;
    private static final WebhookAnswer TAKEN = WebhookAnswer.text(200, "ok");

    private final WireJson json = WireJson.ofRequests();
    private final SecretProvider secrets;
    private final Events events;

    Callback(SecretProvider secrets, Events events) {
        this.secrets = secrets;
        this.events = events;
    }

    WebhookDecision decode(VkSettings.Community community, WebhookRequest request) {
        byte[] body = request.body();
        if (body.length > LARGEST) {
            return rejected("TOO_LARGE", 413);
        }
        try {
            return decode(community, json.read(body));
        } catch (UnreadableJson e) {
            return rejected("NO_JSON", 400);
        }
    }

    static WebhookDecision rejected(String reason, int status) {
        return new WebhookDecision.Rejected(reason, WebhookAnswer.text(status, "rejected"));
    }

    private WebhookDecision decode(VkSettings.Community community, JsonNode event) {
        if (Fields.number(event, "group_id").orElse(0) != community.group()) {
            return rejected("OTHER_COMMUNITY", 403);
        }
        // VK asks for the confirmation before it knows the secret; the code proves the server and is worth nothing
        // else.
        if (Fields.text(event, "type").orElse("").equals("confirmation")) {
            return confirmation(community);
        }
        Optional<String> secret = secret(community, VkSettings.CALLBACK_SECRET);
        if (secret.isEmpty()) {
            return rejected("NO_SECRET_CONFIGURED", 403);
        }
        if (!Hmac.same(secret.get(), Fields.text(event, "secret").orElse(""))) {
            return rejected("BAD_SECRET", 403);
        }
        return new WebhookDecision.Genuine(events.changes(event, community.group()), TAKEN);
    }

    private WebhookDecision confirmation(VkSettings.Community community) {
        return secret(community, VkSettings.CALLBACK_CONFIRMATION)
                .<WebhookDecision>map(
                        code -> new WebhookDecision.Genuine(List.of(), WebhookAnswer.text(200, code.strip())))
                .orElseGet(() -> rejected("NO_CONFIRMATION_CONFIGURED", 403));
    }

    private Optional<String> secret(VkSettings.Community community, String name) {
        return secrets.secret(community.account(), name).filter(value -> !value.isBlank());
    }
}
