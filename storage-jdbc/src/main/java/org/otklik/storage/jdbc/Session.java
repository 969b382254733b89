package org.otklik.storage.jdbc;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.otklik.spi.storage.StorageException;

/**
 * A connection within one transaction, with the statements it prepared; for one thread.
 *
 * <p>What {@link #later} takes waits for the next question or the end. PostgreSQL gets it together with the commit, so that
 * a transaction costs the server few turns. On H2 the rows that must be in a version are locked before any is written, so that
 * who lost a race has nothing to take back.
 */
final class Session {

    private final boolean isFirstAttempt;
    private final Connection connection;
    private final Dialect dialect;
    private final SqlFailures failures;
    private final JointCommits commits;
    private final Prepared prepared;
    private final Optional<PostgresTurns> turns;
    private final Aheads aheads = new Aheads();
    private Pending pending = new Pending();
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

    Session(Connection connection, Dialect dialect, JointCommits commits, boolean isFirstAttempt) {
        this.isFirstAttempt = isFirstAttempt;
        this.connection = connection;
        this.dialect = dialect;
        this.failures = new SqlFailures(dialect);
        this.commits = commits;
        this.prepared = new Prepared(connection);
        this.turns = dialect.pipelined().map(changes -> new PostgresTurns(connection, changes, prepared));
    }

    Dialect dialect() {
        return dialect;
    }

    /**
     * Tells whether a row may be taken to be as it was read, to be checked when it is written: if it is not, all is taken
     * back and done again, and then the database is asked first.
     */
    boolean mayAssume() {
        return isFirstAttempt && turns.isPresent();
    }

    /** Tells whether a statement failed, after which nothing must be committed. */
    boolean hasFailed() {
        return failed;
    }

    /** Tells whether a statement may have changed anything. */
    boolean hasWritten() {
        return written;
    }

    /** Asks along with the next question, where several go to the server together; otherwise the question is forgotten. */
    <T> Ahead<T> ahead(String sql, Binder binder, Reader<T> reader) {
        Ahead<T> question = new Ahead<>(sql, binder, reader);
        if (turns.isPresent()) {
            aheads.add(question);
        }
        return question;
    }

    /** Answers a question that was asked ahead, and with it all that wait; empty if something was changed since. */
    <T> Optional<List<T>> answer(Ahead<T> question) {
        if (!pending.isEmpty()) {
            return Optional.empty();
        }
        if (aheads.waits(question)) {
            askAll();
        }
        return question.answer();
    }

    <T> List<T> query(String sql, Binder binder, Reader<T> reader) {
        settle();
        try {
            if (dialect.writes(sql)) {
                begin();
                changes();
            } else if (!aheads.isEmpty()) {
                return query(ahead(sql, binder, reader));
            }
            PreparedStatement statement = prepared.of(sql);
            binder.bind(new StatementParams(statement));
            return Row.all(statement, reader);
        } catch (SQLException failure) {
            throw failed(sql, failure);
        }
    }

    /** Reads rows by a list of keys, each by an index, whatever size the tables had when that was planned. */
    <T> List<T> lookUp(String columns, Binder binder, Reader<T> reader, Dialect.LookUp... tables) {
        String sql = dialect.lookUp(columns, tables);
        if (turns.isEmpty()) {
            return query(sql, binder, reader);
        }
        settle();
        return query(ahead(sql, binder, reader));
    }

    private <T> List<T> query(Ahead<T> question) {
        askAll();
        return question.answer().orElseThrow();
    }

    private void askAll() {
        String sql = aheads.sql();
        try {
            aheads.ask(prepared.of(sql));
        } catch (SQLException failure) {
            throw failed(sql, failure);
        }
    }

    /** From now on something else may stand there than what was read ahead. */
    private void changes() {
        written = true;
        aheads.forget();
    }

    <T> Optional<T> first(String sql, Binder binder, Reader<T> reader) {
        List<T> found = query(sql, binder, reader);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    int update(String sql, Binder binder) {
        settle();
        try {
            begin();
            PreparedStatement statement = prepared.of(sql);
            binder.bind(new StatementParams(statement));
            int changed = statement.executeUpdate();
            noted(changed);
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
        settle();
        try {
            begin();
            return noted(added(sql, items, binder).executeBatch());
        } catch (SQLException failure) {
            throw failed(sql, failure);
        }
    }

    /**
     * Inserts those whose keys are not taken; returns them.
     *
     * @param items in the order of their keys, so that two transactions never wait for each other in a circle
     */
    <T> List<T> insertAbsent(Change.Absent change, List<T> items, ItemBinder<T> binder) {
        if (items.isEmpty()) {
            return List.of();
        }
        settle();
        return dialect.pipelined()
                .map(changes ->
                        insertAtOnce(changes.addedKeys(change), change.keys().size(), items, binder))
                .orElseGet(() -> insertEach(dialect.insertIfAbsent(change), items, binder));
    }

    private <T> List<T> insertAtOnce(String sql, int keyLength, List<T> items, ItemBinder<T> binder) {
        try {
            begin();
            changes();
            PreparedStatement statement = prepared.of(sql);
            Columns columns = Columns.of(items, binder);
            columns.bind(new StatementParams(statement));
            Set<List<String>> keys = new HashSet<>(Row.all(statement, row -> row.texts(keyLength)));
            List<T> fresh = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                if (keys.remove(columns.key(i, keyLength))) {
                    fresh.add(items.get(i));
                }
            }
            return fresh;
        } catch (SQLException failure) {
            throw failed(sql, failure);
        }
    }

    private <T> List<T> insertEach(String sql, List<T> items, ItemBinder<T> binder) {
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

    /** Changes rows, before the next question at the latest. */
    <T> void later(Writing<T> writing, Collection<T> items) {
        later(writing, items, Optional.empty());
    }

    /**
     * Changes rows that must still be in the versions that were read, before the next question at the latest.
     *
     * @throws org.otklik.spi.storage.StaleVersionException if one is not; may come as late as the commit
     */
    <T> void later(Writing<T> writing, Collection<T> items, Function<T, Expected> expected) {
        later(writing, items, Optional.of(expected));
    }

    private <T> void later(Writing<T> writing, Collection<T> items, Optional<Function<T, Expected>> expected) {
        if (!items.isEmpty()) {
            pending.add(writing, items, expected);
        }
    }

    /**
     * Writes what waits; where it goes to the server together, the commit goes with it, and if nothing was begun before,
     * other transactions may go along.
     */
    void finish() {
        if (pending.isEmpty() || turns.isEmpty() || hasBegun()) {
            settle(true);
        } else {
            Pending own = pending;
            pending = new Pending();
            commits.commit(own, new LastTurn(this, own));
        }
    }

    private boolean hasBegun() {
        try {
            return !connection.getAutoCommit();
        } catch (SQLException failure) {
            throw failures.of("Writing", failure);
        }
    }

    private void settle() {
        settle(false);
    }

    private void settle(boolean commit) {
        if (pending.isEmpty()) {
            return;
        }
        Pending waiting = pending.inOrder();
        pending = new Pending();
        if (turns.isPresent()) {
            send(turns.get(), waiting, commit);
        } else {
            waiting.write(new PlainWriting(this), !written);
        }
    }

    private void send(PostgresTurns turns, Pending waiting, boolean commit) {
        try {
            begin();
            changes();
            turns.write(waiting, commit);
        } catch (SQLException failure) {
            throw failed(waiting, failure, commit);
        }
    }

    /** Begins, writes and commits in one turn. */
    void sendWhole(Pending waiting) {
        changes();
        try {
            turns.orElseThrow().writeWhole(waiting);
        } catch (SQLException failure) {
            throw failed(waiting, failure, true);
        }
    }

    /** Begins, writes and commits in one turn what several transactions want, this one among them. */
    Outcome sendTogether(Pending joint) {
        changes();
        try {
            turns.orElseThrow().writeWholeOfSeveral(joint);
            return Outcome.Known.COMMITTED;
        } catch (SQLException failure) {
            return SqlFailures.breaksConnection(failure) ? new Outcome.Unknown(failure) : takenBack();
        }
    }

    private Outcome takenBack() {
        try {
            turns.orElseThrow().takeBack();
        } catch (SQLException broken) {
            failed = true;
        }
        return Outcome.Known.TAKEN_BACK;
    }

    private StorageException failed(Pending waiting, SQLException failure, boolean commit) {
        failed = true;
        return new PipelineFailures(failures).of(failure, waiting.expected(), commit);
    }

    /** Says that nobody knows whether what this transaction wanted is stored; nothing must be committed any more. */
    StorageException unknown(SQLException cause) {
        failed = true;
        return failures.ofCommit(cause);
    }

    /**
     * Where a transaction begins late, questions before the first change are asked without one. A pool may give another
     * connection to the server for it, to which the statements up to now do not belong.
     */
    private void begin() throws SQLException {
        if (connection.getAutoCommit()) {
            prepared.close();
            connection.setAutoCommit(false);
        }
    }

    /** A driver that does not count may have changed something. */
    private int[] noted(int... counts) {
        if (Arrays.stream(counts).anyMatch(count -> count != 0)) {
            changes();
        }
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
        PreparedStatement statement = prepared.of(sql);
        for (T item : items) {
            binder.bind(new StatementParams(statement), item);
            statement.addBatch();
        }
        return statement;
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
        prepared.close();
    }
}
