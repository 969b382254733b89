package org.otklik.report;

import java.util.Locale;

/**
 * Writes a report as plain text of at most 80 columns for a console; thread-safe. Long tables are cut and say so.
 */
public final class ReportText {

    /** No line is longer. */
    public static final int WIDTH = 80;

    private static final int MOST_ROWS = 10;
    private static final int LABEL_WIDTH = 24;

    private ReportText() {}

    /**
     * Writes the text.
     *
     * @param report the report
     * @param locale the reader's language; Russian unless English is asked for
     * @return lines ended by {@code \n}
     */
    public static String render(Report report, Locale locale) {
        ReportOutline outline = ReportOutline.of(report, locale);
        ReportWords words = outline.words();
        TextLines lines = new TextLines(WIDTH);
        lines.wrap(outline.title().toUpperCase(words.locale()), "").line("=".repeat(WIDTH));
        outline.frame().forEach((code, value) -> frameLine(words.text("frame." + code), value, lines));
        outline.sections().forEach(section -> write(section, words, lines));
        return lines.toString();
    }

    private static void frameLine(String label, String value, TextLines lines) {
        lines.line(TextLines.padded(label + ":", LABEL_WIDTH) + value);
    }

    private static void write(ReportSection section, ReportWords words, TextLines lines) {
        lines.line("").line(section.title().toUpperCase(words.locale())).line("-".repeat(WIDTH));
        section.notes().forEach(note -> lines.wrap(note, ""));
        if (section.tables().isEmpty()) {
            lines.line(words.text("none"));
        }
        section.tables().forEach(table -> write(table, words, lines));
    }

    private static void write(ReportTable table, ReportWords words, TextLines lines) {
        lines.line("").wrap(table.title(), "");
        if (table.rows().isEmpty()) {
            lines.line("  " + words.text("none"));
        } else {
            TextTable laidOut = new TextTable(table, words.text("column.name"), WIDTH, MOST_ROWS);
            laidOut.write(lines);
            if (laidOut.hidden() > 0) {
                lines.line("  " + words.text("more", words.number(laidOut.hidden())));
            }
        }
        table.notes().forEach(note -> lines.wrap("  " + note, "  "));
    }
}
