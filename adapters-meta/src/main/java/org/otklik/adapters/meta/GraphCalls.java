package org.otklik.adapters.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.adapters.budget.TokenBucket;
import org.otklik.adapters.call.AccountCalls;
import org.otklik.adapters.call.AccountGate;
import org.otklik.adapters.call.ApiError;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.call.ErrorReader;
import org.otklik.adapters.http.HttpCall;
import org.otklik.adapters.json.Fields;
import org.otklik.adapters.sign.Hmac;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.FailureKind;
import org.otklik.spi.SecretProvider;

/**
 * Makes the calls of one account: the token in a header, its proof beside it, slower where Graph says that little is left;
 * thread-safe.
 */
final class GraphCalls {

    static final String APP_SECRET = "app-secret";

    private static final String PROOF = "appsecret_proof";

    private final MetaSettings settings;
    private final MetaAccount account;
    private final SecretProvider secrets;
    private final InstantSource time;
    private final AccountGate gate;
    private final AccountCalls reading;
    private final AccountCalls writing;

    /** Behind a gate of its own: a renewal that fails shall not stop the account. */
    private final AccountCalls renewing;

    private final Optional<InstagramTokens> tokens;

    /** The proof of the last token: a hash for each call would be waste. */
    private volatile @Nullable Proof proof;

    private record Proof(String token, String secret, String value) {}

    GraphCalls(MetaSettings settings, AdapterContext context, MetaAccount account, String tokenName) {
        this.settings = settings;
        this.account = account;
        this.secrets = context.secrets();
        this.time = context.time();
        this.gate = gate(context, settings.calls(), settings.callsSpan());
        this.reading = calls(context, tokenName, gate, MetaErrors.ofReading());
        this.writing = calls(context, tokenName, gate, MetaErrors.ofWriting());
        this.renewing = calls(context, tokenName, gate(context, 1, InstagramTokens.LEASE), MetaErrors.ofReading());
        this.tokens = account.login() == MetaSettings.Login.INSTAGRAM
                ? Optional.of(new InstagramTokens(context, account, tokenName))
                : Optional.empty();
    }

    private AccountGate gate(AdapterContext context, int calls, Duration span) {
        return new AccountGate(new TokenBucket(calls, span, time), settings.backoff(), context.random());
    }

    private AccountCalls calls(AdapterContext context, String tokenName, AccountGate own, ErrorReader errors) {
        return new AccountCalls(
                account.account(), tokenName, context.secrets(), settings.transport(), own, errors, context.time());
    }

    MetaAccount account() {
        return account;
    }

    int available() {
        return gate.available();
    }

    /** Reads what stands at an edge. */
    JsonNode get(String what, Edge edge) {
        tokens.ifPresent(own -> own.renewIfDue(this::renew));
        return exchange(reading, what, token -> HttpCall.get(address('/' + settings.version(), edge, token)));
    }

    /** Writes; the fields go in the body, so that no text stands in an address. */
    JsonNode post(String what, String path, Map<String, String> fields) {
        tokens.ifPresent(own -> own.renewIfDue(this::renew));
        return exchange(writing, what, token -> {
            Map<String, String> form = new LinkedHashMap<>(fields);
            form.put(PROOF, proof(token));
            return HttpCall.form(URI.create(settings.baseUrl(account) + "/" + settings.version() + path), form);
        });
    }

    /** The one call that has no version. */
    private JsonNode renew(Edge edge) {
        return exchange(renewing, "renewing the token", token -> HttpCall.get(address("", edge, token)));
    }

    private URI address(String version, Edge edge, String token) {
        Map<String, String> query = new LinkedHashMap<>(edge.query());
        query.put(PROOF, proof(token));
        return URI.create(settings.baseUrl(account) + version + edge.path() + '?' + HttpCall.encode(query));
    }

    /** Makes the request from the token. */
    private interface Request {

        HttpCall of(String token);
    }

    private JsonNode exchange(AccountCalls calls, String what, Request request) {
        AccountCalls.Exchange exchange = calls.exchange(
                what,
                token -> request.of(token)
                        .header("Authorization", "Bearer " + token)
                        .within(settings.limits()));
        Usage.of(exchange.answer())
                .rest()
                .ifPresent(rest -> gate.restUntil(time.instant().plus(rest)));
        return exchange.body();
    }

    private String proof(String token) {
        String secret = secrets.secret(account.account(), APP_SECRET)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new CallFailed(
                        "proving the token of " + account.account(),
                        ApiError.of(FailureKind.TOKEN_INVALID, "no-" + APP_SECRET),
                        false));
        Proof known = proof;
        if (known == null || !known.token().equals(token) || !known.secret().equals(secret)) {
            byte[] hash = Hmac.sha256(secret, token.getBytes(StandardCharsets.UTF_8));
            known = new Proof(token, secret, HexFormat.of().formatHex(hash));
            proof = known;
        }
        return known.value();
    }

    /** Where the next page of a list begins; empty behind the last, which alone has no {@code next}. */
    static String next(JsonNode list) {
        JsonNode paging = list.path("paging");
        return paging.path("next").isTextual()
                ? Fields.text(paging.path("cursors"), "after").orElse("")
                : "";
    }
}
