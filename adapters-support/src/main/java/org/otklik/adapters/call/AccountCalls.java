package org.otklik.adapters.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.otklik.adapters.http.HttpAnswer;
import org.otklik.adapters.http.HttpCall;
import org.otklik.adapters.http.HttpFailure;
import org.otklik.adapters.http.HttpTransport;
import org.otklik.adapters.json.UnreadableJson;
import org.otklik.adapters.json.WireJson;
import org.otklik.post.AccountId;
import org.otklik.spi.FailureKind;
import org.otklik.spi.SecretProvider;

/**
 * Makes the calls of one account: asks for the token at each call, keeps the budget, reads the answer, names the error;
 * thread-safe.
 */
public final class AccountCalls {

    private final AccountId account;
    private final String secretName;
    private final SecretProvider secrets;
    private final HttpTransport transport;
    private final AccountGate gate;
    private final ErrorReader errors;
    private final InstantSource time;
    private final WireJson json = WireJson.ofAnswers();

    /**
     * Creates the caller of an account.
     *
     * @param account whose token and budget are used
     * @param secretName name of the token in the host's safe
     * @param secrets the host's safe
     * @param transport the way out
     * @param gate the account's budget
     * @param errors the network's error table
     * @param time the desk's
     */
    public AccountCalls(
            AccountId account,
            String secretName,
            SecretProvider secrets,
            HttpTransport transport,
            AccountGate gate,
            ErrorReader errors,
            InstantSource time) {
        this.account = account;
        this.secretName = secretName;
        this.secrets = secrets;
        this.transport = transport;
        this.gate = gate;
        this.errors = errors;
        this.time = time;
    }

    /**
     * Tells whose calls these are.
     *
     * @return the account
     */
    public AccountId account() {
        return account;
    }

    /**
     * Gives the account's budget.
     *
     * @return the gate
     */
    public AccountGate gate() {
        return gate;
    }

    /**
     * Makes a call.
     *
     * @param what the call in words for the diary, such as the method's name
     * @param request makes the request from the token
     * @return the whole answer, read as JSON
     * @throws CallFailed if there is no result; nothing was sent if the budget or the token forbids it
     */
    public JsonNode call(String what, Function<String, HttpCall> request) {
        return exchange(what, request).body();
    }

    /**
     * Makes a call whose headers matter too.
     *
     * @param what the call in words for the diary
     * @param request makes the request from the token
     * @return status, headers and JSON
     * @throws CallFailed if there is no result
     */
    public Exchange exchange(String what, Function<String, HttpCall> request) {
        String token = secrets.secret(account, secretName)
                .filter(secret -> !secret.isBlank())
                .orElseThrow(() -> new CallFailed(
                        what + " as " + account, ApiError.of(FailureKind.TOKEN_INVALID, "no-" + secretName), false));
        gate.pass(token).ifPresent(reason -> {
            throw new CallFailed(what + " as " + account, reason, false);
        });
        HttpAnswer answer = send(what, request.apply(token), token);
        return read(what, answer, token);
    }

    /**
     * An answer that is a result; immutable.
     *
     * @param answer status and headers
     * @param body what it says
     */
    public record Exchange(HttpAnswer answer, JsonNode body) {}

    private HttpAnswer send(String what, HttpCall call, String token) {
        try {
            return transport.send(call);
        } catch (HttpFailure e) {
            FailureKind kind = switch (e.reason()) {
                case TLS, PROXY -> FailureKind.CONFIGURATION;
                default -> FailureKind.TRANSIENT;
            };
            throw failed(what, ApiError.of(kind, "http-" + e.reason()), token, e.isPossiblyApplied());
        }
    }

    private Exchange read(String what, HttpAnswer answer, String token) {
        Optional<JsonNode> body = parse(answer);
        Optional<ApiError> error = errors.read(answer, body.orElseGet(MissingNode::getInstance));
        if (error.isPresent()) {
            boolean doubtful = error.get().possiblyApplied() || answer.status() / 100 == 5;
            throw failed(what, error.get(), token, doubtful);
        }
        if (body.isEmpty()) {
            throw failed(what, ApiError.of(FailureKind.TRANSIENT, "no-json-" + answer.status()), token, true);
        }
        gate.succeeded();
        return new Exchange(answer, body.get());
    }

    private Optional<JsonNode> parse(HttpAnswer answer) {
        try {
            return Optional.of(json.read(answer.body()));
        } catch (UnreadableJson e) {
            return Optional.empty();
        }
    }

    private CallFailed failed(String what, ApiError error, String token, boolean possiblyApplied) {
        gate.failed(error, token, time.instant());
        return new CallFailed(what + " as " + account, error, possiblyApplied);
    }
}
