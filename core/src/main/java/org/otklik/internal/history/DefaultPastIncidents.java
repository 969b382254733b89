package org.otklik.internal.history;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.otklik.PastIncident;
import org.otklik.PastIncidents;
import org.otklik.access.AccessRequest;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.internal.unit.Sessions;

/** Takes closed incidents of an earlier system over, each batch in one transaction. */
public final class DefaultPastIncidents implements PastIncidents {

    private static final Pattern SYSTEM = Pattern.compile("[a-z0-9-]{1,40}");

    private final Sessions sessions;

    /** Creates the service. */
    public DefaultPastIncidents(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Result<List<Taken>> take(Actor actor, String system, List<PastIncident> incidents, boolean reallyDoIt) {
        if (!sessions.parts().authorizer().permits(new AccessRequest(actor, Operation.IMPORT_HISTORY, Set.of()))) {
            return Result.refused(RefusalCode.NOT_PERMITTED, Operation.IMPORT_HISTORY);
        }
        if (!SYSTEM.matcher(system).matches()) {
            return Result.refused(RefusalCode.INVALID, "system");
        }
        if (incidents.size() > MOST) {
            return Result.refused(RefusalCode.INVALID, "incidents");
        }
        return Result.done(sessions.run(actor, session -> new Takeover(session, system).take(incidents, reallyDoIt)));
    }
}
