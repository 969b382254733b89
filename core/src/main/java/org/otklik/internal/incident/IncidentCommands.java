package org.otklik.internal.incident;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.otklik.access.AccessRequest;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.access.Role;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentState;
import org.otklik.incident.TransitionTable;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.OpenIncident;
import org.otklik.internal.unit.Session;
import org.otklik.internal.unit.Sessions;
import org.otklik.spi.storage.Foresight;

/** Runs a command on one incident: find, authorise, check the state, do it, save. Thread-safe. */
public final class IncidentCommands {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,40}");

    private final Sessions sessions;

    /** Creates the runner. */
    public IncidentCommands(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Gives the desk's parts. */
    public DeskParts parts() {
        return sessions.parts();
    }

    /** Gives the transactions. */
    public Sessions sessions() {
        return sessions;
    }

    /** Runs a command and returns the incident after it. */
    public Result<Incident> run(
            Actor actor, IncidentId id, Operation operation, Function<OpenIncident, Optional<Result<Incident>>> work) {
        return sessions.run(
                actor,
                session -> change(
                        session,
                        id,
                        operation,
                        open -> work.apply(open).orElseGet(() -> Result.done(open.incident()))));
    }

    /** Runs a command that returns something of its own. */
    public <T> Result<T> call(Actor actor, IncidentId id, Operation operation, Function<OpenIncident, Result<T>> work) {
        return sessions.run(actor, session -> change(session, id, operation, work));
    }

    /** Runs a command within a session, after it said what it will ask. */
    public <T> Result<T> change(
            Session session, IncidentId id, Operation operation, Function<OpenIncident, Result<T>> work) {
        session.stores().foresee(Foresight.of(id).with(Foresights.of(operation)));
        return changeForeseen(session, id, operation, work);
    }

    /** Runs a command within a session that said already what will be asked. */
    public <T> Result<T> changeForeseen(
            Session session, IncidentId id, Operation operation, Function<OpenIncident, Result<T>> work) {
        Optional<OpenIncident> found = OpenIncident.find(session, id);
        if (found.isEmpty()) {
            return Result.refused(RefusalCode.NOT_FOUND, "incident", id);
        }
        OpenIncident open = found.get();
        Optional<Result<T>> refusal = this.<T>forbidden(session.actor(), open, operation)
                .or(() -> wrongState(open.incident().state(), operation));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Result<T> result = work.apply(open);
        if (result.isDone()) {
            open.save();
        }
        return result;
    }

    private <T> Optional<Result<T>> forbidden(Actor actor, OpenIncident open, Operation operation) {
        Set<BodyId> owners = open.bodies();
        if (permits(actor, operation, owners)) {
            return Optional.empty();
        }
        return Optional.of(
                permits(actor, Operation.VIEW_INCIDENT, owners)
                        ? Result.refused(RefusalCode.NOT_PERMITTED, operation)
                        : Result.refused(
                                RefusalCode.NOT_FOUND,
                                "incident",
                                open.incident().id()));
    }

    private static <T> Optional<Result<T>> wrongState(IncidentState state, Operation operation) {
        return TransitionTable.allows(state, operation)
                ? Optional.empty()
                : Optional.of(Result.refused(RefusalCode.WRONG_STATE, operation, state));
    }

    /** Asks the authorizer. */
    public boolean permits(Actor actor, Operation operation, Set<BodyId> owners) {
        return (actor.is(Role.SYSTEM) && operation.roles().contains(Role.SYSTEM))
                || parts().authorizer().permits(new AccessRequest(actor, operation, owners));
    }

    /** Refuses a command. */
    public static <T> Optional<Result<T>> refuse(RefusalCode code, Object... arguments) {
        return Optional.of(Result.refused(code, arguments));
    }

    /** Lets a command go on. */
    public static <T> Optional<Result<T>> fine() {
        return Optional.empty();
    }

    /** Tells whether a reason is a stable code rather than words. */
    public static boolean isCode(String reason) {
        return CODE.matcher(reason).matches();
    }
}
