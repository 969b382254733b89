package org.otklik.adapters.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.otklik.adapters.call.ApiError;
import org.otklik.adapters.call.ErrorReader;
import org.otklik.adapters.http.HttpAnswer;
import org.otklik.adapters.json.Fields;
import org.otklik.spi.FailureKind;

/**
 * The error table of Graph, for Facebook and Instagram alike: by code, then subcode.
 *
 * <p>Graph says what is wrong in an {@code error} object, mostly with status 400 and now and then with 200. An answer of
 * failure without one comes from something between, and passes.
 */
final class MetaErrors implements ErrorReader {

    /** The part of an error's code that names an object that is gone, or that we may not see. */
    static final String GONE = "meta-100-33";

    /** Thirty hashtags in seven days. */
    private static final String HASHTAGS = "meta-18";

    private static final Duration SHORT_REST = Duration.ofMinutes(1);
    private static final URI CHECKPOINT = URI.create("https://www.facebook.com/");

    private final boolean writing;

    private MetaErrors(boolean writing) {
        this.writing = writing;
    }

    static MetaErrors ofReading() {
        return new MetaErrors(false);
    }

    /** When writing, a wrong parameter is a text that is not taken, and an unknown fault may have come after the deed. */
    static MetaErrors ofWriting() {
        return new MetaErrors(true);
    }

    @Override
    public Optional<ApiError> read(HttpAnswer answer, JsonNode body) {
        JsonNode error = body.path("error");
        if (error.isObject()) {
            return Optional.of(resting(of(error, answer), answer));
        }
        if (Fields.text(body, "error_type", "error_message").isPresent()) {
            return Optional.of(ApiError.of(FailureKind.TOKEN_INVALID, "meta-oauth"));
        }
        if (answer.isSuccess()) {
            return Optional.empty();
        }
        boolean hasty = answer.status() == 429;
        ApiError between =
                ApiError.of(hasty ? FailureKind.RATE_LIMIT : FailureKind.TRANSIENT, "http-" + answer.status());
        return Optional.of(hasty ? resting(between, answer) : between);
    }

    /** A week's hashtags concern nothing else, so they name no wait for the account. */
    private static ApiError resting(ApiError error, HttpAnswer answer) {
        boolean limit = error.kind() == FailureKind.RATE_LIMIT || error.kind() == FailureKind.QUOTA;
        return limit && !error.code().startsWith(HASHTAGS)
                ? error.retryAfter(Usage.of(answer)
                        .rest()
                        .filter(rest -> rest.compareTo(SHORT_REST) > 0)
                        .orElse(SHORT_REST))
                : error;
    }

    private ApiError of(JsonNode error, HttpAnswer answer) {
        long code = Fields.number(error, "code").orElse(0);
        long subcode = Fields.number(error, "error_subcode").orElse(0);
        String name = "meta-" + code + (subcode == 0 ? "" : "-" + subcode);
        FailureKind kind = kind(code, subcode, error, answer);
        boolean passes = Fields.flag(error, "is_transient").orElse(false)
                && (kind == FailureKind.CONFIGURATION || kind == FailureKind.CONTENT_REJECTED);
        ApiError plain = ApiError.of(passes ? FailureKind.TRANSIENT : kind, name);
        return switch (plain.kind()) {
            case TRANSIENT -> writing ? plain.doubtful() : plain;
            case DUPLICATE -> plain.doubtful();
            case HUMAN_NEEDED -> plain.help(CHECKPOINT);
            default -> plain;
        };
    }

    private FailureKind kind(long code, long subcode, JsonNode error, HttpAnswer answer) {
        if (code >= 200 && code <= 299) {
            return FailureKind.PERMISSION;
        }
        if (code >= 80_000 && code <= 80_099) {
            return limit(answer);
        }
        return switch ((int) code) {
            case 1, 2 -> FailureKind.TRANSIENT;
            case 4, 17, 32, 341, 613 -> limit(answer);
            case 102, 190 -> token(subcode);
            case 3, 10 -> FailureKind.PERMISSION;
            case 100 -> parameter(subcode, error);
            case 12, 2500 -> FailureKind.CONFIGURATION;
            case 18 -> FailureKind.QUOTA;
            case 24 -> FailureKind.TARGET_GONE;
            case 368 -> FailureKind.HUMAN_NEEDED;
            case 506 -> FailureKind.DUPLICATE;
            default -> other(code, answer);
        };
    }

    /** Who is told how long it takes has used up an allowance; who is not was only too fast. */
    private static FailureKind limit(HttpAnswer answer) {
        return Usage.of(answer).regained().isZero() ? FailureKind.RATE_LIMIT : FailureKind.QUOTA;
    }

    /** At a checkpoint, or unconfirmed, the token works again once its person did something; else there must be another. */
    private static FailureKind token(long subcode) {
        return subcode == 459 || subcode == 464 ? FailureKind.HUMAN_NEEDED : FailureKind.TOKEN_INVALID;
    }

    private FailureKind parameter(long subcode, JsonNode error) {
        if (subcode == 33) {
            return FailureKind.TARGET_GONE;
        }
        boolean ofText = writing && !error.path("message").asText().contains("appsecret_proof");
        return ofText ? FailureKind.CONTENT_REJECTED : FailureKind.CONFIGURATION;
    }

    private FailureKind other(long code, HttpAnswer answer) {
        if (answer.status() / 100 == 5) {
            return FailureKind.TRANSIENT;
        }
        return writing && code / 100 == 17 ? FailureKind.CONTENT_REJECTED : FailureKind.CONFIGURATION;
    }
}
