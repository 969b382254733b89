package org.otklik.adapters.twitter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.call.ApiError;
import org.otklik.adapters.call.ErrorReader;
import org.otklik.adapters.http.HttpAnswer;
import org.otklik.adapters.json.Fields;
import org.otklik.spi.FailureKind;

/**
 * The error table of X: problem types by the last part of their address, then old numbers, then words, then statuses.
 *
 * <p>A status of success is a result even if {@code errors} stand beside it: they concern single posts.
 */
final class XErrors implements ErrorReader {

    static final String NOT_ENGAGED = "reply-not-allowed";

    private static final Duration SHORT_REST = Duration.ofMinutes(1);
    private static final Duration LONG_REST = Duration.ofMinutes(15);

    private static final Map<String, FailureKind> TYPES = Map.ofEntries(
            Map.entry("resource-not-found", FailureKind.TARGET_GONE),
            Map.entry("resource-unavailable", FailureKind.TARGET_GONE),
            Map.entry("not-authorized-for-resource", FailureKind.PERMISSION),
            Map.entry("not-authorized-for-field", FailureKind.CONFIGURATION),
            Map.entry("field-unauthorized", FailureKind.CONFIGURATION),
            Map.entry("disallowed-resource", FailureKind.PERMISSION),
            Map.entry("client-forbidden", FailureKind.CONFIGURATION),
            Map.entry("unsupported-authentication", FailureKind.CONFIGURATION),
            Map.entry("oauth1-permissions", FailureKind.CONFIGURATION),
            Map.entry("usage-capped", FailureKind.QUOTA),
            Map.entry("rate-limit-exceeded", FailureKind.RATE_LIMIT),
            Map.entry("streaming-connection", FailureKind.RATE_LIMIT),
            Map.entry("client-disconnected", FailureKind.TRANSIENT),
            Map.entry("operational-disconnect", FailureKind.TRANSIENT),
            Map.entry("field-hydration-failure", FailureKind.TRANSIENT),
            Map.entry("internal-error", FailureKind.TRANSIENT),
            Map.entry("rule-cap", FailureKind.CONFIGURATION),
            Map.entry("invalid-rules", FailureKind.CONFIGURATION),
            Map.entry("duplicate-rules", FailureKind.CONFIGURATION),
            Map.entry("noncompliant-rules", FailureKind.CONFIGURATION),
            Map.entry("conflict", FailureKind.CONFIGURATION));

    /** Numbers of version 1.1, which still turn up. */
    private static final Map<Long, FailureKind> NUMBERS = Map.ofEntries(
            Map.entry(32L, FailureKind.TOKEN_INVALID),
            Map.entry(88L, FailureKind.RATE_LIMIT),
            Map.entry(89L, FailureKind.TOKEN_INVALID),
            Map.entry(186L, FailureKind.CONTENT_REJECTED),
            Map.entry(187L, FailureKind.DUPLICATE),
            Map.entry(326L, FailureKind.HUMAN_NEEDED),
            Map.entry(385L, FailureKind.TARGET_GONE));

    private final InstantSource time;
    private final boolean writing;

    private XErrors(InstantSource time, boolean writing) {
        this.time = time;
        this.writing = writing;
    }

    static XErrors ofReading(InstantSource time) {
        return new XErrors(time, false);
    }

    /** When writing, a request that X finds wrong is one whose text X does not take. */
    static XErrors ofWriting(InstantSource time) {
        return new XErrors(time, true);
    }

    @Override
    public Optional<ApiError> read(HttpAnswer answer, JsonNode body) {
        if (answer.isSuccess()) {
            return Optional.empty();
        }
        ApiError error = of(answer, body);
        return Optional.of(rest(answer, error.kind()).map(error::retryAfter).orElse(error));
    }

    private ApiError of(HttpAnswer answer, JsonNode body) {
        int status = answer.status();
        String type = lastPart(Fields.text(body, "type").orElse(""));
        if (type.equals("invalid-request")) {
            return ApiError.of(writing ? FailureKind.CONTENT_REJECTED : FailureKind.CONFIGURATION, type);
        }
        FailureKind typed = TYPES.get(type);
        if (typed != null) {
            return ApiError.of(typed, type);
        }
        Optional<ApiError> numbered = Fields.items(body, "errors")
                .flatMap(error -> Fields.number(error, "code").stream().boxed())
                .flatMap(number ->
                        Optional.ofNullable(NUMBERS.get(number)).map(kind -> ApiError.of(kind, "x-" + number)).stream())
                .findFirst();
        return numbered.orElseGet(() -> ofStatus(status, body));
    }

    private ApiError ofStatus(int status, JsonNode body) {
        FailureKind kind = switch (status) {
            case 400 -> writing ? FailureKind.CONTENT_REJECTED : FailureKind.CONFIGURATION;
            case 401 -> FailureKind.TOKEN_INVALID;
            case 402 -> FailureKind.QUOTA;
            case 404 -> FailureKind.TARGET_GONE;
            case 429 -> FailureKind.RATE_LIMIT;
            default -> status >= 500 ? FailureKind.TRANSIENT : FailureKind.CONFIGURATION;
        };
        return status == 403 ? forbidden(body) : ApiError.of(kind, "http-" + status);
    }

    /** X has no codes for these refusals, only sentences. */
    private static ApiError forbidden(JsonNode body) {
        if (!body.isObject()) {
            return ApiError.of(FailureKind.TRANSIENT, "gateway-403");
        }
        String detail = Fields.text(body, "detail").orElse("").toLowerCase(Locale.ROOT);
        if (detail.contains("duplicate content")) {
            return ApiError.of(FailureKind.DUPLICATE, "duplicate-content");
        }
        if (detail.contains("deleted or not visible")) {
            return ApiError.of(FailureKind.TARGET_GONE, "deleted-or-not-visible");
        }
        if (detail.contains("reply to this conversation is not allowed") || detail.contains("not permitted to reply")) {
            return ApiError.of(FailureKind.PERMISSION, NOT_ENGAGED);
        }
        if (detail.contains("too long")) {
            return ApiError.of(FailureKind.CONTENT_REJECTED, "too-long");
        }
        return ApiError.of(FailureKind.PERMISSION, "http-403");
    }

    private static String lastPart(String type) {
        return type.substring(type.lastIndexOf('/') + 1);
    }

    /** Where X names no rest after a passing fault, our own back-off does. */
    private Optional<Duration> rest(HttpAnswer answer, FailureKind kind) {
        Optional<Duration> named = number(answer, "retry-after").map(Duration::ofSeconds);
        return switch (kind) {
            case RATE_LIMIT ->
                daily(answer)
                        .or(() -> untilReset(answer, "x-rate-limit-reset"))
                        .or(() -> named)
                        .or(() -> Optional.of(SHORT_REST));
            case QUOTA -> named.or(() -> Optional.of(LONG_REST));
            case TRANSIENT -> named;
            default -> Optional.empty();
        };
    }

    private Optional<Duration> daily(HttpAnswer answer) {
        for (String who : new String[] {"x-user-limit-24hour-", "x-app-limit-24hour-"}) {
            if (number(answer, who + "remaining").filter(left -> left == 0).isPresent()) {
                return untilReset(answer, who + "reset");
            }
        }
        return Optional.empty();
    }

    private Optional<Duration> untilReset(HttpAnswer answer, String header) {
        return number(answer, header)
                .map(reset -> Duration.between(time.instant(), Instant.ofEpochSecond(reset)))
                .filter(wait -> !wait.isNegative());
    }

    private static Optional<Long> number(HttpAnswer answer, String header) {
        return answer.header(header)
                .filter(value -> value.matches("[0-9]{1,12}"))
                .map(Long::valueOf);
    }

    /** When nothing is left of a limit although the call succeeded. */
    static Optional<Instant> exhaustedUntil(HttpAnswer answer) {
        return number(answer, "x-rate-limit-remaining")
                .filter(left -> left == 0)
                .flatMap(none -> number(answer, "x-rate-limit-reset"))
                .map(Instant::ofEpochSecond);
    }
}
