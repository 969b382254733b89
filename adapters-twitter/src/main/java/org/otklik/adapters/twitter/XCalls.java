package org.otklik.adapters.twitter;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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

/** Makes the calls of one account as X wants them: signed, and once more with a renewed token; thread-safe. */
final class XCalls {

    static final String BEARER = "bearer-token";

    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final XSettings settings;
    private final AdapterContext context;
    private final AccountId account;
    private final Optional<XTokens> tokens;
    private final boolean oauth1;
    private final AccountGate gate;
    private final AccountCalls reading;
    private final AccountCalls writing;
    private final WireJson json = WireJson.ofAnswers();

    private XCalls(
            XSettings settings, AdapterContext context, AccountId account, String secret, Optional<XTokens> tokens) {
        this.settings = settings;
        this.context = context;
        this.account = account;
        this.tokens = tokens;
        this.oauth1 = secret.equals("oauth1-token");
        int calls = secret.equals(BEARER) ? settings.readsPerQuarter() : settings.writesPerQuarter();
        this.gate =
                new AccountGate(new TokenBucket(calls, QUARTER, context.time()), settings.backoff(), context.random());
        this.reading = new AccountCalls(
                account,
                secret,
                context.secrets(),
                settings.transport(),
                gate,
                XErrors.ofReading(context.time()),
                context.time());
        this.writing = new AccountCalls(
                account,
                secret,
                context.secrets(),
                settings.transport(),
                gate,
                XErrors.ofWriting(context.time()),
                context.time());
    }

    /** Calls of the application itself. */
    static XCalls ofApplication(XSettings settings, AdapterContext context) {
        return new XCalls(settings, context, settings.reading(), BEARER, Optional.empty());
    }

    /** Calls on behalf of an official account. */
    static XCalls of(XOfficial official, XSettings settings, AdapterContext context) {
        return official.login() == XOfficial.Login.OAUTH1
                ? new XCalls(settings, context, official.account(), "oauth1-token", Optional.empty())
                : new XCalls(
                        settings,
                        context,
                        official.account(),
                        XTokens.ACCESS,
                        Optional.of(new XTokens(settings, official, context)));
    }

    int available() {
        return gate.available();
    }

    JsonNode get(String what, String path, Map<String, String> query) {
        return send(reading, what, HttpCall.get(address(path, query)));
    }

    JsonNode post(String what, String path, Map<String, ?> body) {
        return send(writing, what, HttpCall.json(address(path, Map.of()), json.write(body)));
    }

    /** The same as {@link #post} for what is no reply, such as rules of the stream. */
    JsonNode command(String what, String path, Map<String, ?> body) {
        return send(reading, what, HttpCall.json(address(path, Map.of()), json.write(body)));
    }

    URI address(String path, Map<String, String> query) {
        String fields = query.isEmpty() ? "" : '?' + HttpCall.encode(query);
        return URI.create(settings.baseUrl() + path + fields);
    }

    private JsonNode send(AccountCalls calls, String what, HttpCall call) {
        tokens.ifPresent(XTokens::renewIfEnding);
        String before = tokens.flatMap(own -> secret(XTokens.ACCESS)).orElse("");
        try {
            return sendOnce(calls, what, call);
        } catch (CallFailed e) {
            if (tokens.isEmpty() || e.error().kind() != FailureKind.TOKEN_INVALID) {
                throw e;
            }
            tokens.get().renew(before);
            return sendOnce(calls, what, call);
        }
    }

    private JsonNode sendOnce(AccountCalls calls, String what, HttpCall call) {
        AccountCalls.Exchange exchange =
                calls.exchange(what, token -> sign(call, token).within(settings.limits()));
        XErrors.exhaustedUntil(exchange.answer()).ifPresent(gate::restUntil);
        return exchange.body();
    }

    private HttpCall sign(HttpCall call, String token) {
        if (!oauth1) {
            return call.header("Authorization", "Bearer " + token);
        }
        OAuth1.Keys keys = new OAuth1.Keys(
                need("oauth1-consumer-key"), need("oauth1-consumer-secret"), token, need("oauth1-token-secret"));
        String nonce = Long.toString(context.random().nextLong(Long.MAX_VALUE), 36)
                + Long.toString(context.random().nextLong(Long.MAX_VALUE), 36);
        long seconds = context.time().instant().getEpochSecond();
        return call.header(
                "Authorization", OAuth1.header(call.method(), call.address(), Map.of(), keys, nonce, seconds));
    }

    private Optional<String> secret(String name) {
        return context.secrets().secret(account, name).filter(value -> !value.isBlank());
    }

    private String need(String name) {
        return secret(name)
                .orElseThrow(() -> new CallFailed(
                        "signing as " + account, ApiError.of(FailureKind.TOKEN_INVALID, "no-" + name), false));
    }

    /** Signs the opening of a stream, which passes no gate: it is one connection. */
    HttpCall stream(String path, Map<String, String> query) {
        return HttpCall.get(address(path, query))
                .header("Authorization", "Bearer " + need(BEARER))
                .within(settings.limits());
    }
}
