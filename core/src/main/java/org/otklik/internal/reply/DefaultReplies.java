package org.otklik.internal.reply;

import static org.otklik.internal.incident.IncidentCommands.isCode;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.otklik.Replies;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.id.DraftId;
import org.otklik.id.IncidentId;
import org.otklik.id.PublicationId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.internal.incident.IncidentCommands;
import org.otklik.internal.publish.Resolutions;
import org.otklik.internal.unit.Clocks;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.internal.unit.ReplyTexts;
import org.otklik.internal.unit.Session;
import org.otklik.post.CleanText;
import org.otklik.reply.Draft;
import org.otklik.reply.DraftState;
import org.otklik.reply.Finding;
import org.otklik.reply.OfficialAnswer;
import org.otklik.reply.Publication;
import org.otklik.reply.ReplyHash;
import org.otklik.reply.ReplyRequest;
import org.otklik.sla.ClockName;
import org.otklik.spi.storage.Foresight;

/** The work on replies. */
public final class DefaultReplies implements Replies {

    private final IncidentCommands commands;
    private final Drafting drafting;
    private final Previews previews;
    private final Approving approving;
    private final OfficialAnswers officialAnswers;
    private final Resolutions resolutions;

    /** Creates the service. */
    public DefaultReplies(IncidentCommands commands) {
        this.commands = commands;
        this.drafting = new Drafting(commands.parts());
        this.previews = new Previews(commands.parts());
        this.approving = new Approving(commands.parts());
        this.officialAnswers = new OfficialAnswers(commands);
        this.resolutions = new Resolutions(commands);
    }

    private DeskParts parts() {
        return commands.parts();
    }

    @Override
    public Result<List<Way>> ways(Actor actor, IncidentId incident) {
        return commands.call(
                actor, incident, Operation.VIEW_INCIDENT, open -> Result.done(new Speakers(parts()).ways(open)));
    }

    @Override
    public Result<Draft> draft(Actor actor, ReplyRequest request) {
        return commands.sessions().run(actor, session -> {
            session.stores()
                    .foresee(Foresight.of(request.incident())
                            .with(Set.of(Foresight.Part.AWAITING))
                            .withPosts(Set.copyOf(request.targets())));
            return commands.changeForeseen(
                    session, request.incident(), Operation.DRAFT, open -> drafting.draft(open, request));
        });
    }

    private <T> Result<T> onDraft(
            Actor actor, DraftId id, Operation operation, BiFunction<OpenIncident, Draft, Result<T>> work) {
        return commands.sessions().run(actor, session -> onDraft(session, id, operation, work));
    }

    private <T> Result<T> onDraft(
            Session session, DraftId id, Operation operation, BiFunction<OpenIncident, Draft, Result<T>> work) {
        ReplyTexts.foresee(session, id);
        Optional<IncidentId> owner = ReplyTexts.owner(session, id);
        if (owner.isEmpty()) {
            return Result.refused(RefusalCode.NOT_FOUND, "draft", id);
        }
        return commands.changeForeseen(
                session,
                owner.get(),
                operation,
                open -> open.incident()
                        .draft(id)
                        .map(draft -> work.apply(open, draft))
                        .orElseGet(() -> Result.refused(RefusalCode.NOT_FOUND, "draft", id)));
    }

    @Override
    public Result<Draft> revise(Actor actor, DraftId id, String text) {
        return onDraft(actor, id, Operation.DRAFT, (open, draft) -> drafting.revise(open, draft, CleanText.of(text)));
    }

    @Override
    public Result<List<TargetPreview>> preview(Actor actor, ReplyRequest request) {
        return commands.call(
                actor, request.incident(), Operation.VIEW_INCIDENT, open -> drafting.preview(open, request));
    }

    @Override
    public Result<Preview> preview(Actor actor, DraftId id) {
        return onDraft(actor, id, Operation.VIEW_INCIDENT, (open, draft) -> {
            String text = ReplyTexts.find(open.session(), draft.incident(), id).orElse("");
            return Result.done(new Preview(
                    draft,
                    text,
                    drafting.check(draft, text),
                    previews.of(open, draft.account(), draft.targets(), text),
                    new Speakers(parts()).waysOf(open, draft)));
        });
    }

    @Override
    public Result<Draft> submit(Actor actor, DraftId id) {
        return onDraft(actor, id, Operation.SUBMIT_REPLY, (open, draft) -> {
            if (draft.state() != DraftState.DRAFT) {
                return Result.refused(RefusalCode.WRONG_STATE, Operation.SUBMIT_REPLY, draft.state());
            }
            String text = ReplyTexts.find(open.session(), draft.incident(), id).orElse("");
            List<String> blocking = drafting.check(draft, text).stream()
                    .filter(finding -> finding.gravity() == Finding.Gravity.BLOCKING)
                    .map(Finding::code)
                    .distinct()
                    .toList();
            if (!blocking.isEmpty()) {
                return Result.refused(RefusalCode.CHECK_FAILED, String.join(", ", blocking));
            }
            return Drafting.then(
                    Previews.text(previews.of(open, draft.account(), draft.targets(), text)),
                    fitting -> submitted(open, id));
        });
    }

    private static Result<Draft> submitted(OpenIncident open, DraftId id) {
        open.record(Clocks.stop(open.incident(), open.session().now(), ClockName.DRAFT));
        open.record(new IncidentEvent.DraftSubmitted(id));
        open.record(open.clocks().start(open.incident(), open.session().now(), List.of(ClockName.APPROVE)));
        return drafted(open, id);
    }

    private static Result<Draft> drafted(OpenIncident open, DraftId id) {
        return Result.done(open.incident().draft(id).orElseThrow());
    }

    @Override
    public Result<Draft> requestRework(Actor actor, DraftId id, String criterion) {
        return onDraft(actor, id, Operation.REQUEST_REWORK, (open, draft) -> {
            if (draft.state() != DraftState.SUBMITTED) {
                return Result.refused(RefusalCode.WRONG_STATE, Operation.REQUEST_REWORK, draft.state());
            }
            if (!isCode(criterion)) {
                return Result.refused(RefusalCode.INVALID, "criterion");
            }
            open.record(Clocks.stop(open.incident(), open.session().now(), ClockName.APPROVE));
            open.record(new IncidentEvent.ReworkRequested(id, criterion));
            open.record(open.clocks().start(open.incident(), open.session().now(), List.of(ClockName.DRAFT)));
            return drafted(open, id);
        });
    }

    @Override
    public Result<List<Publication>> approve(Actor actor, DraftId id, ReplyHash hash) {
        return onDraft(actor, id, Operation.APPROVE, (open, draft) -> approving.approve(open, draft, hash));
    }

    @Override
    public Result<Draft> withdraw(Actor actor, DraftId id, String reason) {
        return onDraft(actor, id, Operation.VIEW_INCIDENT, (open, draft) -> {
            if (!commands.permits(actor, Operation.SUBMIT_REPLY, open.bodies())
                    && !commands.permits(actor, Operation.APPROVE, open.bodies())) {
                return Result.refused(RefusalCode.NOT_PERMITTED, Operation.SUBMIT_REPLY);
            }
            return isCode(reason)
                    ? approving.withdraw(open, draft, reason)
                    : Result.refused(RefusalCode.INVALID, "reason");
        });
    }

    @Override
    public Result<Incident> resolve(Actor actor, PublicationId publication, boolean wasPublished) {
        return resolutions.resolve(actor, publication, wasPublished);
    }

    @Override
    public Result<OfficialAnswer> registerAnswer(Actor actor, IncidentId incident, GivenAnswer answer) {
        return officialAnswers.register(actor, incident, answer);
    }

    @Override
    public Result<Incident> acceptAnswer(Actor actor, IncidentId incident, String key) {
        return officialAnswers.accept(actor, incident, key);
    }

    @Override
    public Result<Incident> declineAnswer(Actor actor, IncidentId incident, String key, String reason) {
        return officialAnswers.decline(actor, incident, key, reason);
    }
}
