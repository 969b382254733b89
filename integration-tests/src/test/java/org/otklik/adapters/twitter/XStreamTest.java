package org.otklik.adapters.twitter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.otklik.post.PostChange;
import org.otklik.spi.Cursor;
import org.otklik.spi.PostPage;
import org.otklik.spi.SourceId;

@Timeout(30)
class XStreamTest {

    private static final SourceId STREAM = XHost.source("stream");
    private static final SourceId ROADS = XHost.source("search:roads");

    private final Queue<Duration> pauses = new ConcurrentLinkedQueue<>();

    private record Listening(XStream stream, Thread thread) implements AutoCloseable {
        @Override
        public void close() {
            stream.close();
            try {
                thread.join(10_000);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            assertFalse(thread.isAlive(), "The stream does not end.");
        }
    }

    /** While it is held, a stream does not connect again. */
    private volatile boolean held;

    private Listening listen(XHost host) {
        XStream stream = host.adapter.stream(pause -> {
            pauses.add(pause);
            until(() -> !held);
        });
        Thread thread = new Thread(stream, "stream-of-a-test");
        thread.start();
        return new Listening(stream, thread);
    }

    private static void until(BooleanSupplier reached) {
        while (!reached.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static List<String> texts(PostPage page) {
        return page.changes().stream()
                .map(change -> ((PostChange.Present) change).post().text())
                .toList();
    }

    @Test
    void posts_are_there_within_the_moment_and_say_which_query_found_them() {
        try (XHost host = XHost.open().watching("roads", "(яма | ямы) -продам");
                Listening listening = listen(host)) {
            until(() -> host.x.streams().connected() == 1);
            host.x.post(host.citizen, "Яма у вокзала");
            host.x.post(host.citizen, "Хорошая погода");
            host.x.streams().heartbeat();
            until(() ->
                    !host.adapter.poll(STREAM, Optional.empty(), 10).changes().isEmpty());

            PostPage page = host.adapter.poll(STREAM, Optional.empty(), 10);

            assertEquals(List.of("Яма у вокзала"), texts(page));
            PostChange.Present one = (PostChange.Present) page.changes().get(0);
            assertEquals(Optional.of("roads"), one.post().matchedQuery());
            assertTrue(host.adapter.sources().contains(STREAM));
            assertEquals(
                    List.of(),
                    host.adapter.poll(STREAM, Optional.of(page.next()), 10).changes());
            assertEquals(0, listening.stream().dropped());
        }
    }

    @Test
    void what_is_lost_in_a_gap_is_found_by_the_search_that_is_due_at_once() {
        try (XHost host = XHost.open(settings -> settings.searchEvery(Duration.ofHours(1)))
                .watching("roads", "яма")) {
            Cursor before = host.read(ROADS).end();
            assertFalse(host.adapter.sources().contains(ROADS));
            host.wait(Duration.ofMinutes(1));
            try (Listening listening = listen(host)) {
                // The adapter knows of its connection a moment after the network does.
                until(() -> host.adapter.sources().contains(ROADS));
                Cursor end = host.read(ROADS, Optional.of(before)).end();
                assertFalse(host.adapter.sources().contains(ROADS));
                assertTrue(listening.thread().isAlive());
                host.wait(Duration.ofMinutes(1));
                held = true;
                host.x.streams().cut();
                host.x.post(host.citizen, "Яма, пока не слышали");
                host.wait(Duration.ofSeconds(1));
                held = false;
                until(() -> host.adapter.sources().contains(ROADS));

                assertEquals(
                        List.of("Яма, пока не слышали"),
                        host.read(ROADS, Optional.of(end)).texts());
                assertEquals(
                        List.of(),
                        host.adapter.poll(STREAM, Optional.empty(), 10).changes());
            }
        }
    }

    @Test
    void rules_follow_the_watch_list_and_leave_alone_what_others_made() {
        try (XHost host = XHost.open().watching("roads", "яма");
                Listening listening = listen(host)) {
            until(() -> host.x.streams().connected() == 1);
            assertEquals(Duration.ofSeconds(20), pauses.peek());
            host.watching("water", "вода");
            host.x.streams().heartbeat();
            host.x.streams().heartbeat();
            until(() -> {
                host.x.post(host.citizen, "Нет вода " + pauses.size());
                return !host.adapter
                        .poll(STREAM, Optional.empty(), 10)
                        .changes()
                        .isEmpty();
            });

            assertTrue(listening.thread().isAlive());
            PostChange.Present found = (PostChange.Present)
                    host.adapter.poll(STREAM, Optional.empty(), 10).changes().get(0);
            assertEquals(Optional.of("water"), found.post().matchedQuery());
        }
    }

    @Test
    void a_second_listener_waits_a_minute_and_longer_and_a_disconnected_one_comes_back() {
        try (XHost host = XHost.open().watching("roads", "яма");
                Listening first = listen(host)) {
            until(() -> host.x.streams().connected() == 1);
            host.x.streams().disconnect();
            until(() ->
                    pauses.contains(Duration.ofMillis(250)) && host.x.streams().connected() == 1);
            try (Listening second = listen(host)) {
                until(() -> pauses.contains(Duration.ofMinutes(1)));
                assertTrue(second.thread().isAlive());
            }
            assertTrue(first.thread().isAlive());
        }
    }

    @Test
    void waits_grow_as_x_asks_and_are_bounded() {
        assertEquals(
                List.of(250L, 500L, 16_000L),
                Stream.of(1, 2, 1000)
                        .map(n -> XStream.networkWait(n).toMillis())
                        .toList());
        assertEquals(
                List.of(5L, 10L, 320L),
                Stream.of(1, 2, 1000).map(n -> XStream.httpWait(n).toSeconds()).toList());
        assertEquals(
                List.of(60L, 120L, 900L),
                Stream.of(1, 2, 1000).map(n -> XStream.rateWait(n).toSeconds()).toList());
    }
}
