package org.otklik.benchmarks.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.concurrent.atomic.AtomicLong;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.StreamId;

/**
 * The table of events of a host that sends through somebody else's queue: columns and indexes as ours, numbered by a
 * sequence, which costs less than ours does and leaves gaps. For any number of threads.
 */
final class HostEvents {

    private static final String TABLE = "CREATE TABLE host_event (sequence bigserial PRIMARY KEY,"
            + " stream_kind varchar(12) COLLATE \"C\" NOT NULL,"
            + " stream_id varchar(250) COLLATE \"C\" NOT NULL, version bigint NOT NULL,"
            + " type varchar(100) COLLATE \"C\" NOT NULL, happened_at timestamptz NOT NULL, actor text NOT NULL,"
            + " payload text NOT NULL, hash varchar(64) COLLATE \"C\" NOT NULL,"
            + " UNIQUE (stream_kind, stream_id, version))";
    private static final String INSERT = "INSERT INTO host_event (stream_kind, stream_id, version, type, happened_at,"
            + " actor, payload, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    private final Server.Schema schema;
    private final AtomicLong last = new AtomicLong();

    HostEvents(Server.Schema schema) {
        this.schema = schema;
    }

    void create() throws SQLException {
        schema.run(TABLE);
    }

    /** Forgets all. */
    void clear() throws SQLException {
        schema.run("TRUNCATE host_event");
    }

    long count() throws SQLException {
        return schema.count("host_event");
    }

    /** Records one, committed by itself. */
    void record() {
        try (Connection connection = schema.pool().getConnection()) {
            record(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The event of the host was not recorded.", e);
        }
    }

    /** Records one in the transaction of a connection, if there is one. */
    void record(Connection connection) throws SQLException {
        EventRow event = Sample.event(StreamId.incident(Sample.id(last.incrementAndGet())), 2);
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, event.stream().kind().name());
            statement.setString(2, event.stream().id());
            statement.setLong(3, event.version());
            statement.setString(4, event.type());
            statement.setTimestamp(5, Timestamp.from(event.at()));
            statement.setString(6, event.actor());
            statement.setString(7, event.payload());
            statement.setString(8, event.hash());
            statement.executeUpdate();
        }
    }
}
