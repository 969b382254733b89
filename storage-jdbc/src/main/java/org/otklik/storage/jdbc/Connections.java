package org.otklik.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.otklik.spi.storage.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Borrows connections of the host, each for one transaction; thread-safe. */
final class Connections {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private final DataSource dataSource;
    private final Dialect dialect;
    private final boolean isReadCommittedByDefault;

    /** Does something with a connection. */
    interface Use<T> {

        /** Runs within one transaction. */
        T with(Connection connection) throws SQLException;
    }

    private Connections(DataSource dataSource, Dialect dialect, boolean isReadCommittedByDefault) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.isReadCommittedByDefault = isReadCommittedByDefault;
    }

    /** Asks the database what it is. */
    static Connections to(DataSource dataSource) {
        return to(dataSource, Dialects::of);
    }

    /** Takes a dialect without asking what the database calls itself. */
    static Connections to(DataSource dataSource, Product product) {
        return to(dataSource, connection -> Dialects.of(product));
    }

    private static Connections to(DataSource dataSource, Use<Dialect> recognition) {
        try (Connection connection = dataSource.getConnection()) {
            Dialect dialect = recognition.with(connection);
            boolean isReadCommitted = connection.getTransactionIsolation() == Connection.TRANSACTION_READ_COMMITTED;
            return new Connections(dataSource, dialect, isReadCommitted);
        } catch (SQLException failure) {
            throw noConnection(failure);
        }
    }

    private static StorageException noConnection(SQLException failure) {
        return new StorageException(
                "The data source gives no usable connection (SQLState " + failure.getSQLState() + "): "
                        + failure.getMessage() + " Check that the database runs and that address, user and password"
                        + " are right.",
                failure);
    }

    Dialect dialect() {
        return dialect;
    }

    /** Runs something without a transaction around it. */
    <T> T plainly(String what, Use<T> use) {
        Connection connection = open();
        try {
            return use.with(connection);
        } catch (SQLException failure) {
            throw new SqlFailures(dialect).of(what, failure);
        } finally {
            close(connection);
        }
    }

    /** Runs something in a transaction of its own and commits it. */
    <T> T inTransaction(String what, Use<T> use) {
        return plainly(what, connection -> transaction(connection, false, use));
    }

    /**
     * Runs work that begins its transaction when it first changes something, if the database gains by it: what it reads
     * before is read without a transaction, which READ COMMITTED cannot tell from one.
     */
    <T> T work(String what, Use<T> use) {
        return plainly(
                what,
                connection -> transaction(
                        connection,
                        isReadCommittedByDefault && dialect.pipelined().isPresent(),
                        use));
    }

    private <T> T transaction(Connection connection, boolean beginsLate, Use<T> use) throws SQLException {
        boolean wasAutoCommit = connection.getAutoCommit();
        boolean committed = false;
        try {
            if (beginsLate) {
                connection.setAutoCommit(true);
            } else {
                begin(connection);
            }
            T result = use.with(connection);
            if (!connection.getAutoCommit()) {
                commit(connection);
            }
            committed = true;
            return result;
        } finally {
            if (!committed) {
                rollback(connection);
            }
            restore(connection, wasAutoCommit);
        }
    }

    private void begin(Connection connection) throws SQLException {
        if (isReadCommittedByDefault) {
            connection.setAutoCommit(false);
        } else {
            dialect.readCommitted(connection);
        }
    }

    private void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException failure) {
            throw new SqlFailures(dialect).ofCommit(failure);
        }
    }

    /** A failed rollback must not hide why it was needed; the database rolls back by itself when the connection ends. */
    private void rollback(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException failure) {
            LOG.debug("{} could not be asked to roll back: {}", dialect.product(), failure.getMessage());
        }
    }

    private void restore(Connection connection, boolean wasAutoCommit) {
        try {
            connection.setAutoCommit(wasAutoCommit);
        } catch (SQLException failure) {
            LOG.debug("A connection to {} broke: {}", dialect.product(), failure.getMessage());
        }
    }

    /** Borrows a connection. */
    Connection open() {
        try {
            return dataSource.getConnection();
        } catch (SQLException failure) {
            throw noConnection(failure);
        }
    }

    /** Gives a connection back. */
    void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException failure) {
            LOG.debug("A connection to {} could not be closed: {}", dialect.product(), failure.getMessage());
        }
    }
}
