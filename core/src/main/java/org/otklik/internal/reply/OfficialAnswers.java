package org.otklik.internal.reply;

import static org.otklik.internal.incident.IncidentCommands.fine;
import static org.otklik.internal.incident.IncidentCommands.isCode;
import static org.otklik.internal.incident.IncidentCommands.refuse;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.otklik.Replies.GivenAnswer;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.id.IncidentId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.IncidentState;
import org.otklik.internal.incident.Answers;
import org.otklik.internal.incident.IncidentCommands;
import org.otklik.internal.unit.ExternalRefs;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.post.CleanText;
import org.otklik.post.PostId;
import org.otklik.reply.AnswerTime;
import org.otklik.reply.Draft;
import org.otklik.reply.DraftState;
import org.otklik.reply.OfficialAnswer;
import org.otklik.spi.storage.AnswerState;
import org.otklik.spi.storage.TextRow;

/** Answers that officials gave themselves: registered or observed, and judged by the administrator. */
final class OfficialAnswers {

    private final IncidentCommands commands;

    OfficialAnswers(IncidentCommands commands) {
        this.commands = commands;
    }

    Result<OfficialAnswer> register(Actor actor, IncidentId incident, GivenAnswer given) {
        return commands.call(actor, incident, Operation.REGISTER_ANSWER, open -> {
            String content = given.link()
                    .map(URI::toString)
                    .or(given::text)
                    .map(CleanText::of)
                    .orElse("");
            if (content.isBlank()) {
                return Result.refused(RefusalCode.INVALID, "link");
            }
            if (given.answeredAt().isAfter(open.session().now())) {
                return Result.refused(RefusalCode.INVALID, "answeredAt");
            }
            return offer(open, given, content);
        });
    }

    private Result<OfficialAnswer> offer(OpenIncident open, GivenAnswer given, String content) {
        String key = commands.parts().key().hash("answer", content);
        boolean known = open.incident().officialAnswers().stream()
                .anyMatch(answer -> answer.key().equals(key));
        if (known) {
            return Result.refused(RefusalCode.NOTHING_TO_DO, Operation.REGISTER_ANSWER);
        }
        OfficialAnswer answer = new OfficialAnswer(
                key,
                open.session().actor().bodies().stream().findFirst().or(open.incident()::lead),
                given.target(),
                new AnswerTime(given.answeredAt(), AnswerTime.Source.STATED),
                given.link().isPresent() ? OfficialAnswer.Origin.LINK : OfficialAnswer.Origin.TEXT,
                OfficialAnswer.State.OFFERED);
        open.record(new IncidentEvent.AnswerOffered(answer));
        open.session()
                .stores()
                .texts()
                .put(new TextRow(
                        "answer:" + key,
                        open.stream(),
                        content,
                        Optional.empty(),
                        open.session().now()));
        given.external()
                .ifPresent(reference -> new ExternalRefs(commands.parts())
                        .put(open.session(), open.stream(), ":answer:" + key, reference));
        return Result.done(answer);
    }

    Result<Incident> accept(Actor actor, IncidentId incident, String key) {
        return commands.run(actor, incident, Operation.JUDGE_ANSWER, open -> {
            Optional<OfficialAnswer> offered = offered(open.incident(), key);
            if (offered.isEmpty()) {
                return refuse(RefusalCode.NOT_FOUND, "answer", key);
            }
            Optional<String> sending = repliesOnTheWay(open.incident());
            if (sending.isPresent()) {
                return refuse(RefusalCode.STILL_OPEN, sending.get());
            }
            open.record(new IncidentEvent.AnswerAccepted(key));
            settle(open, offered.get());
            return fine();
        });
    }

    private static Optional<OfficialAnswer> offered(Incident incident, String key) {
        return incident.officialAnswers().stream()
                .filter(answer -> answer.key().equals(key) && answer.state() == OfficialAnswer.State.OFFERED)
                .findFirst();
    }

    private static Optional<String> repliesOnTheWay(Incident incident) {
        return incident.publications().stream()
                .filter(one -> one.state().isOpen())
                .map(one -> one.id().value())
                .findFirst();
    }

    /** What waited for approval is overtaken; the clocks stop at the time of the answer itself. */
    private static void settle(OpenIncident open, OfficialAnswer answer) {
        for (Draft draft : open.incident().drafts()) {
            if (draft.state() == DraftState.SUBMITTED || draft.state() == DraftState.DRAFT) {
                open.record(new IncidentEvent.DraftVoided(draft.id(), "ANSWERED_DIRECTLY"));
            }
        }
        List<PostId> answered = answer.target().map(List::of).orElse(List.of());
        Answers.settle(open, answered, AnswerState.ANSWERED);
        if (Answers.awaiting(open) == 0) {
            Answers.finish(open, answer.answered());
        } else if (open.incident().state() == IncidentState.ON_APPROVAL) {
            Answers.backToWork(open, "POSTS_AWAIT_ANSWER");
        }
    }

    Result<Incident> decline(Actor actor, IncidentId incident, String key, String reason) {
        return commands.run(actor, incident, Operation.JUDGE_ANSWER, open -> {
            if (!isCode(reason)) {
                return refuse(RefusalCode.INVALID, "reason");
            }
            if (offered(open.incident(), key).isEmpty()) {
                return refuse(RefusalCode.NOT_FOUND, "answer", key);
            }
            open.record(new IncidentEvent.AnswerDeclined(key, reason));
            return fine();
        });
    }
}
