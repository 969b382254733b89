package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.IncidentDesk;
import org.otklik.access.RefusalCode;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.Outcome;
import org.otklik.sla.CalendarCode;
import org.otklik.sla.ClockEvent;
import org.otklik.sla.ClockName;
import org.otklik.sla.ClockRevision;
import org.otklik.sla.SlaPolicy;
import org.otklik.sla.TargetRow;
import org.otklik.sla.TargetTable;

/** A new policy changes no running clock by itself; somebody sees first what it would do, and then says so. */
class PolicyChangeTest {

    private static final SlaPolicy OLD = finalWithin("decree-2020", Duration.ofHours(24));
    private static final SlaPolicy NEW = finalWithin("decree-2027", Duration.ofDays(2));

    private final Office office = Office.open(builder -> builder.slaPolicy(OLD));
    private final IncidentDesk renewed = desk(NEW);
    private Incident incident;

    private static SlaPolicy finalWithin(String version, Duration length) {
        return TargetTable.builder(version)
                .row(TargetRow.of(ClockName.FINAL, length)
                        .on(CalendarCode.ALWAYS)
                        .warnAt(75))
                .build();
    }

    private IncidentDesk desk(SlaPolicy policy) {
        return Office.builder(office.storage, office.vk, office.clock)
                .slaPolicy(policy)
                .build();
    }

    @BeforeEach
    void an_incident_runs_under_the_old_policy() {
        incident = office.accepted("p1", Office.PIT);
        office.wait(Duration.ofHours(1));
    }

    private List<ClockRevision> apply(IncidentDesk desk, boolean reallyDoIt) {
        return desk.incidents()
                .applyPolicy(Office.COORDINATOR, incident.id(), reallyDoIt)
                .orThrow();
    }

    private String version() {
        return office.get(incident.id())
                .clock(ClockName.FINAL)
                .orElseThrow()
                .target()
                .policyVersion();
    }

    private Instant started() {
        return incident.clock(ClockName.FINAL).orElseThrow().startedAt();
    }

    private long breaches() {
        return office.events(incident.id()).stream()
                .filter(event -> event instanceof IncidentEvent.ClockChanged changed
                        && changed.change() instanceof ClockEvent.Breached)
                .count();
    }

    @Test
    void a_clock_keeps_the_policy_under_which_it_started() {
        renewed.poll();
        office.wait(Duration.ofHours(24));
        renewed.sweepDeadlines();

        assertEquals("decree-2020", version());
        assertEquals(1, breaches());
    }

    @Test
    void what_a_new_policy_would_do_is_shown_and_changes_nothing() {
        List<ClockRevision> shown = apply(renewed, false);

        ClockRevision revision = shown.get(0);
        assertEquals(1, shown.size());
        assertEquals(ClockName.FINAL, revision.clock());
        assertEquals("decree-2020", revision.before().policyVersion());
        assertEquals("decree-2027", revision.after().policyVersion());
        assertEquals(Optional.of(started().plus(Duration.ofHours(24))), revision.deadlineBefore());
        assertEquals(Optional.of(started().plus(Duration.ofDays(2))), revision.deadlineAfter());
        assertEquals("decree-2020", version());
    }

    @Test
    void once_it_is_applied_the_clock_runs_by_it_from_its_old_start() {
        apply(renewed, true);
        office.wait(Duration.ofHours(24));
        renewed.sweepDeadlines();

        assertEquals("decree-2027", version());
        assertEquals(0, breaches());

        office.wait(Duration.ofHours(24));
        renewed.sweepDeadlines();
        assertEquals(1, breaches());
        assertEquals("", office.chain());
    }

    @Test
    void a_second_application_and_one_of_a_policy_that_says_the_same_find_nothing_to_do() {
        apply(renewed, true);
        long events = office.history(incident.id()).size();

        assertEquals(List.of(), apply(renewed, true));
        assertEquals(List.of(), apply(desk(finalWithin("decree-2028", Duration.ofDays(2))), true));
        assertEquals(events, office.history(incident.id()).size());
    }

    @Test
    void a_shorter_time_that_is_over_already_is_shown_as_past() {
        office.wait(Duration.ofHours(10));

        Optional<Instant> due = apply(desk(finalWithin("decree-2029", Duration.ofHours(4))), false)
                .get(0)
                .deadlineAfter();

        assertTrue(due.orElseThrow().isBefore(office.clock.instant()), due.toString());
    }

    @Test
    void what_is_over_is_left_alone() {
        office.desk
                .incidents()
                .close(Office.COORDINATOR, incident.id(), Outcome.NO_ANSWER_NEEDED, Optional.of("NOISE"))
                .orThrow();

        assertEquals(
                Optional.of(RefusalCode.WRONG_STATE),
                renewed.incidents()
                        .applyPolicy(Office.COORDINATOR, incident.id(), true)
                        .refusal()
                        .map(refusal -> refusal.code()));
    }
}
