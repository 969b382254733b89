package org.otklik.storage.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects rows column by column, so that one statement takes each column as an array; for one thread. */
final class Columns extends Params {

    private final List<Column> columns = new ArrayList<>();
    private int index;

    /** A column: the name of its type in SQL, an empty array of its type in Java, and its values. */
    private record Column(String type, Object[] empty, List<@Nullable Object> values) {}

    private static final String[] NO_TEXT = {};
    private static final Long[] NO_NUMBER = {};
    private static final Integer[] NO_COUNT = {};
    private static final Boolean[] NO_FLAG = {};

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
            params.putArray(column.type(), column.values().toArray(column.empty()));
        }
    }

    /** Sets the values of the only row, from a column on; no instants, which rows are not found by. */
    void bindRow(Params params, int from) throws SQLException {
        for (Column column : columns.subList(from, columns.size())) {
            Object value = column.values().get(0);
            if (value instanceof Long number) {
                params.number(number);
            } else if (value instanceof Integer count) {
                params.count(count);
            } else {
                params.text(Optional.ofNullable(value));
            }
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

    private void add(String type, Object[] empty, @Nullable Object value) {
        if (index == columns.size()) {
            columns.add(new Column(type, empty, new ArrayList<>()));
        }
        columns.get(index++).values().add(value);
    }

    @Override
    void putText(@Nullable String value) {
        add("varchar", NO_TEXT, value);
    }

    @Override
    void putNumber(long value) {
        add("bigint", NO_NUMBER, value);
    }

    @Override
    void putCount(int value) {
        add("integer", NO_COUNT, value);
    }

    @Override
    void putFlag(boolean value) {
        add("boolean", NO_FLAG, value);
    }

    @Override
    void putInstant(@Nullable Instant value) {
        add(
                "timestamptz",
                NO_TEXT,
                value == null ? null : value.truncatedTo(ChronoUnit.MICROS).toString());
    }

    @Override
    void putTexts(String[] values) {
        throw new IllegalStateException("A column of a row holds one value, not " + values.length + ".");
    }
}
