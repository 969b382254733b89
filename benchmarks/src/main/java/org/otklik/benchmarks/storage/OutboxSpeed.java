package org.otklik.benchmarks.storage;

import java.util.List;
import java.util.Optional;
import org.otklik.benchmarks.Options;
import org.otklik.spi.storage.Storage;

/**
 * Replies on their way: a committed claim before each sending and a committed result after it, beside transaction-outbox
 * and db-scheduler with the same sending, which only counts. Three times: the result alone, as both peers store it; ours
 * with the event that a desk records with it beside peers without; and with an event on both sides, which the host of a
 * peer writes into a table like ours.
 *
 * <p>Ours go out in lanes. Both peers have a thread that claims beside their workers, which counts for little beside many
 * and for much beside few: with one lane and one worker a single thread of ours stands beside two.
 */
public final class OutboxSpeed {

    private static final int REPLIES = 4_000;
    /** Few, some, and as many as db-scheduler has where deadlines are swept. */
    private static final List<Integer> THREADS = List.of(1, 4, 16);

    private final Sides sides;
    private final int replies;
    private final int threads;
    private final int lanes;

    private OutboxSpeed(Sides sides, int replies, int threads, int lanes) {
        this.sides = sides;
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
                new OutboxSpeed(sides, options.count(REPLIES), threads, lanes).compare(server);
            }
        }
    }

    private void compare(Server server) throws Exception {
        try (Server.Schema our = server.newSchema(lanes);
                Server.Schema outbox = server.newSchema(threads + 1);
                Server.Schema scheduler = server.newSchema(threads + 4);
                Storage storage = our.storage()) {
            Sides.Side result = new OutboxLanes(our, storage, replies, lanes, false);
            Sides.Side withEvent = new OutboxLanes(our, storage, replies, lanes, true);
            compare(
                    "transaction-outbox",
                    result,
                    withEvent,
                    events -> new TransactionOutboxSide(outbox, replies, threads, events),
                    outbox);
            SchedulerTable table = new SchedulerTable(scheduler);
            table.create();
            compare(
                    "db-scheduler",
                    result,
                    withEvent,
                    events -> new SchedulerSide(table, replies, threads, events),
                    scheduler);
        }
    }

    /** Makes a peer whose host records events, or none. */
    private interface Peer {

        Sides.Side with(Optional<HostEvents> events);
    }

    private void compare(String peer, Sides.Side result, Sides.Side withEvent, Peer side, Server.Schema schema)
            throws Exception {
        Sides.Side bare = side.with(Optional.empty());
        HostEvents events = new HostEvents(schema);
        events.create();
        compare("outbox-result-", peer, "", result, bare);
        compare("outbox-", peer, ", with an event", withEvent, bare);
        compare("outbox-events-", peer, ", with an event on both sides", withEvent, side.with(Optional.of(events)));
        if (events.count() < replies) {
            throw new IllegalStateException(
                    events.count() + " of " + replies + " events of the host at least were recorded.");
        }
    }

    private void compare(String name, String peer, String with, Sides.Side ours, Sides.Side theirs) throws Exception {
        sides.compare(
                name + peer + "-" + threads,
                "replies/s of " + lanes + " lane(s), a thread each" + with + ", beside " + peer + " with " + threads
                        + " worker(s) and a thread that claims for them",
                ours,
                theirs);
    }
}
