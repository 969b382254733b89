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

    private static final int NO_CONTENT = 204;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;

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
     * @param request makes the request from the token, which is hidden in the call's words
     * @return the whole answer, read as JSON; a missing node for an answer that has no content by its status
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
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .orElseThrow(() -> unsent(what, ApiError.of(FailureKind.TOKEN_INVALID, "no-" + secretName)));
        gate.pass(token).ifPresent(reason -> {
            throw unsent(what, reason);
        });
        HttpAnswer answer = send(what, prepare(what, request, token), token);
        return read(what, answer, token);
    }

    private CallFailed unsent(String what, ApiError reason) {
        return new CallFailed(what + " as " + account, reason, false);
    }

    /** What Java says of a malformed address quotes it, with the token that may stand in it. */
    private HttpCall prepare(String what, Function<String, HttpCall> request, String token) {
        try {
            return request.apply(token).hiding(token);
        } catch (IllegalArgumentException e) {
            throw unsent(what, ApiError.of(FailureKind.CONFIGURATION, "malformed-request"));
        }
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
            ApiError error = ApiError.of(kind, "http-" + e.reason());
            if (e.reason() != HttpFailure.Reason.INTERRUPTED) {
                gate.failed(error, token, time.instant());
            }
            throw new CallFailed(what + " as " + account, error, e.isPossiblyApplied(), e);
        }
    }

    private Exchange read(String what, HttpAnswer answer, String token) {
        Optional<JsonNode> body = parse(answer);
        JsonNode said = body.orElseGet(MissingNode::getInstance);
        boolean isServersFault = answer.status() / 100 == 5;
        Optional<ApiError> error = errors.read(answer, said);
        if (error.isPresent()) {
            boolean doubtful = error.get().possiblyApplied() || isServersFault;
            throw failed(what, waiting(error.get(), answer), token, doubtful);
        }
        if (body.isEmpty() && answer.status() != NO_CONTENT) {
            ApiError unreadable = ApiError.of(FailureKind.TRANSIENT, "no-json-" + answer.status());
            throw failed(what, waiting(unreadable, answer), token, true);
        }
        if (!answer.isSuccess()) {
            throw failed(what, waiting(unlisted(answer), answer), token, isServersFault);
        }
        gate.succeeded();
        return new Exchange(answer, said);
    }

    private ApiError waiting(ApiError error, HttpAnswer answer) {
        return error.retryAfter().isPresent()
                ? error
                : answer.retryAfter(time.instant()).map(error::retryAfter).orElse(error);
    }

    /** A status of failure that the network's own table does not know is a failure all the same. */
    private static ApiError unlisted(HttpAnswer answer) {
        FailureKind kind = switch (answer.status()) {
            case TOO_MANY -> FailureKind.RATE_LIMIT;
            case UNAUTHORIZED -> FailureKind.TOKEN_INVALID;
            default -> answer.status() / 100 == 5 ? FailureKind.TRANSIENT : FailureKind.CONFIGURATION;
        };
        return ApiError.of(kind, "http-" + answer.status());
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
