package org.otklik.internal.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.Region;
import org.otklik.Reports;
import org.otklik.access.AccessRequest;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.id.InstructionId;
import org.otklik.incident.IncidentQuery;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.Session;
import org.otklik.internal.unit.Sessions;
import org.otklik.report.Report;
import org.otklik.report.ReportFrame;
import org.otklik.report.ReportNames;
import org.otklik.report.ReportPeriod;
import org.otklik.report.ReportTally;
import org.otklik.spi.storage.IncidentRow;
import org.otklik.spi.storage.InstructionRow;

/** Makes reports: pages through incidents and instructions, so that memory does not grow with their number. */
public final class DefaultReports implements Reports {

    private static final int PAGE = 500;

    private final Sessions sessions;
    private final AsOf asOf;

    /** Creates the service. */
    public DefaultReports(Sessions sessions) {
        this.sessions = sessions;
        this.asOf = new AsOf(sessions.parts());
    }

    private DeskParts parts() {
        return sessions.parts();
    }

    @Override
    public Result<Report> report(Actor actor, ReportPeriod period, Instant at) {
        if (!parts().authorizer().permits(new AccessRequest(actor, Operation.VIEW_REPORT, Set.of()))) {
            return Result.refused(RefusalCode.NOT_PERMITTED, Operation.VIEW_REPORT);
        }
        if (at.isBefore(period.from())) {
            return Result.refused(RefusalCode.INVALID, "asOf");
        }
        Region region = parts().region();
        ReportTally tally = ReportTally.begin(
                ReportFrame.of(
                        period,
                        at,
                        region.zone(),
                        region.version(),
                        region.lexicon().version()),
                new ReportNames(region.topics(), region.bodies(), region.gazetteer(), region.networkNames()),
                region.calendars());
        addSignals(actor, period, at, tally);
        addIncidents(actor, period, at, tally);
        addInstructions(actor, period, at, tally);
        return Result.done(tally.finish());
    }

    private void addSignals(Actor actor, ReportPeriod period, Instant at, ReportTally tally) {
        Instant before = at.isBefore(period.before()) ? at.plusNanos(1_000) : period.before();
        sessions.run(actor, session -> session.stores().posts().countSignals(period.from(), before))
                .forEach(count -> tally.add(count.network(), count.state().name(), count.posts()));
    }

    private void addIncidents(Actor actor, ReportPeriod period, Instant at, ReportTally tally) {
        IncidentQuery query = IncidentQuery.all()
                .registered(period.from(), period.before())
                .by(IncidentQuery.Sort.OLDEST)
                .limit(PAGE);
        Optional<IncidentRow> last;
        do {
            IncidentQuery page = query;
            List<IncidentRow> rows = sessions.run(actor, session -> {
                List<IncidentRow> found = session.stores().incidents().query(page);
                found.forEach(row -> addIncident(session, row, at, tally));
                return found;
            });
            last = rows.size() < PAGE ? Optional.empty() : Optional.of(rows.get(rows.size() - 1));
            if (last.isPresent()) {
                query = query.after(new IncidentQuery.PageKey(
                        Optional.of(last.get().summary().registeredAt()),
                        last.get().summary().id().value()));
            }
        } while (last.isPresent());
    }

    private void addIncident(Session session, IncidentRow row, Instant at, ReportTally tally) {
        asOf.incident(session, row, at).ifPresent(incident -> tally.add(incident, asOf.posts(session, row, at)));
    }

    private void addInstructions(Actor actor, ReportPeriod period, Instant at, ReportTally tally) {
        Optional<InstructionId> last = Optional.empty();
        do {
            Optional<InstructionId> after = last;
            List<InstructionRow> rows = sessions.run(actor, session -> {
                List<InstructionRow> found =
                        session.stores().instructions().issued(period.from(), period.before(), after, PAGE);
                found.forEach(row -> asOf.instruction(session, row, at).ifPresent(tally::add));
                return found;
            });
            last = rows.size() < PAGE
                    ? Optional.empty()
                    : Optional.of(rows.get(rows.size() - 1).id());
        } while (last.isPresent());
    }
}
