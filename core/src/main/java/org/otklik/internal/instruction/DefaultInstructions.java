package org.otklik.internal.instruction;

import static org.otklik.instruction.InstructionState.EXTENSION_REQUESTED;
import static org.otklik.instruction.InstructionState.IN_PROGRESS;
import static org.otklik.instruction.InstructionState.ISSUED;
import static org.otklik.instruction.InstructionState.REPORTED;
import static org.otklik.instruction.InstructionState.RETURNED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.otklik.Instructions;
import org.otklik.access.AccessRequest;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.id.InstructionId;
import org.otklik.incident.ExternalRef;
import org.otklik.instruction.Instruction;
import org.otklik.instruction.InstructionEvent;
import org.otklik.instruction.InstructionOutcome;
import org.otklik.instruction.InstructionState;
import org.otklik.internal.codec.InstructionJson;
import org.otklik.internal.incident.IncidentCommands;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.ExternalRefs;
import org.otklik.internal.unit.Sessions;
import org.otklik.post.CleanText;
import org.otklik.post.Post;
import org.otklik.spi.storage.InstructionRow;
import org.otklik.spi.storage.StreamId;
import org.otklik.spi.storage.TextRow;

/** The work on instructions. */
public final class DefaultInstructions implements Instructions {

    private static final int PAGE = 500;
    private static final String EXTENSION = "extension:until";

    private final Sessions sessions;
    private final Offers offers;
    private final Issuing issuing;

    /** Creates the service. */
    public DefaultInstructions(Sessions sessions) {
        this.sessions = sessions;
        this.offers = new Offers(sessions);
        this.issuing = new Issuing(sessions.parts(), offers);
    }

    private DeskParts parts() {
        return sessions.parts();
    }

    private boolean permits(Actor actor, Operation operation, Set<BodyId> owners) {
        return parts().authorizer().permits(new AccessRequest(actor, operation, owners));
    }

    @Override
    public Result<List<Post>> offers(Actor actor, int limit) {
        return permits(actor, Operation.ISSUE_INSTRUCTION, Set.of())
                ? Result.done(offers.list(actor, limit))
                : Result.refused(RefusalCode.NOT_PERMITTED, Operation.ISSUE_INSTRUCTION);
    }

    @Override
    public Result<Instruction> issue(Actor actor, Order order) {
        return permits(actor, Operation.ISSUE_INSTRUCTION, Set.of())
                ? sessions.run(actor, session -> issuing.issue(session, order))
                : Result.refused(RefusalCode.NOT_PERMITTED, Operation.ISSUE_INSTRUCTION);
    }

    private Result<Instruction> command(
            Actor actor,
            InstructionId id,
            Operation operation,
            Set<InstructionState> states,
            Function<OpenInstruction, Optional<Result<Instruction>>> work) {
        return sessions.run(actor, session -> {
            Optional<OpenInstruction> found = OpenInstruction.find(session, id);
            if (found.isEmpty()) {
                return Result.refused(RefusalCode.NOT_FOUND, "instruction", id);
            }
            OpenInstruction open = found.get();
            Optional<Result<Instruction>> refusal = refusal(actor, open.instruction(), operation, states);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            Optional<Result<Instruction>> stopped = work.apply(open);
            if (stopped.isPresent()) {
                return stopped.get();
            }
            open.save();
            return Result.done(open.instruction());
        });
    }

    private Optional<Result<Instruction>> refusal(
            Actor actor, Instruction instruction, Operation operation, Set<InstructionState> states) {
        Set<BodyId> owners = Set.copyOf(instruction.executors());
        if (!permits(actor, operation, owners)) {
            return permits(actor, Operation.VIEW_INSTRUCTION, owners)
                    ? IncidentCommands.refuse(RefusalCode.NOT_PERMITTED, operation)
                    : IncidentCommands.refuse(RefusalCode.NOT_FOUND, "instruction", instruction.id());
        }
        return states.contains(instruction.state())
                ? Optional.empty()
                : IncidentCommands.refuse(RefusalCode.WRONG_STATE, operation, instruction.state());
    }

    /** Runs a command of the body that carries the instruction out. */
    private Result<Instruction> byExecutor(
            Actor actor,
            InstructionId id,
            Set<InstructionState> states,
            BiFunction<OpenInstruction, BodyId, Optional<Result<Instruction>>> work) {
        return command(
                actor,
                id,
                Operation.WORK_ON_INSTRUCTION,
                states,
                open -> open.instruction().executors().stream()
                        .filter(actor.bodies()::contains)
                        .findFirst()
                        .map(body -> work.apply(open, body))
                        .orElseGet(() -> IncidentCommands.refuse(RefusalCode.NOT_ASSIGNED, actor.bodies())));
    }

    @Override
    public Result<Instruction> view(Actor actor, InstructionId id) {
        return command(
                actor, id, Operation.VIEW_INSTRUCTION, EnumSet.allOf(InstructionState.class), open -> Optional.empty());
    }

    @Override
    public List<Instruction> issued(Actor actor, Instant from, Instant before, int limit) {
        return sessions.run(actor, session -> {
            List<Instruction> visible = new ArrayList<>();
            Optional<InstructionId> last = Optional.empty();
            do {
                List<InstructionRow> page = session.stores().instructions().issued(from, before, last, PAGE);
                visible.addAll(visible(actor, page));
                last = page.size() < PAGE
                        ? Optional.empty()
                        : Optional.of(page.get(page.size() - 1).id());
            } while (last.isPresent() && visible.size() < limit);
            return List.copyOf(visible.subList(0, Math.min(limit, visible.size())));
        });
    }

    private List<Instruction> visible(Actor actor, List<InstructionRow> rows) {
        return rows.stream()
                .map(row -> InstructionJson.read(parts().json(), row))
                .filter(known -> permits(actor, Operation.VIEW_INSTRUCTION, Set.copyOf(known.executors())))
                .toList();
    }

    @Override
    public List<Instruction> about(Actor actor, IncidentId incident) {
        return sessions.run(
                actor, session -> visible(actor, session.stores().instructions().about(incident)));
    }

    @Override
    public Result<Instruction> accept(Actor actor, InstructionId id) {
        return byExecutor(actor, id, EnumSet.of(ISSUED, RETURNED), (open, body) -> {
            open.record(new InstructionEvent.Accepted(body));
            return Optional.empty();
        });
    }

    @Override
    public Result<Instruction> requestExtension(Actor actor, InstructionId id, Instant until, String reason) {
        return byExecutor(actor, id, EnumSet.of(IN_PROGRESS), (open, body) -> {
            if (!IncidentCommands.isCode(reason)) {
                return IncidentCommands.refuse(RefusalCode.INVALID, "reason");
            }
            if (!until.isAfter(open.instruction().deadline())) {
                return IncidentCommands.refuse(RefusalCode.INVALID, "until");
            }
            open.record(new InstructionEvent.ExtensionRequested(body, until, reason));
            text(open, EXTENSION, until.toString());
            return Optional.empty();
        });
    }

    @Override
    public Result<Instruction> decideExtension(Actor actor, InstructionId id, boolean granted) {
        return command(actor, id, Operation.CONTROL_INSTRUCTION, EnumSet.of(EXTENSION_REQUESTED), open -> {
            Instant asked = open.session()
                    .stores()
                    .texts()
                    .find(open.stream(), EXTENSION)
                    .map(row -> Instant.parse(row.text()))
                    .orElse(open.instruction().deadline());
            Instant deadline = granted ? asked : open.instruction().deadline();
            open.record(new InstructionEvent.ExtensionDecided(granted, deadline));
            return Optional.empty();
        });
    }

    @Override
    public Result<Instruction> report(Actor actor, InstructionId id, InstructionOutcome claimed, String text) {
        return byExecutor(actor, id, EnumSet.of(IN_PROGRESS, RETURNED), (open, body) -> {
            if (text.isBlank()) {
                return IncidentCommands.refuse(RefusalCode.INVALID, "text");
            }
            open.record(
                    new InstructionEvent.Reported(body, claimed, open.session().now()));
            text(open, "report:" + open.instruction().version(), CleanText.of(text));
            return Optional.empty();
        });
    }

    private static void text(OpenInstruction open, String key, String text) {
        open.session()
                .stores()
                .texts()
                .put(new TextRow(
                        key,
                        open.stream(),
                        text,
                        Optional.empty(),
                        open.session().now()));
    }

    @Override
    public Result<Instruction> sendBack(Actor actor, InstructionId id, String reason) {
        return command(actor, id, Operation.CONTROL_INSTRUCTION, EnumSet.of(REPORTED), open -> {
            if (!IncidentCommands.isCode(reason)) {
                return IncidentCommands.refuse(RefusalCode.INVALID, "reason");
            }
            open.record(new InstructionEvent.Returned(reason));
            return Optional.empty();
        });
    }

    @Override
    public Result<Instruction> confirm(Actor actor, InstructionId id, InstructionOutcome outcome) {
        return command(actor, id, Operation.CONTROL_INSTRUCTION, EnumSet.of(REPORTED), open -> {
            boolean executesIt = open.instruction().executors().stream().anyMatch(actor.bodies()::contains);
            if (executesIt) {
                return IncidentCommands.refuse(RefusalCode.NOT_PERMITTED, Operation.CONTROL_INSTRUCTION);
            }
            open.record(new InstructionEvent.Confirmed(
                    outcome, actor.id(), open.session().now()));
            return Optional.empty();
        });
    }

    @Override
    public Result<Instruction> cancel(Actor actor, InstructionId id, String reason) {
        return command(
                actor,
                id,
                Operation.CANCEL_INSTRUCTION,
                EnumSet.of(ISSUED, IN_PROGRESS, EXTENSION_REQUESTED, REPORTED, RETURNED),
                open -> {
                    if (!IncidentCommands.isCode(reason)) {
                        return IncidentCommands.refuse(RefusalCode.INVALID, "reason");
                    }
                    if (!open.instruction().author().equals(actor.id())) {
                        return IncidentCommands.refuse(RefusalCode.NOT_PERMITTED, Operation.CANCEL_INSTRUCTION);
                    }
                    open.record(new InstructionEvent.Cancelled(reason));
                    return Optional.empty();
                });
    }

    @Override
    public Result<Instruction> link(Actor actor, InstructionId id, ExternalRef reference) {
        Operation operation = permits(actor, Operation.CONTROL_INSTRUCTION, Set.of())
                ? Operation.CONTROL_INSTRUCTION
                : Operation.WORK_ON_INSTRUCTION;
        return command(actor, id, operation, EnumSet.allOf(InstructionState.class), open -> {
            new ExternalRefs(parts()).put(open.session(), open.stream(), reference);
            open.record(new InstructionEvent.ExternalLinked(reference.system()));
            return Optional.empty();
        });
    }

    @Override
    public Result<List<ExternalRef>> links(Actor actor, InstructionId id) {
        return view(actor, id)
                .map(known -> sessions.run(
                        actor, session -> new ExternalRefs(parts()).of(session, StreamId.instruction(id))));
    }
}
