package org.otklik.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.SequencedEvent;
import org.otklik.spi.storage.StaleVersionException;
import org.otklik.spi.storage.StorageException;
import org.otklik.spi.storage.StreamId;
import org.otklik.spi.storage.UnitOfWork;
import org.otklik.storage.jdbc.JdbcStorage;
import org.postgresql.ds.PGSimpleDataSource;

/** Threads that commit while another one does: what they share, and that none pays for another. */
@Timeout(120)
class ManyCommitsAtOnceTest {

    private static final int OTHERS = 7;
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private PGSimpleDataSource schema;
    private JdbcStorage storage;
    private Connection admin;

    @BeforeEach
    void open() throws SQLException {
        schema = PostgresServer.newSchema();
        storage = JdbcStorage.over(schema).migrate();
        admin = schema.getConnection();
        admin.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        admin.close();
        storage.close();
        PostgresServer.drop(schema);
    }

    /** A transaction in a thread of its own. */
    private static final class Committing {

        private final FutureTask<Boolean> end;
        private final Thread thread;

        Committing(JdbcStorage storage, Consumer<UnitOfWork> work) {
            end = new FutureTask<>(() -> storage.transact(unit -> {
                work.accept(unit);
                return true;
            }));
            thread = new Thread(end);
            thread.start();
        }

        boolean waits() {
            return LockSupport.getBlocker(thread) instanceof Condition;
        }

        boolean hasSucceeded() throws InterruptedException {
            try {
                return end.get();
            } catch (ExecutionException failed) {
                return false;
            }
        }

        void succeeded() throws ExecutionException, InterruptedException {
            assertTrue(end.get());
        }

        StorageException failure() throws InterruptedException {
            try {
                end.get();
                throw new AssertionError("It did not fail.");
            } catch (ExecutionException failed) {
                return assertInstanceOf(StorageException.class, failed.getCause());
            }
        }
    }

    private static EventRow event(int stream, long version) {
        return new EventRow(
                StreamId.incident(String.format("%026d", stream)),
                version,
                "clock-changed/1",
                NOON,
                "system:test",
                "{}",
                "0".repeat(64));
    }

    private static void record(UnitOfWork unit, int stream) {
        unit.state().write("test", "s" + stream, "done");
        unit.events().append(List.of(event(stream, 1)));
    }

    /** Lets one thread commit that cannot go on, and others become ready meanwhile. */
    private Committing hindered() throws SQLException {
        run("UPDATE event_counter SET last_sequence = last_sequence");
        Committing first = new Committing(storage, unit -> record(unit, 0));
        awaitLock();
        return first;
    }

    /** Who waited for long goes alone and is held up by the server, behind the first. */
    private void awaitAll(List<Committing> others) throws SQLException {
        while (others.stream().filter(Committing::waits).count() + blocked().size() - 1 < others.size()) {
            Thread.onSpinWait();
        }
    }

    private void awaitLock() throws SQLException {
        while (blocked().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private List<Integer> blocked() throws SQLException {
        try (Connection looking = schema.getConnection();
                Statement statement = looking.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                + " AND pg_backend_pid() <> pid")) {
            List<Integer> pids = new ArrayList<>();
            while (rows.next()) {
                pids.add(rows.getInt(1));
            }
            return pids;
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }

    private long ask(String sql) throws SQLException {
        try (Statement statement = admin.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private List<Committing> others(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Committing(storage, unit -> record(unit, i)))
                .toList();
    }

    private static List<Committing> with(List<Committing> others, Committing one) {
        return Stream.concat(others.stream(), Stream.of(one)).toList();
    }

    private void assertInOneOrder(long events) {
        List<Long> sequences = storage.transact(unit -> unit.events().after(0, 100)).stream()
                .map(SequencedEvent::sequence)
                .toList();
        assertEquals(LongStream.rangeClosed(1, events).boxed().toList(), sequences);
    }

    @Test
    void those_who_became_ready_while_another_committed_share_one_commit() throws Exception {
        Committing first = hindered();
        List<Committing> others = others(OTHERS);
        awaitAll(others);

        admin.commit();

        first.succeeded();
        for (Committing other : others) {
            other.succeeded();
        }
        assertTrue(ask("SELECT COUNT(DISTINCT xmin::text) FROM event") <= OTHERS);
        assertEquals(OTHERS + 1, ask("SELECT COUNT(*) FROM stored_value WHERE scope = 'test'"));
        assertInOneOrder(OTHERS + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void a_few_who_share_a_commit_are_all_written_in_one_order(int count) throws Exception {
        Committing first = hindered();
        List<Committing> others = others(count);
        awaitAll(others);

        admin.commit();

        first.succeeded();
        for (Committing other : others) {
            other.succeeded();
        }
        assertEquals(count + 1, ask("SELECT COUNT(*) FROM stored_value WHERE scope = 'test'"));
        assertInOneOrder(count + 1);
    }

    @Test
    void who_comes_too_late_for_a_version_harms_nobody_it_went_with() throws Exception {
        storage.transact(unit -> {
            unit.events().append(List.of(event(99, 1)));
            return true;
        });
        Committing first = hindered();
        List<Committing> others = others(OTHERS - 1);
        Committing late = new Committing(storage, unit -> unit.events().append(List.of(event(99, 1))));
        awaitAll(with(others, late));

        admin.commit();

        assertInstanceOf(StaleVersionException.class, late.failure());
        first.succeeded();
        for (Committing other : others) {
            other.succeeded();
        }
        assertInOneOrder(OTHERS + 1);
    }

    @Test
    void a_value_the_database_refuses_harms_nobody_it_went_with() throws Exception {
        Committing first = hindered();
        List<Committing> others = others(OTHERS - 1);
        Committing poisoned =
                new Committing(storage, unit -> unit.state().write("test", "too long ".repeat(100), "done"));
        awaitAll(with(others, poisoned));

        admin.commit();

        assertTrue(poisoned.failure().getMessage().contains("SQLState 22001"));
        first.succeeded();
        for (Committing other : others) {
            other.succeeded();
        }
        assertInOneOrder(OTHERS);
    }

    @Test
    void a_connection_that_breaks_leaves_all_who_went_over_it_in_doubt() throws Exception {
        run("CREATE FUNCTION break_down() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN"
                + " PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END'");
        run("CREATE TRIGGER break_down BEFORE INSERT ON stored_value FOR EACH ROW WHEN (NEW.value_key = 's3')"
                + " EXECUTE FUNCTION break_down()");
        admin.commit();
        Committing first = hindered();
        List<Committing> others = others(OTHERS);
        awaitAll(others);

        admin.commit();

        first.succeeded();
        StorageException failure = others.get(2).failure();
        assertTrue(failure.getMessage().contains("unknown"), failure.getMessage());
        long committed = 1;
        for (Committing other : others) {
            committed += other.hasSucceeded() ? 1 : 0;
        }
        assertInOneOrder(committed);
    }

    @Test
    void who_comes_upon_a_row_that_somebody_holds_does_not_hold_up_those_it_went_with() throws Exception {
        run("INSERT INTO stored_value (scope, value_key, content) VALUES ('test', 's1', 'held')");
        admin.commit();
        Committing first = hindered();
        List<Committing> others = others(OTHERS);
        awaitAll(others);
        try (Connection holder = schema.getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("SELECT 1 FROM stored_value WHERE value_key = 's1' FOR UPDATE");

            admin.commit();

            first.succeeded();
            for (Committing other : others.subList(1, OTHERS)) {
                other.succeeded();
            }
            assertTrue(others.get(0).thread.isAlive());
        }
        others.get(0).succeeded();
        assertInOneOrder(OTHERS + 1);
    }

    @Test
    void single_rows_that_somebody_holds_do_not_hold_up_others() throws Exception {
        int held = 5;
        run("INSERT INTO stored_value (scope, value_key, content)"
                + " SELECT 'test', 's' || i, 'held' FROM generate_series(1, " + held + ") i");
        admin.commit();
        run("SELECT 1 FROM stored_value FOR UPDATE");
        List<Committing> waiting = IntStream.rangeClosed(1, held)
                .mapToObj(i -> new Committing(storage, unit -> unit.state().write("test", "s" + i, "done")))
                .toList();
        while (blocked().size() < held) {
            Thread.onSpinWait();
        }

        new Committing(storage, unit -> unit.state().write("test", "free", "done")).succeeded();

        admin.commit();
        for (Committing one : waiting) {
            one.succeeded();
        }
        assertEquals(held + 1, ask("SELECT COUNT(*) FROM stored_value WHERE content = 'done'"));
    }

    @Test
    void all_threads_come_through_and_nothing_is_lost_or_counted_twice() throws Exception {
        int each = 50;
        List<Committing> all = IntStream.rangeClosed(1, 8)
                .mapToObj(thread -> new Committing(storage, unit -> record(unit, thread)))
                .toList();
        for (Committing one : all) {
            one.succeeded();
        }
        List<Thread> threads = IntStream.rangeClosed(1, 8)
                .mapToObj(thread -> new Thread(() -> follow(thread, each)))
                .toList();

        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        long events = 8L * (each + 1);
        assertEquals(events, ask("SELECT last_sequence FROM event_counter"));
        assertEquals(events, ask("SELECT COUNT(*) FROM event"));
        assertTrue(ask("SELECT COUNT(DISTINCT xmin::text) FROM event") < events);
    }

    private void follow(int thread, int each) {
        for (int version = 2; version <= each + 1; version++) {
            EventRow next = event(thread, version);
            storage.transact(unit -> {
                unit.events().append(List.of(next));
                return true;
            });
        }
    }
}
