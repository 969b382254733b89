package org.otklik.storage.jdbc;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Changes as statements of PostgreSQL, for one row or for many given as an array for each column; thread-safe.
 *
 * <p>One row has a statement of its own, since PostgreSQL plans a join with an array anew each time when it is short.
 *
 * <p>Statements that go to the server together cannot look at each other's counts. So a statement whose count matters
 * fails by itself: it casts a word to a number when the count is wrong, and the word tells why.
 */
final class PostgresChanges {

    /** The word in the message of a failure after which the work is done again. */
    static final String STALE = "otklik:stale-version";

    /** The word in the message of a failure when the counter has no row. */
    static final String NO_COUNTER = "otklik:no-counter";

    private final Map<Change, String> ofOne = new ConcurrentHashMap<>();
    private final Map<Change, String> ofMany = new ConcurrentHashMap<>();

    String one(Change change) {
        return ofOne.computeIfAbsent(change, PostgresChanges::single);
    }

    String many(Change change) {
        return ofMany.computeIfAbsent(change, PostgresChanges::multiple);
    }

    private static String single(Change change) {
        if (change instanceof Change.Insert insert) {
            return insert.plain();
        } else if (change instanceof Change.Absent absent) {
            return into(absent.table(), absent.columns()) + "SELECT "
                    + Sql.marks(absent.columns().size()) + onConflict(absent.keys()) + "NOTHING";
        } else if (change instanceof Change.Put put) {
            return into(put.table(), put.columns()) + "VALUES ("
                    + Sql.marks(put.columns().size()) + ")" + overwrite(put);
        } else if (change instanceof Change.Update update) {
            return update.exact()
                    ? "WITH changed AS (" + update.plain() + " RETURNING 1) " + unlessCount("changed", "1", STALE)
                    : update.plain();
        } else if (change instanceof Change.Delete delete) {
            return delete.plain();
        }
        return multiple(change);
    }

    private static String multiple(Change change) {
        if (change instanceof Change.Insert insert) {
            return into(insert.table(), insert.columns())
                    + selectAll(insert.columns().size());
        } else if (change instanceof Change.Absent absent) {
            return into(absent.table(), absent.columns())
                    + selectAll(absent.columns().size()) + onConflict(absent.keys()) + "NOTHING";
        } else if (change instanceof Change.Put put) {
            return into(put.table(), put.columns()) + selectAll(put.columns().size()) + overwrite(put);
        } else if (change instanceof Change.Update update) {
            return update(update);
        } else if (change instanceof Change.Delete delete) {
            return "DELETE FROM " + delete.table() + " USING "
                    + rows(delete.columns().size()) + " WHERE "
                    + String.join(" AND ", filled(Sql.equal(delete.columns()), 0));
        }
        return numbered((Change.Numbered) change);
    }

    /** Returns the rows of an insert that does nothing where the key is taken, and reads the keys of those it added. */
    String addedKeys(Change.Absent absent) {
        return many(absent) + " RETURNING " + String.join(", ", absent.keys());
    }

    private static String into(String table, List<String> columns) {
        return "INSERT INTO " + table + " (" + String.join(", ", columns) + ") ";
    }

    private static String selectAll(int columns) {
        return "SELECT * FROM UNNEST(" + Sql.marks(columns) + ")";
    }

    private static String onConflict(List<String> keys) {
        return " ON CONFLICT (" + String.join(", ", keys) + ") DO ";
    }

    private static String overwrite(Change.Put put) {
        String set = put.others().stream()
                .map(other -> other + " = EXCLUDED." + other)
                .collect(Collectors.joining(", "));
        String unlessNewer = put.rising()
                .map(column -> " WHERE " + put.table() + "." + column + " <= EXCLUDED." + column)
                .orElse("");
        return onConflict(put.keys()) + "UPDATE SET " + set + unlessNewer;
    }

    private static String update(Change.Update update) {
        int assigned = update.assignments().size();
        int columns = assigned + update.conditions().size();
        String body = " SET " + String.join(", ", filled(update.assignments(), 0)) + " FROM %s WHERE "
                + String.join(" AND ", filled(update.conditions(), assigned));
        if (!update.exact()) {
            return "UPDATE " + update.table() + body.replace("%s", rows(columns));
        }
        return "WITH r AS (SELECT * FROM " + rows(columns) + "), changed AS (UPDATE " + update.table()
                + body.replace("%s", "r") + " RETURNING 1) "
                + unlessCount("changed", "(SELECT COUNT(*) FROM r)", STALE);
    }

    private static String numbered(Change.Numbered change) {
        int columns = change.columns().size();
        return "WITH r AS (SELECT * FROM UNNEST(" + Sql.marks(columns) + ") WITH ORDINALITY AS r (" + names(columns)
                + ", place)), counted AS (UPDATE " + change.counter() + " SET " + change.last() + " = " + change.last()
                + " + (SELECT COUNT(*) FROM r) RETURNING " + change.last()
                + " - (SELECT COUNT(*) FROM r) AS base), added AS (" + into(change.table(), change.numbered())
                + "SELECT base + place, " + names(columns) + " FROM counted, r RETURNING 1) "
                + unlessCount("added", "(SELECT COUNT(*) FROM r)", NO_COUNTER);
    }

    private static String unlessCount(String rows, String wanted, String word) {
        return "SELECT CAST(CASE WHEN COUNT(*) = " + wanted + " THEN '1' ELSE '" + word + "' END AS integer) FROM "
                + rows;
    }

    private static String rows(int columns) {
        return "UNNEST(" + Sql.marks(columns) + ") AS r (" + names(columns) + ")";
    }

    private static String names(int columns) {
        return IntStream.rangeClosed(1, columns).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
    }

    /** Puts the columns of the rows in place of the marks. */
    private static List<String> filled(List<String> terms, int before) {
        return IntStream.range(0, terms.size())
                .mapToObj(i -> terms.get(i).replace("?", "r.c" + (before + i + 1)))
                .toList();
    }
}
