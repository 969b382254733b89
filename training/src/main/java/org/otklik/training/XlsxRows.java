package org.otklik.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Reads the first sheet of a workbook, row by row. */
final class XlsxRows {

    private XlsxRows() {}

    static void read(Path file, RowSink rows) throws IOException {
        if (!Files.isReadable(file)) {
            throw rows.unreadable("is not there or may not be read", null);
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                Stream<Row> sheet = workbook.getFirstSheet().openStream()) {
            read(sheet.iterator(), rows);
        } catch (ExcelReaderException | UncheckedIOException | IllegalStateException e) {
            throw rows.unreadable(
                    "is no workbook that can be read: " + e.getMessage()
                            + ". Save it as .xlsx of Excel 2007 or later, or as CSV",
                    e);
        }
    }

    private static void read(Iterator<Row> sheet, RowSink rows) {
        List<String> names = sheet.hasNext() ? header(sheet.next()) : List.of();
        rows.header(names);
        while (sheet.hasNext()) {
            Row row = sheet.next();
            rows.row(row.getRowNum(), cells(row, names.size()));
        }
    }

    private static List<String> cells(Row row, int count) {
        List<String> cells = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            cells.add(cell(row, i));
        }
        return cells;
    }

    private static List<String> header(Row row) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            names.add(cell(row, i).strip());
        }
        return List.copyOf(names);
    }

    private static String cell(Row row, int index) {
        return row.getCellRawValue(index).isEmpty() ? "" : row.getCellText(index);
    }
}
