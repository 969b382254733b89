package org.otklik.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Keeps a connection to H2, and with it the database open and its settings in force; thread-safe.
 *
 * <p>H2 closes a database with its last connection. When it opens it again, its write delay is back at half a second,
 * although the stored setting reads 0 (seen with 2.5.252). So the delay is set on a connection that stays, and once
 * more whenever that connection was lost.
 */
final class Keeper {

    private final Connections connections;
    private final boolean isNeeded;
    private Optional<Connection> kept = Optional.empty();
    private boolean closed;

    Keeper(Connections connections) {
        this.connections = connections;
        this.isNeeded = connections.dialect().needsKeeper();
    }

    /** Opens the connection unless it is open. */
    void ensure() {
        if (isNeeded) {
            open();
        }
    }

    private synchronized void open() {
        if (closed || (kept.isPresent() && isOpen(kept.get()))) {
            return;
        }
        Connection connection = connections.open();
        try {
            connections.dialect().prepare(connection);
            kept = Optional.of(connection);
        } catch (SQLException failure) {
            connections.close(connection);
            throw new SqlFailures(connections.dialect()).of("Setting the database up", failure);
        }
    }

    private static boolean isOpen(Connection connection) {
        try {
            return !connection.isClosed();
        } catch (SQLException broken) {
            return false;
        }
    }

    synchronized void close() {
        closed = true;
        kept.ifPresent(connections::close);
        kept = Optional.empty();
    }
}
