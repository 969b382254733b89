package org.otklik.adapters.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.adapters.call.ApiError;
import org.otklik.adapters.http.HttpAnswer;
import org.otklik.adapters.json.WireJson;
import org.otklik.spi.FailureKind;

class MetaErrorsTest {

    private final MetaErrors reading = MetaErrors.ofReading();
    private final MetaErrors writing = MetaErrors.ofWriting();

    private static Optional<ApiError> read(
            MetaErrors errors, int status, Map<String, List<String>> headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        JsonNode json = body.startsWith("{") ? WireJson.ofAnswers().read(bytes) : MissingNode.getInstance();
        return errors.read(HttpAnswer.of(status, headers, bytes), json);
    }

    private static String error(int code, int subcode) {
        return "{\"error\":{\"message\":\"no\",\"type\":\"OAuthException\",\"code\":" + code + ",\"error_subcode\":"
                + subcode + ",\"fbtrace_id\":\"A7OjVVCXwSdfpIERKqntSKo\"}}";
    }

    private static ApiError of(MetaErrors errors, int code, int subcode) {
        return read(errors, 400, Map.of(), error(code, subcode)).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "1,0,TRANSIENT,TRANSIENT",
        "2,0,TRANSIENT,TRANSIENT",
        "3,0,PERMISSION,PERMISSION",
        "4,0,RATE_LIMIT,RATE_LIMIT",
        "10,0,PERMISSION,PERMISSION",
        "12,0,CONFIGURATION,CONFIGURATION",
        "17,0,RATE_LIMIT,RATE_LIMIT",
        "18,2207034,QUOTA,QUOTA",
        "24,2207024,TARGET_GONE,TARGET_GONE",
        "32,0,RATE_LIMIT,RATE_LIMIT",
        "100,0,CONFIGURATION,CONTENT_REJECTED",
        "100,33,TARGET_GONE,TARGET_GONE",
        "102,0,TOKEN_INVALID,TOKEN_INVALID",
        "190,0,TOKEN_INVALID,TOKEN_INVALID",
        "190,458,TOKEN_INVALID,TOKEN_INVALID",
        "190,459,HUMAN_NEEDED,HUMAN_NEEDED",
        "190,460,TOKEN_INVALID,TOKEN_INVALID",
        "190,463,TOKEN_INVALID,TOKEN_INVALID",
        "190,464,HUMAN_NEEDED,HUMAN_NEEDED",
        "190,467,TOKEN_INVALID,TOKEN_INVALID",
        "190,492,TOKEN_INVALID,TOKEN_INVALID",
        "200,0,PERMISSION,PERMISSION",
        "299,0,PERMISSION,PERMISSION",
        "341,0,RATE_LIMIT,RATE_LIMIT",
        "368,0,HUMAN_NEEDED,HUMAN_NEEDED",
        "506,0,DUPLICATE,DUPLICATE",
        "613,0,RATE_LIMIT,RATE_LIMIT",
        "1705,0,CONFIGURATION,CONTENT_REJECTED",
        "2500,0,CONFIGURATION,CONFIGURATION",
        "80001,0,RATE_LIMIT,RATE_LIMIT",
        "80002,0,RATE_LIMIT,RATE_LIMIT",
        "77777,0,CONFIGURATION,CONFIGURATION"
    })
    void each_code_means_one_thing(int code, int subcode, FailureKind whenReading, FailureKind whenWriting) {
        assertEquals(whenReading, of(reading, code, subcode).kind());
        assertEquals(whenWriting, of(writing, code, subcode).kind());
        assertEquals(
                "meta-" + code + (subcode == 0 ? "" : "-" + subcode),
                of(reading, code, subcode).code());
    }

    @Test
    void an_error_with_a_status_of_success_is_an_error() {
        assertEquals(
                FailureKind.TOKEN_INVALID,
                read(reading, 200, Map.of(), error(190, 463)).orElseThrow().kind());
    }

    @Test
    void a_result_is_no_error() {
        assertEquals(Optional.empty(), read(reading, 200, Map.of(), "{\"data\":[]}"));
    }

    @Test
    void what_the_network_calls_transient_passes() {
        String body = "{\"error\":{\"code\":99999,\"is_transient\":true}}";

        assertEquals(
                FailureKind.TRANSIENT,
                read(reading, 400, Map.of(), body).orElseThrow().kind());
    }

    @Test
    void faults_and_repetitions_leave_a_doubt_when_writing_and_refusals_none() {
        assertTrue(of(writing, 1, 0).possiblyApplied());
        assertTrue(of(writing, 506, 0).possiblyApplied());
        assertFalse(of(writing, 100, 0).possiblyApplied());
        assertFalse(of(writing, 32, 0).possiblyApplied());
        assertFalse(of(reading, 1, 0).possiblyApplied());
    }

    @Test
    void a_wrong_proof_is_a_wrong_setting_also_when_writing() {
        String body = "{\"error\":{\"code\":100,\"message\":\"Invalid appsecret_proof provided in the API argument\"}}";

        assertEquals(
                FailureKind.CONFIGURATION,
                read(writing, 400, Map.of(), body).orElseThrow().kind());
    }

    @Test
    void a_limit_with_a_named_time_is_a_quota_and_one_without_a_minute() {
        Map<String, List<String>> usage = Map.of(
                "X-Business-Use-Case-Usage",
                List.of("{\"104\":[{\"type\":\"pages\",\"call_count\":100,\"estimated_time_to_regain_access\":19}]}"));

        ApiError named = read(reading, 400, usage, error(80_001, 0)).orElseThrow();
        ApiError unnamed = of(reading, 4, 0);

        assertEquals(FailureKind.QUOTA, named.kind());
        assertEquals(Optional.of(Duration.ofMinutes(19)), named.retryAfter());
        assertEquals(Optional.of(Duration.ofMinutes(1)), unnamed.retryAfter());
        assertEquals(Optional.empty(), of(reading, 18, 0).retryAfter());
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 500, 502, 503})
    void an_answer_of_failure_without_an_error_comes_from_between_and_passes(int status) {
        assertEquals(
                FailureKind.TRANSIENT,
                read(reading, status, Map.of(), "<html>").orElseThrow().kind());
        assertEquals(
                FailureKind.TRANSIENT,
                read(reading, status, Map.of(), "{}").orElseThrow().kind());
    }

    @Test
    void haste_without_an_error_is_haste() {
        assertEquals(
                FailureKind.RATE_LIMIT,
                read(reading, 429, Map.of(), "").orElseThrow().kind());
    }

    @Test
    void the_old_words_of_the_login_mean_the_token() {
        String body = "{\"error_type\":\"OAuthException\",\"code\":400,\"error_message\":\"Error validating\"}";

        assertEquals(
                FailureKind.TOKEN_INVALID,
                read(reading, 400, Map.of(), body).orElseThrow().kind());
    }

    @Test
    void a_checkpoint_tells_where_a_person_can_help() {
        assertTrue(of(reading, 190, 459).help().isPresent());
        assertTrue(of(reading, 190, 460).help().isEmpty());
    }
}
