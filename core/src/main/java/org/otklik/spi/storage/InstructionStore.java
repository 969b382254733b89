package org.otklik.spi.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.otklik.id.IncidentId;
import org.otklik.id.InstructionId;

/** Keeps instructions: one row each, with its version. */
public interface InstructionStore {

    /**
     * Inserts an instruction.
     *
     * @param row with the version of its stream
     */
    void insert(InstructionRow row);

    /**
     * Replaces an instruction.
     *
     * @param row the new state
     * @param expectedVersion the version that was read
     * @throws StaleVersionException if it has another version now; may come as late as the commit
     */
    void update(InstructionRow row, long expectedVersion);

    /**
     * Finds an instruction.
     *
     * @param id which
     * @return the row, if it exists
     */
    Optional<InstructionRow> find(InstructionId id);

    /**
     * Lists the instructions about an incident.
     *
     * @param incident which
     * @return by id
     */
    List<InstructionRow> about(IncidentId incident);

    /**
     * Lists instructions issued in a period.
     *
     * @param from first instant
     * @param before first instant that no longer belongs to the period
     * @param after the last instruction of the page before; empty for the first page
     * @param limit how many at the most
     * @return the page, by id
     */
    List<InstructionRow> issued(Instant from, Instant before, Optional<InstructionId> after, int limit);
}
