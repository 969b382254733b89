package org.otklik.testkit.max;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.testkit.SettableClock;

/** Wrong clients are refused, right ones are served; the client here is written without any adapter. */
class MaxFakeTest {

    private static final long CHANNEL = -70;
    private static final long GROUP = -71;
    private static final long DIALOG = 72;

    private final SettableClock clock = SettableClock.startingAt(Instant.parse("2026-11-19T06:00:00Z"));
    private final HttpClient http = HttpClient.newHttpClient();
    private final MaxFake fake = MaxFake.open(clock)
            .person(1, "Мария")
            .bot(2, "Бот", "token")
            .channel(CHANNEL, "Канал", 2)
            .group(GROUP, "Группа", 2)
            .dialog(DIALOG, 2);
    private final String post = fake.post(CHANNEL, "Спрашивайте");

    @AfterEach
    void close() {
        fake.close();
    }

    /** What came back. */
    private record Answer(int status, JsonNode body) {

        String code() {
            return status + " " + body.path("code").asText();
        }
    }

    private Answer send(String method, String path, String token, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(fake.address() + path))
                .header("Authorization", token)
                .header("Content-Type", "application/json");
        try {
            HttpResponse<String> answer = http.send(
                    request.method(
                                    method,
                                    body.isEmpty()
                                            ? HttpRequest.BodyPublishers.noBody()
                                            : HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), new ObjectMapper().readTree(answer.body()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private Answer get(String path) {
        clock.advance(Duration.ofSeconds(1));
        return send("GET", path, "token", "");
    }

    private Answer post(String path, String body) {
        clock.advance(Duration.ofSeconds(1));
        return send("POST", path, "token", body);
    }

    @Test
    void only_a_bare_token_in_the_header_opens() {
        assertEquals(200, get("/me").status());
        assertEquals("401 verify.token", send("GET", "/me", "Bearer token", "").code());
        assertEquals("401 verify.token", send("GET", "/me", "other", "").code());
        assertEquals("401 verify.token", get("/me?access_token=token").code());
        fake.revoke("token");
        assertEquals("401 verify.token", get("/me").code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/messages?chat_id=-71&from=1",
                "/messages?chat_id=-71&to=1",
                "/messages?chat_id=-71&count=0",
                "/messages?chat_id=-71&count=101",
                "/messages?chat_id=-71&before=-1",
                "/messages?count=1",
                "/updates?limit=101",
                "/updates?limit=0",
                "/updates?timeout=31",
                "/updates?marker=77",
                "/updates?marker=x",
                "/updates?offset=1"
            })
    void questions_that_the_network_does_not_take_are_refused(String path) {
        assertEquals("400 proto.payload", get(path).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"\"}",
                "{}",
                "[]",
                "{",
                "{\"text\":\"a\",\"chat_id\":72}",
                "{\"text\":\"a\",\"link\":{\"type\":\"forward\",\"mid\":\"m\"}}",
                "{\"text\":\"a\",\"link\":{\"type\":\"reply\",\"mid\":\"nobody\"}}",
                "{\"text\":\"a\",\"link\":{\"mid\":\"m\"}}"
            })
    void bodies_that_the_network_does_not_take_are_refused(String body) {
        assertEquals("400 proto.payload", post("/messages?chat_id=72", body).code());
        assertEquals(
                "400 proto.payload",
                post("/messages/" + post + "/comments", body).code());
    }

    @Test
    void addresses_stand_in_the_query_and_length_is_limited() {
        assertEquals("400 proto.payload", post("/messages", "{\"text\":\"a\"}").code());
        assertEquals(
                "400 proto.payload",
                post("/messages?chat_id=72&user_id=1", "{\"text\":\"a\"}").code());
        assertEquals(
                200,
                post("/messages?chat_id=72", "{\"text\":\"" + "д".repeat(4000) + "\"}")
                        .status());
        assertEquals(
                "400 proto.payload",
                post("/messages?chat_id=72", "{\"text\":\"" + "д".repeat(4001) + "\"}")
                        .code());
        assertEquals(
                "400 proto.payload",
                post("/messages?chat_id=-70", "{\"text\":\"a\",\"notify\":false}")
                        .code());
        assertEquals(
                "400 proto.payload",
                post("/messages/" + post + "/comments", "{\"text\":\"a\",\"notify\":true}")
                        .code());
    }

    @Test
    void too_fast_a_client_is_refused() {
        assertEquals(200, send("GET", "/updates", "token", "").status());
        clock.advance(Duration.ofMillis(299));
        assertEquals(
                "429 too.many.requests", send("GET", "/updates", "token", "").code());
        clock.advance(Duration.ofMillis(300));
        assertEquals(
                "429 too.many.requests", send("GET", "/updates", "token", "").code());
        clock.advance(Duration.ofSeconds(2));
        for (int i = 0; i < 30; i++) {
            assertEquals(200, send("GET", "/me", "token", "").status());
        }
        assertEquals("429 too.many.requests", send("GET", "/me", "token", "").code());
    }

    @Test
    void a_marker_gives_up_what_came_before_and_without_one_nothing_is_given_up() {
        fake.say(DIALOG, 1, "Раз");
        fake.say(DIALOG, 1, "Два");
        long all = get("/updates").body().path("marker").asLong();

        assertEquals(all, get("/updates").body().path("marker").asLong());
        assertEquals(5, get("/updates").body().path("updates").size());
        assertEquals(0, get("/updates?marker=" + all).body().path("updates").size());
        assertEquals(0, get("/updates?marker=0").body().path("updates").size(), "What was given up is gone.");
        fake.say(DIALOG, 1, "Три");
        assertEquals(1, get("/updates").body().path("updates").size());
        clock.advance(Duration.ofHours(25));
        assertEquals(0, get("/updates").body().path("updates").size(), "Updates are kept for a day.");
    }

    @Test
    void a_plain_member_hears_nothing_but_that_it_came() {
        get("/updates?marker=3");
        fake.permit(GROUP, 2);
        fake.say(GROUP, 1, "@Бот, яма!");

        assertEquals(0, get("/updates").body().path("updates").size());
        assertEquals("403 chat.denied", get("/messages?chat_id=-71").code());
        assertFalse(get("/chats/-71/members/me").body().path("is_admin").asBoolean());
        assertEquals(200, post("/messages?chat_id=-71", "{\"text\":\"a\"}").status(), "It may talk.");
    }

    @Test
    void what_is_not_there_or_not_allowed_is_said_in_the_networks_words() {
        assertEquals("404 not.found", get("/messages/nobody").code());
        assertEquals("404 not.found", get("/chats/-1").code());
        assertEquals("404 not.found", get("/nowhere").code());
        assertEquals(
                "400 proto.payload",
                get("/messages/" + post + "/comments/nobody").code());
        fake.comments(CHANNEL, false);
        assertEquals(
                "500 internal.error",
                post("/messages/" + post + "/comments", "{\"text\":\"a\"}").code());
        fake.permit(CHANNEL, 2, "read_all_messages");
        assertEquals(
                "403 chat.denied",
                post("/messages/" + post + "/comments", "{\"text\":\"a\"}").code());
        assertEquals(
                "403 chat.denied",
                post("/messages?chat_id=-70", "{\"text\":\"a\"}").code());
    }

    @Test
    void a_subscriber_is_sent_updates_and_polls_no_longer() {
        assertFalse(post("/subscriptions", "{\"url\":\"http://example.org\"}")
                .body()
                .path("success")
                .asBoolean());
        assertFalse(post("/subscriptions", "{\"url\":\"https://example.org:8443\"}")
                .body()
                .path("success")
                .asBoolean());
        assertEquals(
                "400 proto.payload",
                post("/subscriptions", "{\"url\":\"https://example.org\",\"secret\":\"a b\"}")
                        .code());
        assertTrue(post("/subscriptions", "{\"url\":\"https://example.org\",\"secret\":\"hook-1\"}")
                .body()
                .path("success")
                .asBoolean());

        fake.comment(post, 1, "Яма");
        assertEquals("405 method.not.allowed", get("/updates").code());
        MaxDelivery delivery = fake.hooks(2).next().orElseThrow();
        assertEquals(Optional.of("hook-1"), delivery.secret());
        assertEquals(List.of("https://example.org"), fake.hooks(2).addresses());
        assertTrue(send("DELETE", "/subscriptions?url=https%3A%2F%2Fexample.org", "token", "")
                .body()
                .path("success")
                .asBoolean());
        assertEquals(200, get("/updates").status());
    }

    @Test
    void history_comes_newest_first_between_two_instants() {
        for (int i = 0; i < 5; i++) {
            fake.say(GROUP, 1, "Слово " + i);
            clock.advance(Duration.ofSeconds(1));
        }
        JsonNode all = get("/messages?chat_id=-71").body().path("messages");
        long newest = all.get(0).path("timestamp").asLong();
        long oldest = all.get(4).path("timestamp").asLong();
        JsonNode inner = get("/messages?chat_id=-71&before=" + newest + "&after=" + oldest + "&count=2")
                .body()
                .path("messages");

        assertEquals("Слово 4", all.get(0).path("body").path("text").asText());
        assertEquals(2, inner.size());
        assertEquals("Слово 3", inner.get(0).path("body").path("text").asText());
    }
}
