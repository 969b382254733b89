package org.otklik.benchmarks.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.otklik.id.IncidentId;
import org.otklik.spi.storage.DeadlineRow;
import org.otklik.spi.storage.IncidentRow;
import org.otklik.spi.storage.Storage;
import org.otklik.spi.storage.StreamId;

/**
 * Commands on incidents by eight clients: read the incident, replace it by its version, replace its two deadlines, add an
 * event in the one order of all.
 */
final class Commands {

    static final int CLIENTS = 8;

    private final int each;

    Commands(int each) {
        this.each = each;
    }

    /** One client; the incidents of no two clients are the same. */
    interface Client {

        void command(int number) throws Exception;
    }

    private long together(ClientSource clients) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int first = client;
                running.add(threads.submit(() -> {
                    try (ClosableClient one = clients.open()) {
                        for (int i = 0; i < each; i++) {
                            one.command(first + CLIENTS * (i % 100));
                        }
                    }
                    return first;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
        return (long) CLIENTS * each;
    }

    private interface ClosableClient extends Client, AutoCloseable {

        @Override
        default void close() throws SQLException {
            // Most hold nothing.
        }
    }

    private interface ClientSource {

        ClosableClient open() throws Exception;
    }

    static void fill(Storage storage) {
        storage.transact(unit -> {
            for (int i = 0; i < CLIENTS * 100; i++) {
                unit.incidents().insert(Sample.incident(i));
            }
            return true;
        });
    }

    long ours(Storage storage) throws Exception {
        return together(() -> number -> storage.transact(unit -> {
            IncidentRow row =
                    unit.incidents().find(IncidentId.of(Sample.id(number))).orElseThrow();
            IncidentRow next = Sample.next(row);
            StreamId stream = StreamId.incident(row.summary().id());
            unit.events().append(List.of(Sample.event(next)));
            unit.incidents().update(next, row.stream().version());
            unit.deadlines()
                    .replace(
                            stream,
                            List.of(
                                    new DeadlineRow(stream, "clock:FINAL", next.updatedAt()),
                                    new DeadlineRow(stream, "clock:ACCEPT", next.updatedAt())));
            return true;
        }));
    }

    /** The same statements with nothing around them, one after the other, as one writes JDBC. */
    long bare(Server.Schema schema) throws Exception {
        return together(() -> new BareClient(schema.pool().getConnection()));
    }

    private static final class BareClient implements ClosableClient {

        private final Connection connection;

        BareClient(Connection connection) throws SQLException {
            this.connection = connection;
            connection.setAutoCommit(false);
        }

        @Override
        public void command(int number) throws Exception {
            IncidentRow row = Sample.incident(number);
            String id = Sample.id(number);
            long version = read(id);
            update(id, version, row);
            deadlines(id, row.updatedAt());
            event(id, version + 1);
            connection.commit();
        }

        private long read(String id) throws SQLException {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT i.id, i.number, i.version, i.stream_hash, i.state, i.kind, i.topic, i.lead_body,"
                            + " i.municipality, i.severity, i.registered_at, i.due, i.network, i.bodies, i.unroutable,"
                            + " i.updated_at, c.posts, c.awaiting, c.last_published_at, i.snapshot FROM incident i"
                            + " JOIN incident_counter c ON c.incident = i.id WHERE i.id = ?")) {
                select.setString(1, id);
                try (ResultSet rows = select.executeQuery()) {
                    rows.next();
                    for (int column = 1; column <= 20; column++) {
                        rows.getString(column);
                    }
                    return rows.getLong(3);
                }
            }
        }

        private void update(String id, long version, IncidentRow row) throws SQLException {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE incident SET number = ?, version = ?, stream_hash = ?, state = ?, open = ?, kind = ?,"
                            + " topic = ?, lead_body = ?, municipality = ?, severity = ?, registered_at = ?, due = ?,"
                            + " network = ?, bodies = ?, unroutable = ?, updated_at = ?, snapshot = ?"
                            + " WHERE id = ? AND version = ?")) {
                update.setString(1, row.summary().number());
                update.setLong(2, version + 1);
                update.setString(3, Sample.hash(version + 1));
                update.setString(4, row.summary().state().name());
                update.setBoolean(5, true);
                update.setString(6, row.summary().kind().name());
                update.setString(7, row.summary().topic().orElseThrow().value());
                update.setString(8, row.summary().lead().orElseThrow().value());
                update.setString(9, row.summary().municipality().orElseThrow().value());
                update.setString(10, row.summary().severity().name());
                update.setTimestamp(11, Timestamp.from(row.summary().registeredAt()));
                update.setTimestamp(12, Timestamp.from(row.summary().deadline().orElseThrow()));
                update.setString(13, row.network().code());
                update.setString(14, row.summary().lead().orElseThrow().value());
                update.setBoolean(15, false);
                update.setTimestamp(16, Timestamp.from(row.updatedAt().plusSeconds(version)));
                update.setString(17, row.snapshot());
                update.setString(18, id);
                update.setLong(19, version);
                if (update.executeUpdate() != 1) {
                    throw new IllegalStateException("Somebody else changed " + id);
                }
            }
        }

        private void deadlines(String id, Instant at) throws SQLException {
            try (PreparedStatement delete =
                            connection.prepareStatement("DELETE FROM deadline WHERE owner_kind = ? AND owner_id = ?");
                    PreparedStatement insert = connection.prepareStatement(
                            "INSERT INTO deadline (owner_kind, owner_id, deadline_key, due_at) VALUES (?, ?, ?, ?)")) {
                delete.setString(1, "INCIDENT");
                delete.setString(2, id);
                delete.executeUpdate();
                for (String key : List.of("clock:FINAL", "clock:ACCEPT")) {
                    insert.setString(1, "INCIDENT");
                    insert.setString(2, id);
                    insert.setString(3, key);
                    insert.setTimestamp(4, Timestamp.from(at));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }

        private void event(String id, long version) throws SQLException {
            try (PreparedStatement count = connection.prepareStatement(
                            "UPDATE event_counter SET last_sequence = last_sequence + 1 WHERE id = 1"
                                    + " RETURNING last_sequence");
                    PreparedStatement insert = connection.prepareStatement(
                            "INSERT INTO event (sequence, stream_kind, stream_id, version, type, happened_at, actor,"
                                    + " payload, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
                    ResultSet rows = count.executeQuery()) {
                rows.next();
                insert.setLong(1, rows.getLong(1));
                insert.setString(2, "INCIDENT");
                insert.setString(3, id);
                insert.setLong(4, version);
                insert.setString(5, "clock-changed/1");
                insert.setTimestamp(6, Timestamp.from(Sample.NOON));
                insert.setString(7, "system:sweeper");
                insert.setString(8, "{\"clock\":\"FINAL\",\"change\":\"WARNED\",\"at\":\"2026-11-28T12:00:00Z\"}");
                insert.setString(9, Sample.hash(version));
                insert.executeUpdate();
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
