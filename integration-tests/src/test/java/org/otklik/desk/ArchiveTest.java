package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.otklik.Privacy.ChainAnchor;
import org.otklik.id.IncidentId;
import org.otklik.incident.Outcome;
import org.otklik.internal.codec.HashChain;
import org.otklik.report.ReportPeriod;
import org.otklik.report.ReportText;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.SequencedEvent;
import org.otklik.spi.storage.StreamHead;
import org.otklik.storage.Databases;
import org.otklik.storage.jdbc.JdbcStorage;
import org.otklik.storage.jdbc.Product;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.SettableClock;

/** Old events move into the archive and are read as before (P18, P25), and whoever changes one there is found out. */
class ArchiveTest {

    private static final Duration MONTH = Duration.ofDays(30);

    /** Old enough for any clock of a database. */
    private static final Instant LONG_AGO = Instant.parse("2020-11-19T00:00:00Z");

    /** A year's end between two incidents, over a database that a test may change by SQL. */
    private static final class Town implements AutoCloseable {

        private final DataSource database;
        private final JdbcStorage storage;
        private final Office office;
        private final IncidentId old;
        private final Instant turn;

        Town(Product product) {
            database = product == Product.H2 ? h2() : Databases.postgresSchema();
            storage = JdbcStorage.over(database).migrate();
            office = Office.over(storage, SettableClock.startingAt(LONG_AGO), InMemoryNetwork.named("vk"));
            old = office.answered("p1", Office.PIT).id();
            office.wait(MONTH.plus(MONTH));
            turn = office.clock.instant();
            office.accepted("p2", Office.PIT);
        }

        private static JdbcDataSource h2() {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL("jdbc:h2:mem:archive" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
            database.setUser("sa");
            database.setPassword("");
            return database;
        }

        List<SequencedEvent> feed(int page) {
            List<SequencedEvent> all = new ArrayList<>();
            List<SequencedEvent> next;
            do {
                long last = all.size();
                next = storage.transact(unit -> unit.events().after(last, page));
                all.addAll(next);
            } while (!next.isEmpty());
            return all;
        }

        List<EventRow> history() {
            return office.desk.incidents().history(Office.AUDITOR, old).orThrow();
        }

        String reportAsOf(Instant at) {
            return ReportText.render(
                    office.desk
                            .reports()
                            .report(Office.COORDINATOR, new ReportPeriod(LONG_AGO, turn), at)
                            .orThrow(),
                    Locale.ENGLISH);
        }

        void run(String sql) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException failure) {
                throw new IllegalStateException(sql, failure);
            }
        }

        long ask(String sql) throws SQLException {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            }
        }

        String chain() {
            return office.chain();
        }

        @Override
        public void close() {
            office.desk.close();
            storage.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void archived_events_are_read_as_before(Product product) throws SQLException {
        try (Town town = new Town(product)) {
            List<SequencedEvent> feed = town.feed(100);
            List<EventRow> history = town.history();
            String report = town.reportAsOf(LONG_AGO.plusSeconds(60));

            int first = town.storage.archive(town.turn, 3);
            int rest = town.storage.archive(town.turn, 1000);

            assertEquals(3, first);
            assertTrue(rest > 5, "only " + rest);
            assertEquals(first + rest, town.ask("SELECT COUNT(*) FROM event_history"));
            assertEquals(feed.size() - first - rest, town.ask("SELECT COUNT(*) FROM event"));
            assertEquals(0, town.storage.archive(town.turn, 1000));
            assertEquals(feed, town.feed(100));
            assertEquals(feed, town.feed(2));
            assertEquals(history, town.history());
            assertEquals(report, town.reportAsOf(LONG_AGO.plusSeconds(60)));
            assertEquals("", town.chain());
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_younger_than_thirty_days_by_the_clock_of_the_database_stays(Product product) throws SQLException {
        try (Town town = new Town(product)) {
            Instant now = town.storage.leaseClock().instant();
            Instant tooLate = now.minus(MONTH).plusSeconds(3_600);

            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> town.storage.archive(tooLate, 1000));
            assertThrows(IllegalArgumentException.class, () -> town.storage.archive(now.plus(MONTH), 1000));

            assertTrue(refused.getMessage().contains(tooLate.toString()), refused::getMessage);
            assertTrue(refused.getMessage().contains("30 days"), refused::getMessage);
            assertEquals(0, town.ask("SELECT COUNT(*) FROM event_history"));
            assertTrue(town.storage.archive(now.minus(MONTH).minusSeconds(1), 1000) > 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_newest_event_stays_and_an_archived_incident_goes_on(Product product) throws SQLException {
        try (Town town = new Town(product)) {
            town.storage.archive(town.office.clock.instant().plusSeconds(1), 1000);
            assertEquals(1, town.ask("SELECT COUNT(*) FROM event"));
            int before = town.history().size();

            town.office
                    .desk
                    .incidents()
                    .close(Office.CONTROLLER, town.old, Outcome.SOLVED, Optional.empty())
                    .orThrow();

            assertEquals(before + 1, town.history().size());
            assertEquals("", town.chain());
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_year_is_a_run_of_its_own(Product product) throws SQLException {
        try (Town town = new Town(product)) {
            town.storage.archive(town.office.clock.instant().plusSeconds(1), 1000);

            assertEquals(2, town.ask("SELECT COUNT(DISTINCT era) FROM event_history"));
            long last = town.ask("SELECT MAX(sequence) FROM event_history WHERE era = 2020");
            assertEquals(last, town.ask("SELECT MIN(sequence) - 1 FROM event_history WHERE era = 2021"));
            if (product == Product.POSTGRESQL) {
                assertEquals(last, town.ask("SELECT COUNT(*) FROM event_history_2020"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_archived_event_that_was_changed_removed_or_moved_is_named(Product product) throws SQLException {
        try (Town town = new Town(product)) {
            town.storage.archive(town.turn, 1000);
            SequencedEvent victim = town.feed(100).get(4);
            String name = victim.event().stream() + " v" + victim.event().version();

            town.run("UPDATE event_history SET payload = '{}' WHERE sequence = 5");
            assertTrue(town.chain().contains(name), town.chain());

            town.run("UPDATE event_history SET payload = '" + victim.event().payload() + "' WHERE sequence = 5");
            assertEquals("", town.chain());

            town.run("UPDATE event_history SET sequence = 900 WHERE sequence = 5");
            assertTrue(town.chain().contains("5"), town.chain());

            town.run("DELETE FROM event_history WHERE sequence = 900");
            assertTrue(town.chain().contains("5"), town.chain());
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_event_that_was_changed_removed_or_swapped_is_named(Product product) {
        try (Town town = new Town(product)) {
            town.office.desk.privacy().anchor(Office.AUDITOR).orThrow();
            List<SequencedEvent> feed = town.feed(100);
            SequencedEvent victim = feed.get(3);
            String name = victim.event().stream() + " v" + victim.event().version();

            town.run("UPDATE event SET actor = 'somebody' WHERE sequence = 4");
            assertEquals(name, town.chain());
            town.run("UPDATE event SET actor = '" + victim.event().actor() + "' WHERE sequence = 4");

            town.run("UPDATE event SET sequence = -4 WHERE sequence = 4");
            town.run("UPDATE event SET sequence = 4 WHERE sequence = 5");
            town.run("UPDATE event SET sequence = 5 WHERE sequence = -4");
            assertTrue(town.chain().startsWith("anchor of "), town.chain());

            town.run("UPDATE event SET sequence = -4 WHERE sequence = 4");
            town.run("UPDATE event SET sequence = 4 WHERE sequence = 5");
            town.run("UPDATE event SET sequence = 5 WHERE sequence = -4");
            town.run("DELETE FROM event WHERE sequence = " + feed.size());
            assertEquals("event " + feed.size() + " is missing at the end", town.chain());
        }
    }

    /** Who recomputes hashes leaves a chain that fits; what was sent away he cannot change. */
    @ParameterizedTest
    @EnumSource
    void a_past_that_was_rewritten_with_its_hashes_is_found_by_an_anchor_kept_elsewhere(Product product) {
        try (Town town = new Town(product)) {
            ChainAnchor anchor =
                    town.office.desk.privacy().anchor(Office.AUDITOR).orThrow();
            assertEquals(
                    anchor, town.office.desk.privacy().anchor(Office.AUDITOR).orThrow());
            town.office.accepted("p3", "В Лугограде на дороге у школы яма, машины бьются каждый день");
            town.office.desk.privacy().anchor(Office.AUDITOR).orThrow();
            assertEquals("", town.chain());

            SequencedEvent first = town.feed(100).get(0);
            EventRow row = first.event();
            EventRow forged =
                    HashChain.next(row.stream(), StreamHead.EMPTY, row.type(), row.at(), "somebody", row.payload());
            town.run("DELETE FROM event WHERE sequence > 1");
            town.run("UPDATE event_counter SET last_sequence = 1");
            town.run("UPDATE event SET actor = 'somebody', hash = '" + forged.hash() + "' WHERE sequence = 1");
            town.run("DELETE FROM stored_value WHERE scope = 'anchor'");

            assertEquals("", town.chain());
            String found = town.office
                    .desk
                    .privacy()
                    .verifyChain(Office.AUDITOR, List.of(anchor))
                    .orThrow();
            assertTrue(found.contains("missing at the end"), found);
            ChainAnchor ofOne = new ChainAnchor(1, row.at(), HashChain.joined("", 1, row.hash()));
            assertEquals(
                    "anchor of " + row.at() + ": events up to 1 were rewritten",
                    town.office
                            .desk
                            .privacy()
                            .verifyChain(Office.AUDITOR, List.of(ofOne))
                            .orThrow());
        }
    }
}
