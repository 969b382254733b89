package org.otklik.storage;

import java.io.PrintWriter;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.PgConnection;

/**
 * What a pooler of transactions does to a client, in one process: each transaction runs on whatever connection to the
 * server is free, and nothing is reset in between. It refuses what would need the same connection again.
 */
final class TransactionPooler implements DataSource {

    /** Statements whose effect stays with the session. */
    private static final Pattern OF_THE_SESSION = Pattern.compile(
            "(?is)^\\s*(set\\s+(?!transaction\\b|local\\b)|listen\\b|unlisten\\b|prepare\\b|load\\b|discard\\b"
                    + "|create\\s+temp|declare\\b.*with\\s+hold|.*\\bpg_(try_)?advisory_lock).*");

    private static final Set<String> CHANGES_OF_THE_SESSION = Set.of(
            "setTransactionIsolation",
            "setReadOnly",
            "setSchema",
            "setCatalog",
            "setHoldability",
            "setClientInfo",
            "setNetworkTimeout");

    private final BlockingQueue<Connection> free = new LinkedBlockingQueue<>();
    private final DataSource database;
    private final AtomicInteger toOpen;

    /**
     * Takes connections to the server, which stay open until {@link #close()}: two at once, so that transactions in a
     * row get different ones, and more when they are needed.
     */
    TransactionPooler(DataSource database, int size) {
        this.database = database;
        this.toOpen = new AtomicInteger(size);
        try {
            for (int i = 0; i < Math.min(size, 2); i++) {
                toOpen.decrementAndGet();
                free.add(database.getConnection());
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The pooler has no connection to the server", failure);
        }
    }

    private Connection take() throws SQLException, InterruptedException {
        Connection waiting = free.poll();
        if (waiting != null) {
            return waiting;
        }
        return toOpen.getAndDecrement() > 0 ? database.getConnection() : free.take();
    }

    /** Closes the connections to the server. */
    void close() {
        try {
            for (Connection connection : free) {
                connection.close();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("A connection to the server did not close", failure);
        }
    }

    @Override
    public Connection getConnection() {
        Client client = new Client();
        return (Connection) Proxy.newProxyInstance(
                TransactionPooler.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> client.call(method, arguments));
    }

    /** A client's connection: it has one to the server from the first statement of a transaction to its end. */
    private final class Client {

        private Connection server;
        private boolean autoCommit = true;
        private boolean closed;

        Object call(Method method, Object[] arguments) throws Throwable {
            if (CHANGES_OF_THE_SESSION.contains(method.getName())) {
                throw new SQLFeatureNotSupportedException(method.getName() + " changes the session of a pooler");
            }
            refuseSessionStatements(arguments);
            return switch (method.getName()) {
                case "getAutoCommit" -> autoCommit;
                case "setAutoCommit" -> turnAutoCommit((Boolean) arguments[0]);
                case "commit", "rollback" -> end(method);
                case "close" -> close();
                case "isClosed" -> closed;
                default -> invoke(method, server(), arguments);
            };
        }

        private void refuseSessionStatements(Object[] arguments) throws SQLException {
            if (arguments != null
                    && arguments.length > 0
                    && arguments[0] instanceof String sql
                    && OF_THE_SESSION.matcher(sql.toLowerCase(Locale.ROOT)).matches()) {
                throw new SQLFeatureNotSupportedException("A pooler of transactions loses what this sets: " + sql);
            }
        }

        /** A pooler sees by the server's answers whether a transaction is open, whoever began it. */
        private Object turnAutoCommit(boolean on) throws SQLException {
            autoCommit = on;
            if (server != null && isOpen(server)) {
                server.setAutoCommit(on);
            } else {
                release();
            }
            return null;
        }

        private static boolean isOpen(Connection server) throws SQLException {
            return server.unwrap(PgConnection.class).getTransactionState() != TransactionState.IDLE;
        }

        private Object end(Method method) throws Throwable {
            if (server != null) {
                invoke(method, server, new Object[0]);
                release();
            }
            return null;
        }

        private Object close() throws SQLException {
            closed = true;
            release();
            return null;
        }

        private Connection server() throws SQLException, InterruptedException {
            if (closed) {
                throw new SQLException("The connection is closed", "08003");
            }
            if (server == null) {
                server = take();
                server.setAutoCommit(autoCommit);
            }
            return server;
        }

        private void release() throws SQLException {
            if (server != null) {
                if (!server.getAutoCommit()) {
                    server.rollback();
                    server.setAutoCommit(true);
                }
                free.add(server);
                server = null;
            }
        }
    }

    private static Object invoke(Method method, Connection server, Object[] arguments) throws Throwable {
        try {
            return method.invoke(server, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    @Override
    public Connection getConnection(String user, String password) {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return new PrintWriter(Writer.nullWriter());
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // Nothing is logged.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // All connections are open.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("no logger");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("nothing to unwrap");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
