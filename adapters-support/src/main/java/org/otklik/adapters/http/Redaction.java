package org.otklik.adapters.http;

import java.util.regex.Pattern;

/** Takes tokens out of words that reach diaries and exceptions. */
final class Redaction {

    /** A part of a path that holds a colon or is long enough to be a key: bot tokens, secret webhook addresses. */
    private static final Pattern SECRET_PART = Pattern.compile("/[^/]*:[^/]*|/[^/]{25,}");

    private Redaction() {}

    static String path(String path) {
        return SECRET_PART.matcher(path).replaceAll("/***");
    }
}
