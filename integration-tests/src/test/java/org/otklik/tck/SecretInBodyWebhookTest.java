package org.otklik.tck;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.json.UnreadableJson;
import org.otklik.adapters.json.WireJson;
import org.otklik.adapters.sign.Hmac;
import org.otklik.spi.WebhookRequest;
import org.otklik.testkit.InMemoryNetwork;

/** A network that signs nothing and sends a secret with each event, as VK does. */
class SecretInBodyWebhookTest extends SignedWebhookTest {

    @Override
    SignedDecoder decoder(InMemoryNetwork network) {
        return new SignedDecoder(network) {
            @Override
            boolean isGenuine(Optional<String> secret, WebhookRequest request) {
                try {
                    JsonNode json = json(request.body());
                    return Hmac.same(secret.orElse(""), json.path("secret").asText());
                } catch (UnreadableJson e) {
                    return false;
                }
            }
        };
    }

    private static WebhookRequest request(String text, String secret) {
        byte[] body = WireJson.ofRequests().write(Map.of("id", "1", "text", text, "secret", secret));
        return WebhookRequest.of("POST", "", Map.of(), body, Optional.empty());
    }

    @Override
    protected WebhookRequest genuineRequest(String text) {
        return request(text, SignedDecoder.KEY);
    }

    @Override
    protected WebhookRequest proven(byte[] body) {
        return WebhookRequest.of("POST", "", Map.of("Accept", List.of("*/*")), body, Optional.empty());
    }

    @Override
    protected WebhookRequest withWrongSecret(String text) {
        return request(text, "another secret");
    }

    @Override
    protected Optional<String> signatureHeader() {
        return Optional.empty();
    }
}
