package org.otklik.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.DeskLimits;
import org.otklik.IncidentDesk;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.simulation.StoreChecker;
import org.otklik.sla.ClockEvent;
import org.otklik.sla.ClockName;
import org.otklik.sla.ClockTarget;
import org.otklik.sla.SlaTerms;
import org.otklik.storage.PostgresServer;
import org.otklik.storage.jdbc.JdbcStorage;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.regions.MiniRegion;
import org.postgresql.ds.PGSimpleDataSource;

/** Three nodes sweep what comes due within seconds, and one is killed in the midst of it: half-times first, then breaches. */
class DeadlinesOnceTest {

    private static final Instant REGISTERED = Instant.parse("2026-11-19T06:00:00Z");
    private static final Duration TERM = Duration.ofHours(24);
    private static final int BATCH = 100;
    private static final int NODES = 3;

    @TempDir
    private Path folder;

    private final List<Process> nodes = new ArrayList<>();

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void each_of_four_hundred_deadlines_is_told_once() throws Exception {
        eachIsToldOnce(400, Duration.ofSeconds(1));
    }

    @Tag("chaos")
    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void each_of_ten_thousand_deadlines_is_told_once() throws Exception {
        eachIsToldOnce(10_000, Duration.ofSeconds(5));
    }

    private void eachIsToldOnce(int posts, Duration spread) throws Exception {
        PGSimpleDataSource schema = PostgresServer.newSchema();
        String address = schema.getURL() + "&user=postgres";
        try (JdbcStorage storage =
                JdbcStorage.over(WorkerMain.database(address)).migrate()) {
            register(storage, posts, spread);
            long count = ask(address, "SELECT COUNT(*) FROM deadline");
            assertTrue(count > posts * 99L / 100, () -> count + " incidents of " + posts + " posts");
            assertTrue(ask(address, "SELECT EXTRACT(EPOCH FROM MAX(due_at) - MIN(due_at)) FROM deadline")
                    <= spread.toSeconds());
            long before = ask(address, "SELECT COUNT(*) FROM event");
            start(address);

            long killedAt = sweep(address, TERM.dividedBy(2), before, count);
            long killedAgainAt = sweep(address, TERM, before + count, count);

            System.out.println("chaos: " + count + " deadlines; a node was killed after " + killedAt
                    + " warnings, another after " + killedAgainAt + " breaches");
            assertEquals(0, ask(address, "SELECT COUNT(*) FROM deadline"));
            check(storage, count, spread);
        } finally {
            nodes.forEach(node -> node.destroyForcibly().onExit().join());
            PostgresServer.drop(schema);
        }
    }

    private static void check(JdbcStorage storage, long count, Duration spread) {
        List<String> wrongs = new ArrayList<>();
        Instant now = REGISTERED.plus(TERM).plus(spread);
        try (IncidentDesk desk = IncidentDesk.builder(MiniRegion.load(), storage, WorkerMain.KEY)
                .time(() -> now)
                .build()) {
            StoreChecker checker = new StoreChecker(desk, storage, now, wrongs);
            checker.checkJournal();
            checker.checkDeadlines();

            assertEquals(List.of(), wrongs);
            assertEquals(count, checker.told(ClockEvent.Warned.class));
            assertEquals(count, checker.told(ClockEvent.Breached.class));
        }
    }

    private static void register(JdbcStorage storage, int count, Duration spread) {
        SettableClock clock = SettableClock.startingAt(REGISTERED);
        InMemoryNetwork network = InMemoryNetwork.named("vk");
        for (int number = 0; number < count; number++) {
            String text = "В Заречинске на дороге у вокзала яма, машины бьются каждый день, дом " + number + "?";
            network.add(Post.builder(PostId.of("vk", "p" + number), REGISTERED)
                    .text(text)
                    .build());
        }
        Duration step = spread.dividedBy(count / BATCH + 1);
        try (IncidentDesk desk = IncidentDesk.builder(MiniRegion.load(), storage, WorkerMain.KEY)
                .network(network)
                .slaPolicy(subject -> SlaTerms.of(
                        "one-clock", Map.of(ClockName.FINAL, ClockTarget.aroundTheClock(TERM, 50, "one-clock"))))
                .limits(DeskLimits.standard().withBatch(BATCH))
                .time(clock)
                .build()) {
            while (desk.poll().waiting() > 0) {
                clock.advance(step);
            }
        }
    }

    private static long ask(String address, String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void start(String address) throws IOException {
        for (int number = 0; number < NODES; number++) {
            String name = "node" + number;
            List<String> command = Worker.command(Worker.ownClassPath(), SweeperMain.class, name, address);
            nodes.add(new ProcessBuilder(command)
                    .redirectError(folder.resolve(name + ".log").toFile())
                    .start());
        }
        for (Process node : nodes) {
            assertEquals(SweeperMain.READY, node.inputReader().readLine());
        }
    }

    /** Sets all clocks right before something comes due, and kills a node in the midst of it. */
    private long sweep(String address, Duration after, long before, long count) throws Exception {
        for (Process node : nodes) {
            BufferedWriter input = node.outputWriter();
            input.write(REGISTERED.plus(after).minusMillis(500) + "\n");
            input.flush();
        }
        long killedAt = awaitEvents(address, before + count / 4) - before;
        nodes.remove(0).destroyForcibly().onExit().join();
        awaitEvents(address, before + count);
        return killedAt;
    }

    private static long awaitEvents(String address, long least) throws Exception {
        long[] events = {0};
        Cluster.await("there are " + least + " events", () -> {
            try {
                events[0] = ask(address, "SELECT COUNT(*) FROM event");
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            return events[0] >= least;
        });
        return events[0];
    }
}
