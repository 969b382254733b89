package org.otklik.incident;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.otklik.id.PublicationId;
import org.otklik.incident.IncidentEvent.*;
import org.otklik.reply.Draft;
import org.otklik.reply.DraftState;
import org.otklik.reply.OfficialAnswer;
import org.otklik.reply.Publication;
import org.otklik.reply.PublicationState;

/** What each event does to an incident: one line an event, total, without any decision. */
final class IncidentFold {

    private static final Map<Class<? extends IncidentEvent>, Step<?>> STEPS = steps();

    private IncidentFold() {}

    /** The effect of one kind of event. */
    private interface Step<E extends IncidentEvent> extends BiFunction<DefaultIncident, E, DefaultIncident> {}

    /** Collects the steps with their types. */
    private static final class Steps {

        private final Map<Class<? extends IncidentEvent>, Step<?>> byType = new HashMap<>();

        <E extends IncidentEvent> void on(Class<E> type, Step<E> step) {
            byType.put(type, step);
        }
    }

    static DefaultIncident apply(DefaultIncident incident, IncidentEvent event) {
        return step(event).apply(incident, event);
    }

    @SuppressWarnings("unchecked") // the map is filled by Steps.on, which pairs type and step
    private static <E extends IncidentEvent> Step<E> step(E event) {
        Step<?> step = STEPS.get(event.getClass());
        if (step == null) {
            throw new IllegalArgumentException(
                    "The event " + event.getClass().getSimpleName() + " cannot follow a registration.");
        }
        return (Step<E>) step;
    }

    private static Map<Class<? extends IncidentEvent>, Step<?>> steps() {
        Steps steps = new Steps();
        addRouting(steps);
        addDrafts(steps);
        addPublications(steps);
        addAnswers(steps);
        addLifeCycle(steps);
        addMerging(steps);
        return Map.copyOf(steps.byType);
    }

    private static void addRouting(Steps steps) {
        steps.on(Reassessed.class, (i, e) -> i.assessed(e.assessment()).routed(Routing::settled));
        steps.on(
                ScaleRose.class,
                (i, e) -> i.assessed(i.assessment().reaching(e.to(), e.place(), e.municipality()))
                        .routed(r -> r.asking(e.suggested())));
        steps.on(RouteFailed.class, (i, e) -> i.routed(r -> r.failed(e.reason())));
        steps.on(Routed.class, (i, e) -> i.in(IncidentState.ROUTED).routed(r -> r.to(e.route())));
        steps.on(
                Redirected.class,
                (i, e) -> i.in(IncidentState.ROUTED)
                        .routed(r -> r.withoutLead().to(e.route()))
                        .living(l -> l.counting(l.tally().oneRedirect())));
        steps.on(Accepted.class, IncidentFold::accepted);
        steps.on(AcceptanceExpired.class, (i, e) -> i.in(IncidentState.RETURNED).routed(r -> r.lost(e.body())));
        steps.on(Declined.class, (i, e) -> i.in(IncidentState.RETURNED).routed(r -> r.lost(e.body())));
        steps.on(CoExecutorAdded.class, (i, e) -> i.routed(r -> r.withCoExecutor(e.body())));
        steps.on(ClockChanged.class, (i, e) -> i.timed(t -> t.clock(e.change())));
    }

    private static DefaultIncident accepted(DefaultIncident incident, Accepted event) {
        boolean byLead = incident.lead().filter(event.body()::equals).isPresent();
        DefaultIncident next = incident.routed(r -> r.accepted(event.body()));
        return byLead ? next.in(IncidentState.IN_WORK) : next;
    }

    private static void addDrafts(Steps steps) {
        steps.on(Drafted.class, (i, e) -> i.replying(r -> r.with(draft(i, e))));
        steps.on(
                DraftRevised.class,
                (i, e) -> i.replying(r -> r.changing(e.draft(), d -> d.revised(e.hash(), e.author()))));
        steps.on(
                DraftSubmitted.class,
                (i, e) -> i.in(IncidentState.ON_APPROVAL).replying(r -> r.moving(e.draft(), DraftState.SUBMITTED)));
        steps.on(
                ReworkRequested.class,
                (i, e) -> backAtWork(i)
                        .replying(r -> r.moving(e.draft(), DraftState.DRAFT))
                        .living(l -> l.counting(l.tally().oneRework())));
        steps.on(DraftVoided.class, (i, e) -> i.replying(r -> r.moving(e.draft(), DraftState.VOIDED)));
        steps.on(Approved.class, (i, e) -> i.replying(r -> r.moving(e.approval().draft(), DraftState.APPROVED)));
    }

    private static Draft draft(DefaultIncident incident, Drafted event) {
        return new Draft(
                event.draft(),
                incident.id(),
                event.type(),
                event.account(),
                event.targets(),
                event.hash(),
                1,
                event.author(),
                DraftState.DRAFT,
                event.promisedUntil());
    }

    private static void addPublications(Steps steps) {
        steps.on(
                PublicationQueued.class,
                (i, e) -> i.replying(
                        r -> r.with(Publication.ready(e.publication(), e.draft(), e.target(), e.account()))));
        steps.on(
                PublicationSent.class,
                (i, e) -> i.replying(r -> r.changing(e.publication(), p -> p.sent(e.answered(), e.nativeReplyId()))));
        steps.on(
                PublicationRefused.class,
                (i, e) -> moved(i, e.publication(), PublicationState.REFUSED, Optional.of(e.reason())));
        steps.on(
                PublicationDoubtful.class,
                (i, e) -> moved(i, e.publication(), PublicationState.UNKNOWN, Optional.of(e.reason())));
        steps.on(
                PublicationDelayed.class,
                (i, e) -> moved(i, e.publication(), PublicationState.RETRY, Optional.of(e.reason())));
        steps.on(
                PublicationRequeued.class,
                (i, e) -> moved(i, e.publication(), PublicationState.READY, Optional.empty()));
        steps.on(
                PublicationVerified.class,
                (i, e) -> moved(i, e.publication(), PublicationState.VERIFIED, Optional.empty()));
        steps.on(
                PublicationVanished.class,
                (i, e) -> moved(i, e.publication(), PublicationState.VANISHED, Optional.of(e.reason())));
        steps.on(
                PublicationCancelled.class,
                (i, e) -> moved(i, e.publication(), PublicationState.CANCELLED, Optional.of(e.reason())));
    }

    private static DefaultIncident moved(
            DefaultIncident incident, PublicationId publication, PublicationState state, Optional<String> reason) {
        return incident.replying(r -> r.changing(publication, p -> p.in(state, reason)));
    }

    private static void addAnswers(Steps steps) {
        steps.on(AnswerOffered.class, (i, e) -> i.replying(r -> r.with(e.answer())));
        steps.on(AnswerAccepted.class, (i, e) -> i.replying(r -> r.judging(e.key(), OfficialAnswer.State.ACCEPTED)));
        steps.on(AnswerDeclined.class, (i, e) -> i.replying(r -> r.judging(e.key(), OfficialAnswer.State.DECLINED)));
        steps.on(
                Answered.class,
                (i, e) -> i.in(IncidentState.ANSWERED)
                        .living(l -> l.answered(e.answered().at())));
        steps.on(AuthorAsked.class, (i, e) -> backAtWork(i).living(l -> l.waiting(Optional.of(e.until()))));
        steps.on(AuthorReplied.class, (i, e) -> i.living(l -> l.waiting(Optional.empty())));
        steps.on(QuestionExpired.class, (i, e) -> i.living(l -> l.waiting(Optional.empty())));
        steps.on(Waived.class, (i, e) -> i);
    }

    private static void addLifeCycle(Steps steps) {
        steps.on(Postponed.class, (i, e) -> i.in(IncidentState.POSTPONED).living(l -> l.promised(e.until())));
        steps.on(Resumed.class, (i, e) -> backAtWork(i));
        steps.on(ReturnedToWork.class, (i, e) -> backAtWork(i).living(Life::unanswered));
        steps.on(Closed.class, (i, e) -> i.in(IncidentState.CLOSED).living(l -> l.closed(e.outcome(), e.at())));
        steps.on(Reopened.class, IncidentFold::reopened);
        steps.on(Rejected.class, (i, e) -> i.in(IncidentState.REJECTED));
        steps.on(
                Restored.class,
                (i, e) -> i.in(IncidentState.REGISTERED)
                        .routed(Routing::withoutLead)
                        .timed(Timing::withoutClocks));
        steps.on(SourceGone.class, (i, e) -> i);
        steps.on(ExternalLinked.class, (i, e) -> i);
    }

    /** What was answered before anybody was named for it has nobody who could go on: a body must be named first. */
    private static DefaultIncident backAtWork(DefaultIncident incident) {
        return incident.in(incident.lead().isPresent() ? IncidentState.IN_WORK : IncidentState.REGISTERED);
    }

    private static DefaultIncident reopened(DefaultIncident incident, Reopened event) {
        DefaultIncident next = incident.timed(t -> t.nextCycle(event.at(), incident.lead()));
        return event.toSameBody()
                ? next.in(IncidentState.IN_WORK)
                : next.in(IncidentState.REGISTERED).routed(Routing::withoutLead);
    }

    private static void addMerging(Steps steps) {
        steps.on(
                Merged.class,
                (i, e) -> i.in(IncidentState.MERGED)
                        .timed(t -> t.mergedFrom(Optional.of(i.state())))
                        .living(l -> l.merged(Optional.of(e.survivor()))));
        steps.on(
                Unmerged.class,
                (i, e) -> i.in(i.timing().stateBeforeMerge().orElse(IncidentState.REGISTERED))
                        .timed(t -> t.mergedFrom(Optional.empty()))
                        .living(l -> l.merged(Optional.empty())));
        steps.on(Absorbed.class, (i, e) -> i.timed(t -> t.absorbing(e)));
        steps.on(Released.class, (i, e) -> i.timed(t -> t.releasing(e.released())));
    }
}
