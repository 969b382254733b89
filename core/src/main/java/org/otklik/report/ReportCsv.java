package org.otklik.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes a report as CSV for further computing (RFC 4180, comma, CRLF); thread-safe.
 *
 * <p>Each line is one value: {@code table,row,name,measure,value}. Tables, rows and measures are stable codes; names
 * are in the reader's language, and what the law wants to stand beside a network's name stands in the table
 * {@code footnotes}. Values have plain digits and a decimal point, dates are ISO, times are seconds. A cell
 * that a spreadsheet would take for a formula is preceded by an apostrophe.
 */
public final class ReportCsv {

    private static final String HEADER = "table,row,name,measure,value";
    private static final String END = "\r\n";
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private ReportCsv() {}

    /**
     * Writes the lines.
     *
     * @param report the report
     * @param locale the language of names; Russian unless English is asked for
     * @return all lines, to be stored and served as UTF-8
     */
    public static String render(Report report, Locale locale) {
        ReportOutline outline = ReportOutline.of(report, locale);
        StringBuilder lines = new StringBuilder(HEADER).append(END);
        frame(report.frame(), outline, lines);
        outline.sections().stream()
                .flatMap(section -> section.tables().stream())
                .forEach(table -> table.rows().forEach(row -> write(table, row, lines)));
        NetworkTitles networks = outline.networks();
        networks.footnotes()
                .forEach((network, text) ->
                        line(List.of("footnotes", network.code(), networks.title(network), "text", text), lines));
        return lines.toString();
    }

    private static void frame(ReportFrame frame, ReportOutline outline, StringBuilder lines) {
        frameLine("period.from", frame.period().from().toString(), outline, "period", lines);
        frameLine("period.before", frame.period().before().toString(), outline, "period", lines);
        frameLine("asOf", frame.asOf().toString(), outline, "asOf", lines);
        frameLine("zone", frame.zone().getId(), outline, "zone", lines);
        frameLine("pack", frame.packVersion(), outline, "pack", lines);
        frameLine("rules", frame.rulesVersion(), outline, "rules", lines);
        frameLine("formulas", frame.formulaVersion(), outline, "formulas", lines);
    }

    private static void frameLine(String code, String value, ReportOutline outline, String label, StringBuilder lines) {
        line(List.of("frame", code, outline.words().text("frame." + label), "value", value), lines);
    }

    private static void write(ReportTable table, ReportTable.Row row, StringBuilder lines) {
        for (int i = 0; i < table.columns().size(); i++) {
            String measure = table.columns().get(i).code();
            line(
                    List.of(
                            table.code(),
                            row.key(),
                            row.name(),
                            measure,
                            row.cells().get(i).raw()),
                    lines);
        }
    }

    private static void line(List<String> cells, StringBuilder lines) {
        lines.append(cells.stream().map(ReportCsv::cell).collect(Collectors.joining(",")))
                .append(END);
    }

    /** Disarms and, where needed, quotes a cell. */
    static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n' || c == '\t');
        return quoted || formula ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
