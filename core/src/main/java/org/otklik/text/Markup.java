package org.otklik.text;

/** Recognises what networks put between words: mentions, tags, entities, links. Every look ahead is bounded. */
final class Markup {

    private static final int LONGEST_TAG = 200;
    private static final int LONGEST_MENTION = 120;
    private static final int LONGEST_ENTITY = 10;
    private static final String[] LINK_STARTS = {"http://", "https://", "www.", "vk.com/", "t.me/", "ok.ru/", "vk.cc/"};
    /** The bit that makes a Latin letter a small one. */
    private static final int SMALL = 0x20;

    private static final String[] MENTION_STARTS = {"[id", "[club", "[public", "[https://"};

    private Markup() {}

    /** Returns the index after the markup that begins here, or {@code at} when none does. */
    static int skip(char[] text, int at, int length) {
        return switch (text[at]) {
            case '<' -> tagEnd(text, at, length);
            case '&' -> entityEnd(text, at, length);
            case '[' -> mentionEnd(text, at, length);
            case '@' -> handleEnd(text, at, length);
            default -> at;
        };
    }

    static int linkEnd(char[] text, int at, int length) {
        if (!isAsciiLetter(text[at]) || "hwvto".indexOf(text[at] | SMALL) < 0) {
            return at;
        }
        for (String start : LINK_STARTS) {
            if (startsWith(text, at, length, start)) {
                int end = at;
                while (end < length && !Character.isWhitespace(text[end]) && "<>\"«»)]".indexOf(text[end]) < 0) {
                    end++;
                }
                return end;
            }
        }
        return at;
    }

    static int hashtagEnd(char[] text, int at, int length) {
        int end = at + 1;
        while (end < length && (text[end] == '_' || Letters.fold(text[end]) > Letters.IGNORED)) {
            end++;
        }
        return end;
    }

    private static int tagEnd(char[] text, int at, int length) {
        if (at + 1 >= length || !(text[at + 1] == '/' || isAsciiLetter(text[at + 1]))) {
            return at;
        }
        return after('>', text, at, Math.min(length, at + LONGEST_TAG));
    }

    private static int entityEnd(char[] text, int at, int length) {
        int limit = Math.min(length, at + LONGEST_ENTITY);
        for (int i = at + 1; i < limit; i++) {
            if (text[i] == ';') {
                return i == at + 1 ? at : i + 1;
            }
            if (!isAsciiLetter(text[i]) && !Character.isDigit(text[i]) && text[i] != '#') {
                return at;
            }
        }
        return at;
    }

    private static int mentionEnd(char[] text, int at, int length) {
        for (String start : MENTION_STARTS) {
            if (startsWith(text, at, length, start)) {
                return after(']', text, at, Math.min(length, at + LONGEST_MENTION));
            }
        }
        return at;
    }

    private static int handleEnd(char[] text, int at, int length) {
        int end = at + 1;
        while (end < length && (isAsciiLetter(text[end]) || Character.isDigit(text[end]) || text[end] == '_')) {
            end++;
        }
        return end > at + 1 ? end : at;
    }

    private static int after(char closing, char[] text, int at, int limit) {
        for (int i = at + 1; i < limit; i++) {
            if (text[i] == closing) {
                return i + 1;
            }
        }
        return at;
    }

    private static boolean startsWith(char[] text, int at, int length, String start) {
        if (length - at < start.length()) {
            return false;
        }
        for (int i = 0; i < start.length(); i++) {
            if (Character.toLowerCase(text[at + i]) != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
