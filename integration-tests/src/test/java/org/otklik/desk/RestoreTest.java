package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Restore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.id.IncidentId;
import org.otklik.incident.IncidentState;
import org.otklik.reply.Draft;
import org.otklik.reply.PublicationState;
import org.otklik.spi.storage.OutboxStore.ClaimRequest;
import org.otklik.spi.storage.OutboxStore.Lane;
import org.otklik.spi.storage.Storage;
import org.otklik.storage.BackedUpPostgres;
import org.otklik.storage.jdbc.JdbcStorage;
import org.otklik.testkit.Fault;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.SettableClock;

/** A backup is restored after its replies were sent: they are found in the network and not sent again (P3). */
class RestoreTest {

    private static final String SCHOOL = "В Лугограде на дороге у школы яма, машины бьются каждый день";

    private final SettableClock clock = SettableClock.startingAt(Office.MORNING);
    private InMemoryNetwork vk = InMemoryNetwork.named("vk");

    /** Approves two replies and sends none. */
    private List<IncidentId> prepare(Storage storage) {
        Office office = Office.over(storage, clock, vk).publishing();
        IncidentId first = office.accepted("p1", Office.PIT).id();
        IncidentId second = office.accepted("p2", SCHOOL).id();
        office.approved(office.get(first));
        office.approved(office.get(second));
        office.desk.close();
        return List.of(first, second);
    }

    private void send(Storage storage) {
        Office office = Office.over(storage, clock, vk);
        office.desk.publishDue();
        office.desk.close();
        assertEquals(2, vk.replies().size());
    }

    /** What a host does after a restore. */
    private void goOnAfterRestore(Storage storage, List<IncidentId> incidents) {
        clock.advance(Duration.ofHours(1));
        Office office = Office.over(storage, clock, vk);

        int doubted = office.desk.publishing().restored(Office.PUBLISHER).orThrow();
        office.desk.publishDue();
        assertEquals(2, doubted);
        assertEquals(false, office.desk.publishing().state().enabled());

        office.publishing();
        for (int step = 0; step < 5; step++) {
            office.desk.publishDue();
            office.wait(Duration.ofHours(1));
        }

        assertEquals(2, vk.replies().size());
        allAreAnswered(office, incidents);
        assertEquals("", office.chain());
        office.desk.close();
    }

    private void bothAreSentNow(Office office, List<IncidentId> incidents) {
        assertEquals(0, vk.replies().size());
        office.desk.publishDue();
        assertEquals(2, vk.replies().size());
        allAreAnswered(office, incidents);
    }

    private static void allAreAnswered(Office office, List<IncidentId> incidents) {
        incidents.forEach(
                id -> assertEquals(IncidentState.ANSWERED, office.get(id).state()));
    }

    @Test
    void a_restored_copy_of_postgresql_sends_nothing_twice(@TempDir Path folder) {
        Path copy = folder.resolve("backup");
        List<IncidentId> incidents;
        try (BackedUpPostgres server = new BackedUpPostgres(folder.resolve("running"))) {
            incidents = prepare(JdbcStorage.over(server.database()).migrate());
            server.backUp(copy);
            send(JdbcStorage.over(server.database()));
        }

        try (BackedUpPostgres restored = new BackedUpPostgres(copy)) {
            goOnAfterRestore(JdbcStorage.over(restored.database()).migrate(), incidents);
        }
    }

    private static JdbcDataSource h2(Path folder) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + folder.resolve("otklik"));
        database.setUser("sa");
        database.setPassword("");
        return database;
    }

    private static void run(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_restored_backup_of_h2_sends_nothing_twice(@TempDir Path folder) throws SQLException, IOException {
        Path backup = folder.resolve("backup.zip");
        List<IncidentId> incidents;
        try (JdbcStorage storage =
                JdbcStorage.over(h2(folder.resolve("running"))).migrate()) {
            incidents = prepare(storage);
            run(h2(folder.resolve("running")), "BACKUP TO '" + backup + "'");
            send(storage);
        }
        Restore.execute(backup.toString(), folder.resolve("restored").toString(), null);

        try (JdbcStorage storage =
                JdbcStorage.over(h2(folder.resolve("restored"))).migrate()) {
            goOnAfterRestore(storage, incidents);
        }
    }

    /** The network may have forgotten the key in the meantime, and may still apply what was sent last. */
    @Test
    void a_network_that_recognises_keys_is_asked_first_too_after_the_quiet_period() {
        vk = InMemoryNetwork.idempotent("vk");
        InMemoryStorage storage = InMemoryStorage.create(clock);
        List<IncidentId> incidents = prepare(storage);
        Office office = Office.over(storage, clock, vk);

        office.desk.publishing().restored(Office.PUBLISHER).orThrow();
        office.publishing();
        var early = office.desk.publishDue();
        office.wait(Duration.ofMinutes(3));
        var step = office.desk.publishDue();

        assertEquals(0, early.requeued());
        assertEquals(2, step.requeued());
        bothAreSentNow(office, incidents);
    }

    /** A claim of a node that is gone. */
    private ClaimRequest held(PublicationState state) {
        return new ClaimRequest(
                Set.of(state), clock.instant(), "gone", Duration.ofMinutes(2), 10, Set.of(), Lane.all());
    }

    /** The node that held them is gone with its database; what it had begun was perhaps sent, and its key forgotten. */
    @Test
    void what_a_node_still_holds_in_the_backup_is_looked_for_when_its_lease_has_run_out() {
        vk = InMemoryNetwork.idempotent("vk");
        InMemoryStorage storage = InMemoryStorage.create(clock);
        List<IncidentId> incidents = prepare(storage);
        storage.transact(unit -> unit.outbox().claim(held(PublicationState.READY)));
        clock.advance(Duration.ofMinutes(1));
        Office office = Office.over(storage, clock, vk);

        office.desk.publishing().restored(Office.PUBLISHER).orThrow();
        office.publishing().wait(Duration.ofMinutes(2));
        var cutOff = office.desk.publishDue();
        office.wait(Duration.ofMinutes(4));
        var looked = office.desk.publishDue();

        assertEquals(2, cutOff.unknown());
        assertEquals(2, looked.requeued());
        bothAreSentNow(office, incidents);
    }

    /** A look-up leaves the reply UNKNOWN while it asks; the backup does not know what was sent after it. */
    @Test
    void what_a_look_up_still_holds_in_the_backup_is_looked_for_after_the_quiet_period() {
        vk = InMemoryNetwork.idempotent("vk");
        InMemoryStorage storage = InMemoryStorage.create(clock);
        List<IncidentId> incidents = prepare(storage);
        Office office = Office.over(storage, clock, vk);
        vk.faults().next(Fault.TIMEOUT_AFTER_APPLYING, Fault.TIMEOUT_AFTER_APPLYING);
        office.desk.publishDue();
        office.wait(Duration.ofMinutes(3));
        storage.transact(unit -> unit.outbox().claim(held(PublicationState.UNKNOWN)));
        clock.advance(Duration.ofMinutes(1));

        office.desk.publishing().restored(Office.PUBLISHER).orThrow();
        office.publishing().wait(Duration.ofMinutes(2));
        var early = office.desk.publishDue();
        office.wait(Duration.ofMinutes(3));
        var looked = office.desk.publishDue();

        assertEquals(0, early.found() + early.requeued());
        assertEquals(2, looked.found());
        allAreAnswered(office, incidents);
    }

    /** The backup knows the draft and not that it was approved; to the approver it looks as if it never was. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_is_approved_again_after_the_restore_is_looked_for_before_it_is_sent(
            boolean knowsKeys, @TempDir Path folder) throws SQLException, IOException {
        vk = knowsKeys ? InMemoryNetwork.idempotent("vk") : InMemoryNetwork.named("vk");
        Path backup = folder.resolve("backup.zip");
        Draft draft;
        Draft unsent;
        try (JdbcStorage storage =
                JdbcStorage.over(h2(folder.resolve("running"))).migrate()) {
            Office office = Office.over(storage, clock, vk).publishing();
            draft = office.submitted(office.accepted("p1", Office.PIT));
            unsent = office.submitted(office.accepted("p2", SCHOOL));
            run(h2(folder.resolve("running")), "BACKUP TO '" + backup + "'");
            office.desk
                    .replies()
                    .approve(Office.APPROVER, draft.id(), draft.hash())
                    .orThrow();
            office.desk.publishDue();
            office.desk.close();
        }
        Restore.execute(backup.toString(), folder.resolve("restored").toString(), null);

        try (JdbcStorage storage = JdbcStorage.over(h2(folder.resolve("restored")))) {
            clock.advance(Duration.ofHours(1));
            Office office = Office.over(storage, clock, vk);
            office.desk.publishing().restored(Office.PUBLISHER).orThrow();
            office.publishing();
            for (Draft again : List.of(draft, unsent)) {
                office.desk
                        .replies()
                        .approve(Office.APPROVER, again.id(), again.hash())
                        .orThrow();
            }
            var doubted = office.desk.publishDue();
            office.wait(Duration.ofMinutes(4));
            var looked = office.desk.publishDue();
            office.desk.publishDue();
            office.desk.close();

            assertEquals(2, doubted.unknown());
            assertEquals(List.of(1, 1), List.of(looked.found(), looked.requeued()));
            allAreAnswered(office, List.of(draft.incident(), unsent.incident()));
        }
        assertEquals(2, vk.replies().size());
    }

    /** Whoever restores and says nothing doubles; the test above can fail. */
    @Test
    void without_a_word_of_the_restore_replies_are_sent_twice(@TempDir Path folder) throws SQLException, IOException {
        Path backup = folder.resolve("backup.zip");
        try (JdbcStorage storage =
                JdbcStorage.over(h2(folder.resolve("running"))).migrate()) {
            prepare(storage);
            run(h2(folder.resolve("running")), "BACKUP TO '" + backup + "'");
            send(storage);
        }
        Restore.execute(backup.toString(), folder.resolve("restored").toString(), null);

        try (JdbcStorage storage = JdbcStorage.over(h2(folder.resolve("restored")))) {
            Office office = Office.over(storage, clock, vk);
            office.desk.publishDue();
            office.desk.close();
        }

        assertEquals(4, vk.replies().size());
    }
}
