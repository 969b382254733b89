package org.otklik.examples.demo.posts;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads posts from CSV with a header row, separated by comma or semicolon; cells may span lines. */
final class CsvRows {

    private static final List<Character> SEPARATORS = List.of(',', ';');

    private final RowReader rows;

    CsvRows(RowReader rows) {
        this.rows = rows;
    }

    PostsFile read(String text) {
        List<PostLine> lines = new ArrayList<>();
        List<BadRow> bad = new ArrayList<>();
        char separator = separator(text);
        try (CsvReader<CsvRecord> csv = reader(separator, text)) {
            Iterator<CsvRecord> records = csv.iterator();
            Map<String, Integer> header = header(records.next());
            while (records.hasNext()) {
                readRow(header, records.next(), lines, bad);
            }
        } catch (CsvParseException e) {
            // Nothing behind an unclosed quotation mark can be told from the cell that it opens.
            bad.add(new BadRow(lastLine(lines, bad) + 1, "кавычка не закрыта до конца файла"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PostsFile(lines, bad);
    }

    private static CsvReader<CsvRecord> reader(char separator, String text) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        for (char separator : SEPARATORS) {
            try (CsvReader<CsvRecord> csv = reader(separator, first)) {
                Iterator<CsvRecord> records = csv.iterator();
                if (records.hasNext() && header(records.next()).keySet().containsAll(List.of("id", "text"))) {
                    return separator;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new PostsFileException("В первой строке нет столбцов id и text, разделённых запятой или точкой с запятой.");
    }

    private static Map<String, Integer> header(CsvRecord row) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < row.getFieldCount(); i++) {
            columns.putIfAbsent(row.getField(i).strip().toLowerCase(Locale.ROOT), i);
        }
        return columns;
    }

    private void readRow(Map<String, Integer> header, CsvRecord row, List<PostLine> lines, List<BadRow> bad) {
        long number = row.getStartingLineNumber();
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

    private static long lastLine(List<PostLine> lines, List<BadRow> bad) {
        long good = lines.isEmpty() ? 1 : lines.get(lines.size() - 1).line();
        return Math.max(good, bad.isEmpty() ? 1 : bad.get(bad.size() - 1).line());
    }
}
