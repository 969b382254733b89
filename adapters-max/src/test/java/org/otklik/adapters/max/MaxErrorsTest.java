package org.otklik.adapters.max;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.adapters.call.ApiError;
import org.otklik.adapters.http.HttpAnswer;
import org.otklik.adapters.json.WireJson;
import org.otklik.spi.FailureKind;

class MaxErrorsTest {

    private static final MaxErrors READING = MaxErrors.ofReading(Duration.ofSeconds(5));
    private static final MaxErrors WRITING = MaxErrors.ofWriting(Duration.ofSeconds(5));

    private static Optional<ApiError> read(MaxErrors errors, int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return errors.read(
                HttpAnswer.of(status, Map.of(), bytes), WireJson.ofAnswers().read(bytes));
    }

    private static ApiError error(MaxErrors errors, int status, String code) {
        return read(errors, status, "{\"code\":\"" + code + "\",\"message\":\"x\"}")
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "400, proto.payload, TARGET_GONE, CONTENT_REJECTED, max-proto.payload",
        "400, attachment.not.ready, TRANSIENT, TRANSIENT, max-attachment.not.ready",
        "400, anything.else, CONFIGURATION, CONTENT_REJECTED, http-400",
        "401, verify.token, TOKEN_INVALID, TOKEN_INVALID, max-verify.token",
        "403, verify.token, TOKEN_INVALID, TOKEN_INVALID, max-verify.token",
        "403, chat.denied, PERMISSION, PERMISSION, max-chat.denied",
        "403, access.denied, PERMISSION, PERMISSION, max-access.denied",
        "404, not.found, TARGET_GONE, TARGET_GONE, max-not.found",
        "405, method.not.allowed, PERMISSION, PERMISSION, webhook-active",
        "422, comments.timeout_exceeded, CONTENT_REJECTED, CONTENT_REJECTED, max-comments.timeout_exceeded",
        "429, too.many.requests, RATE_LIMIT, RATE_LIMIT, max-too.many.requests",
        "500, internal.error, TRANSIENT, TRANSIENT, max-internal.error",
        "503, service.unavailable, TRANSIENT, TRANSIENT, max-service.unavailable",
        "418, tea, CONFIGURATION, CONFIGURATION, http-418"
    })
    void every_status_has_its_meaning(int status, String code, FailureKind reading, FailureKind writing, String name) {
        assertEquals(reading, error(READING, status, code).kind());
        assertEquals(writing, error(WRITING, status, code).kind());
        assertEquals(name, error(READING, status, code).code());
    }

    @Test
    void a_wait_for_haste_is_ours_because_the_network_names_none() {
        assertEquals(
                Optional.of(Duration.ofSeconds(5)),
                error(READING, 429, "too.many.requests").retryAfter());
        assertEquals(Optional.empty(), error(READING, 500, "internal.error").retryAfter());
    }

    @Test
    void success_false_is_a_refusal_and_success_none() {
        assertEquals(
                FailureKind.PERMISSION,
                read(WRITING, 200, "{\"success\":false,\"message\":\"no\"}")
                        .orElseThrow()
                        .kind());
        assertEquals(
                FailureKind.TRANSIENT,
                read(WRITING, 200, "{\"success\":false,\"code\":\"attachment.not.ready\"}")
                        .orElseThrow()
                        .kind());
        assertEquals(Optional.empty(), read(WRITING, 200, "{\"success\":true}"));
        assertEquals(Optional.empty(), read(READING, 200, "{\"updates\":[]}"));
    }

    @Test
    void an_unknown_code_is_not_repeated_for_it_may_be_anything() {
        assertEquals("http-403", error(READING, 403, "token-canary").code());
    }
}
