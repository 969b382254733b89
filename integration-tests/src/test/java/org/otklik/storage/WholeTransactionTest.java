package org.otklik.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.reply.PublicationState;
import org.otklik.spi.storage.ClaimedOutboxRow;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.SequencedEvent;
import org.otklik.spi.storage.StaleVersionException;
import org.otklik.spi.storage.StorageException;
import org.otklik.spi.storage.StreamId;
import org.otklik.spi.storage.UnitOfWork;
import org.otklik.storage.jdbc.JdbcStorage;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What a transaction writes goes to PostgreSQL with its own beginning and end, over a connection that others use next and
 * nobody sets back.
 */
class WholeTransactionTest {

    private final PGSimpleDataSource schema = PostgresServer.newSchema();
    private Connection real;
    private OneConnection only;
    private JdbcStorage storage;

    @BeforeEach
    void open() throws SQLException {
        real = schema.getConnection();
        only = OneConnection.of(real);
        storage = JdbcStorage.over(only).migrate();
    }

    @AfterEach
    void close() throws SQLException {
        storage.close();
        real.close();
        PostgresServer.drop(schema);
    }

    private static EventRow event(int stream, String hash) {
        return new EventRow(
                StreamId.incident(Replies.id(stream)), 1, "clock-changed/1", Replies.NOON, "system:test", "{}", hash);
    }

    private static EventRow event(int stream) {
        return event(stream, "0".repeat(64));
    }

    private void write(Consumer<UnitOfWork> work) {
        storage.transact(unit -> {
            work.accept(unit);
            return true;
        });
    }

    /** Reads over another connection, which sees only what was committed. */
    private List<SequencedEvent> events() {
        try (JdbcStorage another = JdbcStorage.over(schema)) {
            return another.transact(unit -> unit.events().after(0, 100));
        }
    }

    private List<ClaimedOutboxRow> replies(int count) {
        write(unit -> unit.outbox()
                .insert(IntStream.range(0, count)
                        .mapToObj(number -> Replies.reply(number, Replies.NOON))
                        .toList()));
        return storage.transact(unit -> unit.outbox().claim(Replies.DUE));
    }

    private long claimed() {
        return storage.transact(unit -> unit.outbox().count(PublicationState.CLAIMED));
    }

    @Test
    void a_transaction_that_writes_at_its_end_needs_no_beginning_of_the_driver() throws SQLException {
        only.calls();

        write(unit -> {
            unit.events().last();
            unit.state().write("test", "a", "done");
            unit.events().append(List.of(event(1)));
        });

        List<String> calls = only.calls();
        assertFalse(calls.contains("setAutoCommit false"), calls::toString);
        assertEquals(1, events().size());
        assertTrue(real.getAutoCommit());
    }

    static Stream<Consumer<UnitOfWork>> others() {
        return Stream.of(unit -> {}, unit -> unit.state().write("test", "a", "done"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void what_lost_its_race_leaves_nothing_behind_on_its_connection(Consumer<UnitOfWork> other) throws SQLException {
        write(unit -> unit.events().append(List.of(event(1))));

        assertThrows(
                StaleVersionException.class,
                () -> write(unit -> {
                    other.accept(unit);
                    unit.events().append(List.of(event(1)));
                }));
        write(unit -> unit.events().append(List.of(event(2))));

        assertEquals(
                List.of(Replies.id(1), Replies.id(2)),
                events().stream().map(one -> one.event().stream().id()).toList());
        assertTrue(storage.transact(unit -> unit.state().read("test", "a")).isEmpty());
        assertTrue(real.getAutoCommit());
    }

    @ParameterizedTest
    @MethodSource("others")
    void what_the_database_refuses_leaves_nothing_behind_on_its_connection(Consumer<UnitOfWork> other) {
        assertThrows(
                StorageException.class,
                () -> write(unit -> {
                    other.accept(unit);
                    unit.events().append(List.of(event(1, "0".repeat(65))));
                }));
        write(unit -> unit.events().append(List.of(event(2))));

        assertEquals(
                List.of(1L), events().stream().map(SequencedEvent::sequence).toList());
        assertTrue(storage.transact(unit -> unit.state().read("test", "a")).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void few_rows_and_more_are_all_written_and_their_events_numbered_in_order(int count) {
        List<ClaimedOutboxRow> claimed = replies(count);

        write(unit -> claimed.forEach(one -> {
            assertTrue(unit.outbox().finish(one.row()));
            unit.events()
                    .append(List.of(new EventRow(
                            StreamId.incident(one.row().incident()),
                            1,
                            "clock-changed/1",
                            Replies.NOON,
                            "system:test",
                            "{}",
                            "0")));
        }));

        assertEquals(
                IntStream.rangeClosed(1, count).mapToObj(i -> (long) i).toList(),
                events().stream().map(SequencedEvent::sequence).toList());
        assertEquals(
                claimed.stream().map(one -> one.row().incident().toString()).toList(),
                events().stream().map(one -> one.event().stream().id()).toList());
        assertEquals(0, claimed());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void of_one_row_a_few_and_more_none_is_written_if_one_is_not_as_it_was_read(int count) {
        List<ClaimedOutboxRow> claimed = replies(count);
        int[] attempts = {0};

        storage.transact(unit -> {
            if (++attempts[0] == 1) {
                write(other -> other.outbox().finish(claimed.get(count - 1).row()));
            }
            List<Boolean> held =
                    claimed.stream().map(one -> unit.outbox().finish(one.row())).toList();
            unit.state().write("test", "held", held.toString());
            return true;
        });

        assertEquals(2, attempts[0]);
        String held =
                storage.transact(unit -> unit.state().read("test", "held")).orElseThrow();
        assertEquals(count - 1, held.split("true", -1).length - 1, held);
        assertTrue(held.endsWith("false]"), held);
        assertEquals(0, claimed());
    }

    @Test
    void one_row_alone_that_is_not_as_it_was_read_leaves_nothing_behind_on_its_connection() throws SQLException {
        ClaimedOutboxRow claimed = replies(1).get(0);
        int[] attempts = {0};

        boolean held = storage.transact(unit -> {
            if (++attempts[0] == 1) {
                write(other -> other.outbox().finish(claimed.row()));
            }
            return unit.outbox().finish(claimed.row());
        });

        assertFalse(held);
        assertEquals(2, attempts[0]);
        assertTrue(real.getAutoCommit());
    }
}
