package org.otklik.adapters.max.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.max.MaxDelivery;
import org.otklik.testkit.max.MaxFake;
import org.otklik.testkit.wire.WireAnswer;

class MaxSchemaInspectorTest {

    private static final long CHANNEL = -70801090403050L;
    private static final long DIALOG = 182182182;

    private final HttpClient http = HttpClient.newHttpClient();
    private final MaxFake max = MaxJudged.open(SettableClock.startingAt(Instant.parse("2026-11-19T06:00:00Z")))
            .withoutLimits()
            .person(1, "Мария")
            .bot(2, "Заречинск", "token")
            .channel(CHANNEL, "Заречинск официально", 2)
            .dialog(DIALOG, 2);
    private final String post = max.post(CHANNEL, "Спрашивайте");
    private final String comment = max.comment(post, 1, "Яма на улице Победы");

    @BeforeEach
    void something_to_judge_by() {
        assumeTrue(MaxJudged.canJudge(), "../shared/schemas/max is not there, so nothing can be judged.");
    }

    @AfterEach
    void close() {
        max.close();
    }

    private int send(String method, String path, Optional<String> body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(max.address() + path)).header("Authorization", "token");
        body.ifPresent(json -> request.header("Content-Type", "application/json"));
        try {
            return http.send(
                            request.method(
                                            method,
                                            body.map(HttpRequest.BodyPublishers::ofString)
                                                    .orElseGet(HttpRequest.BodyPublishers::noBody))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int get(String path) {
        return send("GET", path, Optional.empty());
    }

    private int post(String path, String body) {
        return send("POST", path, Optional.of(body));
    }

    @Test
    void all_that_is_right_passes() {
        String mid = max.say(DIALOG, 1, "Здравствуйте");
        max.reply(mid, 1, "Ещё одно");
        max.forward(mid, DIALOG, 1);
        max.show(DIALOG, 1);
        max.edit(comment, "Большая яма");
        max.remove(max.comment(post, 1, "Не то"));
        max.expel(CHANNEL, 2);
        max.admit(CHANNEL, 2);

        assertEquals(200, get("/updates?limit=100&timeout=0"));
        assertEquals(200, get("/me"));
        assertEquals(200, get("/chats/" + CHANNEL));
        assertEquals(200, get("/chats/" + CHANNEL + "/members/me"));
        assertEquals(200, get("/messages?chat_id=" + DIALOG + "&count=3&after=0&before=1800000000000"));
        assertEquals(200, get("/messages?message_ids=" + mid));
        assertEquals(200, get("/messages/" + post));
        assertEquals(200, get("/messages/" + post + "/comments?count=100"));
        assertEquals(200, get("/messages/" + post + "/comments/" + comment));
        assertEquals(200, post("/messages?chat_id=" + DIALOG, "{\"text\":\"Засыплем\"}"));
        String answer = "{\"text\":\"Засыплем\",\"link\":{\"type\":\"reply\",\"mid\":\"" + comment + "\"}}";
        assertEquals(200, post("/messages/" + post + "/comments", answer));
        assertEquals(200, post("/subscriptions", "{\"url\":\"https://example.org/max\",\"secret\":\"hook-1\"}"));
        assertEquals(200, get("/subscriptions"));
        assertEquals(405, get("/updates"));
        assertEquals(200, send("DELETE", "/subscriptions?url=https%3A%2F%2Fexample.org%2Fmax", Optional.empty()));
        MaxJudged.assertNoViolations(max);
    }

    @Test
    void refusals_are_as_described() {
        assertEquals(404, get("/chats/-1"));
        assertEquals(404, get("/messages/mid.1"));
        assertEquals(400, get("/messages/" + post + "/comments/mid.1"));
        assertEquals(400, get("/messages"));
        max.permit(CHANNEL, 2);
        assertEquals(403, get("/messages?chat_id=" + CHANNEL));
        max.revoke("token");
        assertEquals(401, get("/me"));
        MaxJudged.assertNoViolations(max);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/updates?limit=1001",
                "/updates?timeout=91",
                "/updates?marker=x",
                "/updates?colour=red",
                "/messages?chat_id=many",
                "/messages?chat_id=1&count=101",
                "/messages?chat_id=1&before=-1",
                "/messages?chat_id=1&from=1",
                "/me?access_token=token",
                "/chats",
                "/chats/x/members/everybody"
            })
    void questions_that_are_not_described_are_objected_to(String path) {
        assertEquals(418, get(path));
        assertEquals(1, max.server().violations().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"a\",\"colour\":\"red\"}",
                "{\"text\":1}",
                "{\"text\":\"a\",\"link\":{\"type\":\"answer\",\"mid\":\"mid.1\"}}",
                "{\"text\":\"a\",\"link\":{\"type\":\"reply\"}}",
                "{\"text\":\"a\",\"link\":{\"type\":\"reply\",\"mid\":\"\"}}",
                "{\"text\":\"a\",\"format\":\"plain\"}",
                "{"
            })
    void bodies_that_are_not_described_are_objected_to(String body) {
        assertEquals(418, post("/messages?chat_id=" + DIALOG, body));
        assertEquals(418, post("/messages/" + post + "/comments", body));
    }

    @Test
    void too_long_a_text_is_objected_to() {
        assertEquals(200, post("/messages?chat_id=" + DIALOG, "{\"text\":\"" + "д".repeat(4000) + "\"}"));
        assertEquals(418, post("/messages?chat_id=" + DIALOG, "{\"text\":\"" + "д".repeat(4001) + "\"}"));
        assertThrows(AssertionError.class, () -> MaxJudged.assertNoViolations(max));
    }

    @Test
    void answers_that_are_not_described_are_objected_to() {
        String recipient = "\"recipient\":{\"chat_type\":\"chat\"}";
        for (String answer : List.of(
                "{\"updates\":{}}",
                "{\"marker\":1}",
                "{\"updates\":[],\"marker\":\"1\"}",
                "{\"updates\":[{\"update_type\":\"message_created\",\"timestamp\":1}]}",
                "{\"updates\":[{\"update_type\":\"message_removed\",\"timestamp\":1,\"message_id\":\"m\"}]}",
                "{\"updates\":[{\"update_type\":\"message_created\",\"timestamp\":1,\"message\":{" + recipient
                        + ",\"timestamp\":\"1\",\"body\":{\"mid\":\"m\",\"seq\":1}}}]}",
                "{\"updates\":[{\"update_type\":\"message_created\",\"timestamp\":1,\"message\":{" + recipient
                        + ",\"timestamp\":1,\"colour\":1,\"body\":{\"mid\":\"m\",\"seq\":1}}}]}")) {
            max.trouble().answerReading(WireAnswer.of(200, "application/json", answer));
            assertEquals(418, get("/updates"), answer);
        }
        max.trouble().answerReading(WireAnswer.of(202, "application/json", "{}"));
        assertEquals(418, get("/updates"));
        max.trouble().answerReading(WireAnswer.of(500, "application/json", "{\"error\":\"x\"}"));
        assertEquals(418, get("/updates"));
    }

    @Test
    void what_is_delivered_is_judged_too() {
        max.hooks(2).subscribe("https://example.org/max", "hook-1");
        max.comment(post, 1, "Ещё яма");
        MaxDelivery delivery = max.hooks(2).next().orElseThrow();

        assertEquals(List.of(), MaxJudged.judge().delivered(delivery.body()));
        String wrong = new String(delivery.body(), StandardCharsets.UTF_8).replace("chat_type", "kind");
        assertNotEquals(List.of(), MaxJudged.judge().delivered(wrong.getBytes(StandardCharsets.UTF_8)));
    }
}
