package org.otklik.benchmarks;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads records with a heading; a quoted cell may have commas, quotes and line breaks. */
final class CsvTable {

    private final Reader reader;
    private int ahead;

    private CsvTable(Reader reader) throws IOException {
        this.reader = reader;
        ahead = reader.read();
    }

    static List<Map<String, String>> read(Reader reader) throws IOException {
        CsvTable table = new CsvTable(reader);
        List<String> heading = table.record();
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> cells = table.record(); cells != null; cells = table.record()) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; heading != null && i < Math.min(heading.size(), cells.size()); i++) {
                row.put(heading.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private @Nullable List<String> record() throws IOException {
        while (ahead == '\n' || ahead == '\r' || ahead == '\uFEFF') {
            next();
        }
        if (ahead < 0) {
            return null;
        }
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (ahead == ',') {
            next();
            cells.add(cell());
        }
        return cells;
    }

    private String cell() throws IOException {
        StringBuilder cell = new StringBuilder();
        if (ahead == '"') {
            next();
            quoted(cell);
        }
        while (ahead >= 0 && ahead != ',' && ahead != '\n' && ahead != '\r') {
            cell.append((char) next());
        }
        return cell.toString();
    }

    private void quoted(StringBuilder cell) throws IOException {
        while (ahead >= 0) {
            int read = next();
            if (read == '"' && ahead != '"') {
                return;
            }
            if (read == '"') {
                next();
            }
            cell.append((char) read);
        }
    }

    private int next() throws IOException {
        int read = ahead;
        ahead = reader.read();
        return read;
    }
}
