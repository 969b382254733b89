package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.otklik.tck.Sample.incidentId;
import static org.otklik.tck.Sample.instruction;
import static org.otklik.tck.Sample.instructionId;
import static org.otklik.tck.Sample.minute;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.otklik.instruction.InstructionState;
import org.otklik.spi.storage.InstructionRow;
import org.otklik.spi.storage.StaleVersionException;
import org.otklik.spi.storage.StreamHead;

/** What a store of instructions keeps: rows with versions, found by incident and by period. */
public abstract class InstructionStoreContract extends StorageContract {

    /** Creates the contract; JUnit does. */
    protected InstructionStoreContract() {}

    private void insert(InstructionRow... rows) {
        write(unit -> List.of(rows).forEach(unit.instructions()::insert));
    }

    private static InstructionRow confirmed(InstructionRow row) {
        return new InstructionRow(
                row.id(),
                row.number(),
                InstructionState.CONFIRMED,
                Set.of(),
                Set.of(incidentId(9)),
                row.issuedAt(),
                row.deadline().plusSeconds(60),
                row.updatedAt().plusSeconds(60),
                new StreamHead(2, Sample.hash(2)),
                "{\"v\":2}");
    }

    @Test
    final void an_instruction_comes_back_as_it_was_stored() {
        insert(instruction(1, incidentId(1), incidentId(2)), instruction(2));

        restart();

        assertEquals(
                Optional.of(instruction(1, incidentId(1), incidentId(2))),
                ask(unit -> unit.instructions().find(instructionId(1))));
        assertEquals(
                Optional.of(instruction(2)), ask(unit -> unit.instructions().find(instructionId(2))));
        assertEquals(Optional.empty(), ask(unit -> unit.instructions().find(instructionId(3))));
    }

    @Test
    final void an_update_replaces_everything() {
        insert(instruction(1, incidentId(1)));
        InstructionRow changed = confirmed(instruction(1));

        write(unit -> unit.instructions().update(changed, 1));

        assertEquals(Optional.of(changed), ask(unit -> unit.instructions().find(instructionId(1))));
        assertEquals(List.of(), ask(unit -> unit.instructions().about(incidentId(1))));
        assertEquals(List.of(changed), ask(unit -> unit.instructions().about(incidentId(9))));
    }

    @Test
    final void an_update_of_an_old_version_fails() {
        insert(instruction(1));
        InstructionRow changed = confirmed(instruction(1));
        write(unit -> unit.instructions().update(changed, 1));

        assertThrows(
                StaleVersionException.class,
                () -> write(unit -> unit.instructions().update(changed, 1)));
    }

    @Test
    final void instructions_about_an_incident_come_by_id() {
        insert(instruction(3, incidentId(1)), instruction(2, incidentId(2)), instruction(1, incidentId(1)));

        List<InstructionRow> found = ask(unit -> unit.instructions().about(incidentId(1)));

        assertEquals(List.of(instruction(1, incidentId(1)), instruction(3, incidentId(1))), found);
    }

    @Test
    final void instructions_of_a_period_are_paged_by_id() {
        insert(instruction(1), instruction(2), instruction(3), instruction(4), instruction(5));

        List<InstructionRow> first = ask(unit -> unit.instructions().issued(minute(2), minute(5), Optional.empty(), 2));
        List<InstructionRow> rest =
                ask(unit -> unit.instructions().issued(minute(2), minute(5), Optional.of(instructionId(3)), 2));

        assertEquals(List.of(instruction(2), instruction(3)), first);
        assertEquals(List.of(instruction(4)), rest);
    }
}
