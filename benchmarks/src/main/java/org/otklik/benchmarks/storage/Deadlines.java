package org.otklik.benchmarks.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.otklik.id.IncidentId;
import org.otklik.spi.storage.DeadlineRow;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.IncidentRow;
import org.otklik.spi.storage.Storage;
import org.otklik.spi.storage.UnitOfWork;

/** Clocks of which some are due: claiming them, and recording what follows. */
final class Deadlines {

    private static final int AT_ONCE = 1_000;

    private final Server.Schema schema;

    Deadlines(Server.Schema schema) {
        this.schema = schema;
    }

    /** Fills the table of deadlines afresh. */
    void fill(int future) throws SQLException {
        schema.run(
                "TRUNCATE deadline",
                insert("timestamptz '2026-12-28 12:00:00+00' + n * interval '1 second'", 10_000_000, future),
                "VACUUM ANALYZE deadline");
    }

    /** Lets some become due. */
    void addDue(int due) throws SQLException {
        schema.run(
                insert("timestamptz '2026-11-28 11:00:00+00' + n * interval '1 microsecond'", 0, due),
                "VACUUM ANALYZE deadline");
    }

    private static String insert(String dueAt, int from, int count) {
        return "INSERT INTO deadline (owner_kind, owner_id, deadline_key, due_at) SELECT 'INCIDENT',"
                + " LPAD(CAST(n AS text), 26, '0'), 'clock:final', " + dueAt + " FROM generate_series(" + from + ", "
                + (from + count - 1) + ") n";
    }

    /** Fills the incidents whose clocks are due. */
    void fillIncidents(Storage storage, int count) throws SQLException {
        schema.run("TRUNCATE incident, incident_counter, incident_body, event");
        for (int from = 0; from < count; from += AT_ONCE) {
            int first = from;
            storage.transact(unit -> {
                for (int i = first; i < Math.min(count, first + AT_ONCE); i++) {
                    unit.incidents().insert(Sample.incident(i));
                }
                return true;
            });
        }
        schema.run("VACUUM ANALYZE incident, incident_counter");
    }

    /** What one transaction does with what it took. */
    interface Following {

        void follow(UnitOfWork unit, List<DeadlineRow> taken);
    }

    long take(Storage storage, int threads, Following following) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Long>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(workers.submit(() -> takeAll(storage, following)));
            }
            long taken = 0;
            for (Future<Long> one : running) {
                taken += one.get();
            }
            return taken;
        } finally {
            workers.shutdown();
        }
    }

    private static long takeAll(Storage storage, Following following) {
        long all = 0;
        long some;
        do {
            some = storage.transact(unit -> {
                List<DeadlineRow> taken = unit.deadlines().takeDue(Sample.NOON, AT_ONCE);
                following.follow(unit, taken);
                return taken.size();
            });
            all += some;
        } while (some > 0);
        return all;
    }

    /** Each that is due becomes an event of its incident and a notification in a row of its own. */
    static void tell(UnitOfWork unit, List<DeadlineRow> taken) {
        List<EventRow> events = new ArrayList<>(taken.size());
        for (DeadlineRow due : taken) {
            events.add(Sample.event(due.owner(), 2));
            unit.state().write("notice", due.owner().id() + ":" + due.key(), "CLOCK_WARNED body-1 CURATOR,EXECUTOR");
        }
        unit.events().append(events);
    }

    /** The same, and the incident itself is read and written anew, as the desk does. */
    static void tellAndUpdate(UnitOfWork unit, List<DeadlineRow> taken) {
        tell(unit, taken);
        Map<IncidentId, IncidentRow> rows = unit.incidents()
                .findAll(taken.stream()
                        .map(due -> IncidentId.of(due.owner().id()))
                        .toList());
        rows.values()
                .forEach(row ->
                        unit.incidents().update(Sample.next(row), row.stream().version()));
    }

    /** Asks again and again while nothing is due. */
    static long idle(Storage storage, int times) {
        for (int i = 0; i < times; i++) {
            storage.transact(unit -> unit.deadlines().takeDue(Sample.NOON, AT_ONCE));
        }
        return times;
    }

    /** The cheapest question that finds nothing by the same index. */
    long bareIdle(int times) throws SQLException {
        for (int i = 0; i < times; i++) {
            try (Connection connection = schema.pool().getConnection();
                    PreparedStatement select = connection.prepareStatement(
                            "SELECT seq FROM deadline WHERE due_at <= ? ORDER BY due_at FETCH FIRST 1000 ROWS ONLY")) {
                select.setObject(1, Sample.NOON.atOffset(ZoneOffset.UTC));
                try (ResultSet rows = select.executeQuery()) {
                    if (rows.next()) {
                        throw new IllegalStateException("Something was due.");
                    }
                }
            }
        }
        return times;
    }
}
