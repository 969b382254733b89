package org.otklik.sla;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.id.BodyId;
import org.otklik.id.TopicId;
import org.otklik.post.NetworkId;

/**
 * One row of a {@link TargetTable}: a target of one clock for some cases; immutable.
 *
 * @param clock the clock
 * @param length the working time allowed; empty says that the clock is not to run for these cases
 * @param calendar the calendar that the length is counted on
 * @param warnPercents shares of the length after which to warn
 * @param when the cases that the row is for
 */
public record TargetRow(
        ClockName clock,
        Optional<Duration> length,
        CalendarCode calendar,
        List<Integer> warnPercents,
        TargetCondition when) {

    /** Copies the warnings. */
    public TargetRow {
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(length, "length");
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(when, "when");
        warnPercents = List.copyOf(warnPercents);
    }

    /**
     * Returns a row for every case, counted around the clock and without warning.
     *
     * @param clock the clock
     * @param length the time allowed
     * @return the row, to be narrowed
     */
    public static TargetRow of(ClockName clock, Duration length) {
        return new TargetRow(clock, Optional.of(length), CalendarCode.ALWAYS, List.of(), TargetCondition.any());
    }

    /**
     * Returns a row that keeps a clock from running.
     *
     * @param clock the clock
     * @return the row, to be narrowed
     */
    public static TargetRow without(ClockName clock) {
        return new TargetRow(clock, Optional.empty(), CalendarCode.ALWAYS, List.of(), TargetCondition.any());
    }

    /**
     * Counts the length on a calendar.
     *
     * @param code the calendar
     * @return the changed row
     */
    public TargetRow on(CalendarCode code) {
        return new TargetRow(clock, length, code, warnPercents, when);
    }

    /**
     * Warns after a share of the length.
     *
     * @param percent 1 to 99
     * @return the changed row, with its other warnings kept
     */
    public TargetRow warnAt(int percent) {
        List<Integer> percents = new ArrayList<>(warnPercents);
        percents.add(percent);
        return new TargetRow(clock, length, calendar, percents, when);
    }

    /**
     * Replaces the conditions.
     *
     * @param condition the cases that the row is for
     * @return the changed row
     */
    public TargetRow when(TargetCondition condition) {
        return new TargetRow(clock, length, calendar, warnPercents, condition);
    }

    /**
     * Narrows the row to a kind of message.
     *
     * @param kind the kind
     * @return the changed row
     */
    public TargetRow kind(MessageKind kind) {
        return when(new TargetCondition(
                Optional.of(kind), when.severity(), when.topic(), when.fastTrack(), when.lead(), when.network()));
    }

    /**
     * Narrows the row to a severity.
     *
     * @param severity the severity
     * @return the changed row
     */
    public TargetRow severity(Severity severity) {
        return when(new TargetCondition(
                when.kind(), Optional.of(severity), when.topic(), when.fastTrack(), when.lead(), when.network()));
    }

    /**
     * Narrows the row to a topic and those below it.
     *
     * @param topic the topic
     * @return the changed row
     */
    public TargetRow topic(TopicId topic) {
        return when(new TargetCondition(
                when.kind(), when.severity(), Optional.of(topic), when.fastTrack(), when.lead(), when.network()));
    }

    /**
     * Narrows the row to topics on the fast track, or to those that are not.
     *
     * @param fastTrack whether they are
     * @return the changed row
     */
    public TargetRow fastTrack(boolean fastTrack) {
        return when(new TargetCondition(
                when.kind(), when.severity(), when.topic(), Optional.of(fastTrack), when.lead(), when.network()));
    }

    /**
     * Narrows the row to a leading body.
     *
     * @param lead the body
     * @return the changed row
     */
    public TargetRow lead(BodyId lead) {
        return when(new TargetCondition(
                when.kind(), when.severity(), when.topic(), when.fastTrack(), Optional.of(lead), when.network()));
    }

    /**
     * Narrows the row to a network.
     *
     * @param network the network
     * @return the changed row
     */
    public TargetRow network(NetworkId network) {
        return when(new TargetCondition(
                when.kind(), when.severity(), when.topic(), when.fastTrack(), when.lead(), Optional.of(network)));
    }

    Optional<ClockTarget> target(String policyVersion) {
        return length.map(time -> new ClockTarget(time, calendar, warnPercents, policyVersion));
    }
}
