package org.otklik.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Writes a report as one HTML page that needs nothing else, no scripts, pictures or fonts from outside; thread-safe.
 *
 * <p>Every chart stands beside a table with the same numbers. Text has a contrast of at least 4.5 to 1, and nothing is
 * said by colour alone (WCAG 2.1 AA). The page reads on 360 pixels and on paper.
 */
public final class ReportHtml {

    private final ReportOutline outline;
    private final ReportWords words;
    private final StringBuilder page = new StringBuilder();

    private ReportHtml(ReportOutline outline) {
        this.outline = outline;
        this.words = outline.words();
    }

    /**
     * Writes the page.
     *
     * @param report the report
     * @param locale the reader's language; Russian unless English is asked for
     * @return a whole document, to be stored and served as UTF-8
     */
    public static String render(Report report, Locale locale) {
        return new ReportHtml(ReportOutline.of(report, locale)).write();
    }

    private String write() {
        page.append("<!DOCTYPE html>\n<html lang=\"")
                .append(words.text("language"))
                .append("\">\n<head>\n");
        page.append("<meta charset=\"utf-8\">\n");
        page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        // A page that was tampered with on its way still loads nothing.
        page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
        page.append("style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'\">\n");
        element("title", outline.title());
        page.append("<style>\n").append(style()).append("</style>\n</head>\n<body>\n");
        page.append(BarChart.DEFINITIONS);
        writeHeader();
        page.append("<main>\n");
        outline.sections().forEach(this::writeSection);
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private void writeHeader() {
        page.append("<header>\n");
        element("h1", outline.title());
        page.append("<dl>\n");
        outline.frame().forEach((code, value) -> {
            page.append("<div>");
            element("dt", words.text("frame." + code));
            element("dd", value);
            page.append("</div>\n");
        });
        page.append("</dl>\n<nav aria-label=\"")
                .append(Markup.escape(outline.title()))
                .append("\"><ul>\n");
        for (ReportSection section : outline.sections()) {
            page.append("<li><a href=\"#").append(section.code()).append("\">");
            page.append(Markup.escape(section.title())).append("</a></li>\n");
        }
        page.append("</ul></nav>\n</header>\n");
    }

    private void writeSection(ReportSection section) {
        page.append("<section aria-labelledby=\"").append(section.code()).append("\">\n<h2 id=\"");
        page.append(section.code())
                .append("\">")
                .append(Markup.escape(section.title()))
                .append("</h2>\n");
        section.notes().forEach(note -> element("p", note));
        if (section.tables().isEmpty()) {
            element("p", words.text("none"));
        }
        section.tables().forEach(this::writeTable);
        page.append("</section>\n");
    }

    private void writeTable(ReportTable table) {
        element("h3", table.title());
        if (table.rows().isEmpty()) {
            element("p", words.text("none"));
            return;
        }
        boolean charted = table.charted().isPresent();
        boolean wide = table.columns().size() > 4;
        page.append("<div class=\"pair")
                .append(charted ? " charted" : "")
                .append(wide ? " wide" : "")
                .append("\">\n");
        table.charted().ifPresent(column -> writeChart(table, column));
        page.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
        page.append(Markup.escape(words.text("table.scroll", table.title()))).append("\">\n");
        writeGrid(table);
        page.append("</div>\n</div>\n");
        table.notes().forEach(note -> element("p", note));
    }

    private void writeChart(ReportTable table, int column) {
        BarChart chart = BarChart.of(table, column);
        String title = words.text("chart.of", table.title());
        page.append("<figure>\n").append(chart.svg(title));
        page.append("<figcaption>").append(Markup.escape(caption(table, column)));
        if (chart.shown() < chart.size()) {
            page.append(". ").append(Markup.escape(words.text("chart.first", chart.shown(), chart.size())));
        }
        page.append("</figcaption>\n</figure>\n");
    }

    private static String caption(ReportTable table, int column) {
        return table.title() + " — " + table.columns().get(column).title().replace("\u00ad", "");
    }

    private void writeGrid(ReportTable table) {
        page.append("<table>\n<thead><tr>");
        heading("col", words.text("column.name"));
        table.columns().forEach(column -> heading("col", column.title()));
        page.append("</tr></thead>\n<tbody>\n");
        table.rows().forEach(this::writeRow);
        page.append("</tbody>\n</table>\n");
    }

    private void writeRow(ReportTable.Row row) {
        page.append(row.isTotal() ? "<tr class=\"total\">" : "<tr>");
        heading("row", row.name());
        row.cells()
                .forEach(cell ->
                        page.append("<td>").append(Markup.escape(cell.text())).append("</td>"));
        page.append("</tr>\n");
    }

    private void heading(String scope, String text) {
        page.append("<th scope=\"")
                .append(scope)
                .append("\">")
                .append(Markup.escape(text))
                .append("</th>");
    }

    private void element(String tag, String text) {
        page.append('<').append(tag).append('>').append(Markup.escape(text));
        page.append("</").append(tag).append(">\n");
    }

    private static String style() {
        try (InputStream in = ReportHtml.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("The style of reports, report.css, is missing from the library's jar.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The style of reports, report.css, cannot be read from the jar.", e);
        }
    }
}
