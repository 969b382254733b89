package org.otklik.adapters.vk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.adapters.budget.Backoff;
import org.otklik.post.Post;
import org.otklik.post.PostChange;

/** VK's stream as a hint: rules follow the queries, lines break and come back, closing ends it at once. */
class VkStreamTest {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final VkReading desk = new VkReading(settings ->
                    VkReading.hasty().apply(settings).rests(new Backoff(Duration.ofMillis(10), Duration.ofMillis(50))))
            .unlimited();
    private final VkStream stream = VkStream.of(desk.adapter);
    private final Thread host = new Thread(stream);

    @AfterEach
    void close() throws InterruptedException {
        stream.close();
        host.join(LONGEST.toMillis());
        assertFalse(host.isAlive(), "The stream did not end.");
        desk.close();
    }

    private static void await(BooleanSupplier until) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!until.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "It did not come.");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private boolean isOffered() {
        return desk.adapter.sources().contains(VkReading.source("stream"));
    }

    private List<PostChange> streamed() {
        await(this::isOffered);
        List<PostChange> changes = new ArrayList<>();
        while (isOffered()) {
            changes.addAll(desk.read("stream", 100));
        }
        return changes;
    }

    @Test
    void posts_that_match_a_query_come_by_the_stream_and_say_why() {
        desk.watchQueries("яма -продам");
        host.start();
        assertTrue(desk.vk.streaming().await(1, LONGEST));

        String post = desk.vk.post(-desk.talk, VkReading.ANNA, "Яма & лужа\nу дома");
        desk.vk.post(-desk.talk, VkReading.ANNA, "Продам яму");
        Post found = VkReading.post(streamed(), post);

        assertEquals("Яма & лужа\nу дома", found.text());
        assertEquals(Optional.of("q0"), found.matchedQuery());
        assertEquals("101", found.author().orElseThrow().nativeId());
    }

    @Test
    void a_broken_line_is_opened_again() {
        desk.watchQueries("яма");
        host.start();
        assertTrue(desk.vk.streaming().await(1, LONGEST));
        desk.vk.streaming().cut();
        await(() -> desk.vk.callsOf("streaming.getServerUrl") >= 2);
        assertTrue(desk.vk.streaming().await(1, LONGEST));

        String post = desk.vk.post(-desk.talk, VkReading.ANNA, "яма");

        assertTrue(VkReading.known(streamed()).containsKey(post));
    }

    @Test
    void a_changed_query_changes_the_rules_without_a_restart() {
        desk.watchQueries("яма");
        host.start();
        assertTrue(desk.vk.streaming().await(1, LONGEST));
        desk.watchQueries("потоп");
        desk.vk.post(-desk.talk, VkReading.ANNA, "яма");
        streamed();

        await(() -> {
            desk.vk.post(-desk.talk, VkReading.ANNA, "потоп");
            return isOffered();
        });
        assertTrue(streamed().stream()
                .anyMatch(change -> ((PostChange.Present) change).post().text().equals("потоп")));
    }
}
