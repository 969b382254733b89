package org.otklik.simulation;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.otklik.IncidentDesk;
import org.otklik.access.Actor;
import org.otklik.access.Role;
import org.otklik.id.BodyId;
import org.otklik.id.DraftId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentState;
import org.otklik.incident.IncidentSummary;
import org.otklik.incident.Outcome;
import org.otklik.reply.Draft;
import org.otklik.reply.DraftState;
import org.otklik.reply.ReplyRequest;
import org.otklik.sla.ClockName;
import org.otklik.sla.ClockTarget;
import org.otklik.sla.SlaPolicy;
import org.otklik.sla.SlaTerms;

/** The people of the office, who do the next thing that an incident needs; for one thread. */
public final class Clerks {

    /** Terms that are counted in hours. */
    static final SlaPolicy TERMS = terms(Duration.ofHours(1), Duration.ofHours(24));

    public static final Actor COORDINATOR = Actor.of("coordinator", Role.COORDINATOR);
    static final Actor AUDITOR = Actor.of("auditor", Role.AUDITOR);
    private static final Actor APPROVER = Actor.of("approver", Role.APPROVER);
    private static final Actor CONTROLLER = Actor.of("controller", Role.CONTROLLER);
    private static final BodyId TOWN = BodyId.of("adm-zarechinsk");
    private static final Set<IncidentState> TO_DO = Set.of(
            IncidentState.REGISTERED,
            IncidentState.RETURNED,
            IncidentState.ROUTED,
            IncidentState.IN_WORK,
            IncidentState.ON_APPROVAL);
    private static final String ANSWER = "Здравствуйте! Яму у вокзала заделают до 28 ноября.";
    private static final int NEAREST = 6;
    private static final int ALL = 100;

    private final Set<DraftId> approved = new HashSet<>();
    private final String series;
    private int letters;

    /**
     * Creates people who begin to count their letters.
     *
     * @param series what tells their letters from those of others
     */
    public Clerks(String series) {
        this.series = series;
    }

    /**
     * Terms with a clock for every stage but acceptance, which would take the incidents back from the clerks.
     *
     * @param unit of the terms of stages
     * @param answer the term of the answer
     */
    public static SlaPolicy terms(Duration unit, Duration answer) {
        return subject -> SlaTerms.of(
                "with-many-clocks",
                Map.of(
                        ClockName.FINAL, target(answer),
                        ClockName.FIRST_RESPONSE, target(unit.multipliedBy(12)),
                        ClockName.TRIAGE, target(unit),
                        ClockName.DRAFT, target(unit.multipliedBy(8)),
                        ClockName.APPROVE, target(unit.multipliedBy(3))));
    }

    private static ClockTarget target(Duration length) {
        return ClockTarget.aroundTheClock(length, 75, "with-many-clocks");
    }

    /** Lists what an approver heard to be approved. */
    public Collection<DraftId> approved() {
        return approved;
    }

    /** Does the next thing for some incident. */
    public void work(IncidentDesk desk, RandomGenerator chance) {
        List<IncidentSummary> open = open(desk, NEAREST);
        if (!open.isEmpty()) {
            work(desk, open.get(chance.nextInt(open.size())));
        }
    }

    /** Does the next thing for every incident; false if none needed anything. */
    public boolean workAll(IncidentDesk desk) {
        boolean any = false;
        for (IncidentSummary incident : open(desk, ALL)) {
            any |= work(desk, incident);
        }
        return any;
    }

    private static List<IncidentSummary> open(IncidentDesk desk, int most) {
        return desk.incidents()
                .find(COORDINATOR, IncidentQuery.all().in(TO_DO).limit(most))
                .lines();
    }

    /** Closes an answered incident, if there is one. */
    public void close(IncidentDesk desk) {
        desk.incidents()
                .find(
                        COORDINATOR,
                        IncidentQuery.all().in(Set.of(IncidentState.ANSWERED)).limit(1))
                .lines()
                .forEach(incident ->
                        desk.incidents().close(CONTROLLER, incident.id(), Outcome.SOLVED, Optional.of("DONE")));
    }

    private boolean work(IncidentDesk desk, IncidentSummary summary) {
        Incident incident = desk.incidents().get(COORDINATOR, summary.id());
        return switch (incident.state()) {
            case REGISTERED, RETURNED ->
                desk.incidents().route(COORDINATOR, incident.id(), TOWN).isDone();
            case ROUTED ->
                desk.incidents().accept(executor(incident), incident.id()).isDone();
            case IN_WORK -> write(desk, incident);
            case ON_APPROVAL -> approve(desk, incident);
            default -> false;
        };
    }

    /** No two answers say the same: a network that is looked into for a text cannot tell them apart. */
    private boolean write(IncidentDesk desk, Incident incident) {
        Optional<Draft> draft = draft(incident, DraftState.DRAFT);
        return draft.map(one ->
                        desk.replies().submit(executor(incident), one.id()).isDone())
                .orElseGet(() -> desk.replies()
                        .draft(
                                executor(incident),
                                ReplyRequest.finalTo(incident.id(), ANSWER + " Письмо " + series + ++letters + "."))
                        .isDone());
    }

    private boolean approve(IncidentDesk desk, Incident incident) {
        Optional<Draft> draft = draft(incident, DraftState.SUBMITTED)
                .filter(one ->
                        desk.replies().approve(APPROVER, one.id(), one.hash()).isDone());
        draft.ifPresent(one -> approved.add(one.id()));
        return draft.isPresent();
    }

    private static Optional<Draft> draft(Incident incident, DraftState state) {
        return incident.drafts().stream().filter(one -> one.state() == state).findFirst();
    }

    private static Actor executor(Incident incident) {
        BodyId body = incident.lead().orElse(TOWN);
        return Actor.of("executor." + body, Role.EXECUTOR).in(body);
    }
}
