package org.otklik.testkit.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.testkit.SettableClock;

/** Limits, scripted failures, and how tokens live and die. */
class LimitsAndTokensTest {

    private final SettableClock clock = SettableClock.startingAt(Instant.parse("2026-11-19T06:00:00Z"));
    private final MetaFake fake = MetaFake.open(clock);
    private final String page = fake.page("Заречинск");
    private final String instagram = fake.instagram("zarechinsk");
    private final Client client = Client.of(fake, fake.pageToken(page));

    @AfterEach
    void close() {
        fake.close();
    }

    private static String header(Client.Answer answer, String name) {
        return answer.raw().headers().firstValue(name).orElse("");
    }

    @Test
    void each_answer_tells_the_usage_that_was_set() {
        assertEquals("", header(client.get(page), "X-Business-Use-Case-Usage"));

        fake.usage(85, 7);
        Client.Answer answer = client.get(page);

        assertTrue(header(answer, "X-App-Usage").contains("\"call_count\":85"));
        assertEquals(
                "{\"" + page + "\":[{\"call_count\":85,\"total_cputime\":42,\"total_time\":42,\"type\":\"pages\","
                        + "\"estimated_time_to_regain_access\":7}]}",
                header(answer, "X-Business-Use-Case-Usage"));
        Client ours = Client.of(fake, fake.instagramToken(instagram));
        assertTrue(header(ours.get("me"), "X-Business-Use-Case-Usage").contains("\"instagram\""));
    }

    @Test
    void a_refusal_for_too_many_calls_comes_with_a_full_count() {
        fake.usage(10, 30);
        fake.failNext(80_001, 0);

        Client.Answer answer = client.get(page);

        assertEquals(80_001, answer.code());
        assertTrue(header(answer, "X-Business-Use-Case-Usage").contains("\"call_count\":100"));
        assertTrue(header(answer, "X-Business-Use-Case-Usage").contains("access\":30"));
        assertEquals(200, client.get(page).status());
    }

    @Test
    void failures_last_until_they_are_healed_but_a_closed_interface_stays_closed() {
        fake.failAlways(4, 0);
        assertEquals(4, client.get(page).code());
        assertEquals(4, client.post(page + "/feed", "message", "да").code());

        fake.heal();
        fake.failNextWrite(368, 0);
        assertEquals(200, client.get(page).status());
        assertEquals(368, client.post(page + "/feed", "message", "да").code());

        fake.closeForGood();
        fake.heal();
        assertEquals(10, client.get(page).code());
        assertEquals(
                10,
                Client.send(HttpRequest.newBuilder(fake.address().resolve("/refresh_access_token")))
                        .code());
        assertEquals(0, fake.writes());
    }

    @Test
    void a_page_token_does_not_end_but_can_be_killed() {
        clock.advance(Duration.ofDays(4_000));
        assertEquals(200, client.get(page).status());

        fake.expire(client.token);
        assertEquals(463, client.get(page).subcode());
        fake.revoke(client.token);
        assertEquals(458, client.get(page).subcode());
        fake.tokens().invalidate(client.token, 460);
        assertEquals(460, client.get(page).subcode());

        String fresh = fake.tokens().renew(page);
        assertEquals(fresh, fake.pageToken(page));
        assertEquals(200, Client.of(fake, fresh).get(page).status());
    }

    private Client.Answer refresh(String token) {
        return Client.send(
                HttpRequest.newBuilder(URI.create(fake.address() + "/refresh_access_token?grant_type=ig_refresh_token"))
                        .header("Authorization", "Bearer " + token));
    }

    @Test
    void a_token_of_instagram_lasts_sixty_days_and_is_renewed_after_one() {
        String old = fake.instagramToken(instagram);
        assertEquals(100, refresh(old).code());
        assertEquals(100, refresh(client.token).code());

        clock.advance(Duration.ofHours(24));
        JsonNode renewed = refresh(old).body();
        String fresh = renewed.path("access_token").asText();

        assertNotEquals(old, fresh);
        assertEquals(fresh, fake.instagramToken(instagram));
        assertEquals(5_184_000, renewed.path("expires_in").asInt());
        assertFalse(renewed.path("token_type").asText().isEmpty());
        clock.advance(Duration.ofDays(59));
        assertEquals(463, Client.of(fake, old).get("me").subcode());
        assertEquals(
                "IGApiException",
                Client.of(fake, fresh).get("999").body().at("/error/type").asText());
        assertEquals(200, Client.of(fake, fresh).get("me").status());
        assertEquals(190, refresh(old).code());
        assertEquals(4, fake.callsOf("GET refresh_access_token"));
    }

    @Test
    void the_token_of_instagram_may_stand_in_the_address_where_it_is_renewed() {
        String old = fake.instagramToken(instagram);
        clock.advance(Duration.ofDays(2));

        Client.Answer answer = Client.send(HttpRequest.newBuilder(
                URI.create(fake.address() + "/refresh_access_token?grant_type=ig_refresh_token&access_token=" + old)));

        assertEquals(200, answer.status());
    }
}
