package org.otklik.spi.storage;

import java.time.Instant;
import java.util.Set;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.id.InstructionId;
import org.otklik.instruction.InstructionState;

/**
 * An instruction as stored; immutable.
 *
 * @param id its id
 * @param number its human number
 * @param state where it stands
 * @param executors who must carry it out
 * @param incidents the incidents it is about
 * @param issuedAt when it was given
 * @param deadline until when
 * @param updatedAt when its last event happened
 * @param stream how many events it has, which is its version, and the hash of the last
 * @param snapshot JSON of the instruction
 */
public record InstructionRow(
        InstructionId id,
        String number,
        InstructionState state,
        Set<BodyId> executors,
        Set<IncidentId> incidents,
        Instant issuedAt,
        Instant deadline,
        Instant updatedAt,
        StreamHead stream,
        String snapshot) {

    /** Copies the sets. */
    public InstructionRow {
        executors = Set.copyOf(executors);
        incidents = Set.copyOf(incidents);
    }
}
