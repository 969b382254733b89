package org.otklik.examples.demo.people;

import java.util.ArrayList;
import java.util.List;
import org.otklik.IncidentDesk;
import org.otklik.id.InstructionId;
import org.otklik.incident.IncidentQuery;
import org.otklik.instruction.Instruction;

/** The instructions of the day: read from the desk once when the demo begins, then kept up with. */
public final class Orders {

    private final IncidentDesk desk;
    private final List<InstructionId> ids = new ArrayList<>();

    private Orders(IncidentDesk desk) {
        this.desk = desk;
    }

    /**
     * Reads the instructions that the desk has.
     *
     * @param desk where
     * @return all of them
     */
    public static Orders of(IncidentDesk desk) {
        Orders orders = new Orders(desk);
        Lists.all(desk, Staff.CONTROLLER, IncidentQuery.all().by(IncidentQuery.Sort.OLDEST)).stream()
                .flatMap(line -> desk.instructions().about(Staff.CONTROLLER, line.id()).stream())
                .map(Instruction::id)
                .distinct()
                .forEach(orders.ids::add);
        return orders;
    }

    void add(Instruction instruction) {
        ids.add(instruction.id());
    }

    /**
     * Lists the instructions as they stand.
     *
     * @return in order of issue
     */
    public List<Instruction> all() {
        return ids.stream()
                .map(id -> desk.instructions().view(Staff.CONTROLLER, id).orThrow())
                .toList();
    }
}
