package org.otklik.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpCallTest {

    private static final String CANARY = "canary7";

    @Test
    void a_secret_shows_in_no_word_of_a_call_wherever_it_stands() {
        URI address = URI.create(
                "https://user:" + CANARY + "@example.org/hook/" + CANARY + "/x%63anary?t=" + CANARY + "#" + CANARY);
        List<HttpCall> calls = List.of(
                HttpCall.get(address).header("Authorization", "Bearer " + CANARY),
                HttpCall.delete(address),
                HttpCall.form(address, Map.of("access_token", CANARY)),
                HttpCall.json(address, CANARY.getBytes(StandardCharsets.UTF_8)));

        for (HttpCall call : calls) {
            HttpCall hidden = call.hiding(CANARY).within(CallLimits.STANDARD).header("X", CANARY);
            HttpAnswer answer =
                    HttpAnswer.of(403, Map.of("Echo", List.of(CANARY)), CANARY.getBytes(StandardCharsets.UTF_8));

            assertFalse(hidden.toString().contains(CANARY), hidden::toString);
            assertFalse(new StreamRefused(hidden, answer).toString().contains(CANARY));
            assertFalse(new HttpFailure(HttpFailure.Reason.BROKEN, hidden)
                    .toString()
                    .contains(CANARY));
            assertFalse(answer.toString().contains(CANARY));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/bot123:AAEabc/getMe, /***/getMe",
        "/hook/0123456789abcdef0123/in, /hook/***/in",
        "/hook/abcdefghijklmnopqrstuvwx, /hook/***",
        "/method/groups.getCallbackConfirmationCode, /method/groups.getCallbackConfirmationCode",
        "/2/tweets/1234567890123456789/liking_users, /2/tweets/1234567890123456789/liking_users",
        "/2/tweets/search/stream/rules, /2/tweets/search/stream/rules"
    })
    void a_path_shows_methods_and_ids_but_nothing_like_a_key(String path, String shown) {
        HttpCall call = HttpCall.get(URI.create("https://example.org" + path));

        assertEquals("GET example.org" + shown, call.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/relative/canary7", "file:///canary7", "https:///canary7", "mailto:canary7@example.org"})
    void an_address_that_no_call_can_go_to_is_refused_without_quoting_it(String address) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> HttpCall.get(URI.create(address)));

        assertFalse(refusal.toString().contains(CANARY), refusal::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary7\n", "canary7\r\nX: y", "canary7\u0000", "canary7 ключ"})
    void a_header_that_http_cannot_carry_is_refused_without_quoting_it(String value) {
        HttpCall call = HttpCall.get(URI.create("https://example.org/"));

        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> call.header("Authorization", value));

        assertFalse(refusal.toString().contains(CANARY), refusal::toString);
        assertThrows(IllegalArgumentException.class, () -> call.header("Not a name", "x"));
    }

    @ParameterizedTest
    @CsvSource({
        "30, PT30S",
        "0, PT0S",
        "'Fri, 24 Apr 2026 10:00:10 GMT', PT10S",
        "'Fri, 24 Apr 2026 09:00:00 GMT', PT0S",
        "soon,",
        "-5,",
        "99999999999999999999,"
    })
    void the_wish_to_be_left_alone_comes_as_seconds_or_as_a_date(String header, Duration wait) {
        HttpAnswer answer = HttpAnswer.of(429, Map.of("retry-AFTER", List.of(header)), new byte[0]);

        assertEquals(Optional.ofNullable(wait), answer.retryAfter(Instant.parse("2026-04-24T10:00:00Z")));
    }
}
