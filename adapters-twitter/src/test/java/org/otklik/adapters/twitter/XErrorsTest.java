package org.otklik.adapters.twitter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.otklik.adapters.call.ApiError;
import org.otklik.adapters.http.HttpAnswer;
import org.otklik.adapters.json.WireJson;
import org.otklik.spi.FailureKind;
import org.otklik.testkit.SettableClock;

class XErrorsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private final XErrors reading = XErrors.ofReading(SettableClock.startingAt(NOW));
    private final XErrors writing = XErrors.ofWriting(SettableClock.startingAt(NOW));

    private static Optional<ApiError> read(XErrors errors, int status, Map<String, List<String>> headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        JsonNode json = body.startsWith("{") ? WireJson.ofAnswers().read(bytes) : MissingNode.getInstance();
        return errors.read(HttpAnswer.of(status, headers, bytes), json);
    }

    private static ApiError error(XErrors errors, int status, String body) {
        return read(errors, status, Map.of(), body).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "400,invalid-request,CONFIGURATION",
        "404,resource-not-found,TARGET_GONE",
        "403,not-authorized-for-resource,PERMISSION",
        "403,client-forbidden,CONFIGURATION",
        "429,usage-capped,QUOTA",
        "429,rate-limit-exceeded,RATE_LIMIT",
        "429,streaming-connection,RATE_LIMIT",
        "400,rule-cap,CONFIGURATION",
        "400,invalid-rules,CONFIGURATION",
        "400,duplicate-rules,CONFIGURATION",
        "403,unsupported-authentication,CONFIGURATION",
        "403,oauth1-permissions,CONFIGURATION",
        "503,operational-disconnect,TRANSIENT",
        "403,disallowed-resource,PERMISSION",
        "409,conflict,CONFIGURATION",
        "403,not-authorized-for-field,CONFIGURATION",
        "503,resource-unavailable,TARGET_GONE",
        "400,noncompliant-rules,CONFIGURATION",
        "503,client-disconnected,TRANSIENT",
        "403,field-unauthorized,CONFIGURATION",
        "500,field-hydration-failure,TRANSIENT",
        "500,internal-error,TRANSIENT",
        "401,about:blank,TOKEN_INVALID",
        "402,about:blank,QUOTA",
        "404,about:blank,TARGET_GONE",
        "429,about:blank,RATE_LIMIT",
        "403,about:blank,PERMISSION",
        "503,about:blank,TRANSIENT",
        "418,about:blank,CONFIGURATION"
    })
    void every_documented_type_and_status_has_a_meaning_on_both_hosts(int status, String type, FailureKind kind) {
        for (String host : List.of("https://api.twitter.com/2/problems/", "https://api.x.com/2/problems/")) {
            String body = "{\"title\":\"t\",\"detail\":\"d\",\"type\":\""
                    + (type.startsWith("about") ? type : host + type) + "\"}";

            assertEquals(kind, error(reading, status, body).kind());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "You are not allowed to create a Tweet with duplicate content.|DUPLICATE",
                "You attempted to reply to a Tweet that is deleted or not visible to you.|TARGET_GONE",
                "Reply to this conversation is not allowed because you have not been mentioned.|PERMISSION",
                "You are not permitted to reply to this conversation|PERMISSION",
                "Your Tweet text is too long.|CONTENT_REJECTED"
            })
    void sentences_of_refused_replies_are_told_apart(String detail, FailureKind kind) {
        String body = "{\"detail\":\"" + detail + "\",\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403}";

        assertEquals(kind, error(writing, 403, body).kind());
    }

    @Test
    void old_numbers_are_still_known() {
        assertEquals(
                FailureKind.RATE_LIMIT,
                error(reading, 429, "{\"errors\":[{\"code\":88}]}").kind());
        assertEquals(
                FailureKind.DUPLICATE,
                error(writing, 403, "{\"errors\":[{\"code\":187}]}").kind());
        assertEquals(
                FailureKind.HUMAN_NEEDED,
                error(writing, 403, "{\"errors\":[{\"code\":326}]}").kind());
    }

    @Test
    void parts_that_are_missing_are_no_failure_of_the_whole() {
        assertEquals(
                Optional.empty(),
                read(
                        reading,
                        200,
                        Map.of(),
                        "{\"errors\":[{\"type\":\"https://api.x.com/2/problems/resource-not-found\"}]}"));
    }

    @Test
    void a_page_of_a_gateway_is_a_passing_fault() {
        assertEquals(FailureKind.TRANSIENT, error(writing, 403, "<html>").kind());
        assertEquals(FailureKind.TRANSIENT, error(reading, 502, "<html>").kind());
        assertEquals(FailureKind.CONFIGURATION, error(reading, 302, "").kind());
    }

    @Test
    void the_rest_is_what_x_names() {
        Map<String, List<String>> quarter = Map.of("x-rate-limit-reset", List.of("" + (NOW.getEpochSecond() + 90)));
        Map<String, List<String>> day = Map.of(
                "x-rate-limit-reset", List.of("" + (NOW.getEpochSecond() + 90)),
                "x-user-limit-24hour-remaining", List.of("0"),
                "x-user-limit-24hour-reset", List.of("" + (NOW.getEpochSecond() + 7200)));

        assertEquals(
                Optional.of(Duration.ofSeconds(90)),
                read(reading, 429, quarter, "{}").flatMap(ApiError::retryAfter));
        assertEquals(
                Optional.of(Duration.ofHours(2)), read(writing, 429, day, "{}").flatMap(ApiError::retryAfter));
        assertTrue(error(reading, 429, "{}").retryAfter().isPresent());
        assertTrue(error(reading, 402, "").retryAfter().isPresent());
    }

    @Test
    void a_code_never_repeats_what_x_wrote() {
        ApiError error = error(writing, 403, "{\"detail\":\"token canary\",\"type\":\"https://api.x.com/canary\"}");

        assertEquals("http-403", error.code());
    }
}
