package org.otklik.storage.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Collects rows column by column, so that one statement takes each column as an array; for one thread. */
final class Columns extends Params {

    private final List<Column> columns = new ArrayList<>();
    private int index;

    /** A column: the name of its type in SQL, how an array of its type in Java is made, and its values. */
    private record Column(String type, IntFunction<Object[]> array, List<@Nullable Object> values) {}

    static <T> Columns of(Collection<T> items, Session.ItemBinder<T> binder) throws SQLException {
        Columns columns = new Columns();
        for (T item : items) {
            columns.index = 0;
            binder.bind(columns, item);
        }
        return columns;
    }

    /** Sets an array for each column. */
    void bind(StatementParams params) throws SQLException {
        for (Column column : columns) {
            params.putArray(column.type(), column.values().toArray(column.array()));
        }
    }

    /** Returns the first values of a row, as text. */
    List<String> key(int row, int length) {
        List<String> key = new ArrayList<>(length);
        for (Column column : columns.subList(0, length)) {
            key.add(String.valueOf(column.values().get(row)));
        }
        return key;
    }

    private void add(String type, IntFunction<Object[]> array, @Nullable Object value) {
        if (index == columns.size()) {
            columns.add(new Column(type, array, new ArrayList<>()));
        }
        columns.get(index++).values().add(value);
    }

    @Override
    void putText(@Nullable String value) {
        add("varchar", String[]::new, value);
    }

    @Override
    void putNumber(long value) {
        add("bigint", Long[]::new, value);
    }

    @Override
    void putCount(int value) {
        add("integer", Integer[]::new, value);
    }

    @Override
    void putFlag(boolean value) {
        add("boolean", Boolean[]::new, value);
    }

    @Override
    void putInstant(@Nullable Instant value) {
        add(
                "timestamptz",
                String[]::new,
                value == null ? null : value.truncatedTo(ChronoUnit.MICROS).toString());
    }

    @Override
    void putTexts(String[] values) {
        throw new IllegalStateException("A column of a row holds one value, not " + values.length + ".");
    }
}
