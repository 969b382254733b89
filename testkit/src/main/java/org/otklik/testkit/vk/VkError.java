package org.otklik.testkit.vk;

import java.util.Map;

/** An error as the API answers it, with status 200. */
final class VkError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Map<Integer, String> WORDS = Map.ofEntries(
            Map.entry(1, "Unknown error occurred"),
            Map.entry(3, "Unknown method passed"),
            Map.entry(5, "User authorization failed: invalid access_token (4)."),
            Map.entry(6, "Too many requests per second"),
            Map.entry(8, "Invalid request: v is required"),
            Map.entry(9, "Flood control"),
            Map.entry(10, "Internal server error: Try later"),
            Map.entry(14, "Captcha needed"),
            Map.entry(15, "Access denied"),
            Map.entry(27, "Group authorization failed: method is unavailable with group auth."),
            Map.entry(28, "Application authorization failed: method is unavailable with service token."),
            Map.entry(29, "Rate limit reached"),
            Map.entry(100, "One of the parameters specified was missing or invalid"),
            Map.entry(104, "Not found"),
            Map.entry(211, "Access to wall's comment denied"),
            Map.entry(212, "Access to post comments denied"),
            Map.entry(213, "Access to status replies denied"));

    private final int code;

    private VkError(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    static VkError of(int code) {
        return new VkError(code, WORDS.getOrDefault(code, "Error " + code));
    }

    static VkError parameter(String problem) {
        return new VkError(100, WORDS.get(100) + ": " + problem);
    }

    int code() {
        return code;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
