package org.otklik.adapters.ok;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.spi.WebhookRequest;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.WebhookContract;
import org.otklik.testkit.SettableClock;

class OkWebhookTest extends WebhookContract {

    @Override
    protected NetworkUnderTest networkUnderTest(SettableClock time) {
        return OkNetworkUnderTest.reading(time);
    }

    @Override
    protected WebhookRequest genuineRequest(String text) {
        return delivery(text, "secret=hook-canary", Optional.of("217.20.145.193"));
    }

    static WebhookRequest delivery(String text, String query, Optional<String> from) {
        String body = "{\"sender\":{\"user_id\":\"user:500000000002\",\"name\":\"Мария Петрова\"},"
                + "\"recipient\":{\"chat_id\":\"chat:C3ecb9d02a600\"},\"message\":{\"text\":\"" + text
                + "\",\"seq\":98211023614189660,\"mid\":\"mid:C3ecb9d02a600.15cea67d78d2059\"},"
                + "\"timestamp\":1498581292941}";
        return WebhookRequest.of(
                "POST",
                query,
                Map.of("Content-Type", List.of("application/json")),
                body.getBytes(StandardCharsets.UTF_8),
                from);
    }
}
