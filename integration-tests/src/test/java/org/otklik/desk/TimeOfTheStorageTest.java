package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.IncidentDesk;
import org.otklik.PseudonymKey;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.spi.storage.SequencedEvent;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.regions.MiniRegion;

/** What time it is where the host gives no clock (P5). */
class TimeOfTheStorageTest {

    private static final Instant THERE = Instant.parse("2031-11-19T06:00:00Z");

    @Test
    void a_desk_without_a_clock_of_its_own_goes_by_that_of_the_storage() {
        InMemoryStorage storage = InMemoryStorage.create(SettableClock.startingAt(THERE));
        InMemoryNetwork vk = InMemoryNetwork.named("vk");
        vk.add(Post.builder(PostId.of("vk", "p1"), THERE).text(Office.PIT).build());
        try (IncidentDesk desk = IncidentDesk.builder(
                        MiniRegion.load(), storage, PseudonymKey.of("a key for tests, which is no secret"))
                .network(vk)
                .build()) {

            int registered = desk.poll().registered();

            List<SequencedEvent> events = storage.transact(unit -> unit.events().after(0, 10));
            assertEquals(1, registered);
            assertFalse(events.isEmpty());
            assertTrue(events.stream()
                    .map(event -> Duration.between(THERE, event.event().at()))
                    .allMatch(since -> !since.isNegative() && since.toHours() < 1));
        }
    }
}
