package org.otklik.adapters.max;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.otklik.adapters.budget.TokenBucket;
import org.otklik.adapters.call.AccountCalls;
import org.otklik.adapters.call.AccountGate;
import org.otklik.adapters.call.ApiError;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.http.HttpCall;
import org.otklik.adapters.json.WireJson;
import org.otklik.post.AccountId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.FailureKind;

/** The calls of one bot: the token stands bare in the header, updates have a budget of their own; thread-safe. */
final class MaxCalls {

    /** Says in the health of the account what is missing and where it is set. */
    static final String UNTRUSTED = "tls-untrusted.HttpSettings.trust.Russian-Trusted-Root-CA";

    private static final String TOKEN = "bot-token";
    private static final String TLS = "http-TLS";
    private static final URI CERTIFICATES = URI.create("https://www.gosuslugi.ru/crt");
    private static final String ADVICE =
            " (the certificates of MAX end in the Russian Trusted Root CA, which Java does not"
                    + " know; give it as a PEM file to HttpSettings.builder().trust(Path) of this adapter's transport)";

    private final URI base;
    private final AccountCalls reads;
    private final AccountCalls writes;
    private final @Nullable TokenBucket polls;
    private final WireJson json = WireJson.ofAnswers();

    /** Reading and writing share a gate: a token that died for one died for both. */
    MaxCalls(AccountId account, MaxSettings settings, AdapterContext context) {
        MaxSettings.Budget budget = settings.budget;
        Duration haste = budget.hasteRest();
        Duration between = settings.intervals.updates();
        TokenBucket bucket = new TokenBucket(budget.callsPerSecond(), Duration.ofSeconds(1), context.time());
        AccountGate gate = new AccountGate(bucket, budget.backoff(), context.random());
        base = settings.baseUrl;
        polls = between.isZero() ? null : new TokenBucket(1, between, context.time());
        reads = new AccountCalls(
                account,
                TOKEN,
                context.secrets(),
                settings.transport,
                gate,
                MaxErrors.ofReading(haste),
                context.time());
        writes = new AccountCalls(
                account,
                TOKEN,
                context.secrets(),
                settings.transport,
                gate,
                MaxErrors.ofWriting(haste),
                context.time());
    }

    AccountId account() {
        return reads.account();
    }

    /** How many calls could go now. */
    int available() {
        return reads.gate().available();
    }

    /** Tells whether updates may be asked for now. */
    boolean mayPoll() {
        return polls == null || polls.available() > 0;
    }

    /** Asks for updates, never waiting; a marker gives up all updates before it. */
    JsonNode updates(int limit, OptionalLong marker) {
        if (polls != null && !polls.tryTake()) {
            ApiError own = ApiError.of(FailureKind.RATE_LIMIT, "own-budget");
            throw new CallFailed("GET /updates as " + account(), own.retryAfter(polls.untilFree()), false);
        }
        String from = marker.isPresent() ? "&marker=" + marker.getAsLong() : "";
        return get("/updates", "?limit=" + limit + "&timeout=0" + from);
    }

    /** Asks; the query is shown nowhere. */
    JsonNode get(String path, String query) {
        return call(reads, "GET " + path, address -> HttpCall.get(URI.create(address + query)), path);
    }

    JsonNode post(String path, String query, Map<String, ?> body) {
        return call(
                writes, "POST " + path, address -> HttpCall.json(URI.create(address + query), json.write(body)), path);
    }

    private JsonNode call(AccountCalls calls, String what, Function<String, HttpCall> request, String path) {
        try {
            return calls.call(what, token -> request.apply(base + path).header("Authorization", token));
        } catch (CallFailed e) {
            throw explained(what, e);
        }
    }

    /** That a certificate is not trusted is what everybody meets first here, and nobody understands Java's words. */
    private CallFailed explained(String what, CallFailed failure) {
        if (!failure.error().code().equals(TLS)) {
            return failure;
        }
        ApiError error = new ApiError(
                FailureKind.CONFIGURATION, UNTRUSTED, failure.error().retryAfter(), Optional.of(CERTIFICATES), false);
        return new CallFailed(what + " as " + account() + ADVICE, error, false, failure);
    }

    /** Ids are opaque, so they are written as a path wants it. */
    static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
