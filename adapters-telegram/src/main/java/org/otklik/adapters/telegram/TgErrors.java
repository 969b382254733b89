package org.otklik.adapters.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.otklik.adapters.call.ApiError;
import org.otklik.adapters.call.ErrorReader;
import org.otklik.adapters.http.HttpAnswer;
import org.otklik.adapters.json.Fields;
import org.otklik.spi.FailureKind;

/**
 * The error table of the Bot API; immutable. Code and status are the same number and decide first; where one number
 * means several things the words tell them apart, which changed their spelling over the years.
 */
final class TgErrors implements ErrorReader {

    static final String KICKED = "tg-403-kicked";
    static final String BLOCKED = "tg-403-blocked";
    static final String NO_MEMBER = "tg-403-no-member";
    static final String WEBHOOK_ACTIVE = "tg-409-webhook";
    static final String OTHER_POLLER = "tg-409-poller";
    private static final String MIGRATED = "tg-400-migrated:";
    private static final URI WEBHOOK_HELP = URI.create("https://core.telegram.org/bots/api#deletewebhook");

    private static final Map<String, FailureKind> REFUSALS = refusals();

    private final boolean writing;

    private TgErrors(boolean writing) {
        this.writing = writing;
    }

    static TgErrors ofReading() {
        return new TgErrors(false);
    }

    /** When writing, a request that the network finds wrong is one whose text it does not take. */
    static TgErrors ofWriting() {
        return new TgErrors(true);
    }

    /** Parts of the words of a 400, in small letters; the first that fits counts. */
    private static Map<String, FailureKind> refusals() {
        Map<String, FailureKind> all = new LinkedHashMap<>();
        for (String gone : new String[] {
            "message to be replied not found",
            "replied message not found",
            "reply message not found",
            "message to reply not found",
            "message thread not found",
            "message_id_invalid",
            "topic_deleted",
            "topic_id_invalid",
            "chat not found",
            "user not found",
            "peer_id_invalid",
            "group chat was deactivated",
            "group chat was upgraded"
        }) {
            all.put(gone, FailureKind.TARGET_GONE);
        }
        for (String forbidden : new String[] {
            "topic_closed",
            "not enough rights",
            "have no rights",
            "no write access",
            "need administrator rights",
            "chat_write_forbidden",
            "chat_restricted",
            "chat_admin_required",
            "chat_send_plain_forbidden",
            "user_banned_in_channel",
            "user_is_blocked"
        }) {
            all.put(forbidden, FailureKind.PERMISSION);
        }
        for (String content : new String[] {"too long", "text is empty", "can't parse entities", "must be non-empty"}) {
            all.put(content, FailureKind.CONTENT_REJECTED);
        }
        all.put("too many requests", FailureKind.RATE_LIMIT);
        return all;
    }

    @Override
    public Optional<ApiError> read(HttpAnswer answer, JsonNode body) {
        if (!body.path("ok").isBoolean()) {
            // A gateway's page, or the answer of another server than the Bot API.
            return answer.status() == 404
                    ? Optional.of(ApiError.of(FailureKind.CONFIGURATION, "tg-404"))
                    : strange(answer, body);
        }
        return body.path("ok").booleanValue() && answer.isSuccess()
                ? Optional.empty()
                : Optional.of(refusal(answer, body));
    }

    /** JSON that is not the network's is no result, whatever its status; all else is named by whoever asked. */
    private static Optional<ApiError> strange(HttpAnswer answer, JsonNode body) {
        return answer.isSuccess() && !body.isMissingNode()
                ? Optional.of(ApiError.of(FailureKind.TRANSIENT, "tg-strange").doubtful())
                : Optional.empty();
    }

    private ApiError refusal(HttpAnswer answer, JsonNode body) {
        int code = answer.isSuccess() ? body.path("error_code").asInt() : answer.status();
        JsonNode parameters = body.path("parameters");
        String words = Fields.text(body, "description").orElse("").toLowerCase(Locale.ROOT);
        OptionalLong migrated = Fields.number(parameters, "migrate_to_chat_id");
        if (code == 400 && migrated.isPresent()) {
            return ApiError.of(FailureKind.TARGET_GONE, MIGRATED + migrated.getAsLong());
        }
        ApiError error = error(code, words);
        OptionalLong wait = Fields.number(parameters, "retry_after");
        return wait.isPresent() && wait.getAsLong() >= 0
                ? error.retryAfter(Duration.ofSeconds(Math.min(wait.getAsLong(), Integer.MAX_VALUE)))
                : error;
    }

    private ApiError error(int code, String words) {
        return switch (code) {
            case 400 -> badRequest(words);
            case 401 -> ApiError.of(FailureKind.TOKEN_INVALID, "tg-401");
            case 403 -> forbidden(words);
            case 404 -> ApiError.of(FailureKind.CONFIGURATION, "tg-404");
            case 409 -> conflict(words);
            case 413 -> ApiError.of(writing ? FailureKind.CONTENT_REJECTED : FailureKind.CONFIGURATION, "tg-413");
            case 420, 429 -> ApiError.of(FailureKind.RATE_LIMIT, "tg-" + code);
            default ->
                code / 100 == 4
                        ? ApiError.of(FailureKind.CONFIGURATION, "tg-" + code)
                        : ApiError.of(FailureKind.TRANSIENT, "tg-" + code).doubtful();
        };
    }

    private ApiError badRequest(String words) {
        for (Map.Entry<String, FailureKind> one : REFUSALS.entrySet()) {
            if (words.contains(one.getKey())) {
                return ApiError.of(one.getValue(), "tg-400-" + one.getKey().replaceAll("[^a-z_]+", "-"));
            }
        }
        return ApiError.of(writing ? FailureKind.CONTENT_REJECTED : FailureKind.CONFIGURATION, "tg-400");
    }

    private static ApiError forbidden(String words) {
        if (words.contains("kicked")) {
            return ApiError.of(FailureKind.PERMISSION, KICKED);
        }
        if (words.contains("blocked")) {
            return ApiError.of(FailureKind.PERMISSION, BLOCKED);
        }
        if (words.contains("not a member")) {
            return ApiError.of(FailureKind.PERMISSION, NO_MEMBER);
        }
        return words.contains("deactivated") || words.contains("was deleted")
                ? ApiError.of(FailureKind.TARGET_GONE, "tg-403-deactivated")
                : ApiError.of(FailureKind.PERMISSION, "tg-403");
    }

    /** A webhook stays until somebody deletes it; another poller may be a node that is just ending. */
    private static ApiError conflict(String words) {
        return words.contains("webhook")
                ? ApiError.of(FailureKind.CONFIGURATION, WEBHOOK_ACTIVE).help(WEBHOOK_HELP)
                : ApiError.of(FailureKind.TRANSIENT, OTHER_POLLER);
    }

    /** The chat to which a group has moved. */
    static OptionalLong migratedTo(ApiError error) {
        return error.code().startsWith(MIGRATED)
                ? OptionalLong.of(Long.parseLong(error.code().substring(MIGRATED.length())))
                : OptionalLong.empty();
    }
}
