package org.otklik.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Lays a table out for a console: names on the left, numbers flush right; for one thread. */
final class TextTable {

    private static final String MARGIN = "  ";
    private static final int NARROWEST_NAME = 14;
    private static final int MOST_NAME_LINES = 2;

    private final String nameTitle;
    private final List<ReportTable.Column> columns;
    private final List<Integer> shownColumns;
    private final List<ReportTable.Row> rows;
    private final int hidden;
    private final List<Integer> widths = new ArrayList<>();
    private final int nameWidth;
    private final boolean cramped;

    TextTable(ReportTable table, String nameTitle, int width, int mostRows) {
        this.nameTitle = nameTitle;
        columns = table.columns();
        shownColumns = IntStream.range(0, columns.size())
                .filter(i -> !columns.get(i).detail())
                .boxed()
                .toList();
        rows = new ArrayList<>();
        int names = 0;
        for (ReportTable.Row row : table.rows()) {
            boolean total = row.isTotal();
            if (total || names < mostRows) {
                rows.add(row);
            }
            names += total ? 0 : 1;
        }
        hidden = Math.max(0, names - mostRows);
        shownColumns.forEach(i -> widths.add(width(i)));
        int longest = rows.stream().mapToInt(row -> row.name().length()).reduce(nameTitle.length(), Math::max);
        int room = width
                - MARGIN.length()
                - widths.stream().mapToInt(one -> one + 1).sum();
        nameWidth = Math.min(room, longest);
        cramped = room < Math.min(NARROWEST_NAME, longest);
    }

    private int width(int column) {
        int header = new HeaderCell(columns.get(column).title()).narrowest();
        return rows.stream().mapToInt(row -> text(row, column).length()).reduce(header, Math::max);
    }

    private static String text(ReportTable.Row row, int column) {
        return TextLines.clean(row.cells().get(column).text());
    }

    /** Tells how many rows did not fit. */
    int hidden() {
        return hidden;
    }

    void write(TextLines lines) {
        if (cramped) {
            rows.forEach(row -> writeAsList(row, lines));
            return;
        }
        writeHeader(lines);
        rows.forEach(row -> writeRow(row, lines));
    }

    private void writeHeader(TextLines lines) {
        List<List<String>> titles = new ArrayList<>();
        for (int i = 0; i < widths.size(); i++) {
            titles.add(new HeaderCell(columns.get(shownColumns.get(i)).title()).lines(widths.get(i)));
        }
        int height = titles.stream().mapToInt(List::size).max().orElse(1);
        for (int at = 0; at < height; at++) {
            List<String> cells = new ArrayList<>();
            for (List<String> title : titles) {
                int skipped = height - title.size();
                cells.add(at < skipped ? "" : title.get(at - skipped));
            }
            writeLine(at == height - 1 ? nameTitle : "", cells, lines);
        }
    }

    private void writeRow(ReportTable.Row row, TextLines lines) {
        List<String> name = nameLines(row.name());
        List<String> cells = shownColumns.stream().map(i -> text(row, i)).toList();
        name.subList(0, name.size() - 1).forEach(part -> lines.line(MARGIN + part));
        writeLine(name.get(name.size() - 1), cells, lines);
    }

    private List<String> nameLines(String name) {
        TextLines wrapped = new TextLines(nameWidth);
        wrapped.wrap(name, " ");
        List<String> lines = new ArrayList<>(wrapped.toString().lines().toList());
        if (lines.size() > MOST_NAME_LINES) {
            String rest = String.join(" ", lines.subList(MOST_NAME_LINES - 1, lines.size()));
            lines = new ArrayList<>(lines.subList(0, MOST_NAME_LINES - 1));
            lines.add(TextLines.cut(rest, nameWidth));
        }
        return lines.isEmpty() ? List.of("") : lines;
    }

    private void writeLine(String name, List<String> cells, TextLines lines) {
        StringBuilder line = new StringBuilder(MARGIN).append(TextLines.padded(name, nameWidth));
        for (int i = 0; i < cells.size(); i++) {
            line.append(' ').append(TextLines.paddedLeft(cells.get(i), widths.get(i)));
        }
        lines.line(line.toString());
    }

    private void writeAsList(ReportTable.Row row, TextLines lines) {
        lines.wrap(MARGIN + row.name(), MARGIN);
        shownColumns.forEach(
                i -> lines.wrap(MARGIN + MARGIN + columns.get(i).title() + ": " + text(row, i), MARGIN + MARGIN));
    }
}
