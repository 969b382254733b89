package org.otklik.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentState;
import org.otklik.instruction.Instruction;
import org.otklik.post.NetworkId;
import org.otklik.sla.WorkCalendars;

/**
 * Makes a report from a stream of incidents, instructions and counts of posts; for one thread at a time.
 *
 * <p>It keeps sums only, so a million incidents need no more memory than a hundred. Everything must be given as it
 * stood at the as-of instant of the frame: fold the events up to it. The order does not matter; each must be given once.
 */
public final class ReportTally {

    private final ReportFrame frame;
    private final ReportNames names;
    private final IncidentTally incidents;
    private final ComplianceTally compliance;
    private final ActivityTally activity;
    private final RoundJudge judge;
    private final WorkTally work;
    private final InstructionTally instructions;
    private final Map<NetworkId, Map<String, Long>> signals = new TreeMap<>();

    private ReportTally(ReportFrame frame, ReportNames names, WorkCalendars calendars) {
        this.frame = frame;
        this.names = names;
        incidents = new IncidentTally(names);
        judge = new RoundJudge(frame.asOf(), calendars);
        compliance = new ComplianceTally(judge);
        activity = new ActivityTally(names);
        work = new WorkTally(frame.minimumVolume());
        instructions = new InstructionTally(frame.asOf());
    }

    /**
     * Begins a report.
     *
     * @param frame period, as-of instant, zone and versions
     * @param names names of the pack
     * @param calendars the calendars on which the answer clocks are judged
     * @return an empty tally
     */
    public static ReportTally begin(ReportFrame frame, ReportNames names, WorkCalendars calendars) {
        return new ReportTally(frame, names, calendars);
    }

    /**
     * Adds an incident.
     *
     * @param incident as it stood at the as-of instant
     * @param posts how many posts it had then; those of a merged incident count with its survivor, so they are ignored
     *     here
     * @return false, counting nothing, if it was first registered outside the period or after the as-of instant
     * @throws IllegalArgumentException if the number of posts is negative
     */
    public boolean add(Incident incident, long posts) {
        requireCount(posts);
        if (!belongs(firstRegistered(incident))) {
            return false;
        }
        long counted = incident.state() == IncidentState.MERGED ? 0 : posts;
        incidents.add(incident, counted);
        activity.add(incident, counted);
        work.add(incident, compliance.add(incident));
        incident.pastCycles().forEach(cycle -> work.add(cycle, judge.past(incident, cycle)));
        return true;
    }

    private static Instant firstRegistered(Incident incident) {
        return incident.pastCycles().isEmpty()
                ? incident.life().registeredAt()
                : incident.pastCycles().get(0).startedAt();
    }

    private boolean belongs(Instant at) {
        return frame.period().contains(at) && !at.isAfter(frame.asOf());
    }

    /**
     * Adds an instruction.
     *
     * @param instruction as it stood at the as-of instant
     * @return false, counting nothing, if it was issued outside the period or after the as-of instant
     */
    public boolean add(Instruction instruction) {
        if (!belongs(instruction.issuedAt())) {
            return false;
        }
        instructions.add(instruction);
        return true;
    }

    /**
     * Adds captured posts that were published in the period.
     *
     * @param network which network
     * @param state code of their state, such as {@code PROMOTED}
     * @param posts how many; several calls for one state add up
     * @throws IllegalArgumentException if the number is negative
     */
    public void add(NetworkId network, String state, long posts) {
        requireCount(posts);
        signals.computeIfAbsent(network, id -> new TreeMap<>()).merge(state, posts, Long::sum);
    }

    private static void requireCount(long posts) {
        if (posts < 0) {
            throw new IllegalArgumentException("There cannot be " + posts + " posts.");
        }
    }

    /**
     * Returns the report of all that was added so far.
     *
     * @return the report; more may be added afterwards for a later one
     */
    public Report finish() {
        return new Report(
                frame,
                names,
                signalCounts(),
                incidents.counts(),
                compliance.compliance(),
                activity.ranking(),
                work.ranking(),
                instructions.outcomes());
    }

    private SignalCounts signalCounts() {
        List<SignalCounts.Line> lines = new ArrayList<>();
        signals.forEach((network, states) ->
                states.forEach((state, posts) -> lines.add(new SignalCounts.Line(network, state, posts))));
        return new SignalCounts(lines);
    }
}
