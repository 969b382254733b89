package org.otklik.testkit.x;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.testkit.SettableClock;

class XFakeTokensTest {

    private final SettableClock time = SettableClock.startingAt(Instant.parse("2026-07-24T21:23:23Z"));
    private final XFake x = XFake.open(time);
    private final Client client = new Client(x);
    private final String office = x.user("samara_region");

    @AfterEach
    void close() {
        x.close();
    }

    private Client.Answer refresh(String token, String secret) {
        String basic =
                Base64.getEncoder().encodeToString((x.clientId() + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return client.send(HttpRequest.newBuilder(client.uri("/2/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=refresh_token&refresh_token=" + token)));
    }

    private int me(String token) {
        return client.get("/2/users/me", token).status();
    }

    @Test
    void an_access_token_ends_after_two_hours() {
        String token = x.accessToken(office);

        assertEquals(200, me(token));
        time.advance(Duration.ofHours(2));
        assertEquals(401, me(token));
    }

    @Test
    void a_refresh_token_works_once_and_its_second_use_ends_everything() {
        String first = x.refreshToken(office);

        Client.Answer fresh = refresh(first, x.clientSecret());
        String access = fresh.body().path("access_token").asText();
        assertEquals(7200, fresh.body().path("expires_in").asInt());
        assertEquals(200, me(access));
        assertEquals(x.refreshToken(office), fresh.body().path("refresh_token").asText());

        Client.Answer again = refresh(first, x.clientSecret());
        assertEquals(400, again.status());
        assertEquals("invalid_grant", again.body().path("error").asText());
        assertEquals(401, me(access));
        assertEquals(400, refresh(x.refreshToken(office), x.clientSecret()).status());
    }

    @Test
    void a_client_must_know_its_secret() {
        assertEquals(401, refresh(x.refreshToken(office), "guessed").status());
    }

    @Test
    void an_expired_token_is_no_token() {
        x.expire(x.accessToken(office));
        x.expire(x.bearer());

        assertEquals(401, me(x.accessToken(office)));
        assertEquals(401, client.search("яма", "").status());
    }

    @Test
    void a_signature_is_recomputed_and_believed_once() {
        XAccount account = x.oauth1(office);

        String header = signed(account, "nonce-1", "");
        assertEquals(200, withHeader(header).status());
        assertEquals(401, withHeader(header).status());
        assertEquals(401, withHeader(signed(account, "nonce-2", "x")).status());
        assertEquals(401, withHeader(header.replace("nonce-1", "nonce-3")).status());
    }

    private Client.Answer withHeader(String header) {
        return client.send(HttpRequest.newBuilder(client.uri("/2/users/me?user.fields=id%2Cname"))
                .header("Authorization", header));
    }

    /** Written by hand after RFC 5849, with one query parameter. */
    private String signed(XAccount account, String nonce, String spoiled) {
        String parameters = "oauth_consumer_key=" + account.consumerKey() + "&oauth_nonce=" + nonce
                + "&oauth_signature_method=HMAC-SHA1&oauth_timestamp=1784928203&oauth_token=" + account.token()
                + "&oauth_version=1.0&user.fields=id%2Cname";
        String base = "GET&" + Client.encoded(x.address() + "/2/users/me") + "&" + Client.encoded(parameters);
        byte[] mac = Mac.sha1(
                account.consumerSecret() + "&" + account.tokenSecret() + spoiled,
                base.getBytes(StandardCharsets.UTF_8));
        String signature = Client.encoded(Base64.getEncoder().encodeToString(mac));
        return "OAuth oauth_consumer_key=\"" + account.consumerKey() + "\", oauth_nonce=\"" + nonce
                + "\", oauth_signature=\"" + signature + "\", oauth_signature_method=\"HMAC-SHA1\","
                + " oauth_timestamp=\"1784928203\", oauth_token=\"" + account.token() + "\", oauth_version=\"1.0\"";
    }
}
