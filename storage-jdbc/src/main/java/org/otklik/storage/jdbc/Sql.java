package org.otklik.storage.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Composes statements from constant names. */
final class Sql {

    private Sql() {}

    /** Returns {@code ?, ?, ?}. */
    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    /** Returns an insert of these columns. */
    static String insert(String table, List<String> columns) {
        return "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES (" + marks(columns.size()) + ")";
    }

    /** Returns {@code a = ?, b = ?}. */
    static String assignments(List<String> columns) {
        return String.join(" = ?, ", columns) + " = ?";
    }

    /** Returns {@code a = ?} for each. */
    static List<String> equal(List<String> columns) {
        return columns.stream().map(column -> column + " = ?").toList();
    }

    /** Returns the columns of two lists. */
    static List<String> joined(List<String> first, List<String> then) {
        List<String> all = new ArrayList<>(first);
        all.addAll(then);
        return List.copyOf(all);
    }
}
