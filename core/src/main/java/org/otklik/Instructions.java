package org.otklik;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.otklik.access.Actor;
import org.otklik.access.Result;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.id.InstructionId;
import org.otklik.incident.ExternalRef;
import org.otklik.instruction.Instruction;
import org.otklik.instruction.InstructionOutcome;
import org.otklik.post.CleanText;
import org.otklik.post.Post;
import org.otklik.post.PostId;

/** The work on instructions (поручения); thread-safe. */
public interface Instructions {

    /**
     * An instruction to be given; immutable. {@link #toString()} shows no text.
     *
     * @param text what is to be done
     * @param executors who must do it, lead executor first
     * @param deadline until when
     * @param incidents the incidents it is about
     * @param origin the post in which it was given or that it answers
     */
    record Order(
            String text,
            List<BodyId> executors,
            Instant deadline,
            List<IncidentId> incidents,
            Optional<PostId> origin) {

        /** Copies the lists. */
        public Order {
            text = CleanText.of(text);
            executors = List.copyOf(executors);
            incidents = List.copyOf(incidents);
        }

        @Override
        public String toString() {
            return "order to " + executors;
        }
    }

    /**
     * Lists the head's own replies in the networks that may be instructions and are not registered yet.
     *
     * @param actor who asks
     * @param limit how many at the most
     * @return the posts, oldest first, or refused
     */
    Result<List<Post>> offers(Actor actor, int limit);

    /**
     * Issues an instruction; an offered post named as origin is thereby registered.
     *
     * @param actor who issues it
     * @param order what is to be done
     * @return the instruction, or refused
     */
    Result<Instruction> issue(Actor actor, Order order);

    /**
     * Returns an instruction.
     *
     * @param actor who asks
     * @param id which
     * @return the instruction, or refused
     */
    Result<Instruction> view(Actor actor, InstructionId id);

    /**
     * Lists the instructions issued in a period.
     *
     * @param actor who asks
     * @param from first instant
     * @param before first instant that no longer belongs to the period
     * @param limit how many at the most
     * @return those he may see, oldest first
     */
    List<Instruction> issued(Actor actor, Instant from, Instant before, int limit);

    /**
     * Lists the instructions about an incident.
     *
     * @param actor who asks
     * @param incident which incident
     * @return those he may see, oldest first
     */
    List<Instruction> about(Actor actor, IncidentId incident);

    /**
     * Takes an instruction into work for the actor's body.
     *
     * @param actor who accepts
     * @param id which
     * @return the instruction, or refused
     */
    Result<Instruction> accept(Actor actor, InstructionId id);

    /**
     * Asks for more time.
     *
     * @param actor who asks
     * @param id which
     * @param until the date asked for
     * @param reason code of the reason
     * @return the instruction, or refused
     */
    Result<Instruction> requestExtension(Actor actor, InstructionId id, Instant until, String reason);

    /**
     * Decides on more time.
     *
     * @param actor the controller
     * @param id which
     * @param granted whether the deadline moves to the date asked for
     * @return the instruction, or refused
     */
    Result<Instruction> decideExtension(Actor actor, InstructionId id, boolean granted);

    /**
     * Reports that an instruction is carried out.
     *
     * @param actor who reports
     * @param id which
     * @param claimed the outcome he claims
     * @param text what was done
     * @return the instruction, or refused
     */
    Result<Instruction> report(Actor actor, InstructionId id, InstructionOutcome claimed, String text);

    /**
     * Returns a reported instruction for more work.
     *
     * @param actor the controller
     * @param id which
     * @param reason code of the reason
     * @return the instruction, or refused
     */
    Result<Instruction> sendBack(Actor actor, InstructionId id, String reason);

    /**
     * Confirms the outcome; never the executor himself.
     *
     * @param actor the controller
     * @param id which
     * @param outcome as he found it
     * @return the instruction, or refused
     */
    Result<Instruction> confirm(Actor actor, InstructionId id, InstructionOutcome outcome);

    /**
     * Withdraws an instruction.
     *
     * @param actor its author
     * @param id which
     * @param reason code of the reason
     * @return the instruction, or refused
     */
    Result<Instruction> cancel(Actor actor, InstructionId id, String reason);

    /**
     * Links a number in another system.
     *
     * @param actor who links
     * @param id which
     * @param reference system, number and link
     * @return the instruction, or refused
     */
    Result<Instruction> link(Actor actor, InstructionId id, ExternalRef reference);

    /**
     * Lists the numbers in other systems.
     *
     * @param actor who asks
     * @param id which
     * @return by system, or refused
     */
    Result<List<ExternalRef>> links(Actor actor, InstructionId id);
}
