package org.otklik.examples.demo.people;

import java.time.Duration;
import java.time.Instant;
import org.otklik.IncidentDesk;
import org.otklik.access.Actor;
import org.otklik.instruction.Instruction;
import org.otklik.instruction.InstructionOutcome;
import org.otklik.instruction.InstructionState;

/** Carries out instructions for every body, mostly in time, and reports. */
public final class Executor implements Person {

    private static final int LATE = 15;

    private final IncidentDesk desk;
    private final Orders orders;
    private final Hours hours;

    /**
     * Returns the executors.
     *
     * @param desk where they work
     * @param orders the instructions of the day
     */
    public Executor(IncidentDesk desk, Orders orders) {
        this.desk = desk;
        this.orders = orders;
        hours = new Hours(desk.region().zone(), 8, 20);
    }

    @Override
    public void act(Instant now) {
        if (hours.include(now)) {
            orders.all().forEach(order -> work(order, now));
        }
    }

    private void work(Instruction order, Instant now) {
        Actor executor = Staff.official(order.executors().get(0));
        if (order.state() == InstructionState.ISSUED) {
            desk.instructions().accept(executor, order.id()).orThrow();
        } else if (isWorkedOn(order) && !order.issuedAt().plus(effort(order)).isAfter(now)) {
            desk.instructions()
                    .report(executor, order.id(), InstructionOutcome.POSITIVE, "Меры приняты, замечания устранены.")
                    .orThrow();
        }
    }

    private static boolean isWorkedOn(Instruction order) {
        return order.state() == InstructionState.IN_PROGRESS || order.state() == InstructionState.RETURNED;
    }

    private static Duration effort(Instruction order) {
        return Chance.of(LATE, "late", order.number())
                ? Duration.ofHours(22)
                : Chance.between(Duration.ofHours(2), Duration.ofHours(6), "effort", order.number());
    }
}
