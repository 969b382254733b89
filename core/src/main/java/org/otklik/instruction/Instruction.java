package org.otklik.instruction;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.id.InstructionId;
import org.otklik.post.PostId;

/** An instruction of the head of the region as it stood at one version; immutable. */
public sealed interface Instruction permits DefaultInstruction {

    /**
     * Folds events into an instruction.
     *
     * @param events all events from the first on
     * @return the instruction after the last of them
     * @throws IllegalArgumentException if the first does not issue it
     */
    static Instruction fold(List<InstructionEvent> events) {
        if (events.isEmpty() || !(events.get(0) instanceof InstructionEvent.Issued first)) {
            throw new IllegalArgumentException("The events of an instruction must begin with its issue.");
        }
        Instruction instruction = issue(first);
        for (InstructionEvent event : events.subList(1, events.size())) {
            instruction = instruction.after(event);
        }
        return instruction;
    }

    /**
     * Returns a newly issued instruction.
     *
     * @param event its first event
     * @return the instruction at version 1
     */
    static Instruction issue(InstructionEvent.Issued event) {
        return new DefaultInstruction(
                event, 1, InstructionState.ISSUED, event.deadline(), Optional.empty(), Optional.empty());
    }

    /**
     * Returns the instruction after an event.
     *
     * @param event what happened
     * @return the next version
     */
    Instruction after(InstructionEvent event);

    /**
     * Tells its id.
     *
     * @return time-ordered id
     */
    InstructionId id();

    /**
     * Tells its human number.
     *
     * @return such as {@code П-63-2026-000017}
     */
    String number();

    /**
     * Tells how many events made it.
     *
     * @return 1 for a new instruction
     */
    long version();

    /**
     * Tells where it stands.
     *
     * @return the state
     */
    InstructionState state();

    /**
     * Tells who gave it.
     *
     * @return code of the actor
     */
    String author();

    /**
     * Tells from which post it came.
     *
     * @return the head's own reply in the network, or the post it answers
     */
    Optional<PostId> origin();

    /**
     * Lists the incidents it is about.
     *
     * @return immutable, possibly empty
     */
    List<IncidentId> incidents();

    /**
     * Lists who must carry it out.
     *
     * @return lead executor first; immutable
     */
    List<BodyId> executors();

    /**
     * Tells when it was given.
     *
     * @return the instant
     */
    Instant issuedAt();

    /**
     * Tells until when it must be carried out.
     *
     * @return the deadline that holds now
     */
    Instant deadline();

    /**
     * Tells what came of it.
     *
     * @return the outcome that the controller confirmed, or empty before
     */
    Optional<InstructionOutcome> outcome();

    /**
     * Tells when the executor last reported.
     *
     * @return the instant, or empty before the first report
     */
    Optional<Instant> reportedAt();

    /**
     * Tells whether it is late.
     *
     * @param now the instant of the question
     * @return true if it is open, or was reported, after its deadline
     */
    default boolean overdue(Instant now) {
        return reportedAt().orElse(now).isAfter(deadline()) && state() != InstructionState.CANCELLED;
    }
}
