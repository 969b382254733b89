package org.otklik.benchmarks.storage;

import com.gruelbox.transactionoutbox.Dialect;
import com.gruelbox.transactionoutbox.Instantiator;
import com.gruelbox.transactionoutbox.Persistor;
import com.gruelbox.transactionoutbox.Submitter;
import com.gruelbox.transactionoutbox.ThreadLocalContextTransactionManager;
import com.gruelbox.transactionoutbox.TransactionManager;
import com.gruelbox.transactionoutbox.TransactionOutbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.otklik.benchmarks.Options;
import org.otklik.id.DraftId;
import org.otklik.id.IncidentId;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.post.PostId;
import org.otklik.reply.PublicationState;
import org.otklik.spi.storage.ClaimedOutboxRow;
import org.otklik.spi.storage.OutboxRow;
import org.otklik.spi.storage.OutboxStore.ClaimRequest;
import org.otklik.spi.storage.OutboxStore.Lane;
import org.otklik.spi.storage.Storage;
import org.otklik.spi.storage.StreamId;
import org.otklik.spi.storage.UnitOfWork;

/**
 * Replies on their way: a committed claim before each sending and a committed result after it, beside transaction-outbox
 * and db-scheduler with the same sending, which only counts. The result alone, as both peers store it, and with the event
 * that a desk records with it.
 *
 * <p>Ours go out in lanes, as a desk sends them: each reply belongs to one of as many networks as there are lanes, and
 * each lane has a thread that claims, sends and records. Both peers have a thread that claims beside their workers, which
 * counts for little beside many and for much beside few: with one lane and one worker a single thread of ours stands
 * beside two.
 */
public final class OutboxSpeed {

    private static final int REPLIES = 4_000;
    /** Few, some, and as many as db-scheduler has where deadlines are swept. */
    private static final List<Integer> THREADS = List.of(1, 4, 16);

    private static final int AT_ONCE = 20;
    private static final Set<PublicationState> READY = EnumSet.of(PublicationState.READY);

    private final int replies;
    private final int threads;
    private final int lanes;
    private final LongAdder sent = new LongAdder();

    private OutboxSpeed(int replies, int threads, int lanes) {
        this.replies = replies;
        this.threads = threads;
        this.lanes = lanes;
    }

    /**
     * Measures, with few workers, with some and with many unless told how many.
     *
     * @param options {@code -n} replies a round, {@code -threads} workers of the peers, {@code -lanes} threads of ours, as
     *     many unless told otherwise, {@code -rounds}
     * @throws Exception if the server does not do its part
     */
    public static void run(Options options) throws Exception {
        List<Integer> all = options.has("-threads") ? List.of(options.number("-threads", 1)) : THREADS;
        try (Server server = Server.start()) {
            Sides sides = new Sides(server, options.number("-rounds", 5));
            for (int threads : all) {
                int lanes = options.number("-lanes", threads);
                new OutboxSpeed(options.count(REPLIES), threads, lanes).compare(server, sides);
            }
        }
    }

    private void compare(Server server, Sides sides) throws Exception {
        try (Server.Schema our = server.newSchema(lanes);
                Server.Schema outbox = server.newSchema(threads + 1);
                Server.Schema scheduler = server.newSchema(threads + 4);
                Storage storage = our.storage()) {
            Sides.Side theirs = theirs(outbox);
            Sides.Side scheduled = scheduler(scheduler);
            for (boolean events : new boolean[] {false, true}) {
                Sides.Side ours = ours(our, storage, events);
                String name = events ? "outbox-" : "outbox-result-";
                String with = events ? ", with an event" : "";
                sides.compare(name + "transaction-outbox-" + threads, beside(with, "transaction-outbox"), ours, theirs);
                sides.compare(name + "db-scheduler-" + threads, beside(with, "db-scheduler"), ours, scheduled);
            }
        }
    }

    private String beside(String with, String peer) {
        return "replies/s of " + lanes + " lane(s), a thread each" + with + ", beside " + peer + " with " + threads
                + " worker(s) and a thread that claims for them";
    }

    private Sides.Side ours(Server.Schema schema, Storage storage, boolean events) {
        return new Sides.Side() {
            @Override
            public void prepare() throws Exception {
                schema.run("TRUNCATE outbox, event");
                storage.transact(unit -> {
                    List<OutboxRow> rows = new ArrayList<>();
                    for (int i = 0; i < replies; i++) {
                        rows.add(reply(i, network(i)));
                    }
                    unit.outbox().insert(rows);
                    return true;
                });
                schema.run("VACUUM ANALYZE outbox");
            }

            @Override
            public long run() throws Exception {
                return together(storage, events);
            }
        };
    }

    private NetworkId network(int number) {
        return NetworkId.of("network" + number % lanes);
    }

    private static OutboxRow reply(long number, NetworkId network) {
        return new OutboxRow(
                PublicationId.of(Sample.id(number)),
                IncidentId.of(Sample.id(number)),
                DraftId.of(Sample.id(number)),
                new PostId(network, "-1_" + number),
                new AccountId(network, "official"),
                PublicationState.READY,
                Sample.NOON,
                OutboxRow.Claim.NEVER,
                Optional.empty());
    }

    private long together(Storage storage, boolean events) throws Exception {
        long before = sent.sum();
        ExecutorService workers = Executors.newFixedThreadPool(lanes);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < lanes; i++) {
                Lane lane = Lane.of(network(i));
                running.add(workers.submit(() -> sendAll(storage, lane, events)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            workers.shutdown();
        }
        if (sent.sum() - before != replies) {
            throw new IllegalStateException(sent.sum() - before + " of " + replies + " replies were sent.");
        }
        return replies;
    }

    private void sendAll(Storage storage, Lane lane, boolean events) {
        ClaimRequest request =
                new ClaimRequest(READY, Sample.NOON, "node", Duration.ofMinutes(2), AT_ONCE, Set.of(), lane);
        List<ClaimedOutboxRow> claimed = storage.transact(unit -> unit.outbox().claim(request));
        while (!claimed.isEmpty()) {
            for (ClaimedOutboxRow one : claimed) {
                sent.increment();
                storage.transact(unit -> end(unit, one.row(), events));
            }
            claimed = storage.transact(unit -> unit.outbox().claim(request));
        }
    }

    private static boolean end(UnitOfWork unit, OutboxRow row, boolean events) {
        boolean held = unit.outbox().finish(row);
        if (events) {
            unit.events().append(List.of(Sample.event(StreamId.incident(row.incident()), 2)));
        }
        return held;
    }

    /** What transaction-outbox calls. */
    public interface Sender {

        /**
         * Sends.
         *
         * @param text what
         */
        void send(String text);
    }

    private Sides.Side theirs(Server.Schema schema) {
        ThreadLocalContextTransactionManager transactions = TransactionManager.fromDataSource(schema.pool());
        Sender sender = text -> sent.increment();
        return new Sides.Side() {
            @Override
            public void prepare() throws Exception {
                TransactionOutbox quiet = outbox(transactions, sender, Duration.ofMinutes(2), (entry, work) -> {});
                transactions.inTransaction(() -> {
                    for (int i = 0; i < replies; i++) {
                        quiet.schedule(Sender.class).send("reply " + i);
                    }
                });
                schema.run(
                        "UPDATE txno_outbox SET nextattempttime = now() - interval '1 hour'",
                        "VACUUM ANALYZE txno_outbox");
            }

            @Override
            public long run() throws Exception {
                CountDownLatch left = new CountDownLatch(replies);
                ExecutorService workers = Executors.newFixedThreadPool(threads);
                Submitter submitter = (entry, work) -> workers.execute(() -> {
                    work.accept(entry);
                    left.countDown();
                });
                TransactionOutbox outbox = outbox(transactions, sender, Duration.ofMinutes(2), submitter);
                while (outbox.flush()) {
                    // The next batch is handed to the threads.
                }
                left.await();
                workers.shutdown();
                return replies;
            }
        };
    }

    private static TransactionOutbox outbox(
            TransactionManager transactions, Sender sender, Duration frequency, Submitter submitter) {
        return TransactionOutbox.builder()
                .transactionManager(transactions)
                .persistor(Persistor.forDialect(Dialect.POSTGRESQL_9))
                .instantiator(Instantiator.using(type -> sender))
                .attemptFrequency(frequency)
                .submitter(submitter)
                .build();
    }

    private Sides.Side scheduler(Server.Schema schema) throws Exception {
        SchedulerTable table = new SchedulerTable(schema);
        table.create();
        return new Sides.Side() {
            @Override
            public void prepare() throws Exception {
                table.fill(0, 2 * replies);
            }

            @Override
            public long run() throws Exception {
                return table.run(replies, threads, sent::increment);
            }
        };
    }
}
