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
        return proven(body(text));
    }

    @Override
    protected WebhookRequest proven(byte[] body) {
        return request(body, "secret=hook-canary", "217.20.145.193");
    }

    @Override
    protected WebhookRequest withWrongSecret(String text) {
        return request(body(text), "secret=hook-canar", "217.20.145.193");
    }

    static byte[] body(String text) {
        String body = "{\"sender\":{\"user_id\":\"user:500000000002\",\"name\":\"Мария Петрова\"},"
                + "\"recipient\":{\"chat_id\":\"chat:C3ecb9d02a600\"},\"message\":{\"text\":\"" + text
                + "\",\"seq\":98211023614189660,\"mid\":\"mid:C3ecb9d02a600.15cea67d78d2059\"},"
                + "\"timestamp\":1498581292941}";
        return body.getBytes(StandardCharsets.UTF_8);
    }

    static WebhookRequest request(byte[] body, String query, String from) {
        Map<String, List<String>> headers = Map.of("Content-Type", List.of("application/json"));
        return WebhookRequest.of("POST", query, headers, body, Optional.of(from));
    }
}
