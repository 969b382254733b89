package org.otklik.testkit.x;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.testkit.Fault;
import org.otklik.testkit.SettableClock;

class XFakeWritingTest {

    private final SettableClock time = SettableClock.startingAt(Instant.parse("2026-07-24T21:23:23Z"));
    private final XFake x = XFake.open(time);
    private final Client client = new Client(x);
    private final String citizen = x.user("Citizen");
    private final String office = x.user("samara_region");

    @AfterEach
    void close() {
        x.close();
    }

    @Test
    void a_reply_stands_under_its_post() {
        String post = x.post(citizen, "Яма");

        Client.Answer sent = client.reply(office, post, "Засыплем");

        assertEquals(201, sent.status());
        assertEquals(List.of("Засыплем"), x.repliesTo(post));
        assertEquals("@Citizen Засыплем", sent.body().at("/data/text").asText());
        assertEquals(
                sent.body().at("/data/id").asText(),
                client.get("/2/users/" + office + "/tweets", x.accessToken(office))
                        .ids());
    }

    @Test
    void a_second_copy_is_a_duplicate_for_a_day() {
        String post = x.post(citizen, "Яма");
        client.reply(office, post, "Засыплем");

        Client.Answer second = client.reply(office, post, "Засыплем");

        assertEquals(403, second.status());
        assertEquals(Problems.DUPLICATE, second.detail());
        assertEquals(
                201, client.reply(office, x.post(citizen, "Лужа"), "Засыплем").status());
        time.advance(Duration.ofHours(25));
        x.renew(office);
        assertEquals(201, client.reply(office, post, "Засыплем").status());
    }

    @Test
    void bodies_that_the_schema_does_not_know_are_refused() {
        String token = x.accessToken(office);

        assertEquals(
                400,
                client.post("/2/tweets", token, "{\"text\":\"a\",\"colour\":\"red\"}")
                        .status());
        assertEquals(
                400,
                client.post("/2/tweets", token, "{\"text\":\"a\",\"reply\":null}")
                        .status());
        assertEquals(
                400,
                client.post("/2/tweets", token, "{\"text\":\"a\",\"reply\":{\"in_reply_to_post_id\":\"1\"}}")
                        .status());
        assertEquals(400, client.post("/2/tweets", token, "{\"text\":\"\"}").status());
        assertEquals(400, client.post("/2/tweets", token, "{").status());
        assertEquals(
                403,
                client.post("/2/tweets", token, "{\"text\":\"" + "№".repeat(141) + "\"}")
                        .status());
        assertEquals(
                415,
                client.send(HttpRequest.newBuilder(client.uri("/2/tweets"))
                                .header("Authorization", "Bearer " + token)
                                .POST(HttpRequest.BodyPublishers.ofString("text=a")))
                        .status());
    }

    @Test
    void what_is_gone_cannot_be_answered() {
        String post = x.post(citizen, "Яма");
        x.delete(post);

        assertEquals(Problems.GONE, client.reply(office, post, "Засыплем").detail());
    }

    @Test
    void self_serve_applications_answer_only_who_turned_to_them() {
        x.selfServe(true);
        x.indexLag(Duration.ofSeconds(20));
        String stranger = x.post(citizen, "Яма");
        String asking = x.post(citizen, "@samara_region, яма");

        assertEquals(
                Problems.NOT_ENGAGED, client.reply(office, stranger, "Засыплем").detail());
        assertEquals(403, client.reply(office, asking, "Засыплем").status());
        time.advance(Duration.ofSeconds(21));
        assertEquals(201, client.reply(office, asking, "Засыплем").status());
        assertEquals(List.of("Засыплем"), x.repliesTo(asking));
    }

    @Test
    void only_users_write() {
        Client.Answer answer = client.post("/2/tweets", x.bearer(), "{\"text\":\"a\"}");

        assertEquals(403, answer.status());
        assertTrue(answer.body().path("type").asText().endsWith("unsupported-authentication"));
        assertEquals(401, client.post("/2/tweets", "nobody", "{\"text\":\"a\"}").status());
        assertEquals(
                403,
                client.get("/2/tweets/search/stream/rules", x.accessToken(office))
                        .status());
    }

    @Test
    void lost_answers_leave_or_do_not_leave_a_reply() {
        String post = x.post(citizen, "Яма");
        x.breakNext(Fault.TIMEOUT_BEFORE_APPLYING);
        assertThrows(UncheckedIOException.class, () -> client.reply(office, post, "Засыплем"));
        assertEquals(List.of(), x.repliesTo(post));

        x.breakNext(Fault.TIMEOUT_AFTER_APPLYING);
        assertThrows(UncheckedIOException.class, () -> client.reply(office, post, "Засыплем"));
        assertEquals(List.of("Засыплем"), x.repliesTo(post));
    }

    @Test
    void a_hidden_reply_is_seen_by_its_author_only() {
        String post = x.post(citizen, "Яма");
        x.breakNext(Fault.HIDDEN_REPLY);
        String id = client.reply(office, post, "Засыплем").body().at("/data/id").asText();

        assertEquals("", client.get("/2/tweets?ids=" + id, x.bearer()).ids());
        assertEquals(
                id, client.get("/2/tweets?ids=" + id, x.accessToken(office)).ids());
        assertEquals(
                id,
                client.get("/2/users/" + office + "/tweets", x.accessToken(office))
                        .ids());
        assertEquals("", client.search("засыплем", "").ids());
    }

    @Test
    void a_dead_token_stays_dead_until_it_is_renewed() {
        String post = x.post(citizen, "Яма");
        x.breakNext(Fault.TOKEN_DEAD);

        assertEquals(401, client.reply(office, post, "Засыплем").status());
        assertEquals(401, client.reply(office, post, "Засыплем").status());
        x.renew(office);
        assertEquals(201, client.reply(office, post, "Засыплем").status());
    }

    @Test
    void too_much_is_refused_until_the_window_ends() {
        x.meter().limit("GET", "/2/users/me", 2);

        assertEquals(200, me().status());
        assertEquals(200, me().status());
        assertEquals(429, me().status());
        time.advance(Duration.ofMinutes(15));
        assertEquals(200, me().status());
        assertEquals(4, x.meter().calls("GET", "/2/users/me"));
    }

    private Client.Answer me() {
        return client.get("/2/users/me", x.accessToken(office));
    }

    @Test
    void reading_and_writing_cost_money() {
        String post = x.post(citizen, "Яма");
        client.search("яма", "");
        client.search("яма", "");
        client.reply(office, post, "Засыплем");
        client.reply(office, post, "Смотрите https://example.org");

        assertEquals(new BigDecimal("0.220"), x.meter().spent());

        x.meter().credits(BigDecimal.ZERO);
        Client.Answer broke = client.search("яма", "");
        assertEquals(402, broke.status());
        assertEquals("CreditsDepleted", broke.body().path("title").asText());
    }

    @Test
    void scripted_failures_hit_their_path_once() {
        x.failNext("/2/tweets/search", 429, "usage-capped");
        x.cloudflareNext("/2/users", 403);

        assertEquals(200, client.get("/2/tweets?ids=1", x.bearer()).status());
        assertTrue(client.search("яма", "").body().path("type").asText().endsWith("/usage-capped"));
        assertTrue(me().body().isNull());
        assertEquals(200, client.search("яма", "").status());
    }

    @Test
    void own_posts_can_be_deleted_and_replies_to_them_hidden() {
        String own = client.post("/2/tweets", x.accessToken(office), "{\"text\":\"Спрашивайте\"}")
                .body()
                .at("/data/id")
                .asText();
        String answer = x.reply(citizen, own, "Дурак");

        assertTrue(
                put("/2/tweets/" + answer + "/hidden").body().at("/data/hidden").asBoolean());
        assertEquals(403, delete(answer).status());
        assertEquals(200, delete(own).status());
        assertEquals(404, delete(own).status());
    }

    private Client.Answer put(String path) {
        return client.send(HttpRequest.newBuilder(client.uri(path))
                .header("Authorization", "Bearer " + x.accessToken(office))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"hidden\":true}")));
    }

    private Client.Answer delete(String id) {
        return client.send(HttpRequest.newBuilder(client.uri("/2/tweets/" + id))
                .header("Authorization", "Bearer " + x.accessToken(office))
                .DELETE());
    }
}
