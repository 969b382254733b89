package org.otklik.examples.demo.people;

import java.time.Instant;
import java.util.EnumSet;
import org.otklik.IncidentDesk;
import org.otklik.Replies.Preview;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentState;
import org.otklik.incident.IncidentSummary;
import org.otklik.reply.Draft;
import org.otklik.reply.DraftState;

/** Reads what officials hand in: approves exactly what he saw, and returns a few for rework. */
public final class Approver implements Person {

    private static final int RETURNED = 6;

    private final IncidentDesk desk;
    private final Hours hours;

    /**
     * Returns the approver.
     *
     * @param desk where he works
     */
    public Approver(IncidentDesk desk) {
        this.desk = desk;
        hours = new Hours(desk.region().zone(), 8, 21);
    }

    @Override
    public void act(Instant now) {
        if (hours.include(now)) {
            IncidentQuery waiting = IncidentQuery.open().in(EnumSet.of(IncidentState.ON_APPROVAL));
            Lists.all(desk, Staff.APPROVER, waiting).forEach(this::read);
        }
    }

    private void read(IncidentSummary line) {
        Incident incident = desk.incidents().get(Staff.APPROVER, line.id());
        incident.drafts().stream()
                .filter(draft -> draft.state() == DraftState.SUBMITTED)
                .forEach(draft -> judge(incident, draft));
    }

    private void judge(Incident incident, Draft draft) {
        Preview seen = desk.replies().preview(Staff.APPROVER, draft.id()).orThrow();
        if (draft.revision() == 1 && Chance.of(RETURNED, "rework", incident.number())) {
            desk.replies().requestRework(Staff.APPROVER, draft.id(), "NO_DATES").orThrow();
        } else {
            desk.replies()
                    .approve(Staff.APPROVER, draft.id(), seen.draft().hash())
                    .orThrow();
        }
    }
}
