package org.otklik.benchmarks.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.otklik.id.BodyId;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentSummary;
import org.otklik.spi.storage.Storage;

/** The first fifty open incidents of a body by deadline, where few of many stored incidents are open. */
final class Listing {

    static final int OPEN = 20_000;

    private static final int BODIES = 50;
    private static final int PAGE = 50;
    private static final String LINE = "i.id, i.number, i.state, i.kind, i.topic, i.lead_body, i.municipality,"
            + " i.severity, i.registered_at, i.due";
    /** By the list of the body, in which those who take part stand too. */
    static final String OF_BODY = "SELECT " + LINE + " FROM incident_body b JOIN incident i ON i.id = b.incident"
            + " WHERE b.body = ? AND b.open = TRUE ORDER BY b.body, b.open, b.due, b.incident FETCH FIRST 50 ROWS ONLY";
    /** By the lead alone, which needs but one table. */
    static final String OF_LEAD = "SELECT " + LINE + " FROM incident i WHERE i.lead_body = ? AND i.open = TRUE"
            + " ORDER BY i.lead_body, i.open, i.due, i.id FETCH FIRST 50 ROWS ONLY";

    private static final String INCIDENT = "INSERT INTO incident (id, number, version, stream_hash, state, open, kind,"
            + " topic, lead_body, municipality, severity, registered_at, due, network, bodies, unroutable, updated_at,"
            + " snapshot) SELECT LPAD(CAST(n AS varchar), 26, '0'), '63-' || n, 3, LPAD(CAST(n AS varchar), 64, '0'),"
            + " CASE WHEN n < " + OPEN + " THEN 'IN_WORK' ELSE 'CLOSED' END, n < " + OPEN + ", 'COMPLAINT',"
            + " 'roads.potholes', 'body-' || MOD(n * 7919, " + BODIES + "), 'tolyatti', 'NORMAL', %2$s, CASE WHEN n < "
            + OPEN
            + " THEN %3$s ELSE TIMESTAMP WITH TIME ZONE '9999-12-31 00:00:00+00' END, 'vk', 'body-' || MOD(n * 7919,"
            + BODIES + "), FALSE, %2$s, ? FROM %1$s";
    private static final String BODY = "INSERT INTO incident_body (incident, body, open, due, registered_at)"
            + " SELECT id, lead_body, open, due, registered_at FROM incident";
    private static final String COUNTER = "INSERT INTO incident_counter (incident, posts, awaiting, last_published_at)"
            + " SELECT id, 1, 1, registered_at FROM incident";

    private Listing() {}

    static void fillPostgres(Server.Schema schema, int stored) throws SQLException {
        fill(
                schema.pool(),
                String.format(
                        INCIDENT,
                        "generate_series(CAST(0 AS bigint), " + (stored - 1) + ") AS s (n)",
                        "TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00' + n * INTERVAL '10 second'",
                        "TIMESTAMP WITH TIME ZONE '2026-11-28 00:00:00+00' + MOD(n * 104729, 100000) * INTERVAL '1 second'"));
        schema.run("VACUUM ANALYZE");
    }

    static void fillH2(DataSource pool, int stored) throws SQLException {
        fill(
                pool,
                String.format(
                        INCIDENT,
                        "SYSTEM_RANGE(0, " + (stored - 1) + ") AS s (n)",
                        "DATEADD('SECOND', n * 10, TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00')",
                        "DATEADD('SECOND', MOD(n * 104729, 100000), TIMESTAMP WITH TIME ZONE '2026-11-28 00:00:00+00')"));
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
    }

    private static void fill(DataSource pool, String incidents) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            for (String sql : List.of(incidents, BODY, COUNTER)) {
                try (PreparedStatement insert = connection.prepareStatement(sql)) {
                    if (sql.contains("?")) {
                        insert.setString(1, Sample.SNAPSHOT);
                    }
                    insert.executeUpdate();
                }
            }
        }
    }

    static long ours(Storage storage, int times) {
        for (int i = 0; i < times; i++) {
            IncidentQuery query = IncidentQuery.open()
                    .by(IncidentQuery.Sort.DEADLINE)
                    .limit(PAGE)
                    .within(Set.of(BodyId.of(body())));
            List<IncidentSummary> page =
                    storage.transact(unit -> unit.incidents().lines(query));
            check(page.size());
        }
        return times;
    }

    static long bare(DataSource pool, String sql, int times) throws SQLException {
        for (int i = 0; i < times; i++) {
            try (Connection connection = pool.getConnection();
                    PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, body());
                int found = 0;
                int characters = 0;
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        for (int column = 1; column <= 10; column++) {
                            String value = rows.getString(column);
                            characters += value == null ? 0 : value.length();
                        }
                        found++;
                    }
                }
                check(characters == 0 ? 0 : found);
            }
        }
        return times;
    }

    private static String body() {
        return "body-" + ThreadLocalRandom.current().nextInt(BODIES);
    }

    private static void check(int found) {
        if (found != PAGE) {
            throw new IllegalStateException("A page of " + PAGE + " was wanted, " + found + " rows came.");
        }
    }
}
