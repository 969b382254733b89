package org.otklik.instruction;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.id.InstructionId;
import org.otklik.post.PostId;

/** What happened to an instruction; immutable; ids, codes and times only. */
public sealed interface InstructionEvent {

    /**
     * The instruction was given; its text lies in an erasable table.
     *
     * @param id its id
     * @param number its human number
     * @param author code of the actor who gave it
     * @param origin the post in which it was given or that it answers
     * @param incidents the incidents it is about
     * @param executors lead executor first
     * @param issuedAt when
     * @param deadline until when
     */
    record Issued(
            InstructionId id,
            String number,
            String author,
            Optional<PostId> origin,
            List<IncidentId> incidents,
            List<BodyId> executors,
            Instant issuedAt,
            Instant deadline)
            implements InstructionEvent {}

    /**
     * An executor took it into work.
     *
     * @param body which body
     */
    record Accepted(BodyId body) implements InstructionEvent {}

    /**
     * An executor asked for more time.
     *
     * @param body which body
     * @param until the date asked for
     * @param reason code of the reason
     */
    record ExtensionRequested(BodyId body, Instant until, String reason) implements InstructionEvent {}

    /**
     * The controller decided on more time.
     *
     * @param granted whether the deadline moved
     * @param deadline the deadline that holds now
     */
    record ExtensionDecided(boolean granted, Instant deadline) implements InstructionEvent {}

    /**
     * The executor reported that it is done; the report lies in an erasable table.
     *
     * @param body which body
     * @param claimed the outcome it claims
     * @param at when
     */
    record Reported(BodyId body, InstructionOutcome claimed, Instant at) implements InstructionEvent {}

    /**
     * The controller was not satisfied.
     *
     * @param reason code of the reason
     */
    record Returned(String reason) implements InstructionEvent {}

    /**
     * The controller confirmed the outcome.
     *
     * @param outcome as confirmed
     * @param controller code of the actor
     * @param at when
     */
    record Confirmed(InstructionOutcome outcome, String controller, Instant at) implements InstructionEvent {}

    /**
     * Its author withdrew it.
     *
     * @param reason code of the reason
     */
    record Cancelled(String reason) implements InstructionEvent {}

    /**
     * It has a number in another system; number and link lie in an erasable table.
     *
     * @param system slug of the other system
     */
    record ExternalLinked(String system) implements InstructionEvent {}
}
