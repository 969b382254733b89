package org.otklik.storage.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A question that goes to the server along with another one, before its answer is asked for; for one thread. */
final class Ahead<T> {

    private final String sql;
    private final Session.Binder binder;
    private final Session.Reader<T> reader;
    private Optional<List<T>> answer = Optional.empty();

    Ahead(String sql, Session.Binder binder, Session.Reader<T> reader) {
        this.sql = sql;
        this.binder = binder;
        this.reader = reader;
    }

    String sql() {
        return sql;
    }

    void bind(Params params) throws SQLException {
        binder.bind(params);
    }

    void take(ResultSet rows) throws SQLException {
        answer = Optional.of(Row.all(rows, reader));
    }

    /** Returns what was answered, if it was asked and still holds. */
    Optional<List<T>> answer() {
        return answer;
    }

    /** What was answered holds no more. */
    void forget() {
        answer = Optional.empty();
    }
}
