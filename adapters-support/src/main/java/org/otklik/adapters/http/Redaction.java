package org.otklik.adapters.http;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes tokens out of words that reach diaries and exceptions. */
final class Redaction {

    private static final String HIDDEN = "***";
    private static final int SHORTEST_KEY = 20;

    /** Methods of networks may be long, and diaries need them: {@code groups.getCallbackConfirmationCode}. */
    private static final Pattern METHOD = Pattern.compile("[a-z]+([._][A-Za-z]+)+");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Redaction() {}

    /** Hides named secrets, and parts that hold a colon or are long enough to be a key: bot tokens, webhook addresses. */
    static String path(String path, List<String> secrets) {
        String plain = CONTROL.matcher(path).replaceAll("?");
        for (String secret : secrets) {
            plain = secret.isEmpty() ? plain : plain.replace(secret, HIDDEN);
        }
        return Arrays.stream(plain.split("/", -1))
                .map(part -> isSecret(part) ? HIDDEN : part)
                .collect(Collectors.joining("/"));
    }

    private static boolean isSecret(String part) {
        return part.indexOf(':') >= 0
                || (part.length() >= SHORTEST_KEY && !METHOD.matcher(part).matches());
    }
}
