package org.otklik.instruction;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.id.InstructionId;
import org.otklik.post.PostId;

/** The one implementation of {@link Instruction}. */
record DefaultInstruction(
        InstructionEvent.Issued issued,
        long version,
        InstructionState state,
        Instant deadline,
        Optional<InstructionOutcome> outcome,
        Optional<Instant> reportedAt)
        implements Instruction {

    @Override
    public Instruction after(InstructionEvent event) {
        if (event instanceof InstructionEvent.Accepted) {
            return next(InstructionState.IN_PROGRESS, deadline, outcome, reportedAt);
        } else if (event instanceof InstructionEvent.ExtensionRequested) {
            return next(InstructionState.EXTENSION_REQUESTED, deadline, outcome, reportedAt);
        } else if (event instanceof InstructionEvent.ExtensionDecided decided) {
            return next(InstructionState.IN_PROGRESS, decided.deadline(), outcome, reportedAt);
        } else if (event instanceof InstructionEvent.Reported reported) {
            return next(InstructionState.REPORTED, deadline, outcome, Optional.of(reported.at()));
        } else if (event instanceof InstructionEvent.Returned) {
            return next(InstructionState.RETURNED, deadline, outcome, Optional.empty());
        } else if (event instanceof InstructionEvent.Confirmed confirmed) {
            return next(InstructionState.CONFIRMED, deadline, Optional.of(confirmed.outcome()), reportedAt);
        } else if (event instanceof InstructionEvent.Cancelled) {
            return next(InstructionState.CANCELLED, deadline, outcome, reportedAt);
        } else if (event instanceof InstructionEvent.ExternalLinked) {
            return next(state, deadline, outcome, reportedAt);
        }
        throw new IllegalArgumentException(
                "The event " + event.getClass().getSimpleName() + " cannot follow the issue of an instruction.");
    }

    private Instruction next(
            InstructionState to, Instant until, Optional<InstructionOutcome> result, Optional<Instant> reported) {
        return new DefaultInstruction(issued, version + 1, to, until, result, reported);
    }

    @Override
    public InstructionId id() {
        return issued.id();
    }

    @Override
    public String number() {
        return issued.number();
    }

    @Override
    public String author() {
        return issued.author();
    }

    @Override
    public Optional<PostId> origin() {
        return issued.origin();
    }

    @Override
    public List<IncidentId> incidents() {
        return issued.incidents();
    }

    @Override
    public List<BodyId> executors() {
        return issued.executors();
    }

    @Override
    public Instant issuedAt() {
        return issued.issuedAt();
    }

    @Override
    public String toString() {
        return "instruction " + number() + " v" + version + " " + state;
    }
}
