package org.otklik.testkit.x;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.spi.WebhookRequest;
import org.otklik.testkit.SettableClock;

class XFakeStreamTest {

    private static final String RULES = "/2/tweets/search/stream/rules";
    private static final String STREAM = "/2/tweets/search/stream";

    private final SettableClock time = SettableClock.startingAt(Instant.parse("2026-07-24T21:23:23Z"));
    private final XFake x = XFake.open(time);
    private final Client client = new Client(x);
    private final String citizen = x.user("Citizen");

    @AfterEach
    void close() {
        x.close();
    }

    private JsonNode add(String value) {
        return client.post(RULES, x.bearer(), "{\"add\":[{\"value\":" + Json.text(value) + ",\"tag\":\"q\"}]}")
                .body();
    }

    private BufferedReader open(String query) throws IOException, InterruptedException {
        HttpResponse<java.io.InputStream> response = client.http()
                .send(
                        HttpRequest.newBuilder(client.uri(STREAM + query))
                                .header("Authorization", "Bearer " + x.bearer())
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(200, response.statusCode());
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    @Test
    void rules_are_added_once_listed_tried_and_deleted() {
        assertEquals(1, add("яма").at("/meta/summary/created").asInt());
        assertEquals(0, add("яма").at("/meta/summary/created").asInt());
        assertEquals(1, add("(яма").at("/meta/summary/invalid").asInt());
        assertEquals(1, add("я".repeat(1025)).at("/meta/summary/invalid").asInt());
        client.post(RULES + "?dry_run=true", x.bearer(), "{\"add\":[{\"value\":\"лужа\"}]}");

        JsonNode listed = client.get(RULES, x.bearer()).body();
        assertEquals(1, listed.path("data").size());

        String id = listed.at("/data/0/id").asText();
        JsonNode deleted = client.post(RULES, x.bearer(), "{\"delete\":{\"ids\":[\"" + id + "\",\"1\"]}}")
                .body();
        assertEquals(1, deleted.at("/meta/summary/deleted").asInt());
        assertEquals(1, deleted.at("/meta/summary/not_deleted").asInt());
        assertFalse(client.get(RULES, x.bearer()).body().has("data"));
    }

    @Test
    void a_stream_needs_rules() {
        assertEquals(409, client.get(STREAM, x.bearer()).status());
    }

    @Test
    void posts_that_match_flow_with_signs_of_life_until_the_end() throws Exception {
        add("яма");
        try (BufferedReader lines = open("?tweet.fields=author_id&expansions=author_id")) {
            x.post(citizen, "лужа");
            String id = x.post(citizen, "яма");
            x.streams().heartbeat();
            x.streams().disconnect();

            JsonNode post = Client.JSON.readTree(lines.readLine());
            assertEquals(id, post.at("/data/id").asText());
            assertEquals("q", post.at("/matching_rules/0/tag").asText());
            assertEquals("Citizen", post.at("/includes/users/0/username").asText());
            assertEquals("", lines.readLine());
            assertTrue(lines.readLine().contains("operational-disconnect"));
            assertEquals(null, lines.readLine());
        }
    }

    @Test
    void a_line_can_break() throws Exception {
        add("яма");
        try (BufferedReader lines = open("")) {
            x.streams().cut();

            assertThrows(IOException.class, lines::readLine);
        }
    }

    @Test
    void there_is_one_connection_until_the_client_leaves() throws Exception {
        add("яма");
        BufferedReader lines = open("");

        Client.Answer second = client.get(STREAM, x.bearer());
        assertEquals(429, second.status());
        assertEquals(
                "TooManyConnections", second.body().path("connection_issue").asText());

        lines.close();
        open("").close();
    }

    @Test
    void what_happens_to_an_account_is_delivered_with_a_signature() throws Exception {
        String office = x.user("samara_region");
        XAccount account = x.oauth1(office);
        String post = x.post(citizen, "@samara_region яма");

        WebhookRequest delivery = x.nextWebhook(office).orElseThrow();

        JsonNode data = Client.JSON.readTree(delivery.body()).path("data");
        assertEquals("post.mention.create", data.path("event_type").asText());
        assertEquals(post, data.at("/payload/id").asText());
        assertEquals("0", data.at("/payload/public_metrics/like_count_str").asText());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(account.consumerSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertEquals(
                "sha256=" + Base64.getEncoder().encodeToString(mac.doFinal(delivery.body())),
                delivery.header("x-twitter-webhooks-signature").orElseThrow());
        assertTrue(x.nextWebhook(office).isEmpty());
    }
}
