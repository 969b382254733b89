package org.otklik.benchmarks;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.otklik.DeskLimits;
import org.otklik.IncidentDesk;
import org.otklik.PollReport;
import org.otklik.PseudonymKey;
import org.otklik.Region;
import org.otklik.Review.MergeSuggestion;
import org.otklik.access.Actor;
import org.otklik.access.Role;
import org.otklik.benchmarks.storage.Server;
import org.otklik.id.IncidentId;
import org.otklik.id.PublicationId;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentSummary;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.post.Post;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.Capability;
import org.otklik.spi.Cursor;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.PostPage;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;
import org.otklik.spi.SourceId;
import org.otklik.spi.storage.Storage;
import org.otklik.testkit.SettableClock;

/**
 * Many people tell of many matters at once while desks on several nodes decide side by side: a matter that two decide in
 * the same moment has two incidents; is each of them suggested for joining, and is no post lost?
 */
public final class DesksWave {

    private static final int POSTS = 50_000;
    private static final int COPIES = 100;
    private static final int AT_ONCE = 4;
    private static final int PAGE = 100;
    private static final Actor COORDINATOR = Actor.of("coordinator", Role.COORDINATOR, Role.MODERATOR);
    private static final String[] LAST = {"", "!", "!!!", " 😡", "…"};

    /**
     * What came of a wave.
     *
     * @param posts how many posts the desks decided
     * @param taken how many of them they took into incidents
     * @param counted how many posts the incidents count together
     * @param incidents how many incidents there are
     * @param matters how many matters have an incident
     * @param doubled how many incidents stand beside another one of the same matter
     * @param suggested how many of these are suggested for joining with one of the same matter
     */
    public record Outcome(int posts, int taken, int counted, int incidents, int matters, int doubled, int suggested) {}

    private final Region region = Options.samara();
    private final Map<String, Integer> matters = new HashMap<>();
    private final List<String> texts;
    private final Path file;
    private final int posts;

    /**
     * Writes the posts.
     *
     * @param posts how many
     * @param file into which
     * @throws Exception if the file cannot be written
     */
    public DesksWave(int posts, Path file) throws Exception {
        this.posts = posts;
        this.texts = invented(posts / COPIES + AT_ONCE);
        SplittableRandom random = new SplittableRandom(63);
        Iterator<GeneratedPost> wave = IntStream.range(0, posts)
                .mapToObj(i -> post(i, i / COPIES + random.nextInt(AT_ONCE)))
                .iterator();
        this.file = PostFile.write(file, posts, wave::next);
    }

    static void run(Options options) throws Exception {
        int desks = options.number("-desks", 2);
        DesksWave wave = new DesksWave(options.count(POSTS), Options.target().resolve("desks-wave.jsonl"));
        try (Server server = Server.start();
                Server.Schema schema = server.newSchema(desks);
                Storage storage = schema.storage()) {
            long wall = -System.nanoTime();
            Outcome outcome = wave.play(Collections.nCopies(desks, storage));
            wall += System.nanoTime();
            System.out.printf(Locale.ROOT, "%d desks, %.0f posts/s: %s%n", desks, wave.posts * 1e9 / wall, outcome);
            Result.print(
                    "wave-desks",
                    outcome.suggested(),
                    Math.max(1, outcome.doubled()),
                    "incidents suggested for joining beside those that stand beside another of their matter, n="
                            + wave.posts);
        }
    }

    private GeneratedPost post(int number, int matter) {
        String id = String.format(Locale.ROOT, "%09d", number);
        matters.put(id, matter);
        String text = texts.get(matter) + LAST[number % LAST.length];
        return new GeneratedPost(id, 1_760_000_000L + number, "u" + number, "", text);
    }

    /** What is told: troubles, and small talk that opens nothing. */
    private List<String> invented(int count) {
        Generator generator = new Generator(63, region.gazetteer());
        return Stream.generate(generator::next)
                .filter(post -> post.parent().isEmpty())
                .map(GeneratedPost::text)
                .distinct()
                .limit(count)
                .toList();
    }

    /**
     * Plays the wave.
     *
     * @param storages one a desk, all over one database
     * @return what came of it
     * @throws Exception if a desk failed
     */
    public Outcome play(List<Storage> storages) throws Exception {
        SettableClock clock = SettableClock.startingAt(Instant.ofEpochSecond(1_760_000_000L));
        AtomicInteger decided = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(storages.size());
        List<IncidentDesk> desks = new ArrayList<>();
        try (FileNetwork network = new FileNetwork(file, clock)) {
            NetworkAdapter shared = new Shared(network);
            storages.forEach(storage -> desks.add(desk(storage, shared, clock)));
            List<Future<?>> running = new ArrayList<>();
            for (IncidentDesk desk : desks) {
                running.add(threads.submit(() -> decide(desk, decided, taken)));
            }
            for (Future<?> one : running) {
                one.get();
            }
            return outcome(desks.get(0), decided.get(), taken.get());
        } finally {
            threads.shutdown();
            desks.forEach(IncidentDesk::close);
        }
    }

    private IncidentDesk desk(Storage storage, NetworkAdapter network, SettableClock clock) {
        return IncidentDesk.builder(region, storage, PseudonymKey.of("benchmarks-only-key"))
                .network(network)
                .time(clock)
                .limits(DeskLimits.standard().withPage(PAGE).withBatch(PAGE))
                .build();
    }

    private void decide(IncidentDesk desk, AtomicInteger decided, AtomicInteger taken) {
        while (decided.get() < posts) {
            PollReport report = desk.poll();
            int inIncidents = report.registered() + report.attached();
            taken.addAndGet(inIncidents);
            decided.addAndGet(inIncidents + report.toReview() + report.dismissed() + report.handedOver());
        }
    }

    private Outcome outcome(IncidentDesk desk, int decided, int taken) {
        Map<IncidentId, Integer> matterOf = new HashMap<>();
        int counted = 0;
        Optional<IncidentQuery.PageKey> after = Optional.empty();
        do {
            IncidentQuery query = IncidentQuery.all().limit(IncidentQuery.LARGEST_PAGE);
            var page =
                    desk.incidents().find(COORDINATOR, after.map(query::after).orElse(query));
            for (IncidentSummary line : page.lines()) {
                var incident = desk.incidents().get(COORDINATOR, line.id());
                matterOf.put(line.id(), matters.get(incident.firstPost().nativeId()));
                counted += incident.posts().total();
            }
            after = page.next();
        } while (after.isPresent());
        Map<Integer, Set<IncidentId>> ofMatter =
                matterOf.keySet().stream().collect(Collectors.groupingBy(matterOf::get, Collectors.toSet()));
        List<IncidentId> doubled = ofMatter.values().stream()
                .filter(same -> same.size() > 1)
                .flatMap(Set::stream)
                .toList();
        int suggested = (int) doubled.stream()
                .filter(one -> isSuggested(desk, one, ofMatter.getOrDefault(matterOf.get(one), Set.of())))
                .count();
        return new Outcome(decided, taken, counted, matterOf.size(), ofMatter.size(), doubled.size(), suggested);
    }

    private static boolean isSuggested(IncidentDesk desk, IncidentId one, Set<IncidentId> same) {
        return desk.review().mergeSuggestions(COORDINATOR, one).orThrow().stream()
                .map(MergeSuggestion::incident)
                .anyMatch(same::contains);
    }

    /** A file that several desks read, one at a time by their lease. */
    private record Shared(FileNetwork file) implements NetworkAdapter {

        @Override
        public NetworkId network() {
            return file.network();
        }

        @Override
        public Set<Capability> capabilities() {
            return file.capabilities();
        }

        @Override
        public void attach(AdapterContext context) {
            // The file needs none.
        }

        @Override
        public List<SourceId> sources() {
            return file.sources();
        }

        @Override
        public PostPage poll(SourceId source, Optional<Cursor> cursor, int limit) {
            synchronized (file) {
                return file.poll(source, cursor, limit);
            }
        }

        @Override
        public Replyability canReply(AccountId account, Post post) {
            return file.canReply(account, post);
        }

        @Override
        public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
            return file.publish(target, text, key);
        }
    }
}
