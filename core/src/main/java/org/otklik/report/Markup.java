package org.otklik.report;

/** Makes text safe inside HTML and SVG, in elements and in quoted attributes. */
final class Markup {

    private static final int REPLACEMENT = '\ufffd';

    private Markup() {}

    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> append(safe, point));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int point) {
        switch (point) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.appendCodePoint(isShowable(point) ? point : REPLACEMENT);
        }
    }

    /** Control characters and lone surrogates are no part of a page; direction marks could turn its text around. */
    static boolean isShowable(int point) {
        boolean turnsText = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        return !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE && !turnsText;
    }
}
