package org.otklik.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** Reads a table by the ending of its name. */
final class Tables {

    private Tables() {}

    static void read(Path file, RowSink rows) throws IOException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            CsvRows.read(file, StandardCharsets.UTF_8, rows);
        } else if (name.endsWith(".xlsx")) {
            XlsxRows.read(file, rows);
        } else {
            throw new UnreadableHistoryException(
                    "The name of " + file + " ends in neither .csv nor .xlsx: save it as one of them.", null);
        }
    }
}
