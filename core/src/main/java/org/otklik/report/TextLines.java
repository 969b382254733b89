package org.otklik.report;

import java.util.regex.Pattern;

/** Gathers lines that are never wider than a console; for one thread. Width is counted in UTF-16 units. */
final class TextLines {

    private static final Pattern SPACES = Pattern.compile("[ \\t\\r\\n]+");

    private final StringBuilder lines = new StringBuilder();
    private final int width;

    TextLines(int width) {
        this.width = width;
    }

    /** Adds one line, cut if it is too wide. */
    TextLines line(String text) {
        lines.append(cut(clean(text), width).stripTrailing()).append('\n');
        return this;
    }

    /** Adds a text in as many lines as it needs, those after the first behind an indent. */
    TextLines wrap(String text, String indent) {
        String plain = clean(text);
        int start = plain.length() - plain.stripLeading().length();
        StringBuilder current = new StringBuilder(plain.substring(0, start));
        boolean empty = true;
        for (String word : SPACES.split(plain.strip(), -1)) {
            if (!empty && current.length() + 1 + word.length() > width) {
                line(current.toString());
                current = new StringBuilder(indent);
                empty = true;
            }
            current.append(empty ? "" : " ").append(word);
            empty = false;
        }
        return line(current.toString());
    }

    /** What a console would obey rather than show is replaced; soft hyphens have done their work. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(point -> point != '\u00ad').forEach(point -> {
            if (point == '\n' || point == '\r' || point == '\t') {
                clean.append(' ');
            } else {
                clean.appendCodePoint(Markup.isShowable(point) ? point : '\ufffd');
            }
        });
        return clean.toString();
    }

    /** Cuts a text without tearing a surrogate pair. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    static String padded(String text, int to) {
        return text + " ".repeat(Math.max(0, to - text.length()));
    }

    static String paddedLeft(String text, int to) {
        return " ".repeat(Math.max(0, to - text.length())) + text;
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
