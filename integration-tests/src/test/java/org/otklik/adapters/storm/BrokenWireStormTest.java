package org.otklik.adapters.storm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.otklik.post.PostId;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.wire.Misbehaviour;

/** Whatever line, gateway or server do: bounded, reported, nothing lost, nothing shown twice (P15). */
@Timeout(60)
class BrokenWireStormTest {

    /** A step makes some calls, each of which may take its whole deadline on a busy machine. */
    private static final Duration LONGEST_STEP = Duration.ofSeconds(10);

    private static final long MOST_LEFT = 64L << 20;

    /** Makes a network. */
    private interface Kind extends Function<SettableClock, StormNetwork> {}

    private static Stream<Named<Kind>> kinds() {
        return Stream.of(
                Named.of("VK", VkStorm::new),
                Named.of("OK", OkStorm::new),
                Named.of("X", XStorm::new),
                Named.of("Facebook", FacebookStorm::new),
                Named.of("Instagram", InstagramStorm::new));
    }

    static Stream<Arguments> troubles() {
        return kinds().flatMap(kind -> Arrays.stream(Misbehaviour.values()).map(how -> Arguments.of(kind, how)));
    }

    static Stream<Arguments> doors() {
        return kinds().flatMap(kind -> Arrays.stream(BrokenDoor.Way.values()).map(how -> Arguments.of(kind, how)));
    }

    private static StormTown town(Kind kind) {
        StormTown town = new StormTown(kind);
        town.wires.values().forEach(Wiretap::hasty);
        return town;
    }

    private static void assertReported(StormTown town) {
        assertFalse(town.failures.isEmpty(), "Nothing was reported.");
        town.failures.forEach(one -> assertTrue(one.code().matches("[A-Z_]+"), one.toString()));
    }

    private static void inTime(Runnable step) {
        long start = System.nanoTime();
        step.run();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(took.compareTo(LONGEST_STEP) < 0, "It took " + took);
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void reading_fails_in_time_and_the_next_steps_capture_everything_once(Kind kind, Misbehaviour how) {
        try (StormTown town = town(kind)) {
            List<PostId> posts = written(town.network());
            town.listen(15);
            town.captured = 0;
            List<PostId> fresh = written(town.network());
            town.clock.advance(Duration.ofMinutes(1));
            town.network().server().keepMisbehaving(how);
            inTime(town::step);
            town.network().server().heal();

            assertReported(town);
            assertEquals(0, town.captured);
            assertHeard(town, fresh);
            assertTrue(posts.stream().allMatch(town::knows));
        }
    }

    private static List<PostId> written(StormNetwork network) {
        return List.of(
                network.write("Сообщение"), network.write("Ещё одно сообщение"), network.writeToSpeaker("Вопрос"));
    }

    /** Rests after troubles are over within minutes. */
    private static void assertHeard(StormTown town, List<PostId> posts) {
        for (int i = 0; i < 30 && !posts.stream().allMatch(town::knows); i++) {
            town.clock.advance(Duration.ofSeconds(19));
            town.step();
        }
        town.listen(20);
        posts.forEach(post -> assertTrue(town.knows(post), post + " is lost"));
        assertEquals(posts.size(), town.captured);
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void a_reply_is_shown_once_whatever_becomes_of_its_sending(Kind kind, Misbehaviour how) {
        try (StormTown town = town(kind)) {
            PostId pit = town.approved(town.network());
            town.network().server().misbehave(how);
            inTime(() -> town.desk.publishDue());
            town.network().server().heal();

            assertTrue(town.publication().state().isOpen(), town.publication().toString());
            assertAnsweredOnce(town, pit);
        }
    }

    private static void assertAnsweredOnce(StormTown town, PostId pit) {
        town.publish(Duration.ofMinutes(20));
        assertEquals(List.of(StormTown.ANSWER), town.network().repliesTo(pit));
        assertTrue(town.publication().state().wasSent(), town.publication().toString());
        town.listen(20);
        assertEquals(1, town.incidents().size());
    }

    /** Broken TLS, half-open sockets, endless heads: the next process, over a good line, goes on. */
    @ParameterizedTest
    @MethodSource("doors")
    void behind_a_broken_door_nothing_is_lost_and_nothing_said_twice(Kind kind, BrokenDoor.Way how) {
        try (StormTown town = town(kind);
                BrokenDoor door = BrokenDoor.open(how)) {
            PostId pit = town.approved(town.network());
            town.captured = 0;
            town.restart(false, Optional.of(door.address()));
            List<PostId> posts = written(town.network());
            town.clock.advance(Duration.ofMinutes(1));
            inTime(town::step);
            inTime(() -> town.desk.publishDue());

            assertReported(town);
            assertTrue(town.publication().state().isOpen(), town.publication().toString());
            town.restart(false, Optional.<URI>empty());
            assertHeard(town, posts);
            assertAnsweredOnce(town, pit);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void bombs_leave_nothing_on_the_heap(Kind kind) {
        try (StormTown town = town(kind)) {
            town.listen(20);
            long before = used();
            for (int i = 0; i < 6; i++) {
                for (Misbehaviour how : List.of(Misbehaviour.HUGE, Misbehaviour.WIDE_JSON, Misbehaviour.DEEP_JSON)) {
                    town.network().server().keepMisbehaving(how);
                    town.step();
                    town.clock.advance(Duration.ofMinutes(6));
                }
            }
            assertTrue(town.failures.size() >= 18, town.failures.size() + " failures");
            long left = used() - before;

            assertTrue(left < MOST_LEFT, left + " bytes are left");
        }
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
