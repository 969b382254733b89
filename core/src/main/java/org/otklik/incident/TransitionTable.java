package org.otklik.incident;

import static org.otklik.incident.IncidentState.ANSWERED;
import static org.otklik.incident.IncidentState.CLOSED;
import static org.otklik.incident.IncidentState.IN_WORK;
import static org.otklik.incident.IncidentState.MERGED;
import static org.otklik.incident.IncidentState.ON_APPROVAL;
import static org.otklik.incident.IncidentState.POSTPONED;
import static org.otklik.incident.IncidentState.REGISTERED;
import static org.otklik.incident.IncidentState.REJECTED;
import static org.otklik.incident.IncidentState.RETURNED;
import static org.otklik.incident.IncidentState.ROUTED;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.otklik.access.Operation;

/** Which operation an incident allows in which state; immutable. The roles stand in {@link Operation}. */
public final class TransitionTable {

    private static final Set<IncidentState> ANY = EnumSet.allOf(IncidentState.class);
    private static final Set<IncidentState> OPEN =
            EnumSet.of(REGISTERED, ROUTED, IN_WORK, ON_APPROVAL, POSTPONED, RETURNED);
    private static final Map<Operation, Set<IncidentState>> ALLOWED = allowed();

    private TransitionTable() {}

    private static Map<Operation, Set<IncidentState>> allowed() {
        Map<Operation, Set<IncidentState>> table = new EnumMap<>(Operation.class);
        addRouting(table);
        addAnswering(table);
        addLifeCycle(table);
        addFacts(table);
        return Collections.unmodifiableMap(table);
    }

    private static void addRouting(Map<Operation, Set<IncidentState>> table) {
        table.put(Operation.REASSESS, EnumSet.of(REGISTERED, ROUTED, RETURNED, IN_WORK));
        table.put(Operation.ROUTE, EnumSet.of(REGISTERED, RETURNED));
        table.put(Operation.ACCEPT, EnumSet.of(ROUTED));
        table.put(Operation.EXPIRE_ACCEPTANCE, EnumSet.of(ROUTED));
        table.put(Operation.DECLINE, EnumSet.of(ROUTED, IN_WORK));
        table.put(Operation.REDIRECT, EnumSet.of(ROUTED, IN_WORK, RETURNED));
        table.put(Operation.ADD_CO_EXECUTOR, EnumSet.of(ROUTED, IN_WORK));
    }

    private static void addAnswering(Map<Operation, Set<IncidentState>> table) {
        table.put(Operation.DRAFT, EnumSet.of(IN_WORK, POSTPONED));
        table.put(Operation.SUBMIT_REPLY, EnumSet.of(IN_WORK, POSTPONED));
        table.put(Operation.REQUEST_REWORK, EnumSet.of(ON_APPROVAL));
        table.put(Operation.APPROVE, EnumSet.of(ON_APPROVAL));
        table.put(Operation.REGISTER_ANSWER, OPEN);
        table.put(Operation.JUDGE_ANSWER, OPEN);
        table.put(Operation.WAIVE, OPEN);
    }

    private static void addLifeCycle(Map<Operation, Set<IncidentState>> table) {
        table.put(Operation.POSTPONE, EnumSet.of(IN_WORK, ANSWERED));
        table.put(Operation.RESUME, EnumSet.of(POSTPONED));
        table.put(Operation.CLOSE, EnumSet.of(ANSWERED, IN_WORK));
        table.put(Operation.REOPEN, EnumSet.of(CLOSED, ANSWERED));
        table.put(Operation.REJECT, EnumSet.of(REGISTERED, ROUTED, RETURNED, IN_WORK));
        table.put(Operation.RESTORE, EnumSet.of(REJECTED));
        table.put(Operation.MERGE, EnumSet.complementOf(EnumSet.of(CLOSED, REJECTED, MERGED)));
        table.put(Operation.UNMERGE, EnumSet.of(MERGED));
        table.put(Operation.ATTACH, EnumSet.complementOf(EnumSet.of(CLOSED, REJECTED, MERGED)));
        table.put(Operation.TAKE_LATE_POST, EnumSet.of(ANSWERED));
        table.put(Operation.PAUSE_CLOCK, OPEN);
        table.put(Operation.RESUME_CLOCK, OPEN);
        table.put(Operation.APPLY_POLICY, OPEN);
    }

    private static void addFacts(Map<Operation, Set<IncidentState>> table) {
        table.put(Operation.VIEW_INCIDENT, ANY);
        table.put(Operation.VIEW_AUTHOR, ANY);
        table.put(Operation.LINK_EXTERNAL, ANY);
        table.put(Operation.RECORD_PUBLICATION, ANY);
        table.put(Operation.RESOLVE_PUBLICATION, ANY);
        table.put(Operation.MARK_SOURCE_GONE, ANY);
        table.put(Operation.RECORD_DEADLINE, OPEN);
    }

    /**
     * Lists the states in which an operation may happen.
     *
     * @param operation the operation
     * @return the states; empty when the operation is not one on an incident
     */
    public static Set<IncidentState> statesFor(Operation operation) {
        return Collections.unmodifiableSet(ALLOWED.getOrDefault(operation, EnumSet.noneOf(IncidentState.class)));
    }

    /**
     * Tells whether an operation may happen in a state.
     *
     * @param state where the incident stands
     * @param operation the operation
     * @return true if the state allows it
     */
    public static boolean allows(IncidentState state, Operation operation) {
        return statesFor(operation).contains(state);
    }
}
