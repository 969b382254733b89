package org.otklik.adapters.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.otklik.adapters.call.ApiError;
import org.otklik.adapters.call.ErrorReader;
import org.otklik.adapters.http.HttpAnswer;
import org.otklik.adapters.json.Fields;
import org.otklik.spi.FailureKind;

/** The network's error table: a refusal comes with HTTP status 200 and a number in the body; immutable. */
final class OkErrors implements ErrorReader {

    /** The method is not there, or no longer. */
    static final String METHOD = "ok-3";

    /** The application or user may not call it. */
    static final String PERMISSION_DENIED = "ok-10";

    private final Duration floodRest;
    private final Duration quotaRest;

    OkErrors(Duration floodRest, Duration quotaRest) {
        this.floodRest = floodRest;
        this.quotaRest = quotaRest;
    }

    @Override
    public Optional<ApiError> read(HttpAnswer answer, JsonNode body) {
        OptionalLong code = body.isObject() ? Fields.number(body, "error_code") : OptionalLong.empty();
        return code.isPresent() ? Optional.of(error(code.getAsLong())) : Optional.empty();
    }

    private ApiError error(long code) {
        ApiError error = ApiError.of(kind(code), "ok-" + code);
        return switch (error.kind()) {
            case RATE_LIMIT -> error.retryAfter(floodRest);
            case QUOTA -> error.retryAfter(quotaRest);
            case TRANSIENT -> error.doubtful();
            default -> error;
        };
    }

    /** Every number of the official list; one that is not on it is a passing fault that leaves a doubt. */
    static FailureKind kind(long code) {
        return switch ((int) code) {
            case 8 -> FailureKind.RATE_LIMIT;
            case 7, 11, 26 -> FailureKind.QUOTA;
            case 102, 103, 453 -> FailureKind.TOKEN_INVALID;
            case 22, 401, 402, 403, 514 -> FailureKind.HUMAN_NEEDED;
            case 10, 24, 25, 50, 200, 455, 456, 457, 458, 701, 704 -> FailureKind.PERMISSION;
            case 106, 140, 141, 300, 700, 702, 705 -> FailureKind.TARGET_GONE;
            case 454, 511, 600, 601, 607 -> FailureKind.CONTENT_REJECTED;
            case 3, 4, 9, 21, 100, 101, 104, 105, 110, 160, 210, 451, 900, 1200, 2001 -> FailureKind.CONFIGURATION;
            default -> FailureKind.TRANSIENT;
        };
    }
}
