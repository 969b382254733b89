package org.otklik.testkit.vk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StreamingTest extends VkTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    private final class Ear implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence piece, boolean last) {
            text.append(piece);
            if (last) {
                heard.add(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            heard.add("broken");
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            heard.add("broken");
        }
    }

    private JsonNode rules(String method, String body) {
        JsonNode server = client.call("streaming.getServerUrl", service).path("response");
        String address = "http://" + server.path("endpoint").asText() + "/rules/?key="
                + server.path("key").asText();
        return client.read(client.send(HttpRequest.newBuilder(URI.create(address))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .body());
    }

    private void listen() {
        JsonNode server = client.call("streaming.getServerUrl", service).path("response");
        URI address = URI.create("ws://" + server.path("endpoint").asText() + "/stream/?stream_id=1&key="
                + server.path("key").asText());
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new Ear())
                .join();
        assertTrue(vk.streaming().await(1, LONG));
    }

    private String next() throws InterruptedException {
        String message = heard.poll(LONG.toSeconds(), TimeUnit.SECONDS);
        assertNotNull(message);
        return message;
    }

    @Test
    void rules_are_kept_by_their_tags() {
        String rule = "{\"rule\":{\"value\":\"яма\",\"tag\":\"t1\"}}";

        assertEquals(200, rules("POST", rule).path("code").asInt());
        assertEquals(2001, rules("POST", rule).at("/error/error_code").asInt());
        assertEquals(
                2003,
                rules("POST", "{\"rule\":{\"value\":\"-яма\",\"tag\":\"t2\"}}")
                        .at("/error/error_code")
                        .asInt());
        assertEquals("яма", rules("GET", "").at("/rules/0/value").asText());
        assertEquals(200, rules("DELETE", "{\"tag\":\"t1\"}").path("code").asInt());
        assertEquals(
                2002,
                rules("DELETE", "{\"tag\":\"t1\"}").at("/error/error_code").asInt());
        assertTrue(rules("GET", "").path("rules").isNull());
    }

    @Test
    void what_matches_a_rule_comes_on_the_socket() throws InterruptedException {
        rules("POST", "{\"rule\":{\"value\":\"яма\",\"tag\":\"t1\"}}");
        listen();

        String post = post("Лужа");
        vk.comment(post, ANNA, "Яма " + "и лужа ".repeat(20_000));

        JsonNode event = client.read(next()).path("event");
        assertEquals("comment", event.path("event_type").asText());
        assertEquals("t1", event.at("/tags/0").asText());
        assertEquals(number(post), event.at("/event_id/post_id").asInt());
        assertTrue(event.path("text").asText().startsWith("Яма и лужа"));
    }

    @Test
    void a_line_may_break() throws InterruptedException {
        listen();

        vk.streaming().cut();

        assertEquals("broken", next());
        assertTrue(vk.streaming().await(0, LONG));
    }
}
