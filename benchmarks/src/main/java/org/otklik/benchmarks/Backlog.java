package org.otklik.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.otklik.DeskLimits;
import org.otklik.IncidentDesk;
import org.otklik.PollReport;
import org.otklik.PseudonymKey;
import org.otklik.benchmarks.storage.Server;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.spi.storage.ClaimedPost;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SignalState;
import org.otklik.spi.storage.Storage;
import org.otklik.spi.storage.StreamHead;
import org.otklik.testkit.SettableClock;

/**
 * A desk comes back to a million captured posts that nobody decided: how fast can they be claimed, is the oldest decided
 * first, and how long do posts wait that are captured in the meantime?
 */
final class Backlog {

    private static final int POSTS = 1_000_000;
    private static final int KINDS = 1_000;
    private static final int BATCH = 500;
    private static final int FRESH_A_STEP = 5;
    private static final String QUEUE =
            "INSERT INTO capture_queue (native_id, network, captured_at, lease_until, attempts)"
                    + " SELECT native_id, network, captured_at, 'epoch', 0 FROM post WHERE signal = 'CAPTURED'"
                    + " ORDER BY captured_at";
    private static final PseudonymKey KEY = PseudonymKey.of("benchmarks-only-key");

    private final Server.Schema schema;
    private final Storage storage;
    private final int posts;
    private final Map<String, Long> capturedAt = new ConcurrentHashMap<>();
    private final List<Long> ages = Collections.synchronizedList(new ArrayList<>());

    private Backlog(Server.Schema schema, Storage storage, int posts) {
        this.schema = schema;
        this.storage = storage;
        this.posts = posts;
    }

    static void run(Options options) throws Exception {
        int posts = options.count(POSTS);
        int steps = options.number("-steps", Integer.MAX_VALUE);
        try (Server server = Server.start();
                Server.Schema schema = server.newSchema(2);
                Storage storage = schema.storage()) {
            Backlog backlog = new Backlog(schema, storage, posts);
            backlog.fill();
            System.out.printf(Locale.ROOT, "backlog: %,d captured posts, %s%n", posts, Machine.describe());
            long waiting = backlog.claim();
            backlog.drain(steps, waiting);
        }
    }

    /** Some hundreds of invented posts go through the intake of a desk and are then multiplied in the database. */
    private void fill() throws Exception {
        Generator generator = new Generator(5, Options.samara().gazetteer());
        Path file = PostFile.write(Options.target().resolve("backlog.jsonl"), KINDS, generator::next);
        SettableClock clock = SettableClock.startingAt(Instant.ofEpochSecond(1_760_000_000L));
        try (FileNetwork network = new FileNetwork(file, clock);
                IncidentDesk desk = IncidentDesk.builder(Options.samara(), storage, KEY)
                        .network(network)
                        .time(clock)
                        .limits(DeskLimits.standard().withPage(KINDS).withBatch(1))
                        .build()) {
            desk.poll();
        }
        int times = posts / KINDS - 1;
        schema.run(
                "CREATE TEMPORARY TABLE kind AS SELECT p.* FROM post p JOIN capture_queue q USING (native_id, network)",
                "INSERT INTO post SELECT (k).* FROM (SELECT jsonb_populate_record(k, jsonb_build_object('native_id',"
                        + " k.native_id || '-' || n, 'captured_at', k.captured_at + n * interval '1 second')) AS k"
                        + " FROM kind k, generate_series(1, " + times + ") n) s",
                "TRUNCATE capture_queue",
                QUEUE,
                "VACUUM ANALYZE");
    }

    /** Claims alone; what was claimed leaves the queue, as if decided, which is not measured. Then all come back: how many? */
    private long claim() throws SQLException {
        long claimed = 0;
        long wall = 0;
        long waiting = schema.count("capture_queue");
        while (claimed < waiting) {
            wall -= System.nanoTime();
            List<ClaimedPost> some =
                    storage.transact(unit -> unit.posts().claimCaptured("node", BATCH, Duration.ofHours(1)));
            wall += System.nanoTime();
            if (some.isEmpty()) {
                throw new IllegalStateException("Only " + claimed + " of " + waiting + " could be claimed.");
            }
            claimed += some.size();
            leave(some.get(some.size() - 1).row().facts().capturedAt());
        }
        Result.print("backlog-claim", claimed * 1e9 / wall, 10_000, "claims/s beside the ten thousand wanted");
        schema.run("TRUNCATE capture_queue", QUEUE, "VACUUM ANALYZE");
        return waiting;
    }

    private void leave(Instant capturedUntil) throws SQLException {
        try (Connection connection = schema.pool().getConnection();
                PreparedStatement delete = connection.prepareStatement(
                        "DELETE FROM capture_queue WHERE captured_at <= ? AND owner IS NOT NULL")) {
            delete.setObject(1, capturedUntil.atOffset(ZoneOffset.UTC));
            delete.executeUpdate();
        }
    }

    /** Decides all, while a few more come in with each step. */
    private void drain(int most, long waiting) throws Exception {
        int decided = 0;
        int fresh = 0;
        long wall = -System.nanoTime();
        try (IncidentDesk desk = IncidentDesk.builder(Options.samara(), storage, KEY)
                .time(InstantSource.system())
                .limits(DeskLimits.standard().withBatch(BATCH))
                .listener(this::heard)
                .build()) {
            for (int step = 0; step < most; step++) {
                capture(LongStream.range(fresh, fresh + FRESH_A_STEP).boxed().toList());
                fresh += FRESH_A_STEP;
                PollReport report = desk.poll();
                int now = report.registered()
                        + report.attached()
                        + report.toReview()
                        + report.dismissed()
                        + report.handedOver();
                decided += now;
                if (now <= FRESH_A_STEP) {
                    break;
                }
            }
        }
        wall += System.nanoTime();
        report(decided, fresh, waiting, wall);
    }

    private void capture(List<Long> numbers) {
        storage.transact(unit -> {
            PostRow like = unit.posts()
                    .find(List.of(PostId.of(GeneratedPost.NETWORK, String.format(Locale.ROOT, "%09d", 2))))
                    .values()
                    .iterator()
                    .next();
            return unit.posts()
                    .insertNew(
                            numbers.stream().map(number -> fresh(like, number)).toList());
        });
        numbers.forEach(number -> capturedAt.put("vk:fresh-" + number, System.nanoTime()));
    }

    private static PostRow fresh(PostRow like, long number) {
        PostRow.Facts facts = like.facts();
        Post post = Post.builder(PostId.of(GeneratedPost.NETWORK, "fresh-" + number), Instant.now())
                .build();
        return new PostRow(
                post.id(),
                1,
                new PostRow.Facts(
                        facts.publishedAt(),
                        Instant.now(),
                        facts.source(),
                        facts.author(),
                        facts.parent(),
                        facts.contentHash(),
                        1,
                        facts.deletedAt()),
                like.content(),
                SignalState.CAPTURED,
                Optional.empty(),
                PostRow.Link.NONE,
                StreamHead.EMPTY);
    }

    private void heard(EventRow event) {
        Long since = capturedAt.remove(event.stream().id());
        if (since != null) {
            ages.add(System.nanoTime() - since);
        }
    }

    private void report(int decided, int fresh, long waiting, long wall) throws SQLException {
        List<Long> sorted = ages.stream().sorted().toList();
        double p99 = sorted.isEmpty() ? Double.NaN : sorted.get((int) (sorted.size() * 0.99)) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "decided %,d in %.0f s, %,.0f/s; %,d wait; of %d fresh posts %d were decided, the slowest of a hundred"
                        + " after %.2f s; heap after collection %d MB%n",
                decided,
                wall / 1e9,
                decided * 1e9 / wall,
                schema.count("capture_queue"),
                fresh,
                ages.size(),
                p99,
                Machine.usedHeapAfterCollection() >> 20);
        Result.print(
                "backlog-drain",
                decided,
                (double) (waiting + fresh),
                "posts decided of those that waited or came meanwhile, p99 of fresh posts " + p99 + " s");
    }
}
