package org.otklik.internal.incident;

import static org.otklik.internal.incident.IncidentCommands.fine;
import static org.otklik.internal.incident.IncidentCommands.isCode;
import static org.otklik.internal.incident.IncidentCommands.refuse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.id.IncidentId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.Life;
import org.otklik.incident.Outcome;
import org.otklik.internal.unit.Clocks;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.post.PostId;
import org.otklik.reply.OfficialAnswer;
import org.otklik.reply.Publication;
import org.otklik.reply.PublicationState;
import org.otklik.sla.ClockName;
import org.otklik.sla.SlaTerms;
import org.otklik.spi.storage.AnswerState;
import org.otklik.spi.storage.InstructionRow;

/** How an incident is set aside, closed, reopened, rejected and restored. */
final class LifeCycleWork {

    private static final int MOST_CYCLES = 5;

    private final IncidentCommands commands;

    LifeCycleWork(IncidentCommands commands) {
        this.commands = commands;
    }

    Result<Incident> postpone(Actor actor, IncidentId id, Instant until, String reason) {
        return commands.run(actor, id, Operation.POSTPONE, open -> {
            SlaTerms terms = open.clocks().terms(open.incident());
            if (!isCode(reason)) {
                return refuse(RefusalCode.INVALID, "reason");
            }
            if (!until.isAfter(open.session().now())) {
                return refuse(RefusalCode.INVALID, "until");
            }
            if (open.incident().life().tally().postponements() >= terms.maxPostponements()) {
                return refuse(RefusalCode.LIMIT_REACHED, "postponements", terms.maxPostponements());
            }
            Promises.promise(open, until, reason, terms.policyVersion());
            return fine();
        });
    }

    Result<Incident> resume(Actor actor, IncidentId id) {
        return commands.run(actor, id, Operation.RESUME, open -> {
            open.record(new IncidentEvent.Resumed("BY_PERSON"));
            return fine();
        });
    }

    Result<Incident> close(Actor actor, IncidentId id, Outcome outcome, Optional<String> reason) {
        return commands.run(actor, id, Operation.CLOSE, open -> {
            boolean answered = open.incident().life().answeredAt().isPresent();
            if ((reason.isPresent() && !isCode(reason.get())) || (!answered && reason.isEmpty())) {
                return refuse(RefusalCode.INVALID, "reason");
            }
            Optional<String> obstacle = obstacle(open);
            if (obstacle.isPresent()) {
                return refuse(RefusalCode.STILL_OPEN, obstacle.get());
            }
            end(open, answered, reason);
            open.record(new IncidentEvent.Closed(outcome, reason, open.session().now()));
            return fine();
        });
    }

    private static void end(OpenIncident open, boolean answered, Optional<String> reason) {
        int waived = Answers.settle(open, List.of(), AnswerState.WAIVED);
        if (waived > 0) {
            open.record(new IncidentEvent.Waived(waived, reason.orElse("CLOSED")));
        }
        Instant now = open.session().now();
        open.record(
                answered
                        ? Clocks.stopAll(open.incident(), now)
                        : Clocks.cancelAll(open.incident(), now, "CLOSED_WITHOUT_ANSWER"));
    }

    private static Optional<String> obstacle(OpenIncident open) {
        Optional<String> publication = open.incident().publications().stream()
                .filter(one -> one.state().isOpen())
                .map(one -> one.id().value())
                .findFirst();
        return publication.or(() -> open
                .session()
                .stores()
                .instructions()
                .about(open.incident().id())
                .stream()
                .filter(row -> row.state().isOpen())
                .map(InstructionRow::number)
                .findFirst());
    }

    Result<Incident> reopen(Actor actor, IncidentId id, String reason, boolean toSameBody) {
        return commands.run(actor, id, Operation.REOPEN, open -> {
            if (!isCode(reason)) {
                return refuse(RefusalCode.INVALID, "reason");
            }
            Life life = open.incident().life();
            Instant end = life.closedAt().or(life::answeredAt).orElse(life.registeredAt());
            Duration window = open.clocks().terms(open.incident()).reopenWindow();
            if (open.session().now().isAfter(end.plus(window))) {
                return refuse(RefusalCode.LIMIT_REACHED, "reopen-window", window);
            }
            if (life.tally().cycle() >= MOST_CYCLES) {
                return refuse(RefusalCode.LIMIT_REACHED, "cycles", MOST_CYCLES);
            }
            boolean hasBody = open.incident().lead().isPresent();
            startCycle(open, reason, toSameBody && hasBody);
            return fine();
        });
    }

    private static void startCycle(OpenIncident open, String reason, boolean toSameBody) {
        Instant now = open.session().now();
        open.record(new IncidentEvent.Reopened(reason, toSameBody, now));
        List<PostId> posts = withoutAnswer(open);
        if (Answers.oweAgain(open, posts, AnswerState.ANSWERED) == 0) {
            Answers.oweAgain(open, posts, AnswerState.WAIVED);
        }
        open.record(open.clocks().begin(open.incident(), now));
        if (toSameBody) {
            open.record(Clocks.stop(open.incident(), now, ClockName.TRIAGE));
            open.record(open.clocks().start(open.incident(), now, List.of(ClockName.DRAFT)));
        }
    }

    /** Whoever lost his answer in the network waits again; where nobody did, the one who wrote first. */
    private static List<PostId> withoutAnswer(OpenIncident open) {
        List<PostId> lost = open.incident().publications().stream()
                .filter(one -> one.state() == PublicationState.VANISHED)
                .map(Publication::target)
                .distinct()
                .toList();
        return lost.isEmpty() ? List.of(open.incident().firstPost()) : lost;
    }

    Result<Incident> reject(Actor actor, IncidentId id, String reason) {
        return commands.run(actor, id, Operation.REJECT, open -> {
            if (!isCode(reason)) {
                return refuse(RefusalCode.INVALID, "reason");
            }
            Optional<String> obstacle = obstacle(open);
            if (obstacle.isPresent()) {
                return refuse(RefusalCode.STILL_OPEN, obstacle.get());
            }
            if (wasAnsweredInPublic(open.incident())) {
                return refuse(
                        RefusalCode.WRONG_STATE,
                        Operation.REJECT,
                        open.incident().state());
            }
            Answers.settle(open, List.of(), AnswerState.WAIVED);
            open.record(Clocks.cancelAll(open.incident(), open.session().now(), "REJECTED"));
            open.record(new IncidentEvent.Rejected(reason));
            return fine();
        });
    }

    private static boolean wasAnsweredInPublic(Incident incident) {
        return incident.publications().stream().map(Publication::state).anyMatch(state -> state.wasSent())
                || incident.officialAnswers().stream()
                        .anyMatch(answer -> answer.state() == OfficialAnswer.State.ACCEPTED);
    }

    Result<Incident> restore(Actor actor, IncidentId id) {
        return commands.run(actor, id, Operation.RESTORE, open -> {
            Answers.oweAgain(open, List.of(), AnswerState.WAIVED);
            open.record(new IncidentEvent.Restored());
            open.record(open.clocks().begin(open.incident(), open.session().now()));
            return fine();
        });
    }
}
