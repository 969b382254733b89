package org.otklik.storage;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.StorageException;
import org.otklik.spi.storage.StreamId;
import org.otklik.storage.jdbc.JdbcStorage;
import org.postgresql.ds.PGSimpleDataSource;

/** Without the row that orders the events none is stored, and the administrator is told. */
class MissingCounterTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void no_event_is_lost_silently(int events) throws SQLException {
        PGSimpleDataSource schema = PostgresServer.newSchema();
        try (JdbcStorage storage = JdbcStorage.over(schema).migrate();
                Connection connection = schema.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM event_counter");

            StorageException failure = assertThrows(
                    StorageException.class,
                    () -> storage.transact(unit -> {
                        unit.events()
                                .append(IntStream.rangeClosed(1, events)
                                        .mapToObj(MissingCounterTest::event)
                                        .toList());
                        return true;
                    }));

            assertTrue(failure.getMessage().contains("event_counter lost its only row"), failure.getMessage());
        } finally {
            PostgresServer.drop(schema);
        }
    }

    private static EventRow event(int version) {
        return new EventRow(
                StreamId.incident("0".repeat(26)),
                version,
                "clock-changed/1",
                Instant.EPOCH,
                "system:test",
                "{}",
                "0".repeat(64));
    }
}
