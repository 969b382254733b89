package org.otklik.desk;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.access.Role;
import org.otklik.incident.IncidentState;

/**
 * A command on an incident as the domain describes it.
 *
 * @param operation what the authorizer is asked
 * @param name of the method
 * @param roles who may give it
 * @param states in which it is possible
 * @param guard why it is refused all the same in a state, by one who is lead executor or not
 * @param onlyReads whether it leaves no trace
 * @param hides whether it is silent about the incident towards those who may not see it
 * @param call the command itself
 */
record Command(
        Operation operation,
        String name,
        Set<Role> roles,
        Set<IncidentState> states,
        BiFunction<IncidentState, Boolean, Optional<RefusalCode>> guard,
        boolean onlyReads,
        boolean hides,
        BiFunction<Case, Actor, Result<?>> call) {

    static final Set<IncidentState> ANY = EnumSet.allOf(IncidentState.class);

    static Command of(
            Operation operation,
            String name,
            Set<Role> roles,
            Set<IncidentState> states,
            BiFunction<Case, Actor, Result<?>> call) {
        return new Command(operation, name, roles, states, (state, lead) -> Optional.empty(), false, true, call);
    }

    Command reading() {
        return new Command(operation, name, roles, states, guard, true, hides, call);
    }

    Command open() {
        return new Command(operation, name, roles, states, guard, onlyReads, false, call);
    }

    Command guarded(RefusalCode code, IncidentState... where) {
        Set<IncidentState> refused = Set.of(where);
        return new Command(
                operation,
                name,
                roles,
                states,
                (state, lead) -> refused.contains(state) ? Optional.of(code) : guard.apply(state, lead),
                onlyReads,
                hides,
                call);
    }

    Command onlyForLead(RefusalCode code) {
        return new Command(
                operation,
                name,
                roles,
                states,
                (state, lead) -> lead ? guard.apply(state, lead) : Optional.of(code),
                onlyReads,
                hides,
                call);
    }

    Result<?> run(Case on, Actor actor) {
        return call.apply(on, actor);
    }
}
