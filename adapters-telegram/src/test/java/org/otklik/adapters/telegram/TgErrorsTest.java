package org.otklik.adapters.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.adapters.call.ApiError;
import org.otklik.adapters.http.HttpAnswer;
import org.otklik.adapters.json.UnreadableJson;
import org.otklik.adapters.json.WireJson;
import org.otklik.spi.FailureKind;

class TgErrorsTest {

    private static final TgErrors WRITING = TgErrors.ofWriting();

    private static Optional<ApiError> read(TgErrors errors, int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        JsonNode node;
        try {
            node = WireJson.ofAnswers().read(bytes);
        } catch (UnreadableJson e) {
            node = MissingNode.getInstance();
        }
        return errors.read(HttpAnswer.of(status, Map.of(), bytes), node);
    }

    private static ApiError error(TgErrors errors, int code, String words) {
        return read(errors, code, "{\"ok\":false,\"error_code\":" + code + ",\"description\":\"" + words + "\"}")
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "400, Bad Request: message to be replied not found, TARGET_GONE",
        "400, Bad Request: replied message not found, TARGET_GONE",
        "400, bad request: REPLY message not found, TARGET_GONE",
        "400, Bad Request: message thread not found, TARGET_GONE",
        "400, Bad Request: chat not found, TARGET_GONE",
        "400, Bad Request: group chat was deactivated, TARGET_GONE",
        "400, Bad Request: TOPIC_CLOSED, PERMISSION",
        "400, Bad Request: TOPIC_DELETED, TARGET_GONE",
        "400, Bad Request: not enough rights to send text messages to the chat, PERMISSION",
        "400, Bad Request: need administrator rights in the channel chat, PERMISSION",
        "400, Bad Request: have no rights to send a message, PERMISSION",
        "400, Bad Request: CHAT_WRITE_FORBIDDEN, PERMISSION",
        "400, Bad Request: message is too long, CONTENT_REJECTED",
        "400, Bad Request: message text is empty, CONTENT_REJECTED",
        "400, Bad Request: something nobody has seen, CONTENT_REJECTED",
        "400, Bad Request: too Many Requests: retry after 8, RATE_LIMIT",
        "401, Unauthorized, TOKEN_INVALID",
        "403, Forbidden: bot was kicked from the supergroup chat, PERMISSION",
        "403, Forbidden: bot was blocked by the user, PERMISSION",
        "403, Forbidden: bot is not a member of the channel chat, PERMISSION",
        "403, Forbidden: bot can't initiate conversation with a user, PERMISSION",
        "403, Forbidden: user is deactivated, TARGET_GONE",
        "404, Not Found, CONFIGURATION",
        "409, Conflict: can't use getUpdates method while webhook is active, CONFIGURATION",
        "409, Conflict: terminated by other getUpdates request, TRANSIENT",
        "413, Request Entity Too Large, CONTENT_REJECTED",
        "420, Flood, RATE_LIMIT",
        "429, Too Many Requests: retry after 5, RATE_LIMIT",
        "500, Internal Server Error, TRANSIENT",
        "502, Bad Gateway, TRANSIENT"
    })
    void every_known_refusal_has_a_meaning(int code, String words, FailureKind kind) {
        assertEquals(kind, error(WRITING, code, words).kind());
    }

    @Test
    void what_is_wrong_with_a_question_for_updates_is_the_settings_fault() {
        assertEquals(
                FailureKind.CONFIGURATION,
                error(TgErrors.ofReading(), 400, "Bad Request: strange").kind());
    }

    @Test
    void the_networks_wait_is_heeded() {
        String body = "{\"ok\":false,\"error_code\":429,\"description\":\"?\",\"parameters\":{\"retry_after\":7}}";

        assertEquals(
                Optional.of(Duration.ofSeconds(7)),
                read(WRITING, 429, body).orElseThrow().retryAfter());
    }

    @Test
    void a_moved_group_is_followed_by_its_number() {
        String body = "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: group chat was upgraded\","
                + "\"parameters\":{\"migrate_to_chat_id\":-1001234567890}}";
        ApiError moved = read(WRITING, 400, body).orElseThrow();

        assertEquals(FailureKind.TARGET_GONE, moved.kind());
        assertEquals(OptionalLong.of(-1001234567890L), TgErrors.migratedTo(moved));
        assertEquals(OptionalLong.empty(), TgErrors.migratedTo(ApiError.of(FailureKind.TARGET_GONE, "tg-400")));
    }

    @Test
    void an_active_webhook_shows_where_to_find_help() {
        assertTrue(error(TgErrors.ofReading(), 409, "Conflict: webhook is active")
                .help()
                .isPresent());
        assertFalse(error(TgErrors.ofReading(), 409, "Conflict: other").help().isPresent());
    }

    @Test
    void only_servers_leave_a_doubt() {
        assertTrue(error(WRITING, 504, "Gateway Timeout").possiblyApplied());
        assertFalse(error(WRITING, 429, "Too Many Requests").possiblyApplied());
    }

    @Test
    void a_status_of_success_that_is_not_ok_is_a_refusal() {
        assertEquals(
                FailureKind.TOKEN_INVALID,
                read(WRITING, 200, "{\"ok\":false,\"error_code\":401}")
                        .orElseThrow()
                        .kind());
        assertTrue(read(WRITING, 200, "{\"ok\":true,\"result\":[]}").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "{\"ok\":\"yes\"}", "7"})
    void what_is_not_the_bot_api_is_no_result(String body) {
        ApiError strange = read(WRITING, 200, body).orElseThrow();

        assertEquals(FailureKind.TRANSIENT, strange.kind());
        assertTrue(strange.possiblyApplied());
    }

    @Test
    void a_page_of_nobody_at_404_is_a_wrong_address_and_other_pages_are_left_to_their_status() {
        assertEquals(
                FailureKind.CONFIGURATION,
                read(WRITING, 404, "<html>").orElseThrow().kind());
        assertTrue(read(WRITING, 502, "<html>").isEmpty());
    }
}
