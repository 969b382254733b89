package org.otklik.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.otklik.DeskEvent;
import org.otklik.EventPage;
import org.otklik.IncidentDesk;
import org.otklik.ManualPost;
import org.otklik.PseudonymKey;
import org.otklik.access.Actor;
import org.otklik.access.Role;
import org.otklik.id.IncidentId;
import org.otklik.incident.ExternalRef;
import org.otklik.incident.IncidentQuery;
import org.otklik.spi.storage.Storage;
import org.otklik.tck.StorageUnderTest;
import org.otklik.testkit.regions.MiniRegion;

/** Who follows the events while others write gets each of them once, in one order. */
class EventFeedTest {

    private static final int WRITERS = 8;
    private static final int COMMANDS = 40;
    private static final Actor COORDINATOR = Actor.of("coordinator", Role.COORDINATOR);
    private static final Instant MORNING = Instant.parse("2026-11-19T00:00:00Z");

    static Stream<Arguments> databases() {
        Supplier<StorageUnderTest> h2 = Databases::h2OnDisk;
        Supplier<StorageUnderTest> postgres = Databases::postgres;
        return Stream.of(Arguments.of("H2", h2), Arguments.of("PostgreSQL", postgres));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("databases")
    void a_reader_among_eight_writers_misses_nothing_and_sees_nothing_twice(
            String name, Supplier<StorageUnderTest> database) throws Exception {
        try (StorageUnderTest under = database.get()) {
            Storage storage = under.open();
            IncidentDesk one = desk(storage);
            IncidentDesk other = desk(storage);
            List<IncidentId> incidents = incidents(one);

            List<DeskEvent> read = whileWriting(incidents, one, other);

            long last = storage.transact(unit -> unit.events().last());
            assertTrue(last >= (long) WRITERS * COMMANDS, "Only " + last + " events were written");
            assertEquals(
                    LongStream.rangeClosed(1, last).boxed().toList(),
                    read.stream().map(DeskEvent::sequence).toList());
            assertVersionsRiseByOne(read);
        }
    }

    private static IncidentDesk desk(Storage storage) {
        return IncidentDesk.builder(MiniRegion.load(), storage, PseudonymKey.of("a key for tests, which is no secret"))
                .build();
    }

    /** One for each writer, so that they meet at the sequence and nowhere else. */
    private static List<IncidentId> incidents(IncidentDesk desk) {
        for (int house = 1; house <= WRITERS; house++) {
            String text = "В Заречинске у дома " + house + "7 по улице Победы яма на дороге, машины бьются";
            desk.register(COORDINATOR, ManualPost.of(ManualPost.Source.PHONE, text, MORNING))
                    .orThrow();
        }
        desk.poll();
        List<IncidentId> incidents = desk.incidents().find(COORDINATOR, IncidentQuery.all()).lines().stream()
                .map(line -> line.id())
                .toList();
        assertEquals(WRITERS, incidents.size());
        return incidents;
    }

    private static List<DeskEvent> whileWriting(List<IncidentId> incidents, IncidentDesk one, IncidentDesk other)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
        try {
            AtomicBoolean written = new AtomicBoolean();
            Future<List<DeskEvent>> reader = threads.submit(() -> follow(one, written));
            List<Callable<Void>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                IncidentId incident = incidents.get(i);
                IncidentDesk desk = i % 2 == 0 ? one : other;
                String system = "system-" + i;
                writers.add(() -> write(desk, incident, system));
            }
            for (Future<Void> writer : threads.invokeAll(writers)) {
                writer.get();
            }
            written.set(true);
            return reader.get(2, TimeUnit.MINUTES);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Void write(IncidentDesk desk, IncidentId incident, String system) {
        for (int i = 0; i < COMMANDS; i++) {
            desk.incidents()
                    .link(COORDINATOR, incident, ExternalRef.of(system, "№ " + i))
                    .orThrow();
        }
        return null;
    }

    private static List<DeskEvent> follow(IncidentDesk desk, AtomicBoolean written) {
        List<DeskEvent> all = new ArrayList<>();
        long last = 0;
        boolean over;
        do {
            over = written.get();
            EventPage page = desk.events().after(COORDINATOR, last, 7).orThrow();
            all.addAll(page.events());
            over &= page.last() == last;
            last = page.last();
        } while (!over);
        return all;
    }

    private static void assertVersionsRiseByOne(List<DeskEvent> read) {
        Map<String, Long> versions = new HashMap<>();
        for (DeskEvent event : read) {
            assertEquals(versions.merge(event.kind() + event.subject(), 1L, Long::sum), event.version());
            event.incident().ifPresent(incident -> assertEquals(event.version(), incident.version()));
        }
    }
}
