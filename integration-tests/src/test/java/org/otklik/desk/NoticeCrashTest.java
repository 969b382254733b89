package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.otklik.IncidentDesk;
import org.otklik.post.Post;
import org.otklik.spi.Notice;
import org.otklik.spi.storage.Storage;
import org.otklik.spi.storage.UnitOfWork;
import org.otklik.tck.ForwardingStorage;
import org.otklik.testkit.Crash;
import org.otklik.testkit.CrashingStorage;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.SettableClock;

/** A process that dies at any transaction, or in the midst of telling: each notice is heard, the repeated ones known. */
class NoticeCrashTest {

    private static final int MOST_STEPS = 400;
    private static final int HOURS = 30;

    private final SettableClock clock = SettableClock.startingAt(Office.MORNING);
    private final InMemoryStorage storage = InMemoryStorage.create(clock);
    private final InMemoryNetwork vk = InMemoryNetwork.named("vk");
    private final List<Notice> heard = new ArrayList<>();
    private int dieAtNotice;
    private boolean dead;

    /** The process is gone: nothing that it would still do happens. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    private final class Mortal extends ForwardingStorage {

        Mortal() {
            super(storage);
        }

        @Override
        public <T> T transact(Function<UnitOfWork, T> work) {
            if (dead) {
                throw new Killed();
            }
            return super.transact(work);
        }

        @Override
        public void close() {
            // The storage underneath outlives this process.
        }
    }

    private NoticeCrashTest fresh() {
        return new NoticeCrashTest();
    }

    /** Two incidents whose clocks warn and break, hour by hour. */
    private void work(Storage through, int fromHour) {
        try (IncidentDesk desk =
                Office.builder(through, vk, clock).notifier(this::hear).build()) {
            for (int hour = fromHour; hour < HOURS; hour++) {
                desk.poll();
                desk.sweepDeadlines();
                desk.notifyDue();
                clock.advance(Duration.ofHours(1));
            }
        }
    }

    private void hear(Notice notice) {
        heard.add(notice);
        if (heard.size() == dieAtNotice) {
            dead = true;
            throw new Killed();
        }
    }

    private void begin() {
        vk.add(post("p1", Office.PIT));
        vk.add(post("p2", "В Лугограде врач не пришёл в поликлинику, почему?"));
    }

    private Post post(String id, String text) {
        return Post.builder(Office.id(id), clock.instant()).text(text).build();
    }

    private boolean dies(Storage through) {
        try {
            work(through, 0);
            return false;
        } catch (Crash | Killed crash) {
            return true;
        }
    }

    private void finish() {
        work(storage, -3);
    }

    /** How often each code was heard, a repeated notice counted once. */
    private Map<String, Long> told() {
        Map<String, Notice> byId = new LinkedHashMap<>();
        heard.forEach(notice -> assertEquals(notice, byId.merge(notice.id(), notice, (one, again) -> again)));
        return byId.values().stream().collect(Collectors.groupingBy(Notice::code, TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Long> undisturbed() {
        NoticeCrashTest calm = new NoticeCrashTest();
        calm.begin();
        calm.work(calm.storage, 0);
        calm.finish();
        return calm.told();
    }

    private int dieEverywhere(BiFunction<Storage, Integer, CrashingStorage> crash) {
        Map<String, Long> expected = undisturbed();
        assertTrue(expected.getOrDefault("CLOCK_BREACHED", 0L) >= 2, expected.toString());
        for (int step = 1; step <= MOST_STEPS; step++) {
            NoticeCrashTest mortal = fresh();
            mortal.begin();
            if (!mortal.dies(crash.apply(mortal.storage, step))) {
                return step - 1;
            }
            mortal.finish();
            assertEquals(expected, mortal.told(), "after dying at transaction " + step);
            assertEquals(0L, mortal.waiting());
        }
        throw new AssertionError("The job has more than " + MOST_STEPS + " transactions.");
    }

    private long waiting() {
        return storage.transact(unit -> unit.notices().count().waiting());
    }

    @Test
    void a_crash_at_any_transaction_loses_no_notice() {
        int before = dieEverywhere(CrashingStorage::beforeCommit);
        int after = dieEverywhere(CrashingStorage::afterCommit);

        assertTrue(before > 60 && after == before, "It died " + before + " and " + after + " times");
    }

    @Test
    void a_crash_in_the_midst_of_telling_repeats_notices_and_loses_none() {
        Map<String, Long> expected = undisturbed();
        long all = expected.values().stream().mapToLong(Long::longValue).sum();
        for (int number = 1; number <= all; number++) {
            NoticeCrashTest mortal = fresh();
            mortal.begin();
            mortal.dieAtNotice = number;

            assertTrue(mortal.dies(mortal.new Mortal()), "It did not die at notice " + number);
            mortal.dieAtNotice = 0;
            mortal.finish();

            assertEquals(expected, mortal.told(), "after dying at notice " + number);
        }
    }
}
