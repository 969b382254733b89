package org.otklik.storage.jdbc;

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
}
