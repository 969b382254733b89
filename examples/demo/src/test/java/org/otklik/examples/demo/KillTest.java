package org.otklik.examples.demo;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.IncidentDesk;
import org.otklik.Region;
import org.otklik.access.Actor;
import org.otklik.access.Role;
import org.otklik.examples.demo.network.NetworkJournal;
import org.otklik.examples.demo.network.ShownReply;
import org.otklik.examples.demo.posts.PostsReader;
import org.otklik.examples.demo.posts.Timeline;
import org.otklik.examples.demo.summary.DayFacts;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.reply.Publication;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SignalState;
import org.otklik.storage.jdbc.JdbcStorage;

class KillTest {

    private static final int LINES = 140;
    private static final int KILLS = 6;
    private static final String LATENCY = "40";
    private static final Set<SignalState> LOST = Set.of(SignalState.CAPTURED, SignalState.QUARANTINED);

    @TempDir
    private Path folder;

    private final Random random = new Random(63);

    @Test
    @Timeout(120)
    void a_day_that_is_killed_again_and_again_takes_loses_and_says_nothing_twice()
            throws IOException, InterruptedException {
        Path posts = someOfTheBundledDay();
        DemoSettings settings = DemoDayTest.settings(folder, posts.toString());
        DemoFolder files = DemoFolder.at(settings.folder());

        for (int kill = 0; kill < KILLS; kill++) {
            Process day = start(posts);
            boolean whileSending = kill % 2 == 0;
            boolean alive = whileSending ? awaitReplies(day, files.journal()) : awaitStep(day, files.clock());
            day.destroyForcibly().waitFor();
            assertTrue(alive, "the day ended before kill " + kill + ":\n" + contentOf(folder.resolve("output.txt")));
        }
        assertEquals(0, finish(start(posts)), "the last run's exit code");

        check(posts, files);
    }

    private Path someOfTheBundledDay() throws IOException {
        try (InputStream in = PostsReader.class.getResourceAsStream("/org/otklik/examples/demo/posts.jsonl")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .limit(LINES)
                    .toList();
            return Files.write(folder.resolve("posts.jsonl"), lines);
        }
    }

    private Process start(Path posts) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Ddemo.latency=" + LATENCY,
                        "-Ddemo.dir=" + folder,
                        "-Dposts=" + posts,
                        "-Dheadless=true",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "org.otklik.examples.demo.DemoMain")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("output.txt").toFile()))
                .start();
    }

    /** Waits until a network applied a few replies: it still keeps the desk waiting, so the last one is claimed. */
    private boolean awaitReplies(Process day, Path journal) throws IOException, InterruptedException {
        long enough = linesOf(journal) + 1 + random.nextInt(5);
        while (linesOf(journal) < enough) {
            if (day.waitFor(1, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    /** Waits until the day has gone on by a few steps, and then a moment. */
    private boolean awaitStep(Process day, Path clock) throws IOException, InterruptedException {
        int steps = 1 + random.nextInt(5);
        String before = contentOf(clock);
        while (steps > 0) {
            if (day.waitFor(1, TimeUnit.MILLISECONDS)) {
                return false;
            }
            String now = contentOf(clock);
            steps -= now.equals(before) ? 0 : 1;
            before = now;
        }
        return !day.waitFor(random.nextInt(60), TimeUnit.MILLISECONDS);
    }

    private static long linesOf(Path file) throws IOException {
        return contentOf(file).chars().filter(c -> c == '\n').count();
    }

    private static String contentOf(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private int finish(Process day) throws InterruptedException {
        if (!day.waitFor(90, TimeUnit.SECONDS)) {
            day.destroyForcibly();
        }
        return day.waitFor();
    }

    private void check(Path posts, DemoFolder files) {
        Region region = Region.fromResources(KillTest.class.getClassLoader(), "regions/samara");
        Timeline timeline = Timeline.of(new PostsReader(region.zone()).read(posts), DayPlan.DAY, region.zone());
        NetworkJournal journal = NetworkJournal.open(files.journal());
        DayPlan plan = new DayPlan(region.zone());
        StoredClock clock = StoredClock.open(files.clock(), plan.begin());
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(files.databaseUrl());
        database.setUser("sa");
        DemoDay day = new DemoDay(plan, clock, timeline, journal, Duration.ZERO);
        try (JdbcStorage storage = JdbcStorage.over(database).migrate();
                IncidentDesk desk = day.open(region, storage)) {
            DayFacts facts = DayFacts.of(desk, journal);
            assertAll(
                    () -> nothing_is_lost(storage, timeline.posts()),
                    () -> nothing_is_taken_twice(storage, timeline.posts().keySet(), facts),
                    () -> assertEquals(List.of(), saidTwice(journal.replies())),
                    () -> what_the_desk_sent_is_what_the_networks_show(facts),
                    () -> assertEquals(
                            "",
                            desk.privacy()
                                    .verifyChain(Actor.of("audit", Role.AUDITOR))
                                    .orThrow()));
        }
    }

    private static void nothing_is_lost(JdbcStorage storage, Map<PostId, Post> posts) {
        Map<PostId, PostRow> stored = storage.transact(unit -> unit.posts().find(posts.keySet()));

        assertEquals(posts.keySet(), stored.keySet());
        assertTrue(stored.values().stream().noneMatch(row -> LOST.contains(row.signal())), "all are decided");
    }

    private static void nothing_is_taken_twice(JdbcStorage storage, Collection<PostId> posts, DayFacts facts) {
        long rows = storage
                .transact(unit -> unit.posts().countSignals(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")))
                .stream()
                .mapToLong(count -> count.posts())
                .sum();
        Set<PostId> first = new HashSet<>();
        facts.incidents().forEach(incident -> assertTrue(first.add(incident.firstPost()), incident::number));

        assertEquals(posts.size(), rows);
    }

    /** One account says one thing once under a post, and no sending is applied twice. */
    static List<ShownReply> saidTwice(List<ShownReply> replies) {
        Set<List<String>> said = new HashSet<>();
        return replies.stream()
                .filter(reply -> {
                    boolean words = said.add(List.of(reply.post().toString(), reply.account(), reply.text()));
                    boolean key = said.add(List.of(reply.post().toString(), reply.key()));
                    return !words || !key;
                })
                .toList();
    }

    private static void what_the_desk_sent_is_what_the_networks_show(DayFacts facts) {
        Set<Optional<String>> known = new HashSet<>();
        facts.incidents().stream()
                .flatMap(incident -> incident.publications().stream())
                .filter(publication -> publication.state().wasSent())
                .map(Publication::nativeReplyId)
                .forEach(known::add);

        facts.journal().replies().forEach(reply -> assertTrue(known.contains(Optional.of(reply.id())), reply::id));
        assertEquals(facts.journal().replies().size(), known.size());
    }

    @Test
    void the_check_sees_a_reply_that_was_said_twice() {
        ShownReply reply = new ShownReply("r1", PostId.of("vk", "1"), "adm", "Сделаем", "k1", Instant.EPOCH, false);
        ShownReply again = new ShownReply("r2", PostId.of("vk", "1"), "adm", "Сделаем", "k1", Instant.EPOCH, false);

        assertEquals(List.of(again), saidTwice(List.of(reply, again)));
    }
}
