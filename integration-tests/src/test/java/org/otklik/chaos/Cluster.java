package org.otklik.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.otklik.IncidentDesk;
import org.otklik.incident.Incident;
import org.otklik.post.PostId;
import org.otklik.reply.Publication;
import org.otklik.reply.PublicationState;
import org.otklik.simulation.Clerks;
import org.otklik.simulation.StoreChecker;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SignalState;
import org.otklik.spi.storage.StreamId;
import org.otklik.spi.storage.TextRow;
import org.otklik.storage.jdbc.JdbcStorage;

/** A database, a network and some workers, and the check of what they left. For one thread. */
final class Cluster implements AutoCloseable {

    private static final int PAGE = 1_000;
    private static final int UNHURRIED_SECONDS = 60;
    private static final int PATIENCE_SECONDS = 240;

    final FakeNetwork network;
    final List<Worker> workers = new CopyOnWriteArrayList<>();
    final Load load;
    private final Path folder;
    private final Database database;
    private final Proof proof;
    private final long seed;

    /**
     * Where the database is.
     *
     * @param direct for this process
     * @param wired for workers
     */
    record Database(String direct, String wired) {

        static Database of(String address) {
            return new Database(address, address);
        }

        static Database of(Server server, Proxy proxy) {
            return new Database(Server.address(server.port()), Server.address(proxy.port()));
        }

        /** Without a wire, and without hurry. */
        static Database of(Server server) {
            return of(Server.address(server.port(), UNHURRIED_SECONDS));
        }
    }

    Cluster(Path folder, Database database, FakeNetwork network, long seed, int posts) {
        this.folder = folder;
        this.database = database;
        this.proof = network.proof();
        this.network = network;
        this.seed = seed;
        load = new Load(network, workers, posts, seed);
        publish(true);
    }

    /** Does something past the wire, when the tables are there. */
    private void inDatabase(BiConsumer<JdbcStorage, IncidentDesk> work) {
        try (JdbcStorage storage =
                        JdbcStorage.over(WorkerMain.database(database.direct())).migrate();
                IncidentDesk desk = WorkerMain.open(storage, new HttpLine(1, proof), "checker")) {
            work.accept(storage, desk);
        }
    }

    /** Tells whether a reply was sent and is not yet read back. */
    boolean hasSentRow() {
        try (JdbcStorage storage = JdbcStorage.over(WorkerMain.database(database.direct()))) {
            return storage.transact(unit -> unit.outbox().count(PublicationState.SENT)) > 0;
        }
    }

    /** Switches publishing on or off. */
    void publish(boolean on) {
        inDatabase((storage, desk) -> (on
                        ? desk.publishing().enable(Clerks.COORDINATOR)
                        : desk.publishing().stop(Clerks.COORDINATOR))
                .orThrow());
    }

    /**
     * Sets the database back to a copy, as the how-to says: no desk runs meanwhile, and what was on its way is doubted,
     * unless the network knows keys. What was acknowledged and approved after the copy is gone.
     *
     * @return how many replies are doubted
     */
    int restore(Server server, Path backup) throws IOException, InterruptedException {
        for (Worker worker : workers) {
            worker.kill();
        }
        load.forgetWhile(() -> server.restore(backup));
        int[] doubted = {0};
        if (proof == Proof.READ_BACK) {
            inDatabase((storage, desk) ->
                    doubted[0] = desk.publishing().restored(Clerks.COORDINATOR).orThrow());
        }
        publish(true);
        for (Worker worker : workers) {
            worker.start();
        }
        return doubted[0];
    }

    Worker add(String classPath) throws IOException {
        List<String> arguments = List.of(
                database.wired(), Integer.toString(network.port()), proof.name(), Long.toString(seed + workers.size()));
        Worker worker = new Worker("worker" + workers.size(), folder, classPath, arguments);
        workers.add(worker);
        return worker;
    }

    void startWorkers(int count, String classPath) throws IOException {
        for (int number = 0; number < count; number++) {
            add(classPath);
        }
        awaitReady();
    }

    void awaitReady() {
        await("all workers are ready", () -> workers.stream().allMatch(Worker::isReady));
    }

    /** Waits for what must come; patiently, since the machine may be busy with other things. */
    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("After " + PATIENCE_SECONDS + " s it was not yet so that " + what);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new AssertionError(stopped);
            }
        }
    }

    /** Lets all that is under way come to its end; only the network goes on to lose answers. */
    void drain() {
        load.stopWriting();
        await("everything is done", () -> load.isAllAcknowledged() && isQuiet());
        load.close();
        for (Worker worker : workers) {
            worker.kill();
        }
    }

    private boolean isQuiet() {
        Worker worker = workers.get(workers.size() - 1);
        return !load.command(worker, "all")
                && worker.ask("/quiet", Integer.toString(network.feed().size()))
                        .filter("true"::equals)
                        .isPresent();
    }

    /** Checks everything that was promised, when no worker is alive any more. */
    List<String> check() {
        List<String> wrongs = new ArrayList<>();
        inDatabase((storage, desk) -> {
            Instant now = Instant.now();
            desk.sweepDeadlines();
            StoreChecker checker = new StoreChecker(desk, storage, now, wrongs);
            checker.checkJournal();
            checker.checkIncidents();
            Map<String, Long> copies = network.copies();
            checker.checkReplies(
                    (incident, publication) -> copies.getOrDefault(mark(storage, incident, publication), 0L),
                    load.approved(),
                    true);
            checker.checkQueues();
            checker.checkReport(now.plusSeconds(10));
            checkPosts(storage, wrongs);
        });
        return wrongs;
    }

    /** What tells a reply from others in the network. */
    private String mark(JdbcStorage storage, Incident incident, Publication publication) {
        String text = storage.transact(unit -> unit.texts()
                .find(StreamId.incident(incident.id()), "draft:" + publication.draft())
                .map(TextRow::text)
                .orElse(""));
        return proof.mark(publication.id().value(), publication.target().nativeId(), WirePost.encoded(text));
    }

    private void checkPosts(JdbcStorage storage, List<String> wrongs) {
        Set<String> stored = new HashSet<>();
        for (SignalState state : SignalState.values()) {
            stored.addAll(posts(storage, state));
        }
        Stream.concat(load.acknowledged().stream(), network.feed().stream().map(WirePost::id))
                .filter(post -> !stored.contains(post))
                .forEach(post -> wrongs.add("the acknowledged post " + post + " is not stored"));
        posts(storage, SignalState.QUARANTINED)
                .forEach(post -> wrongs.add("the healthy post " + post + " is in quarantine"));
    }

    private static List<String> posts(JdbcStorage storage, SignalState state) {
        List<String> posts = new ArrayList<>();
        List<PostRow> page = List.of();
        do {
            Optional<PostRow> after = page.isEmpty() ? Optional.empty() : Optional.of(page.get(page.size() - 1));
            page = storage.transact(unit -> unit.posts().inState(state, after, PAGE));
            page.stream().map(PostRow::id).map(PostId::nativeId).forEach(posts::add);
        } while (page.size() == PAGE);
        return posts;
    }

    /** A line for the table of runs. */
    String row(Object harm, List<String> wrongs) {
        Map<String, Long> copies = network.copies();
        return String.format(
                "chaos: | %d | %s | %d posts | %d commands, %d failed | %d replies, %d answers lost | %s"
                        + " | %d doubled, most %d copies | %s |",
                seed,
                proof,
                load.posts(),
                load.commands(),
                load.failedCommands(),
                copies.size(),
                network.lost(),
                harm,
                copies.values().stream().filter(count -> count > 1).count(),
                copies.values().stream().mapToLong(count -> count).max().orElse(0),
                wrongs.isEmpty() ? "ok" : wrongs.size() + " wrong");
    }

    @Override
    public void close() {
        load.close();
        for (Worker worker : workers) {
            worker.kill();
        }
        network.close();
    }
}
