package org.otklik.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Puts a table together; for one thread. */
final class TableMaker {

    private final String code;
    private final ReportWords words;
    private final List<ReportTable.Column> columns = new ArrayList<>();
    private final List<ReportTable.Row> rows = new ArrayList<>();

    /** Begins a table with columns whose titles stand in the bundle. */
    TableMaker(String code, ReportWords words, String... columnCodes) {
        this.code = code;
        this.words = words;
        Arrays.stream(columnCodes).forEach(column -> column(column, words.text("column." + column)));
    }

    TableMaker column(String columnCode, String title) {
        columns.add(new ReportTable.Column(columnCode, title, false));
        return this;
    }

    /** Adds a column that is left out where room is short. */
    TableMaker detail(String columnCode) {
        columns.add(new ReportTable.Column(columnCode, words.text("column." + columnCode), true));
        return this;
    }

    TableMaker row(String key, String name, List<Cell> cells) {
        rows.add(new ReportTable.Row(key, name, cells));
        return this;
    }

    TableMaker row(String key, String name, Cell... cells) {
        return row(key, name, List.of(cells));
    }

    ReportTable table() {
        return new ReportTable(code, words.text("table." + code), columns, rows, OptionalInt.empty(), List.of());
    }
}
