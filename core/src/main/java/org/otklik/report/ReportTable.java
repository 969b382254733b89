package org.otklik.report;

import java.util.List;
import java.util.OptionalInt;

/**
 * One table of a report, the same for every export; immutable.
 *
 * @param code stable code, for machines
 * @param title what people read above it
 * @param columns all but the first, which names the rows
 * @param rows in order
 * @param charted the column whose values are also drawn as bars
 * @param notes sentences that belong to it
 */
record ReportTable(
        String code, String title, List<Column> columns, List<Row> rows, OptionalInt charted, List<String> notes) {

    /** Key of the row that sums the others up; no slug, so that no id can be the same. */
    static final String TOTAL = "TOTAL";

    /**
     * A column; immutable.
     *
     * @param code stable code, for machines
     * @param title what people read, with soft hyphens where it may break
     * @param detail whether it is left out where room is short
     */
    record Column(String code, String title, boolean detail) {}

    /**
     * A row; immutable.
     *
     * @param key id or code, for machines
     * @param name what people read
     * @param cells one for each column
     */
    record Row(String key, String name, List<Cell> cells) {

        Row {
            cells = List.copyOf(cells);
        }

        boolean isTotal() {
            return key.equals(TOTAL);
        }
    }

    ReportTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    ReportTable charting(int column) {
        return new ReportTable(code, title, columns, rows, OptionalInt.of(column), notes);
    }

    ReportTable noting(String... sentences) {
        return new ReportTable(code, title, columns, rows, charted, List.of(sentences));
    }
}
