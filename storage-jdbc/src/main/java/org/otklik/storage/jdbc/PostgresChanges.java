package org.otklik.storage.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Changes as statements of PostgreSQL, for a few rows or for many given as an array for each column; thread-safe.
 *
 * <p>Statements that go to the server together cannot look at each other's counts. So a statement whose count matters
 * fails by itself: it casts a word to a number when the count is wrong, and the word tells why.
 */
final class PostgresChanges {

    /** The word in the message of a failure after which the work is done again. */
    static final String STALE = "otklik:stale-version";

    /**
     * Lets PostgreSQL plan what follows in the transaction by how large tables are now: a plan that was kept from when a
     * queue was empty reads the whole of it.
     */
    static final String PLAN_ANEW = "SET LOCAL plan_cache_mode = force_custom_plan;\n";

    /**
     * Lets PostgreSQL plan what follows once: the first rows are read in the order of their index and then looked up by
     * an index, for there is no other way left. So the plan is right however large the table is, and need not be made again for
     * each claim. It holds for the rest of the transaction, which is slower for questions that sort, and no less right.
     */
    static final String KEPT_IN_ORDER = "SET LOCAL plan_cache_mode = force_generic_plan;\n"
            + "SET LOCAL enable_seqscan = off;\nSET LOCAL enable_bitmapscan = off;\nSET LOCAL enable_sort = off;\n"
            + "SET LOCAL enable_hashjoin = off;\nSET LOCAL enable_mergejoin = off;\n";

    /** Undoes what is set for a join where the transaction goes on. */
    static final String BY_ANY_WAY = ";\nSET LOCAL enable_seqscan = DEFAULT;\nSET LOCAL enable_hashjoin = DEFAULT;\n"
            + "SET LOCAL enable_mergejoin = DEFAULT";

    /** Goes before statements that are a transaction by themselves. */
    static final String BEGIN = "BEGIN;\n";

    /** Goes behind them. */
    static final String COMMIT = ";\nCOMMIT";

    /** So many events, or rows to delete, go as a list of values; from there on arrays cost less. */
    private static final int MOST_LISTED = 4;

    /**
     * So many other rows go one by one, too: in a list of values where they are new, with a statement each where they are
     * changed or deleted, since PostgreSQL does more work for a join.
     */
    private static final int FEW_ROWS = 2;

    private static final String BRIEFLY = "set_config('lock_timeout', '250ms', true)";

    private static final String NO_TABLE_SCANS = "set_config('enable_seqscan', 'off', true)";
    private static final String NO_JOINS_OF_TABLES =
            "set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)";

    /** Goes before questions that are asked together, for which it holds, and for the rest of a transaction that was begun. */
    static final String BY_INDEX = "SELECT " + NO_TABLE_SCANS + ";\n";

    /**
     * Sets for the rest of the transaction what changes need, in one statement, since each is a turn of work for the server.
     *
     * @param finds look rows up by an index, so that a plan made while a table was small serves for ever
     * @param joins look rows up one by one where many are found by a join, for the same reason
     * @param together let transactions that go together give up soon where one of them comes upon a row that somebody holds
     */
    static String settings(boolean finds, boolean joins, boolean together) {
        List<String> settings = new ArrayList<>();
        if (together) {
            settings.add(BRIEFLY);
        }
        if (finds) {
            settings.add(NO_TABLE_SCANS);
        }
        if (joins) {
            settings.add(NO_JOINS_OF_TABLES);
        }
        return settings.isEmpty() ? "" : "SELECT " + String.join(", ", settings) + ";\n";
    }

    /** Returns what the server says of a statement that fails by itself. */
    static SQLException stale() {
        return new SQLException(STALE, "22P02");
    }

    private final Map<Few, String> ofFew = new ConcurrentHashMap<>();
    private final Map<Change, String> ofMany = new ConcurrentHashMap<>();

    private record Few(Change change, int rows) {}

    /**
     * Tells whether so many rows of a change are few, and go by {@link #few}. Each number of rows makes another text, so
     * there must not be many.
     */
    static boolean areFew(Change change, int rows) {
        return rows <= most(change);
    }

    /** What may be there already comes by a query, as a driver would put lists of values together and lose their counts. */
    private static int most(Change change) {
        if (change instanceof Change.Absent) {
            return 1;
        }
        return change instanceof Change.Numbered || change instanceof Change.Delete ? MOST_LISTED : FEW_ROWS;
    }

    /** Tells whether so many rows of a change are found by a join, for which there are good plans and bad ones. */
    static boolean joins(Change change, int rows) {
        return rows > FEW_ROWS && (change instanceof Change.Update || change instanceof Change.Delete);
    }

    /** Returns a text that takes the values of one row after the other. */
    String few(Change change, int rows) {
        return ofFew.computeIfAbsent(new Few(change, rows), few -> several(change, rows));
    }

    /** Returns a text that takes an array for each column. */
    String many(Change change) {
        return ofMany.computeIfAbsent(change, PostgresChanges::multiple);
    }

    private static String several(Change change, int rows) {
        if (change instanceof Change.Insert insert) {
            return into(insert.table(), insert.columns())
                    + values(insert.columns().size(), rows);
        } else if (change instanceof Change.Absent absent) {
            return into(absent.table(), absent.columns()) + "SELECT "
                    + Sql.marks(absent.columns().size()) + onConflict(absent.keys()) + "NOTHING";
        } else if (change instanceof Change.Put put) {
            return into(put.table(), put.columns()) + values(put.columns().size(), rows) + overwrite(put);
        } else if (change instanceof Change.Update update) {
            return repeated(update.exact() ? unlessNone(update.plain()) : update.plain(), rows);
        } else if (change instanceof Change.Delete delete) {
            return joins(delete, rows)
                    ? deleteListed(delete, rows)
                    : repeated(delete.exact() ? unlessNone(delete.plain()) : delete.plain(), rows);
        } else if (change instanceof Change.UpdateAll all) {
            return "WITH " + unlessAsMany(all.plain(), "?");
        }
        return numberedFew((Change.Numbered) change, rows);
    }

    private static String values(int columns, int rows) {
        return "VALUES " + String.join(", ", Collections.nCopies(rows, "(" + Sql.marks(columns) + ")"));
    }

    private static String repeated(String statement, int times) {
        return String.join(";\n", Collections.nCopies(times, statement));
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
            return delete(delete);
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
        return "SELECT * FROM " + arrays(columns);
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
        return "WITH r AS (SELECT * FROM " + rows(columns) + "), "
                + unlessAll("UPDATE " + update.table() + body.replace("%s", "r"));
    }

    private static String delete(Change.Delete delete) {
        String rows = rows(delete.columns().size());
        return delete.exact()
                ? "WITH r AS (SELECT * FROM " + rows + "), " + unlessAll(deleteBy("r", delete))
                : deleteBy(rows, delete);
    }

    /** What a row is found by is never NULL, so each column of the list has the type that the driver gives its values. */
    private static String deleteListed(Change.Delete delete, int rows) {
        int columns = delete.columns().size();
        String body = deleteBy("(" + values(columns, rows) + ") AS r (" + names(columns) + ")", delete);
        return delete.exact() ? "WITH " + unlessAsMany(body, Integer.toString(rows)) : body;
    }

    private static String deleteBy(String rows, Change.Delete delete) {
        return "DELETE FROM " + delete.table() + " USING " + rows + " WHERE "
                + String.join(" AND ", filled(delete.conditions(), 0));
    }

    /** Without a row to count in, the number is NULL, which the column does not take. */
    private static String numberedFew(Change.Numbered change, int rows) {
        String values = IntStream.range(0, rows)
                .mapToObj(i -> "((SELECT n FROM counted) + " + i + ", "
                        + Sql.marks(change.columns().size()) + ")")
                .collect(Collectors.joining(", "));
        return "WITH " + counted(change, Integer.toString(rows), change.last() + " - " + (rows - 1))
                + into(change.table(), change.numbered()) + "VALUES " + values;
    }

    private static String numbered(Change.Numbered change) {
        int columns = change.columns().size();
        String all = "(SELECT COUNT(*) FROM r)";
        return "WITH r AS (SELECT * FROM " + arrays(columns) + " WITH ORDINALITY AS r (" + names(columns)
                + ", place)), "
                + counted(change, all, change.last() + " - " + all)
                + into(change.table(), change.numbered()) + "SELECT (SELECT n FROM counted) + place, " + names(columns)
                + " FROM r";
    }

    private static String counted(Change.Numbered change, String more, String number) {
        return "counted AS (UPDATE " + change.counter() + " SET " + change.last() + " = " + change.last() + " + " + more
                + " RETURNING " + number + " AS n) ";
    }

    /** Changes one row, or fails; to count one row would cost more. */
    private static String unlessNone(String change) {
        return "WITH changed AS (" + change + " RETURNING '1') SELECT CAST(COALESCE((SELECT * FROM changed), '" + STALE
                + "') AS integer)";
    }

    /** Changes all rows that are asked for, or fails. */
    private static String unlessAll(String change) {
        return unlessAsMany(change, "(SELECT COUNT(*) FROM r)");
    }

    private static String unlessAsMany(String change, String count) {
        return "changed AS (" + change + " RETURNING 1) SELECT CAST(CASE WHEN COUNT(*) = " + count + " THEN '1' ELSE '"
                + STALE + "' END AS integer) FROM changed";
    }

    /**
     * Each array comes through a query, so that the planner does not see how long it is: it takes any length to cost the
     * same, and keeps its plan.
     */
    private static String arrays(int columns) {
        return "UNNEST(" + String.join(", ", Collections.nCopies(columns, "(SELECT ?)")) + ")";
    }

    private static String rows(int columns) {
        return arrays(columns) + " AS r (" + names(columns) + ")";
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
