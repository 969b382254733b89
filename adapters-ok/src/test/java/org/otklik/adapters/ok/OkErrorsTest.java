package org.otklik.adapters.ok;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
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

class OkErrorsTest {

    private final OkErrors errors = new OkErrors(Duration.ofMinutes(1), Duration.ofHours(1));

    private Optional<ApiError> read(int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return errors.read(
                HttpAnswer.of(status, Map.of(), bytes), WireJson.ofAnswers().read(bytes));
    }

    private ApiError error(int code) {
        return read(200, "{\"error_code\":" + code + ",\"error_msg\":\"X : x\",\"error_data\":null}")
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TRANSIENT        | 1 2 12 30 31 5000 9999",
                "RATE_LIMIT       | 8",
                "QUOTA            | 7 11 26",
                "TOKEN_INVALID    | 102 103 453",
                "HUMAN_NEEDED     | 22 401 402 403 514",
                "PERMISSION       | 10 24 25 50 200 455 456 457 458 701 704",
                "TARGET_GONE      | 106 140 141 300 700 702 705",
                "CONTENT_REJECTED | 454 511 600 601 607",
                "CONFIGURATION    | 3 4 9 21 100 101 104 105 110 160 210 451 900 1200 2001"
            })
    void every_documented_code_has_its_kind(FailureKind kind, String codes) {
        for (String code : codes.split(" ", -1)) {
            assertEquals(kind, error(Integer.parseInt(code)).kind(), code);
            assertEquals("ok-" + code, error(Integer.parseInt(code)).code());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 12, 30, 31, 5000, 9999, 123456})
    void a_fault_of_the_network_leaves_a_doubt_whether_it_did_what_was_asked(int code) {
        assertTrue(error(code).possiblyApplied());
    }

    @Test
    void nothing_found_is_a_target_that_is_gone_and_no_limit() {
        assertEquals(FailureKind.TARGET_GONE, error(300).kind());
    }

    @Test
    void limits_come_with_a_rest_which_the_network_does_not_name() {
        assertEquals(Optional.of(Duration.ofMinutes(1)), error(8).retryAfter());
        assertEquals(Optional.of(Duration.ofHours(1)), error(11).retryAfter());
        assertEquals(Optional.empty(), error(300).retryAfter());
    }

    @Test
    void results_of_any_shape_are_no_errors() {
        List<String> results = Arrays.asList("\"62190641299501\"", "true", "null", "[]", "{\"comments\":[]}", "7");

        results.forEach(body -> assertEquals(Optional.empty(), read(200, body), body));
    }

    @Test
    void a_number_written_as_text_is_read_too() {
        assertEquals(
                FailureKind.TOKEN_INVALID,
                read(200, "{\"error_code\":\"102\"}").orElseThrow().kind());
    }
}
