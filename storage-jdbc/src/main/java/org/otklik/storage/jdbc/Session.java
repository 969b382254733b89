package org.otklik.storage.jdbc;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.spi.storage.StorageException;

/** A connection within one transaction, with the statements it prepared; for one thread. */
final class Session {

    private final Connection connection;
    private final Dialect dialect;
    private final SqlFailures failures;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private boolean failed;
    private boolean written;

    /** Sets the parameters of a statement. */
    interface Binder {

        /** Sets all, in order. */
        void bind(Params params) throws SQLException;
    }

    /** Sets the parameters of one statement of a batch. */
    interface ItemBinder<T> {

        /** Sets all, in order. */
        void bind(Params params, T item) throws SQLException;
    }

    /** Makes an object from a row. */
    interface Reader<T> {

        /** Reads all columns, in order. */
        T read(Row row) throws SQLException;
    }

    Session(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
        this.failures = new SqlFailures(dialect);
    }

    Dialect dialect() {
        return dialect;
    }

    /** Tells whether a statement failed, after which nothing must be committed. */
    boolean hasFailed() {
        return failed;
    }

    /** Tells whether a statement may have changed anything. */
    boolean hasWritten() {
        return written;
    }

    <T> List<T> query(String sql, Binder binder, Reader<T> reader) {
        try {
            written |= dialect.writes(sql);
            PreparedStatement statement = prepare(sql);
            binder.bind(new Params(statement));
            try (ResultSet result = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                Row row = new Row(result);
                while (row.next()) {
                    found.add(reader.read(row));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw failed(sql, failure);
        }
    }

    <T> Optional<T> first(String sql, Binder binder, Reader<T> reader) {
        List<T> found = query(sql, binder, reader);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    int update(String sql, Binder binder) {
        try {
            PreparedStatement statement = prepare(sql);
            binder.bind(new Params(statement));
            int changed = statement.executeUpdate();
            written |= changed > 0;
            return changed;
        } catch (SQLException failure) {
            throw failed(sql, failure);
        }
    }

    /** Runs a statement for each item; returns the update counts in the order of the items. */
    <T> int[] batch(String sql, Collection<T> items, ItemBinder<T> binder) {
        if (items.isEmpty()) {
            return new int[0];
        }
        try {
            return noted(added(sql, items, binder).executeBatch());
        } catch (SQLException failure) {
            throw failed(sql, failure);
        }
    }

    /**
     * Runs an insert of {@link Dialect#insertIfAbsent} for each item; returns those that were not there yet.
     *
     * @param items in the order of their keys, so that two transactions never wait for each other in a circle
     */
    <T> List<T> insertAbsent(String sql, List<T> items, ItemBinder<T> binder) {
        if (items.isEmpty()) {
            return List.of();
        }
        try {
            return inserted(items, noted(added(sql, items, binder).executeBatch()));
        } catch (BatchUpdateException failure) {
            if (dialect.reportsLostRaces() && areLostRaces(failure)) {
                return inserted(items, noted(failure.getUpdateCounts()));
            }
            throw failed(sql, failure);
        } catch (SQLException failure) {
            throw failed(sql, failure);
        }
    }

    /** A driver that does not count may have changed something. */
    private int[] noted(int[] counts) {
        written |= Arrays.stream(counts).anyMatch(count -> count != 0);
        return counts;
    }

    private boolean areLostRaces(BatchUpdateException failure) {
        int lost = 0;
        for (SQLException one = failure.getNextException(); one != null; one = one.getNextException()) {
            if (!dialect.isDuplicate(one)) {
                return false;
            }
            lost++;
        }
        return lost > 0;
    }

    private static <T> List<T> inserted(List<T> items, int[] counts) {
        List<T> fresh = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (counts[i] > 0) {
                fresh.add(items.get(i));
            }
        }
        return fresh;
    }

    private <T> PreparedStatement added(String sql, Collection<T> items, ItemBinder<T> binder) throws SQLException {
        PreparedStatement statement = prepare(sql);
        for (T item : items) {
            binder.bind(new Params(statement), item);
            statement.addBatch();
        }
        return statement;
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    private StorageException failed(String sql, SQLException failure) {
        failed = true;
        String verb = sql.substring(0, Math.min(sql.length(), 60)).replaceAll("\\s+", " ");
        SQLException first = failure instanceof BatchUpdateException && failure.getNextException() != null
                ? failure.getNextException()
                : failure;
        return failures.of("'" + verb + " …'", first);
    }

    /** Closes what was prepared; the connection stays. */
    void closeStatements() throws SQLException {
        for (Statement statement : prepared.values()) {
            statement.close();
        }
        prepared.clear();
    }
}
