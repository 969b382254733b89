package org.otklik.adapters.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.adapters.call.ApiError;
import org.otklik.adapters.http.HttpAnswer;
import org.otklik.adapters.json.Fields;
import org.otklik.spi.FailureKind;

/**
 * What VK's error codes mean, from the published errors.json and the pages of single errors.
 *
 * <p>VK answers errors with HTTP 200. Of an error only code and subcode are kept: {@code request_params} and
 * {@code error_msg} may echo what was sent.
 */
final class VkErrors {

    /** Prefix of codes in diaries. */
    static final String PREFIX = "vk-";

    static final String CAPTCHA = PREFIX + 14;
    static final String BAD_PARAMETER = PREFIX + 100;

    /** Comments of the wall or post are closed to us. */
    static final Set<String> CLOSED = Set.of(PREFIX + 211, PREFIX + 212, PREFIX + 213);

    private static final int TOO_FAST = 6;
    private static final int FLOOD = 9;
    private static final int ACCESS_DENIED = 15;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration FLOOD_REST = Duration.ofMinutes(5);

    /**
     * Code 15 is for good with these subcodes, method and kind of application not permitted. The third that the schema
     * names, access_try_again, passes; the schema gives it no number.
     */
    private static final Set<String> DENIED_FOR_GOOD = Set.of("", "0", "1133", "1134");

    /** The method was broken off or failed inside: it may have been done. */
    private static final Set<Integer> DOUBTFUL = Set.of(1, 10, 36);

    private static final Map<Integer, FailureKind> KINDS = kinds();

    private VkErrors() {}

    private static Map<Integer, FailureKind> kinds() {
        Map<Integer, FailureKind> kinds = new HashMap<>();
        put(kinds, FailureKind.TRANSIENT, 1, 10, 36, 43);
        put(kinds, FailureKind.RATE_LIMIT, TOO_FAST, FLOOD);
        put(kinds, FailureKind.QUOTA, 29, 103, 601);
        put(kinds, FailureKind.TOKEN_INVALID, 5, 27, 28, 1114, 1116, 1117, 3609, 3610);
        put(kinds, FailureKind.CONFIGURATION, 2, 3, 4, 8, 11, 20, 21, 23, 34, 38, 42, 100, 101, 113, 125);
        put(kinds, FailureKind.HUMAN_NEEDED, 14, 17, 24, 25, 3300, 3301, 3302, 3303, 3304, 11500);
        put(kinds, FailureKind.PERMISSION, 7, ACCESS_DENIED, 30, 37, 203, 210, 211, 212, 213, 214);
        put(kinds, FailureKind.TARGET_GONE, 18, 19, 40, 104);
        put(kinds, FailureKind.CONTENT_REJECTED, 222, 223);
        return Map.copyOf(kinds);
    }

    private static void put(Map<Integer, FailureKind> kinds, FailureKind kind, int... codes) {
        for (int code : codes) {
            kinds.put(code, kind);
        }
    }

    /** Finds the error in an answer of the method API. */
    static Optional<ApiError> read(HttpAnswer answer, JsonNode body) {
        JsonNode error = body.path("error");
        if (error.isObject()) {
            return Optional.of(read(error));
        }
        if (!answer.isSuccess()) {
            return Optional.of(ofStatus(answer));
        }
        boolean empty = !body.isMissingNode() && body.path("response").isMissingNode();
        return empty
                ? Optional.of(
                        ApiError.of(FailureKind.TRANSIENT, "vk-no-response").doubtful())
                : Optional.empty();
    }

    private static ApiError read(JsonNode error) {
        int code = (int) Fields.number(error, "error_code").orElse(0);
        ApiError named = ApiError.of(kind(code, error), PREFIX + code);
        if (code == TOO_FAST) {
            return named.retryAfter(SECOND);
        }
        if (code == FLOOD) {
            return named.retryAfter(FLOOD_REST);
        }
        ApiError helped = help(error).map(named::help).orElse(named);
        return DOUBTFUL.contains(code) ? helped.doubtful() : helped;
    }

    /** An unknown code needs a person to look at it, and does not stop the account for good. */
    private static FailureKind kind(int code, JsonNode error) {
        if (code == ACCESS_DENIED && triesAgain(error)) {
            return FailureKind.TRANSIENT;
        }
        return KINDS.getOrDefault(code, FailureKind.CONFIGURATION);
    }

    private static boolean triesAgain(JsonNode error) {
        return !DENIED_FOR_GOOD.contains(Fields.text(error, "error_subcode").orElse(""));
    }

    /** The page of the captcha or of the confirmation, if VK names one that is VK's own. */
    private static Optional<URI> help(JsonNode error) {
        return Fields.text(error, "redirect_uri", "captcha_img").flatMap(VkErrors::page);
    }

    private static Optional<URI> page(String text) {
        try {
            URI page = new URI(text);
            return "https".equals(page.getScheme()) ? Optional.of(page) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static ApiError ofStatus(HttpAnswer answer) {
        String code = "http-" + answer.status();
        if (answer.status() == TOO_MANY_REQUESTS) {
            return ApiError.of(FailureKind.RATE_LIMIT, code).retryAfter(SECOND);
        }
        boolean server = answer.status() / 100 == 5;
        return ApiError.of(server ? FailureKind.TRANSIENT : FailureKind.CONFIGURATION, code);
    }
}
