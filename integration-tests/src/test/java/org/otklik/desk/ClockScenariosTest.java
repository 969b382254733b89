package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.otklik.SweepReport;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.IncidentState;
import org.otklik.incident.Outcome;
import org.otklik.sla.ClockEvent;
import org.otklik.sla.ClockName;
import org.otklik.sla.ClockState;
import org.otklik.sla.SlaClock;

/** The answer clock and what the desk does by itself when time passes (P5, P6). */
class ClockScenariosTest {

    private static final Set<IncidentState> OPEN = EnumSet.of(
            IncidentState.REGISTERED,
            IncidentState.ROUTED,
            IncidentState.IN_WORK,
            IncidentState.ON_APPROVAL,
            IncidentState.POSTPONED,
            IncidentState.RETURNED);

    private static List<ClockEvent> changes(Office office, Incident incident) {
        return office.events(incident.id()).stream()
                .filter(IncidentEvent.ClockChanged.class::isInstance)
                .map(event -> ((IncidentEvent.ClockChanged) event).change())
                .toList();
    }

    private static long count(Office office, Incident incident, Class<? extends ClockEvent> type) {
        return changes(office, incident).stream().filter(type::isInstance).count();
    }

    @Test
    void a_warning_comes_at_three_quarters_and_a_breach_at_the_end_each_once() {
        Office office = Office.open();
        Incident incident = office.accepted("p1", Office.PIT);

        assertTrue(office.wait(Duration.ofHours(18).minusNanos(1_000))
                .desk
                .sweepDeadlines()
                .isIdle());
        assertEquals(
                new SweepReport(1, 0, 0, 0),
                office.wait(Duration.ofNanos(1_000)).desk.sweepDeadlines());
        assertTrue(office.desk.sweepDeadlines().isIdle());
        assertTrue(office.wait(Duration.ofHours(6).minusNanos(1_000))
                .desk
                .sweepDeadlines()
                .isIdle());
        assertEquals(
                new SweepReport(0, 1, 0, 0),
                office.wait(Duration.ofNanos(1_000)).desk.sweepDeadlines());
        assertTrue(office.wait(Duration.ofDays(30)).desk.sweepDeadlines().isIdle());

        assertEquals(1, count(office, incident, ClockEvent.Warned.class));
        assertEquals(1, count(office, incident, ClockEvent.Breached.class));
        assertEquals(1, office.notices().notices("CLOCK_WARNED").size());
        assertEquals(1, office.notices().notices("CLOCK_BREACHED").size());
        Checker.check(office);
    }

    @Test
    void nodes_that_sweep_together_record_each_breach_once() throws ExecutionException, InterruptedException {
        Office first = Office.open();
        List<Incident> incidents = IntStream.range(0, 20)
                .mapToObj(i -> first.register("p" + i, Office.PIT + ", дом " + i))
                .toList();
        List<Office> nodes = List.of(first, first.restarted(), first.restarted());
        first.wait(Duration.ofHours(25));

        ExecutorService threads = Executors.newFixedThreadPool(nodes.size());
        try {
            List<Callable<Boolean>> sweeps = nodes.stream()
                    .<Callable<Boolean>>map(node -> () -> {
                        for (int i = 0; i < 5; i++) {
                            node.desk.sweepDeadlines();
                        }
                        return true;
                    })
                    .toList();
            for (Future<Boolean> done : threads.invokeAll(sweeps)) {
                assertTrue(done.get());
            }
        } finally {
            threads.shutdownNow();
        }

        for (Incident incident : incidents) {
            assertEquals(1, count(first, incident, ClockEvent.Breached.class));
        }
        Checker.check(first);
    }

    @Test
    void an_incident_that_nobody_accepts_in_time_returns() {
        Office office = Office.open(builder -> builder.slaPolicy(Case.WITH_BODY_CLOCKS));
        Incident incident = office.register("p1", Office.PIT);

        office.wait(Duration.ofHours(2)).desk.sweepDeadlines();

        Incident returned = office.get(incident.id());
        assertEquals(IncidentState.RETURNED, returned.state());
        assertEquals(Optional.empty(), returned.lead());
        assertEquals(List.of(Office.ZARECHINSK), returned.declinedBy());
        assertEquals(
                ClockState.RUNNING,
                returned.clock(ClockName.FINAL).orElseThrow().state());
        assertEquals(1, count(office, incident, ClockEvent.Breached.class));
        Checker.check(office);
    }

    @Test
    void redirect_merge_and_restart_never_move_the_start_of_the_citizens_clock_later() {
        Office office = Office.open();
        Incident early = office.register("p1", Office.PIT);
        office.wait(Duration.ofHours(3));
        Incident late = office.register("p2", "В Лугограде врач не пришёл в поликлинику, почему?");
        office.wait(Duration.ofHours(1));

        office.desk
                .incidents()
                .redirect(Office.COORDINATOR, early.id(), Office.LUGOGRAD, "THEIR_ROAD")
                .orThrow();
        assertEquals(start(office, early), start(office.restarted(), early));
        assertEquals(Office.MORNING, start(office, early).startedAt());
        office.desk
                .incidents()
                .mergeInto(Office.COORDINATOR, early.id(), late.id())
                .orThrow();
        assertEquals(Office.MORNING, start(office, late).startedAt());
        SlaClock joined = start(office, late);
        assertEquals(joined, start(office.restarted(), late));
        office.desk.incidents().unmerge(Office.COORDINATOR, early.id()).orThrow();

        assertEquals(late.clock(ClockName.FINAL).orElseThrow(), start(office, late));
        assertEquals(Office.MORNING, start(office, early).startedAt());
        Checker.check(office);
    }

    private static SlaClock start(Office office, Incident incident) {
        return office.get(incident.id()).clock(ClockName.FINAL).orElseThrow();
    }

    @Test
    void a_rejected_incident_that_is_restored_counts_from_its_first_registration() {
        Office office = Office.open();
        Incident incident = office.register("p1", Office.PIT);
        office.wait(Duration.ofHours(5));
        office.desk
                .incidents()
                .reject(Office.MODERATOR, incident.id(), "MISTAKE")
                .orThrow();
        assertTrue(office.get(incident.id()).clocks().live().isEmpty());

        office.wait(Duration.ofHours(1))
                .desk
                .incidents()
                .restore(Office.COORDINATOR, incident.id())
                .orThrow();

        assertEquals(Office.MORNING, start(office, incident).startedAt());
        Checker.check(office);
    }

    @Test
    void closing_stops_every_clock() {
        Office office = Office.open(builder -> builder.slaPolicy(Case.WITH_BODY_CLOCKS));
        Incident incident = office.accepted("p1", Office.PIT);

        office.desk
                .incidents()
                .close(Office.COORDINATOR, incident.id(), Outcome.NO_ANSWER_NEEDED, Optional.of("INSULT"))
                .orThrow();

        assertTrue(office.get(incident.id()).clocks().live().isEmpty());
        assertTrue(office.wait(Duration.ofDays(9)).desk.sweepDeadlines().isIdle());
        Checker.check(office);
    }

    /** What the desk does by itself, in every state: recorded where the state allows it, else nothing moves. */
    @TestFactory
    Stream<DynamicTest> every_step_of_the_desk_meets_every_state() {
        return Arrays.stream(IncidentState.values())
                .flatMap(state -> Stream.of(
                        dynamicTest("deadline in " + state, () -> deadline(state)),
                        dynamicTest("acceptance expires in " + state, () -> acceptance(state)),
                        dynamicTest("source gone in " + state, () -> sourceGone(state)),
                        dynamicTest("late post in " + state, () -> latePost(state)),
                        dynamicTest("publication verified in " + state, () -> verified(state))));
    }

    private static void deadline(IncidentState state) {
        Case tried = Case.in(state);
        Case.Stored before = tried.stored();

        tried.office.wait(Duration.ofHours(40));
        while (!tried.office.desk.sweepDeadlines().isIdle()) {
            assertTrue(tried.stored().events().size() < 200, "Sweeping must come to rest");
        }

        assertEquals(OPEN.contains(state), count(tried.office, tried.incident(), ClockEvent.Breached.class) > 0);
        if (!OPEN.contains(state)) {
            assertEquals(before, tried.stored());
        }
        Checker.check(tried.office);
    }

    private static void acceptance(IncidentState state) {
        Case tried = Case.in(state);

        tried.office.wait(Duration.ofHours(2)).desk.sweepDeadlines();

        IncidentState expected = state == IncidentState.ROUTED ? IncidentState.RETURNED : state;
        assertEquals(expected, tried.incident().state());
        Checker.check(tried.office);
    }

    private static void sourceGone(IncidentState state) {
        Case tried = Case.in(state);

        tried.office.vk.delete(tried.firstPost, tried.office.clock.instant());
        tried.office.desk.poll();

        assertEquals(state, tried.incident().state());
        Incident holder = state == IncidentState.MERGED ? tried.office.get(tried.other) : tried.incident();
        assertTrue(tried.office.events(holder.id()).contains(new IncidentEvent.SourceGone(tried.firstPost)));
        Checker.check(tried.office);
    }

    private static void latePost(IncidentState state) {
        Case tried = Case.in(state);
        int before = tried.incident().posts().total();
        long incidents = tried.office.all().size();

        tried.office.hear(tried.office.post("late", Office.PIT + ", дом 1"));

        IncidentState expected = state == IncidentState.ANSWERED ? IncidentState.IN_WORK : state;
        assertEquals(expected, tried.incident().state());
        boolean takes = OPEN.contains(state) || state == IncidentState.ANSWERED;
        assertEquals(before + (takes ? 1 : 0), tried.incident().posts().total());
        boolean closed = state == IncidentState.CLOSED || state == IncidentState.REJECTED;
        assertEquals(incidents + (closed ? 1 : 0), tried.office.all().size());
        Checker.check(tried.office);
    }

    private static void verified(IncidentState state) {
        Case tried = Case.in(state);

        tried.office.wait(Duration.ofMinutes(10)).desk.publishDue();

        assertEquals(state, tried.incident().state());
        boolean seen =
                tried.office.events(tried.id).stream().anyMatch(IncidentEvent.PublicationVerified.class::isInstance);
        assertEquals(Case.wasSpokenOf(state), seen);
        Checker.check(tried.office);
    }
}
