package org.otklik.testkit.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.testkit.SettableClock;

/** What a client does wrong is refused as the networks refuse it. */
class WrongClientsTest {

    private final MetaFake fake = MetaFake.open(SettableClock.startingAt(Instant.parse("2026-11-19T06:00:00Z")));
    private final String page = fake.page("Заречинск");
    private final Client client = Client.of(fake, fake.pageToken(page));
    private final String post = fake.post(page, page, "Новости");

    @AfterEach
    void close() {
        fake.close();
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(fake.address() + pathAndQuery));
    }

    @Test
    void a_call_without_proof_or_with_a_wrong_one_is_refused() {
        assertEquals(
                100,
                Client.send(request("/v25.0/" + page).header("Authorization", "Bearer " + client.token))
                        .code());
        assertEquals(100, client.get(page, "appsecret_proof", "00").code());

        fake.quirks().proofNeeded(false);
        assertEquals(
                200,
                Client.send(request("/v25.0/" + page).header("Authorization", "Bearer " + client.token))
                        .status());
        assertEquals(100, client.get(page, "appsecret_proof", "00").code());
    }

    @Test
    void a_call_without_token_or_with_an_unknown_one_or_with_one_in_the_address_is_refused() {
        assertEquals(2500, Client.send(request("/v25.0/" + page)).code());
        assertEquals(190, Client.of(fake, "EAAnobody").get(page).code());
        assertEquals(
                190,
                Client.send(request("/v25.0/" + page + "?access_token=" + client.token))
                        .code());
    }

    @ParameterizedTest
    @CsvSource({
        "/v25.0/me/likes_of_nobody, 2500",
        "/v25.0/me/feed/more, 2500",
        "/v19.0/me, 2500",
        "/me, 2500",
        "/v25.0/999, 100",
        "/v25.0/me/replies, 100"
    })
    void unknown_paths_are_refused(String path, int code) {
        assertEquals(
                code,
                Client.send(request(path + "?appsecret_proof=" + proof())
                                .header("Authorization", "Bearer " + client.token))
                        .code());
    }

    private String proof() {
        return Hmac.sha256(fake.appSecret(), client.token.getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "limit;101",
                "limit;-1",
                "limit;many",
                "order;newest",
                "filter;all",
                "since;yesterday",
                "after;nonsense",
                "count;10",
                "fields;text",
                "fields;parent{caption}"
            })
    void wrong_parameters_of_a_list_are_refused(String name, String value) {
        fake.comment(fake.comment(post, page, "Раз"), page, "Два");

        assertEquals(
                100,
                client.get(post + "/comments", "filter", "stream", name, value).code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"id,", "id,from{", "from{}", "comments.limit", "ID", "id}"})
    void fields_that_cannot_be_read_are_refused(String fields) {
        assertEquals(2500, client.get(post, "fields", fields).code());
    }

    @Test
    void wrong_bodies_are_refused() {
        String path = "/v25.0/" + post + "/comments?appsecret_proof=" + proof();

        assertEquals(
                100,
                Client.send(request(path)
                                .header("Authorization", "Bearer " + client.token)
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("message=да")))
                        .code());
        assertEquals(
                100,
                Client.send(request(path)
                                .header("Authorization", "Bearer " + client.token)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{")))
                        .code());
        assertEquals(100, client.post(post + "/comments").code());
        assertEquals(100, client.post(post + "/comments", "message", " ").code());
        assertEquals(100, client.post(post + "/comments", "text", "да").code());
        assertEquals(
                100,
                client.post(post + "/comments", "message", "д".repeat(8_001)).code());
        assertEquals(0, fake.writes());
    }

    @Test
    void json_is_taken_as_well_as_a_form() {
        Client.Answer answer = Client.send(request("/v25.0/" + post + "/comments?appsecret_proof=" + proof())
                .header("Authorization", "Bearer " + client.token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"message\":\"Заделаем.\"}")));

        assertEquals(200, answer.status());
        assertEquals(List.of("Заделаем."), fake.repliesTo(post));
    }

    @Test
    void what_belongs_to_others_is_neither_read_nor_written() {
        String other = fake.page("Луговград");
        String foreign = fake.post(other, other, "Чужое");

        assertEquals(10, client.get(other + "/feed").code());
        assertEquals(33, client.get(foreign).subcode());
        assertEquals(200, client.post(foreign + "/comments", "message", "да").code());
        assertEquals(200, client.delete(foreign).code());
        assertEquals(200, client.post(other + "/feed", "message", "да").code());
    }

    @Test
    void an_error_says_what_its_kind_is() {
        Client.Answer answer = client.get("999");

        assertEquals(400, answer.status());
        assertEquals("OAuthException", answer.body().at("/error/type").asText());
        assertTrue(answer.body().at("/error").has("fbtrace_id"));
        assertEquals(33, answer.subcode());
    }
}
