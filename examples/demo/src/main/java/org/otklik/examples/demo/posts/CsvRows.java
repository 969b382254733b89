package org.otklik.examples.demo.posts;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads posts from CSV with a header row, separated by comma or semicolon; cells may span lines. */
final class CsvRows {

    private static final List<Character> SEPARATORS = List.of(',', ';');
    private static final List<String> NEEDED = List.of("id", "text");

    private final RowReader rows;

    CsvRows(RowReader rows) {
        this.rows = rows;
    }

    PostsFile read(String text) {
        List<String> physical = text.lines().toList();
        char separator = separator(physical);
        Map<String, Integer> header = header(record(separator, physical.get(0)).orElseThrow());
        List<PostLine> lines = new ArrayList<>();
        List<BadRow> bad = new ArrayList<>();
        int next = 1;
        while (next < physical.size()) {
            next = readFrom(next, physical, new Columns(separator, header), lines, bad);
        }
        return new PostsFile(lines, bad);
    }

    private record Columns(char separator, Map<String, Integer> header) {}

    /** Reads until a quotation mark makes no sense; only the line at which that row began is lost. */
    private int readFrom(int first, List<String> physical, Columns columns, List<PostLine> lines, List<BadRow> bad) {
        String rest = String.join("\n", physical.subList(first, physical.size()));
        int next = first;
        try (CsvReader<CsvRecord> csv = reader(columns.separator(), rest)) {
            for (CsvRecord row : csv) {
                int start = first + Math.toIntExact(row.getStartingLineNumber()) - 1;
                readRow(start + 1, columns.header(), row, lines, bad);
                next = start + linesOf(row);
            }
            return physical.size();
        } catch (CsvParseException e) {
            while (next < physical.size() - 1 && physical.get(next).isEmpty()) {
                next++;
            }
            bad.add(new BadRow(next + 1, "кавычка открыта и не закрыта как нужно"));
            return next + 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int linesOf(CsvRecord row) {
        return 1
                + (int) row.getFields().stream()
                        .flatMapToInt(String::chars)
                        .filter(c -> c == '\n')
                        .count();
    }

    private static CsvReader<CsvRecord> reader(char separator, String text) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    private static char separator(List<String> physical) {
        String first = physical.isEmpty() ? "" : physical.get(0);
        return SEPARATORS.stream()
                .filter(separator -> record(separator, first)
                        .map(row -> header(row).keySet().containsAll(NEEDED))
                        .orElse(false))
                .findFirst()
                .orElseThrow(() -> new PostsFileException(
                        "В первой строке нет столбцов id и text, разделённых запятой или точкой с запятой."));
    }

    private static Optional<CsvRecord> record(char separator, String line) {
        try (CsvReader<CsvRecord> csv = reader(separator, line)) {
            return csv.stream().findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> header(CsvRecord row) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < row.getFieldCount(); i++) {
            columns.putIfAbsent(row.getField(i).strip().toLowerCase(Locale.ROOT), i);
        }
        return columns;
    }

    private void readRow(
            long number, Map<String, Integer> header, CsvRecord row, List<PostLine> lines, List<BadRow> bad) {
        try {
            if (row.getFieldCount() > header.size()) {
                throw new BadRowException("ячеек больше, чем столбцов: текст с разделителем нужно взять в кавычки");
            }
            lines.add(rows.read(number, name -> cell(header, row, name), 0, Optional.empty()));
        } catch (BadRowException e) {
            bad.add(new BadRow(number, e.reason()));
        }
    }

    private static Optional<String> cell(Map<String, Integer> header, CsvRecord row, String name) {
        Integer column = header.get(name.toLowerCase(Locale.ROOT));
        return column == null || column >= row.getFieldCount()
                ? Optional.empty()
                : Optional.of(row.getField(column).strip()).filter(cell -> !cell.isEmpty());
    }
}
