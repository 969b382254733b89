package org.otklik.adapters.vk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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

class VkErrorsTest {

    private static Optional<ApiError> read(int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        JsonNode json = WireJson.ofAnswers().read(bytes);
        return VkErrors.read(HttpAnswer.of(status, Map.of(), bytes), json);
    }

    private static ApiError error(int code, String more) {
        return read(200, "{\"error\":{\"error_code\":" + code + ",\"error_msg\":\"x\"" + more + "}}")
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "TRANSIENT; 1 10 36 43",
                "RATE_LIMIT; 6 9",
                "QUOTA; 29 103 601",
                "TOKEN_INVALID; 5 27 28 1114 1116 1117 3609 3610",
                "CONFIGURATION; 2 3 4 8 11 20 21 23 34 38 42 100 101 113 125",
                "HUMAN_NEEDED; 14 17 24 25 3300 3301 3302 3303 3304 11500",
                "PERMISSION; 7 15 30 37 203 210 211 212 213 214",
                "CONTENT_REJECTED; 222 223",
                "TARGET_GONE; 18 19 40 104"
            })
    void every_documented_code_has_its_meaning(FailureKind kind, String codes) {
        for (String code : codes.split(" ", -1)) {
            ApiError error = error(Integer.parseInt(code), "");

            assertEquals(kind, error.kind(), "code " + code);
            assertEquals("vk-" + code, error.code());
        }
    }

    @Test
    void an_unknown_code_is_for_a_person_to_look_at() {
        assertEquals(FailureKind.CONFIGURATION, error(77_777, "").kind());
        assertEquals(FailureKind.CONFIGURATION, error(0, "").kind());
    }

    @Test
    void access_that_may_be_tried_again_passes_and_the_other_subcodes_do_not() {
        assertEquals(
                FailureKind.PERMISSION, error(15, ",\"error_subcode\":1133").kind());
        assertEquals(
                FailureKind.PERMISSION, error(15, ",\"error_subcode\":1134").kind());
        assertEquals(
                FailureKind.TRANSIENT,
                error(15, ",\"error_subcode\":\"error_access_try_again\"").kind());
    }

    @Test
    void haste_waits_a_second_and_a_flood_for_minutes() {
        assertEquals(Optional.of(Duration.ofSeconds(1)), error(6, "").retryAfter());
        assertEquals(Optional.of(Duration.ofMinutes(5)), error(9, "").retryAfter());
    }

    @Test
    void a_captcha_shows_where_a_person_can_solve_it_whether_new_or_old() {
        String page = "https://id.vk.ru/not_robot_captcha?session_token=abc";

        assertEquals(
                page,
                error(14, ",\"redirect_uri\":\"" + page + "\",\"remixstlid\":9069780796616521905")
                        .help()
                        .orElseThrow()
                        .toString());
        assertEquals(Optional.empty(), error(14, ",\"captcha_sid\":\"1\"").help());
        assertEquals(
                Optional.empty(),
                error(14, ",\"redirect_uri\":\"javascript:alert(1)\"").help());
        assertEquals(
                Optional.empty(), error(14, ",\"redirect_uri\":\"not a page\"").help());
    }

    @Test
    void what_failed_inside_vk_may_have_been_done() {
        assertTrue(error(10, "").possiblyApplied());
        assertFalse(error(6, "").possiblyApplied());
        assertFalse(error(213, "").possiblyApplied());
    }

    @Test
    void nothing_that_vk_echoes_is_kept() {
        ApiError error = error(5, ",\"request_params\":[{\"key\":\"access_token\",\"value\":\"SECRET\"}]");

        assertFalse(error.toString().contains("SECRET"));
    }

    @Test
    void a_result_is_no_error_and_an_answer_without_one_is() {
        assertEquals(Optional.empty(), read(200, "{\"response\":1}"));
        assertEquals(FailureKind.TRANSIENT, read(200, "{}").orElseThrow().kind());
        for (int status : List.of(500, 502, 503)) {
            assertEquals(FailureKind.TRANSIENT, read(status, "{}").orElseThrow().kind());
        }
        assertEquals(FailureKind.RATE_LIMIT, read(429, "{}").orElseThrow().kind());
        assertEquals(FailureKind.CONFIGURATION, read(404, "{}").orElseThrow().kind());
    }
}
