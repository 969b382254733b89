package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.IncidentDesk;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentState;
import org.otklik.incident.IncidentSummary;
import org.otklik.post.Post;
import org.otklik.reply.Draft;
import org.otklik.reply.DraftState;
import org.otklik.reply.ReplyRequest;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.storage.Storage;
import org.otklik.testkit.Crash;
import org.otklik.testkit.CrashingStorage;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.SettableClock;

/**
 * A process that dies at every numbered transaction of the main job, before and after its commit: the next process
 * finishes the job, and nothing is taken twice, lost, or said twice (P1, P3).
 */
class CrashTest {

    private static final int MOST_STEPS = 400;
    private static final Duration LEASE_AND_QUIET = Duration.ofMinutes(6);

    /** The main job as a crash may cut it anywhere: every round does what is still to be done. */
    private static final class World {

        final SettableClock clock = SettableClock.startingAt(Office.MORNING);
        final InMemoryStorage storage = InMemoryStorage.create(clock);
        final InMemoryNetwork vk;
        final NetworkAdapter adapter;

        World(InMemoryNetwork vk, NetworkAdapter adapter) {
            this.vk = vk;
            this.adapter = adapter;
            vk.add(post("p1", Office.PIT));
            vk.add(post("p2", Office.PIT));
            vk.add(post("p3", "В Лугограде врач не пришёл в поликлинику, почему?"));
            vk.add(post("p4", "Привет всем"));
        }

        private Post post(String id, String text) {
            return Post.builder(Office.id(id), clock.instant()).text(text).build();
        }

        /** Works until nothing is left to do, or dies. */
        void work(Storage through, int rounds) {
            try (IncidentDesk desk = Office.builder(through, adapter, clock).build()) {
                desk.publishing().enable(Office.COORDINATOR).orThrow();
                for (int round = 0; round < rounds; round++) {
                    desk.poll();
                    desk.incidents().find(Office.COORDINATOR, IncidentQuery.open()).lines().stream()
                            .map(IncidentSummary::id)
                            .map(id -> desk.incidents().get(Office.COORDINATOR, id))
                            .forEach(incident -> advance(desk, incident));
                    desk.publishDue();
                    desk.sweepDeadlines();
                    clock.advance(LEASE_AND_QUIET);
                }
            }
        }

        private static void advance(IncidentDesk desk, Incident incident) {
            var lead = Office.lead(incident);
            if (incident.state() == IncidentState.ROUTED) {
                desk.incidents().accept(lead, incident.id());
            }
            List<Draft> drafts = incident.drafts();
            Draft draft = drafts.isEmpty()
                    ? desk.replies()
                            .draft(lead, ReplyRequest.finalTo(incident.id(), Office.ANSWER))
                            .orThrow()
                    : drafts.get(0);
            if (draft.state() == DraftState.DRAFT) {
                draft = desk.replies().submit(lead, draft.id()).orThrow();
            }
            if (draft.state() == DraftState.SUBMITTED) {
                desk.replies()
                        .approve(Office.APPROVER, draft.id(), draft.hash())
                        .orThrow();
            }
        }

        void finish() {
            clock.advance(LEASE_AND_QUIET);
            work(storage, 5);
        }

        void check() {
            Office office = Office.over(storage, clock, vk);
            assertEquals(2, office.all().size(), "incidents");
            assertEquals(
                    List.of(1, 2),
                    office.all().stream()
                            .map(one -> one.posts().total())
                            .sorted()
                            .toList());
            office.all().forEach(one -> assertEquals(IncidentState.ANSWERED, one.state()));
            long waiting = storage.transact(unit -> unit.posts().captured());
            assertEquals(0L, waiting, "posts that wait");
            IntStream.rangeClosed(1, 3)
                    .mapToObj(i -> Office.id("p" + i))
                    .forEach(post -> assertEquals(1, vk.replies(post).size(), () -> "replies to " + post));
            Checker.check(office);
        }
    }

    private static boolean dies(World world, CrashingStorage dying) {
        try {
            world.work(dying, 2);
            return false;
        } catch (Crash crash) {
            return true;
        }
    }

    /** Lets a world die at each step in turn, until a run is over before its step. */
    private static int dieEverywhere(
            Supplier<World> world, BiFunction<Storage, Integer, CrashingStorage> crash, Consumer<World> check) {
        for (int step = 1; step <= MOST_STEPS; step++) {
            World mortal = world.get();
            if (!dies(mortal, crash.apply(mortal.storage, step))) {
                return step - 1;
            }
            mortal.finish();
            check.accept(mortal);
        }
        throw new AssertionError("The job has more than " + MOST_STEPS + " transactions.");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_crash_at_any_transaction_loses_nothing_and_doubles_nothing(boolean idempotent) {
        Supplier<World> world =
                () -> world(idempotent ? InMemoryNetwork.idempotent("vk") : InMemoryNetwork.named("vk"));

        int before = dieEverywhere(world, CrashingStorage::beforeCommit, World::check);
        int after = idempotent ? before : dieEverywhere(world, CrashingStorage::afterCommit, World::check);

        assertTrue(before > 30 && after == before, "It died " + before + " and " + after + " times");
    }

    private static World world(InMemoryNetwork network) {
        return new World(network, network);
    }

    /** The checker can see a duplicate: an adapter that only claims that its network knows keys gets one. */
    @Test
    void an_adapter_that_lies_about_idempotence_doubles_a_reply() {
        boolean doubled = IntStream.rangeClosed(1, MOST_STEPS).anyMatch(step -> {
            InMemoryNetwork network = InMemoryNetwork.named("vk");
            World world = new World(network, new LyingAdapter(network));
            dies(world, CrashingStorage.beforeCommit(world.storage, step));
            world.finish();
            return Checker.saidTwice(network.replies());
        });

        assertTrue(doubled, "A liar was not seen");
    }
}
