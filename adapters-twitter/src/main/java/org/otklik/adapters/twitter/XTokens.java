package org.otklik.adapters.twitter;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.call.ApiError;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.http.HttpAnswer;
import org.otklik.adapters.http.HttpCall;
import org.otklik.adapters.http.HttpFailure;
import org.otklik.adapters.json.Fields;
import org.otklik.adapters.json.UnreadableJson;
import org.otklik.adapters.json.WireJson;
import org.otklik.post.AccountId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.AdapterState;
import org.otklik.spi.FailureKind;

/**
 * Renews the tokens of OAuth 2; thread-safe, safe among nodes.
 *
 * <p>A refresh token works once. Who wants to use it claims it first in the account's durable state, by a fingerprint;
 * others wait meanwhile. Both new tokens are in the host's safe before the new access token is used. A claim whose owner
 * died may be taken over a few times, since X may never have seen the token; when X refuses it, a person must log in again.
 */
final class XTokens {

    static final String ACCESS = "oauth2-access-token";
    static final String REFRESH = "oauth2-refresh-token";
    static final String CLIENT_SECRET = "oauth2-client-secret";

    private static final String CLAIM = "x-oauth2-refresh";
    private static final String EXPIRY = "x-oauth2-expiry";
    private static final String REAUTHORISE = "reauthorise";
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final int MOST_CLAIMS = 3;

    private final XSettings settings;
    private final XOfficial official;
    private final AdapterContext context;
    private final AdapterState state;
    private final WireJson json = WireJson.ofAnswers();

    XTokens(XSettings settings, XOfficial official, AdapterContext context) {
        this.settings = settings;
        this.official = official;
        this.context = context;
        this.state = context.state(official.account());
    }

    /** Who claimed which refresh token, how often and when; or that it is spent. */
    private record Claim(String fingerprint, int times, Instant at) {

        static Optional<Claim> parse(String stored) {
            String[] parts = stored.split(" ", -1);
            return parts.length == 3 && parts[1].matches("[0-9]{1,3}") && parts[2].matches("[0-9]{1,12}")
                    ? Optional.of(new Claim(
                            parts[0], Integer.parseInt(parts[1]), Instant.ofEpochSecond(Long.parseLong(parts[2]))))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return fingerprint + " " + times + " " + at.getEpochSecond();
        }
    }

    private Optional<String> secret(String name) {
        AccountId account = official.account();
        return context.secrets().secret(account, name).filter(value -> !value.isBlank());
    }

    /** Renews the access token if it is known that it ends now. */
    void renewIfEnding() {
        Optional<String> access = secret(ACCESS);
        boolean ending = state.read(EXPIRY)
                .flatMap(Claim::parse)
                .filter(known -> access.map(XTokens::fingerprint)
                        .filter(known.fingerprint()::equals)
                        .isPresent())
                .filter(known -> !context.time().instant().isBefore(known.at().minus(MARGIN)))
                .isPresent();
        if (ending) {
            renew(access.orElse(""));
        }
    }

    /**
     * Renews the access token, unless somebody else just did.
     *
     * @param refused the access token that X did not take
     * @throws CallFailed if there is no new one
     */
    void renew(String refused) {
        if (secret(ACCESS).filter(now -> !now.equals(refused)).isPresent()) {
            return;
        }
        String refresh = secret(REFRESH).orElseThrow(() -> failed(FailureKind.TOKEN_INVALID, REAUTHORISE));
        Claim claim = claim(fingerprint(refresh));
        JsonNode answer = exchange(refresh, claim);
        save(answer, claim);
    }

    private Claim claim(String fingerprint) {
        Optional<String> stored = state.read(CLAIM);
        Optional<Claim> before =
                stored.flatMap(Claim::parse).filter(one -> one.fingerprint().equals(fingerprint));
        Instant now = context.time().instant();
        if (before.filter(one -> one.times() >= MOST_CLAIMS).isPresent()) {
            throw failed(FailureKind.TOKEN_INVALID, REAUTHORISE);
        }
        if (before.filter(one -> one.times() > 0 && now.isBefore(one.at().plus(LEASE)))
                .isPresent()) {
            throw failed(FailureKind.TRANSIENT, "renewed-elsewhere");
        }
        Claim mine = new Claim(fingerprint, before.map(Claim::times).orElse(0) + 1, now);
        if (!state.compareAndSet(CLAIM, stored, mine.toString())) {
            throw failed(FailureKind.TRANSIENT, "renewed-elsewhere");
        }
        return mine;
    }

    /** Notes another count of claims for the token that was claimed; whoever changed it meanwhile wins. */
    private void settle(Claim claim, int times) {
        Claim settled = new Claim(claim.fingerprint(), times, claim.at());
        if (!state.compareAndSet(CLAIM, Optional.of(claim.toString()), settled.toString())) {
            throw failed(FailureKind.TRANSIENT, "renewed-elsewhere");
        }
    }

    private JsonNode exchange(String refresh, Claim claim) {
        HttpAnswer answer;
        try {
            answer = settings.transport().send(request(refresh));
        } catch (HttpFailure e) {
            if (!e.isPossiblyApplied()) {
                settle(claim, claim.times() - 1);
            }
            throw failed(FailureKind.TRANSIENT, "http-" + e.reason());
        }
        if (answer.status() == 429) {
            settle(claim, claim.times() - 1);
        }
        if (answer.status() == 429 || answer.status() >= 500) {
            throw failed(FailureKind.TRANSIENT, "http-" + answer.status());
        }
        JsonNode body = parse(answer);
        if (!answer.isSuccess() && body.isObject()) {
            settle(claim, MOST_CLAIMS);
            throw failed(FailureKind.TOKEN_INVALID, REAUTHORISE);
        }
        if (Fields.text(body, "access_token").isEmpty()) {
            throw failed(FailureKind.TRANSIENT, "no-token-" + answer.status());
        }
        return body;
    }

    private JsonNode parse(HttpAnswer answer) {
        try {
            return json.read(answer.body());
        } catch (UnreadableJson e) {
            throw failed(FailureKind.TRANSIENT, "no-json-" + answer.status());
        }
    }

    private HttpCall request(String refresh) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refresh);
        String clientId = official.clientId().orElse("");
        form.put("client_id", clientId);
        HttpCall call = HttpCall.form(URI.create(settings.baseUrl() + "/2/oauth2/token"), form)
                .within(settings.limits());
        return secret(CLIENT_SECRET)
                .map(secret -> (clientId + ':' + secret).getBytes(StandardCharsets.UTF_8))
                .map(login -> call.header(
                        "Authorization", "Basic " + Base64.getEncoder().encodeToString(login)))
                .orElse(call);
    }

    /** The refresh token first: with it alone everything can be had again, with the access token alone nothing. */
    private void save(JsonNode answer, Claim claim) {
        String access = Fields.text(answer, "access_token").orElseThrow();
        Optional<String> refresh = Fields.text(answer, "refresh_token");
        refresh.ifPresent(value -> context.secrets().rotate(official.account(), REFRESH, value));
        context.secrets().rotate(official.account(), ACCESS, access);
        if (refresh.isEmpty()) {
            settle(claim, 0);
        }
        long seconds =
                Fields.number(answer, "expires_in").orElse(Duration.ofHours(2).toSeconds());
        Claim expiry = new Claim(
                fingerprint(access), 0, context.time().instant().plusSeconds(Math.max(0, Math.min(seconds, 1 << 30))));
        // If another node was faster, it knows a later end, and that one counts.
        state.compareAndSet(EXPIRY, state.read(EXPIRY), expiry.toString());
    }

    private CallFailed failed(FailureKind kind, String code) {
        ApiError error = ApiError.of(kind, code);
        return new CallFailed(
                "renewing the token of " + official.account(),
                kind.isPassing() ? error.retryAfter(LEASE) : error,
                false);
    }

    /** Tells tokens apart without telling them. */
    private static String fingerprint(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }
}
