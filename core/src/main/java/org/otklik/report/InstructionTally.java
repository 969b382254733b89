package org.otklik.report;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.otklik.instruction.Instruction;
import org.otklik.instruction.InstructionOutcome;
import org.otklik.instruction.InstructionState;

/** Gathers outcomes of instructions; for one thread. */
final class InstructionTally {

    private final Instant asOf;
    private final Map<InstructionOutcome, Long> outcomes = new EnumMap<>(InstructionOutcome.class);
    private long issued;
    private long open;
    private long overdue;
    private long cancelled;
    private long confirmedLate;

    InstructionTally(Instant asOf) {
        this.asOf = asOf;
    }

    void add(Instruction instruction) {
        issued++;
        if (instruction.state() == InstructionState.CANCELLED) {
            cancelled++;
        } else if (instruction.state().isOpen()) {
            open++;
            overdue += instruction.overdue(asOf) ? 1 : 0;
        } else {
            instruction.outcome().ifPresent(outcome -> outcomes.merge(outcome, 1L, Long::sum));
            confirmedLate += reportedLate(instruction) ? 1 : 0;
        }
    }

    private static boolean reportedLate(Instruction instruction) {
        return instruction
                .reportedAt()
                .filter(at -> at.isAfter(instruction.deadline()))
                .isPresent();
    }

    private long with(InstructionOutcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    InstructionOutcomes outcomes() {
        return new InstructionOutcomes(
                issued,
                open,
                overdue,
                cancelled,
                with(InstructionOutcome.POSITIVE),
                with(InstructionOutcome.PARTIAL),
                with(InstructionOutcome.NEGATIVE),
                confirmedLate);
    }
}
