package org.otklik.examples.demo.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.otklik.IncidentDesk;
import org.otklik.instruction.Instruction;
import org.otklik.instruction.InstructionOutcome;
import org.otklik.instruction.InstructionState;

/** Looks at what executors report and confirms the outcome as he finds it. */
public final class Controller implements Person {

    private static final Duration CHECKING = Duration.ofMinutes(50);
    private static final List<InstructionOutcome> FOUND = List.of(
            InstructionOutcome.POSITIVE,
            InstructionOutcome.POSITIVE,
            InstructionOutcome.PARTIAL,
            InstructionOutcome.POSITIVE,
            InstructionOutcome.NEGATIVE);

    private final IncidentDesk desk;
    private final Orders orders;
    private final Hours hours;

    /**
     * Returns the controller.
     *
     * @param desk where he works
     * @param orders the instructions of the day
     */
    public Controller(IncidentDesk desk, Orders orders) {
        this.desk = desk;
        this.orders = orders;
        hours = new Hours(desk.region().zone(), 8, 20);
    }

    @Override
    public void act(Instant now) {
        if (hours.include(now)) {
            orders.all().stream().filter(order -> isToBeChecked(order, now)).forEach(this::check);
        }
    }

    private static boolean isToBeChecked(Instruction order, Instant now) {
        return order.state() == InstructionState.REPORTED
                && order.reportedAt()
                        .filter(at -> !at.plus(CHECKING).isAfter(now))
                        .isPresent();
    }

    private void check(Instruction order) {
        InstructionOutcome outcome = Chance.pick(FOUND, "found", order.number());
        desk.instructions().confirm(Staff.CONTROLLER, order.id(), outcome).orThrow();
    }
}
