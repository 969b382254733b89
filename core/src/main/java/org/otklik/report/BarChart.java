package org.otklik.report;

import java.util.List;
import java.util.Locale;

/**
 * Draws a column of a table as horizontal bars in SVG; immutable. Name and value stand above each bar as text, so that
 * neither colour nor length alone says anything, and the drawing stays legible on a narrow screen.
 */
final class BarChart {

    private static final int MOST_BARS = 15;
    private static final int WIDTH = 340;
    private static final int STEP = 40;
    private static final int TEXT_LINE = 15;
    private static final int BAR_TOP = 21;
    private static final int BAR_HEIGHT = 12;
    private static final int LONGEST_LABEL = 33;
    private static final double FULL = 100;
    private static final List<String> PATTERNS = List.of("solid", "stripes", "dots");

    /** Patterns for bars that are told apart by kind; they stand once in the page. */
    static final String DEFINITIONS = """
        <svg width="0" height="0" style="position:absolute" aria-hidden="true" focusable="false"><defs>
        <pattern id="solid" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" fill="#1f5a8c"/></pattern>
        <pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="#fff"/><rect width="3" height="6" fill="#1f5a8c"/></pattern>
        <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="#fff"/><circle cx="3" cy="3" r="1.7" fill="#1f5a8c"/></pattern>
        </defs></svg>
        """;

    private final List<ReportTable.Row> rows;
    private final int column;
    private final boolean patterned;
    private final boolean percents;

    private BarChart(List<ReportTable.Row> rows, int column, boolean patterned, boolean percents) {
        this.rows = rows;
        this.column = column;
        this.patterned = patterned;
        this.percents = percents;
    }

    /** Charts a table; its line of totals would dwarf the rest and is left out. */
    static BarChart of(ReportTable table, int column) {
        List<ReportTable.Row> bars =
                table.rows().stream().filter(row -> !row.isTotal()).toList();
        boolean toldApart = bars.size() <= PATTERNS.size() && table.code().equals("verdicts");
        boolean percents = table.columns().get(column).code().equals("share"); // drawn on a scale from 0 to 100
        return new BarChart(bars, column, toldApart, percents);
    }

    int size() {
        return rows.size();
    }

    int shown() {
        return Math.min(size(), MOST_BARS);
    }

    String svg(String title) {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(STEP * shown())
                .append("\" role=\"img\"");
        svg.append(" aria-label=\"").append(Markup.escape(title)).append("\">\n");
        double longest =
                percents ? FULL : rows.stream().mapToDouble(this::size).max().orElse(0);
        for (int i = 0; i < shown(); i++) {
            addBar(svg, rows.get(i), i, longest);
        }
        return svg.append("</svg>\n").toString();
    }

    private double size(ReportTable.Row row) {
        return row.cells().get(column).size();
    }

    private void addBar(StringBuilder svg, ReportTable.Row row, int index, double longest) {
        int top = index * STEP;
        double width = longest == 0 ? 0 : size(row) / longest * (WIDTH - 1);
        addText(svg, "label", 0, top, shortened(row.name()));
        addText(svg, "label number", WIDTH, top, row.cells().get(column).text());
        svg.append("<line class=\"base\" x1=\"0.5\" x2=\"0.5\" y1=\"").append(top + BAR_TOP - 2);
        svg.append("\" y2=\"").append(top + BAR_TOP + BAR_HEIGHT + 2).append("\"/>");
        svg.append("<rect class=\"bar\" x=\"0.5\" y=\"").append(top + BAR_TOP).append("\" height=\"");
        svg.append(BAR_HEIGHT).append("\" width=\"").append(String.format(Locale.ROOT, "%.1f", width));
        svg.append("\" fill=\"url(#")
                .append(PATTERNS.get(patterned ? index : 0))
                .append(")\"/>\n");
    }

    private static void addText(StringBuilder svg, String style, int x, int top, String text) {
        svg.append("<text class=\"").append(style).append("\" x=\"").append(x).append("\" y=\"");
        svg.append(top + TEXT_LINE).append("\">").append(Markup.escape(text)).append("</text>");
    }

    /** The whole name stands in the table beside the chart. */
    private static String shortened(String name) {
        String plain = name.replace("\u00ad", "");
        return plain.codePointCount(0, plain.length()) <= LONGEST_LABEL
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
    }
}
