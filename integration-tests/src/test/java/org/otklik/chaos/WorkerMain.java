package org.otklik.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.otklik.DeskLimits;
import org.otklik.IncidentDesk;
import org.otklik.PseudonymKey;
import org.otklik.id.DraftId;
import org.otklik.reply.PublicationState;
import org.otklik.simulation.Clerks;
import org.otklik.spi.WebhookAnswer;
import org.otklik.spi.WebhookRequest;
import org.otklik.storage.jdbc.JdbcStorage;
import org.otklik.testkit.regions.MiniRegion;
import org.postgresql.ds.PGPoolingDataSource;

/**
 * A process with a desk that polls, publishes and sweeps without rest and takes webhooks and commands over HTTP, until it
 * is killed. Arguments: name, JDBC address, port of the network, proof, seed.
 */
final class WorkerMain {

    static final PseudonymKey KEY = PseudonymKey.of("a key for tests, which is no secret");
    static final Duration LEASE = Duration.ofSeconds(4);
    static final Duration QUIET = Duration.ofSeconds(4);
    static final String READY = "ready ";
    private static final int PAUSE_MILLIS = 200;
    private static final int FAILED = 500;
    private static final Set<PublicationState> MOVING = EnumSet.of(
            PublicationState.READY,
            PublicationState.RETRY,
            PublicationState.CLAIMED,
            PublicationState.SENT,
            PublicationState.UNKNOWN);

    private static final int TASKS = 4;
    /** Three, and a lane for the network and one for what has none. */
    private static final int STEPS = 5;

    private final String name;
    private final Random random;
    private final Clerks clerks = new Clerks(ProcessHandle.current().pid() + "-");
    private final JdbcStorage storage;
    private final IncidentDesk desk;

    private WorkerMain(String name, DataSource database, HttpLine line, long seed) {
        this.name = name;
        random = new Random(seed);
        storage = JdbcStorage.over(database);
        desk = open(storage, line, name);
    }

    /** The term of the answer never ends while a test runs: only a clock that is wrong would say so. */
    static IncidentDesk open(JdbcStorage storage, HttpLine line, String name) {
        return IncidentDesk.builder(MiniRegion.load(), storage, KEY)
                .network(line)
                .slaPolicy(Clerks.terms(Duration.ofSeconds(1), Duration.ofHours(6)))
                .limits(limits())
                .node(name)
                .build();
    }

    private static DeskLimits limits() {
        DeskLimits usual = DeskLimits.standard();
        return new DeskLimits(
                20,
                30,
                LEASE,
                usual.attempts(),
                QUIET,
                Duration.ofSeconds(3),
                usual.routeConfidence(),
                usual.questionLimit(),
                usual.silence());
    }

    /** Starts; tries again while the database cannot be reached. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        HttpLine line = new HttpLine(Integer.parseInt(arguments[2]), Proof.valueOf(arguments[3]));
        DataSource database = database(arguments[1]);
        long seed = Long.parseLong(arguments[4]);
        while (true) {
            try {
                new WorkerMain(arguments[0], database, line, seed).serve();
                return;
            } catch (RuntimeException notYet) {
                notYet.printStackTrace();
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    static DataSource database(String address) {
        return address.startsWith("jdbc:h2:") ? h2(address) : pool(address);
    }

    private static DataSource h2(String address) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(address);
        database.setUser("sa");
        database.setPassword("");
        return database;
    }

    /** The driver's own pool is enough here: it drops what failed and opens anew. */
    @SuppressWarnings("deprecation")
    private static DataSource pool(String address) {
        PGPoolingDataSource pool = new PGPoolingDataSource();
        pool.setUrl(address);
        pool.setMaxConnections(12);
        return pool;
    }

    /** The desk's own steps run a second apart, its publishing in lanes; the same steps without rest run beside them. */
    private void serve() throws IOException {
        desk.start(Executors.newScheduledThreadPool(STEPS));
        ScheduledExecutorService steps = Executors.newScheduledThreadPool(3);
        for (Runnable step : List.<Runnable>of(desk::poll, desk::publishDue, desk::sweepDeadlines)) {
            ScheduledFuture<?> unused =
                    steps.scheduleWithFixedDelay(() -> tolerant(step), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
        // Read once a process: without it each answer of this and every later server waits 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/webhook", exchange -> reply(exchange, this::webhook));
        server.createContext("/office", exchange -> reply(exchange, this::office));
        server.createContext("/quiet", exchange -> reply(exchange, this::quiet));
        server.start();
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .println(READY + server.getAddress().getPort());
    }

    private void tolerant(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            System.err.println(name + " " + Instant.now() + " " + failure);
        }
    }

    private interface Work {
        String answer(String body);
    }

    private void reply(HttpExchange exchange, Work work) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = 200;
        String text;
        try {
            text = work.answer(body);
        } catch (RuntimeException failure) {
            status = FAILED;
            text = failure.toString();
        }
        byte[] answer = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private String webhook(String body) {
        WebhookAnswer answer = desk.webhooks()
                .receive(
                        HttpLine.OFFICIAL,
                        WebhookRequest.of(
                                "POST", "", Map.of(), body.getBytes(StandardCharsets.UTF_8), Optional.empty()));
        if (answer.status() != 200) {
            throw new IllegalStateException("The desk answered " + answer.status());
        }
        return answer.body();
    }

    /** Does some commands, and tells what was approved. */
    private synchronized String office(String body) {
        clerks.approved().clear();
        if (body.equals("all")) {
            return clerks.workAll(desk) + " " + approved();
        }
        for (int task = 0; task < TASKS; task++) {
            clerks.work(desk, random);
        }
        return "true " + approved();
    }

    private String approved() {
        return String.join(" ", clerks.approved().stream().map(DraftId::value).toList());
    }

    /**
     * Tells whether so many posts were read, and nothing waits or is on its way. All states are asked for in one statement:
     * counted one by one, a reply slips from one that is yet to be counted into one that was.
     */
    private String quiet(String read) {
        boolean isQuiet = storage.transact(unit -> unit.posts().captured() == 0
                && unit.state()
                        .read("cursor", HttpLine.WALL.toString())
                        .orElse("0")
                        .equals(read)
                && unit.outbox().countByAccount(MOVING).isEmpty());
        return Boolean.toString(isQuiet);
    }
}
