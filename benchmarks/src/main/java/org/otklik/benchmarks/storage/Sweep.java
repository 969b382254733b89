package org.otklik.benchmarks.storage;

import org.otklik.benchmarks.Options;
import org.otklik.spi.storage.Storage;

/** Deadlines in PostgreSQL beside db-scheduler on the same server: a million wait, some are due. */
public final class Sweep {

    private static final int FUTURE = 1_000_000;
    private static final int DUE = 200_000;
    private static final int OPEN = 3_000_000;
    private static final int QUESTIONS = 3_000;
    private static final int THREADS = 2;
    private static final int PEER_THREADS = 16;
    private static final int PEER_SHARE = 10;

    private Sweep() {}

    /**
     * Measures.
     *
     * @param options {@code -due}, {@code -future} and {@code -open} for other sizes, {@code -rounds}
     * @throws Exception if the server does not do its part
     */
    public static void run(Options options) throws Exception {
        int due = options.number("-due", DUE);
        int future = options.number("-future", FUTURE);
        try (Server server = Server.start()) {
            Sides sides = new Sides(server, options.number("-rounds", 3));
            try (Server.Schema our = server.newSchema(THREADS);
                    Server.Schema their = server.newSchema(PEER_THREADS + 4);
                    Storage storage = our.storage()) {
                Deadlines deadlines = new Deadlines(our);
                deadlines.fill(future);
                Peer peer = new Peer(their, future, due);
                String sizes = " of " + due + " due among " + future + " beside executions of db-scheduler";
                Claims claims = new Claims(deadlines, storage, due, false);
                Claims ofIncidents = new Claims(deadlines, storage, due / PEER_SHARE, true);
                sides.compare("sweep-claim", "deadlines/s taken" + sizes, claims.with((unit, taken) -> {}), peer);
                sides.compare(
                        "sweep-events",
                        "deadlines/s taken, an event and a notification each" + sizes,
                        claims.with(Deadlines::tell),
                        peer);
                sides.compare(
                        "sweep-incidents",
                        "deadlines/s taken, an event, a notification and a new version of the incident each" + sizes,
                        ofIncidents.with(Deadlines::tellAndUpdate),
                        peer);
                idle(sides, deadlines, storage, options);
            }
        }
    }

    private static void idle(Sides sides, Deadlines deadlines, Storage storage, Options options) throws Exception {
        int open = options.number("-open", OPEN);
        deadlines.fill(open);
        sides.compare(
                "sweep-idle",
                "steps/s that find nothing due among " + open + " beside an empty question of the same index",
                () -> Deadlines.idle(storage, QUESTIONS),
                () -> deadlines.bareIdle(QUESTIONS));
    }

    private record Claims(Deadlines deadlines, Storage storage, int due, boolean incidents) {

        Sides.Side with(Deadlines.Following following) {
            return new Sides.Side() {
                @Override
                public void prepare() throws Exception {
                    deadlines.fillIncidents(storage, incidents ? due : 0);
                    deadlines.addDue(due);
                }

                @Override
                public long run() throws Exception {
                    return deadlines.take(storage, THREADS, following);
                }
            };
        }
    }

    /** Runs a part of what is due in each round. */
    private static final class Peer implements Sides.Side {

        private final SchedulerTable table;
        private final int future;
        private final int due;
        private int left;

        Peer(Server.Schema schema, int future, int due) throws Exception {
            this.table = new SchedulerTable(schema);
            this.future = future;
            this.due = due;
            table.create();
        }

        @Override
        public void prepare() throws Exception {
            if (left < 2 * due / PEER_SHARE) {
                table.fill(future, due);
                left = due;
            }
        }

        @Override
        public long run() throws Exception {
            // What it has fetched when it is stopped is run too.
            left -= 2 * due / PEER_SHARE;
            return table.run(due / PEER_SHARE, PEER_THREADS, () -> {});
        }

        @Override
        public void end() {
            table.stop();
        }
    }
}
