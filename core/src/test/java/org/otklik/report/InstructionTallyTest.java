package org.otklik.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.id.BodyId;
import org.otklik.id.InstructionId;
import org.otklik.instruction.Instruction;
import org.otklik.instruction.InstructionEvent;
import org.otklik.instruction.InstructionOutcome;

class InstructionTallyTest {

    private static final Instant ISSUED = SampleRegion.FROM.plus(Duration.ofDays(1));
    private static final Instant DEADLINE = ISSUED.plus(Duration.ofDays(5));
    private static final BodyId BODY = BodyId.of("adm-samara");

    private final ReportTally tally = SampleRegion.tally();

    @Test
    void the_positive_share_is_of_the_confirmed_not_of_the_issued() {
        tally.add(confirmed(InstructionOutcome.POSITIVE, DEADLINE));
        tally.add(confirmed(InstructionOutcome.POSITIVE, DEADLINE.plusSeconds(1)));
        tally.add(confirmed(InstructionOutcome.PARTIAL, DEADLINE));
        tally.add(instruction());
        tally.add(instruction(new InstructionEvent.Cancelled("void")));

        InstructionOutcomes outcomes = tally.finish().instructions();

        assertEquals(new InstructionOutcomes(5, 1, 1, 1, 2, 1, 0, 1), outcomes);
        assertEquals(new Share(2, 3), outcomes.positiveShare());
    }

    @Test
    void an_instruction_of_another_period_is_not_counted() {
        Instruction older = Instruction.issue(issued(SampleRegion.FROM.minusSeconds(1)));

        assertFalse(tally.add(older));
        assertTrue(tally.add(instruction()));
        assertEquals(1, tally.finish().instructions().issued());
    }

    private static Instruction confirmed(InstructionOutcome outcome, Instant reported) {
        return instruction(
                new InstructionEvent.Accepted(BODY),
                new InstructionEvent.Reported(BODY, InstructionOutcome.POSITIVE, reported),
                new InstructionEvent.Confirmed(outcome, "controller", reported.plusSeconds(60)));
    }

    private static Instruction instruction(InstructionEvent... later) {
        List<InstructionEvent> events = new ArrayList<>();
        events.add(issued(ISSUED));
        events.addAll(List.of(later));
        return Instruction.fold(events);
    }

    static InstructionEvent.Issued issued(Instant at) {
        return new InstructionEvent.Issued(
                InstructionId.of(String.format(Locale.ROOT, "%026d", 1)),
                "П-63-2025-000001",
                "head",
                Optional.empty(),
                List.of(),
                List.of(BODY),
                at,
                DEADLINE);
    }
}
