package org.otklik.adapters.max;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.otklik.adapters.call.ApiError;
import org.otklik.adapters.call.ErrorReader;
import org.otklik.adapters.http.HttpAnswer;
import org.otklik.adapters.json.Fields;
import org.otklik.spi.FailureKind;

/**
 * The network's error table: HTTP status first, since codes are open strings, and {@code success:false} under status 200;
 * immutable.
 */
final class MaxErrors implements ErrorReader {

    /** A wrong body or an id that nobody knows. */
    static final String PAYLOAD = "max-proto.payload";

    /** What is answered to a comment where comments are turned off. */
    static final String INTERNAL = "max-internal.error";

    /** Updates are sent to a webhook, so they cannot be polled. */
    static final String WEBHOOK_ACTIVE = "webhook-active";

    private static final String TOKEN = "verify.token";

    /** Others are not repeated in the diary: a code is whatever the network puts there. */
    private static final Set<String> KNOWN = Set.of(
            TOKEN,
            "proto.payload",
            "attachment.not.ready",
            "chat.denied",
            "access.denied",
            "not.found",
            "comments.timeout_exceeded",
            "internal.error",
            "too.many.requests",
            "service.unavailable");

    private final Duration hasteRest;
    private final boolean writing;

    private MaxErrors(Duration hasteRest, boolean writing) {
        this.hasteRest = hasteRest;
        this.writing = writing;
    }

    static MaxErrors ofReading(Duration hasteRest) {
        return new MaxErrors(hasteRest, false);
    }

    static MaxErrors ofWriting(Duration hasteRest) {
        return new MaxErrors(hasteRest, true);
    }

    @Override
    public Optional<ApiError> read(HttpAnswer answer, JsonNode body) {
        String code = Fields.text(body, "code").filter(KNOWN::contains).orElse("");
        if (answer.isSuccess()) {
            boolean refused =
                    body.path("success").isBoolean() && !body.path("success").booleanValue();
            return refused ? Optional.of(refused(code)) : Optional.empty();
        }
        FailureKind kind = kind(answer.status(), code);
        ApiError error = ApiError.of(kind, name(answer.status(), code));
        return Optional.of(kind == FailureKind.RATE_LIMIT ? error.retryAfter(hasteRest) : error);
    }

    private static ApiError refused(String code) {
        FailureKind kind = code.equals("attachment.not.ready") ? FailureKind.TRANSIENT : FailureKind.PERMISSION;
        return ApiError.of(kind, code.isEmpty() ? "success-false" : "max-" + code);
    }

    private static String name(int status, String code) {
        if (status == 405) {
            return WEBHOOK_ACTIVE;
        }
        return code.isEmpty() ? "http-" + status : "max-" + code;
    }

    /** To a question 400 means that nobody knows the id; to what we write, that the network does not take it so. */
    private FailureKind kind(int status, String code) {
        if (code.equals("attachment.not.ready")) {
            return FailureKind.TRANSIENT;
        }
        return switch (status) {
            case 400 -> badRequest(code);
            case 401 -> FailureKind.TOKEN_INVALID;
            case 403 -> code.equals(TOKEN) ? FailureKind.TOKEN_INVALID : FailureKind.PERMISSION;
            case 404 -> FailureKind.TARGET_GONE;
            // No fault of the account: it may still write.
            case 405 -> FailureKind.PERMISSION;
            case 413, 415, 422 -> FailureKind.CONTENT_REJECTED;
            case 429 -> FailureKind.RATE_LIMIT;
            default -> status / 100 == 5 ? FailureKind.TRANSIENT : FailureKind.CONFIGURATION;
        };
    }

    private FailureKind badRequest(String code) {
        if (writing) {
            return FailureKind.CONTENT_REJECTED;
        }
        return code.equals("proto.payload") ? FailureKind.TARGET_GONE : FailureKind.CONFIGURATION;
    }
}
