package org.otklik.storage.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A change of rows of one table, whose values come in the order of the columns named; immutable. */
sealed interface Change {

    /** Returns the table. */
    String table();

    /** New rows. */
    record Insert(String table, List<String> columns) implements Change {

        /** Returns a statement for one row. */
        String plain() {
            return Sql.insert(table, columns);
        }
    }

    /** New rows, except those whose key is taken. */
    record Absent(String table, List<String> keys, List<String> others) implements Change {

        List<String> columns() {
            return Sql.joined(keys, others);
        }
    }

    /**
     * Rows that are inserted, or written over those with their keys.
     *
     * @param rising a column that never falls: a row that holds a greater value is left as it is
     */
    record Put(String table, List<String> keys, List<String> others, Optional<String> rising) implements Change {

        List<String> columns() {
            return Sql.joined(keys, others);
        }

        Absent absent() {
            return new Absent(table, keys, others);
        }

        /** Returns a statement that writes over one row, its parameters numbered by the columns. */
        String overwrite() {
            List<String> columns = columns();
            String set = others.stream()
                    .map(other -> other + " = ?" + (columns.indexOf(other) + 1))
                    .collect(Collectors.joining(", "));
            String where = IntStream.range(0, keys.size())
                    .mapToObj(i -> keys.get(i) + " = ?" + (i + 1))
                    .collect(Collectors.joining(" AND "));
            String unlessNewer = rising.map(column -> " AND " + column + " <= ?" + (columns.indexOf(column) + 1))
                    .orElse("");
            return "UPDATE " + table + " SET " + set + " WHERE " + where + unlessNewer;
        }
    }

    /**
     * Other values in rows that are there.
     *
     * @param assignments such as {@code state = ?} or {@code posts = posts + ?}, one value each
     * @param conditions such as {@code id = ?}, one value each; together they hold for one row at the most
     * @param exact whether a row that is not found means that somebody else changed it, so that nothing may be written
     */
    record Update(String table, List<String> assignments, List<String> conditions, boolean exact) implements Change {

        /** Returns a statement for one row. */
        String plain() {
            return "UPDATE " + table + " SET " + String.join(", ", assignments) + " WHERE "
                    + String.join(" AND ", conditions);
        }

        /** Returns a query that locks the row, by the values of the conditions alone. */
        String lock() {
            return "SELECT 1 FROM " + table + " WHERE " + String.join(" AND ", conditions) + " FOR UPDATE";
        }
    }

    /**
     * Other values in all rows that meet conditions; one value tells of how many.
     *
     * @param assignments as those of an update
     * @param conditions one value each or none; behind all of them comes the number of rows that must meet them, or else
     *     somebody changed one and nothing may be written
     */
    record UpdateAll(String table, List<String> assignments, List<String> conditions) implements Change {

        /** Returns a statement without the number. */
        String plain() {
            return "UPDATE " + table + " SET " + String.join(", ", assignments) + " WHERE "
                    + String.join(" AND ", conditions);
        }
    }

    /**
     * Rows that go, all whose columns hold these values.
     *
     * @param only another condition, without values
     * @param exact whether there must be one, so that otherwise nothing may be written
     */
    record Delete(String table, List<String> columns, Optional<String> only, boolean exact) implements Change {

        Delete(String table, List<String> columns, boolean exact) {
            this(table, columns, Optional.empty(), exact);
        }

        /** Returns the conditions, one value each but for the last that may have none. */
        List<String> conditions() {
            return Sql.joined(Sql.equal(columns), only.stream().toList());
        }

        /** Returns a statement for the rows of one set of values. */
        String plain() {
            return "DELETE FROM " + table + " WHERE " + String.join(" AND ", conditions());
        }
    }

    /** New rows that get the numbers that follow in a counter, a table of one row, which stays locked until the commit. */
    record Numbered(String table, String number, List<String> columns, String counter, String last) implements Change {

        List<String> numbered() {
            List<String> all = new ArrayList<>(List.of(number));
            all.addAll(columns);
            return all;
        }
    }
}
