package org.otklik.training;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads comma- or semicolon-separated values. */
final class CsvRows {

    private static final int BYTE_ORDER_MARK = '\uFEFF';
    private static final int LONGEST_HEADER = 100_000;

    private CsvRows() {}

    static void read(Path file, Charset charset, RowSink rows) throws IOException {
        try (BufferedReader reader = open(file, charset)) {
            skipMark(reader);
            char separator = separator(reader);
            try (CsvReader<CsvRecord> csv = CsvReader.builder()
                    .fieldSeparator(separator)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(reader)) {
                read(csv, rows);
            }
        } catch (CharacterCodingException e) {
            throw otherEncoding(charset, rows, e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw otherEncoding(charset, rows, e);
            }
            throw e.getCause();
        } catch (CsvParseException e) {
            throw rows.unreadable("is no CSV: " + e.getMessage() + ". Is a quotation mark not closed?", e);
        }
    }

    private static UnreadableHistoryException otherEncoding(Charset charset, RowSink rows, Exception e) {
        return rows.unreadable(
                "is not in the encoding " + charset + ". Save it in UTF-8, or name its encoding, such as windows-1251",
                e);
    }

    private static BufferedReader open(Path file, Charset charset) throws IOException {
        Reader strict = new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        return new BufferedReader(strict, LONGEST_HEADER);
    }

    private static void skipMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }

    /** Excel writes semicolons where the comma is the decimal mark, as in Russia. */
    private static char separator(BufferedReader reader) throws IOException {
        reader.mark(LONGEST_HEADER);
        int commas = 0;
        int semicolons = 0;
        for (int i = 0; i < LONGEST_HEADER; i++) {
            int c = reader.read();
            if (c < 0 || c == '\n' || c == '\r') {
                break;
            }
            commas += c == ',' ? 1 : 0;
            semicolons += c == ';' ? 1 : 0;
        }
        reader.reset();
        return semicolons > commas ? ';' : ',';
    }

    private static void read(CsvReader<CsvRecord> csv, RowSink rows) {
        List<String> names = List.of();
        for (CsvRecord row : csv) {
            if (names.isEmpty()) {
                names = row.getFields().stream().map(String::strip).toList();
                rows.header(names);
            } else if (row.getFieldCount() != names.size()) {
                rows.malformed(
                        row.getStartingLineNumber(),
                        "The row has " + row.getFieldCount() + " fields and the first line " + names.size()
                                + "; put quotation marks around fields that hold the separator.");
            } else {
                rows.row(row.getStartingLineNumber(), row.getFields());
            }
        }
        if (names.isEmpty()) {
            rows.header(names);
        }
    }
}
