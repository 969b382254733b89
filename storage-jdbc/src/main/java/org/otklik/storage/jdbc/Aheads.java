package org.otklik.storage.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Questions that wait for the next turn to the server, and those that were answered; for one thread.
 *
 * <p>They ask for what has known keys. So PostgreSQL is held to the index, or it would keep a plan from when a table had a
 * few pages.
 */
final class Aheads {

    private final List<Ahead<?>> waiting = new ArrayList<>();
    private final List<Ahead<?>> answered = new ArrayList<>();

    void add(Ahead<?> question) {
        waiting.add(question);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    boolean waits(Ahead<?> question) {
        return waiting.contains(question);
    }

    /** Returns one text of all questions that wait. */
    String sql() {
        return waiting.stream().map(Ahead::sql).collect(Collectors.joining(";\n", PostgresChanges.BY_INDEX, ""));
    }

    /** Asks all that wait by the statement of {@link #sql}. */
    void ask(PreparedStatement statement) throws SQLException {
        Params params = new StatementParams(statement);
        for (Ahead<?> one : waiting) {
            one.bind(params);
        }
        statement.execute();
        statement.getMoreResults();
        for (Ahead<?> one : waiting) {
            one.take(statement.getResultSet());
            statement.getMoreResults();
        }
        answered.addAll(waiting);
        waiting.clear();
    }

    /** No answer holds any more. */
    void forget() {
        answered.forEach(Ahead::forget);
        answered.clear();
    }
}
