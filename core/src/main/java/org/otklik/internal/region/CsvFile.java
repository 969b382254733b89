package org.otklik.internal.region;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the tables of a pack strictly: comma, double quotes, a heading, one record a line, {@code #} before a comment.
 *
 * <p>Pack tables are written by hand, so that a quote left open is worth a message with its line; therefore a cell
 * cannot run over a line's end.
 */
final class CsvFile {

    private final String file;
    private final Mistakes mistakes;
    private final List<Entry> entries = new ArrayList<>();
    private List<String> heading = List.of();

    private CsvFile(String file, Mistakes mistakes) {
        this.file = file;
        this.mistakes = mistakes;
    }

    static List<Entry> read(String file, String text, List<String> columns, Mistakes mistakes) {
        return read(file, text, columns, List.of(), mistakes);
    }

    static List<Entry> read(String file, String text, List<String> columns, List<String> optional, Mistakes mistakes) {
        CsvFile csv = new CsvFile(file, mistakes);
        int line = 0;
        for (String row : text.lines().toList()) {
            line++;
            if (!row.isBlank() && !row.startsWith("#")) {
                csv.row(line, row, columns, optional);
            }
        }
        if (csv.heading.isEmpty()) {
            mistakes.note(file, 0, "csv.empty", String.join(",", columns));
        }
        return csv.entries;
    }

    private void row(int line, String row, List<String> columns, List<String> optional) {
        List<String> cells = cells(line, row);
        if (heading.isEmpty()) {
            heading(line, cells, columns, optional);
        } else if (cells.size() != heading.size()) {
            mistakes.note(file, line, "csv.cells", cells.size(), heading.size());
        } else {
            entries.add(entry(line, cells));
        }
    }

    private void heading(int line, List<String> cells, List<String> columns, List<String> optional) {
        heading = cells;
        columns.stream()
                .filter(column -> !cells.contains(column))
                .forEach(column -> mistakes.note(file, line, "csv.column-missing", column));
        cells.stream()
                .filter(cell -> !columns.contains(cell) && !optional.contains(cell))
                .forEach(cell -> mistakes.note(file, line, "csv.column-unknown", cell, String.join(", ", columns)));
    }

    private Entry entry(int line, List<String> cells) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            fields.put(heading.get(i), new Value.Text(line, cells.get(i)));
        }
        return new Entry(file, new Value.Fields(line, fields), mistakes);
    }

    private List<String> cells(int line, String row) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '"' && quoted && i + 1 < row.length() && row.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (quoted) {
            mistakes.note(file, line, "csv.quote");
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
