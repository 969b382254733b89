package org.otklik.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/** Sends PostgreSQL all that waits as one text, so that it costs one turn to the server and back; for one thread. */
final class PostgresTurns {

    private final Connection connection;
    private final PostgresChanges changes;
    private final Prepared prepared;

    PostgresTurns(Connection connection, PostgresChanges changes, Prepared prepared) {
        this.connection = connection;
        this.changes = changes;
        this.prepared = prepared;
    }

    /** Writes within a transaction that was begun, and commits if wanted. */
    void write(Pending waiting, boolean commit) throws SQLException {
        send(waiting, commit ? waiting.sqlWithCommit(changes) : waiting.sql(changes));
    }

    /**
     * Begins, writes and commits. Of one row that must be there the count is looked at here, which costs the server less:
     * where it was not found, nothing is committed that would have to be taken back.
     */
    void writeWhole(Pending waiting) throws SQLException {
        Optional<String> exact = waiting.oneExact();
        PreparedStatement sent = sendWhole(waiting, exact.orElseGet(() -> waiting.whole(changes)));
        if (exact.isPresent() && sent.getUpdateCount() == 0) {
            throw PostgresChanges.stale();
        }
    }

    /** Begins, writes and commits what several transactions want. */
    void writeWholeOfSeveral(Pending joint) throws SQLException {
        sendWhole(joint, joint.wholeOfSeveral(changes));
    }

    /**
     * Sends a text that begins and commits by itself. The driver's own {@code BEGIN} would be answered apart, for which the
     * server sends, and this thread wakes, once more. What failed is open still: the driver is told of it, so that it is
     * taken back as any other.
     */
    private PreparedStatement sendWhole(Pending waiting, String sql) throws SQLException {
        try {
            return send(waiting, sql);
        } catch (SQLException failure) {
            tellDriver(failure);
            throw failure;
        }
    }

    private void tellDriver(SQLException failure) {
        try {
            connection.setAutoCommit(false);
        } catch (SQLException broken) {
            failure.addSuppressed(broken);
        }
    }

    private PreparedStatement send(Pending waiting, String sql) throws SQLException {
        PreparedStatement statement = prepared.of(sql);
        waiting.bind(statement);
        statement.execute();
        return statement;
    }

    /** Takes back what failed, as if nothing had been begun. */
    void takeBack() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }
}
