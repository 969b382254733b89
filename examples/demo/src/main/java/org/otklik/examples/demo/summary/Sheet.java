package org.otklik.examples.demo.summary;

/** Lays lines out in at most 80 columns; for one thread. */
final class Sheet {

    static final int WIDTH = 80;

    private static final String INDENT = "  ";
    private static final int LABEL = 58;

    private final StringBuilder text = new StringBuilder();

    Sheet title(String title) {
        text.append("=".repeat(WIDTH)).append('\n');
        return wrap(title, "").line("=".repeat(WIDTH));
    }

    Sheet heading(String heading) {
        return line("").line(heading).line("-".repeat(WIDTH));
    }

    Sheet line(String line) {
        text.append(line).append('\n');
        return this;
    }

    /** Writes a paragraph, each line of it behind the indent. */
    Sheet wrap(String paragraph, String indent) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : paragraph.strip().split("\\s+", -1)) {
            String fitting = shorten(word, WIDTH - indent.length());
            boolean begun = line.length() > indent.length();
            if (begun && line.length() + 1 + fitting.length() > WIDTH) {
                line(line.toString());
                line = new StringBuilder(indent).append(fitting);
            } else {
                line.append(begun ? " " : "").append(fitting);
            }
        }
        return line(line.toString());
    }

    Sheet note(String paragraph) {
        return wrap(paragraph, INDENT);
    }

    /** Writes a label and its value in columns. */
    Sheet row(String label, Object value) {
        String shown = " ".repeat(label.length() - label.stripLeading().length()) + shorten(label, LABEL - 3);
        String dots = ".".repeat(Math.max(1, LABEL - shown.length()));
        return line(INDENT + shown + " " + dots + " " + value);
    }

    static String shorten(String text, int most) {
        String flat = text.replaceAll("\\s+", " ").strip();
        if (flat.length() <= most) {
            return flat;
        }
        int end = Character.isHighSurrogate(flat.charAt(most - 2)) ? most - 2 : most - 1;
        return flat.substring(0, end).stripTrailing() + "…";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
