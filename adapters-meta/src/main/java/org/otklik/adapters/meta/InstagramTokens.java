package org.otklik.adapters.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.json.Fields;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.AdapterState;
import org.otklik.spi.SecretProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews a token of Instagram long before its 60 days are over; thread-safe, safe among nodes.
 *
 * <p>How old a token from the host is, nobody says, so it is renewed a day after it was first seen, from when on Instagram
 * renews it; then with half of its life left. The old token works on, so a renewal that fails is only tried again. The new one is in
 * the host's safe before it is used.
 */
final class InstagramTokens {

    private static final Logger log = LoggerFactory.getLogger(InstagramTokens.class);

    private static final String STATE = "instagram-token";
    private static final Edge RENEWAL = new Edge("/refresh_access_token", Map.of("grant_type", "ig_refresh_token"));
    private static final Duration YOUNGEST = Duration.ofHours(25);
    private static final Duration LIFE = Duration.ofDays(60);

    /** Keeps other nodes away meanwhile, and is the wait after a failure. */
    static final Duration LEASE = Duration.ofHours(1);

    private final MetaAccount account;
    private final String tokenName;
    private final SecretProvider secrets;
    private final AdapterState state;
    private final InstantSource time;

    /** Until then there is nothing to do, whatever the state says; saves asking it at each call. */
    private volatile Instant quietUntil = Instant.MIN;

    InstagramTokens(AdapterContext context, MetaAccount account, String tokenName) {
        this.account = account;
        this.tokenName = tokenName;
        this.secrets = context.secrets();
        this.state = context.state(account.account());
        this.time = context.time();
    }

    /** Which token is meant, without telling it, and when it is to be renewed. */
    private record Plan(String fingerprint, Instant due) {

        static Optional<Plan> parse(String stored) {
            String[] parts = stored.split(" ", -1);
            return parts.length == 2 && parts[1].matches("[0-9]{1,12}")
                    ? Optional.of(new Plan(parts[0], Instant.ofEpochSecond(Long.parseLong(parts[1]))))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return fingerprint + " " + due.getEpochSecond();
        }
    }

    /** Renews the token if that is due; {@code call} asks Instagram. */
    void renewIfDue(Function<Edge, JsonNode> call) {
        Instant now = time.instant();
        if (now.isBefore(quietUntil)) {
            return;
        }
        quietUntil = now.plus(LEASE);
        Optional<String> token =
                secrets.secret(account.account(), tokenName).map(String::strip).filter(value -> !value.isEmpty());
        token.ifPresent(value -> look(fingerprint(value), now, call));
    }

    private void look(String fingerprint, Instant now, Function<Edge, JsonNode> call) {
        Optional<String> stored = state.read(STATE);
        Optional<Plan> plan =
                stored.flatMap(Plan::parse).filter(one -> one.fingerprint().equals(fingerprint));
        if (plan.isEmpty()) {
            state.compareAndSet(STATE, stored, new Plan(fingerprint, now.plus(YOUNGEST)).toString());
        } else if (!now.isBefore(plan.get().due())) {
            Plan claim = new Plan(fingerprint, now.plus(LEASE));
            if (state.compareAndSet(STATE, stored, claim.toString())) {
                renew(claim, now, call);
            }
        }
    }

    private void renew(Plan claim, Instant now, Function<Edge, JsonNode> call) {
        try {
            JsonNode answer = call.apply(RENEWAL);
            Optional<String> fresh = Fields.text(answer, "access_token").filter(value -> !value.isBlank());
            if (fresh.isPresent()) {
                secrets.rotate(account.account(), tokenName, fresh.get());
                Plan next = new Plan(
                        fingerprint(fresh.get().strip()), now.plus(life(answer).dividedBy(2)));
                state.compareAndSet(STATE, Optional.of(claim.toString()), next.toString());
            }
        } catch (CallFailed e) {
            // If the token itself is refused, the call for which all this happens says so.
            log.warn(
                    "The token of {} was not renewed and is tried again: {}",
                    account.account(),
                    e.error().code());
        }
    }

    private static Duration life(JsonNode answer) {
        long seconds = Fields.number(answer, "expires_in").orElse(LIFE.toSeconds());
        return Duration.ofSeconds(Math.max(LEASE.toSeconds(), Math.min(seconds, 2 * LIFE.toSeconds())));
    }

    private static String fingerprint(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }
}
