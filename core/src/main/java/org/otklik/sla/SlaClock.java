package org.otklik.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A clock that is nothing but the fold of its events; immutable and thread-safe.
 *
 * <p>Everything about time (elapsed, deadline, timeliness, explanation) is computed from the events and the calendar,
 * so nothing drifts and nothing is stored twice. The fold is total: an event that does not fit leaves the clock as it
 * is. A pause or a new target never moves the start; {@link ClockEvent.Reanchored} moves it earlier only.
 *
 * @param name the clock
 * @param startedAt where counting began
 * @param target what to keep now
 * @param state what the clock does now
 * @param pauses its pauses in order; the last one lasts while the clock is paused
 * @param endedAt when it was stopped or cancelled, empty before
 * @param warnedPercent the highest warning given out for the target, zero if none
 * @param breachGiven whether the breach of the target was given out
 * @param round how often the clock has been started, from 1
 */
public record SlaClock(
        ClockName name,
        Instant startedAt,
        ClockTarget target,
        ClockState state,
        List<ClockPause> pauses,
        Optional<Instant> endedAt,
        int warnedPercent,
        boolean breachGiven,
        int round) {

    /** Checks that the parts can belong together. */
    public SlaClock {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(target, "target");
        pauses = List.copyOf(pauses);
        if (state.isLive() == endedAt.isPresent()) {
            throw new IllegalArgumentException(
                    "The clock '" + name + "' is " + state + " but its end is " + endedAt + ".");
        }
    }

    /**
     * Starts a clock for the first time.
     *
     * @param event where it begins and what to keep
     * @return a running clock
     */
    public static SlaClock start(ClockEvent.Started event) {
        return started(event, 1);
    }

    /**
     * Folds the events of one clock.
     *
     * @param events in the order in which they were recorded; those of other clocks than the first one's are ignored
     * @return the clock, empty if it was never started
     */
    public static Optional<SlaClock> fold(List<ClockEvent> events) {
        return events.isEmpty()
                ? Optional.empty()
                : SlaClocks.fold(events).clock(events.get(0).clock());
    }

    /**
     * Tells whether an event would change the clock.
     *
     * @param event an event, of this or another clock
     * @return false if {@link #apply} would return the clock as it is
     */
    public boolean canApply(ClockEvent event) {
        return event.clock().equals(name) && fits(event);
    }

    private boolean fits(ClockEvent event) {
        if (event instanceof ClockEvent.Started) {
            return !state.isLive();
        }
        if (event instanceof ClockEvent.Paused) {
            return state == ClockState.RUNNING;
        }
        if (event instanceof ClockEvent.Resumed) {
            return state == ClockState.PAUSED;
        }
        if (event instanceof ClockEvent.Reanchored moved) {
            return state.isLive() && moved.start().isBefore(startedAt);
        }
        if (event instanceof ClockEvent.Warned warned) {
            return state.isLive() && warned.percent() > warnedPercent;
        }
        if (event instanceof ClockEvent.Breached) {
            return state.isLive() && !breachGiven;
        }
        return state.isLive();
    }

    /**
     * Returns the clock after an event.
     *
     * @param event an event, of this or another clock
     * @return the next clock, or this one if the event does not fit
     */
    public SlaClock apply(ClockEvent event) {
        return canApply(event) ? after(event) : this;
    }

    private SlaClock after(ClockEvent event) {
        if (event instanceof ClockEvent.Started started) {
            return started(started, round + 1);
        }
        if (event instanceof ClockEvent.Paused paused) {
            return paused(paused);
        }
        if (event instanceof ClockEvent.Resumed resumed) {
            return with(ClockState.RUNNING, pausesUntil(resumed.at()), Optional.empty());
        }
        if (event instanceof ClockEvent.Stopped stopped) {
            return ended(ClockState.STOPPED, stopped.at());
        }
        if (event instanceof ClockEvent.Cancelled cancelled) {
            return ended(ClockState.CANCELLED, cancelled.at());
        }
        if (event instanceof ClockEvent.Retargeted changed) {
            return new SlaClock(name, startedAt, changed.target(), state, pauses, endedAt, 0, false, round);
        }
        if (event instanceof ClockEvent.Reanchored moved) {
            return new SlaClock(name, moved.start(), target, state, pauses, endedAt, warnedPercent, breachGiven, round);
        }
        if (event instanceof ClockEvent.Warned warned) {
            return new SlaClock(name, startedAt, target, state, pauses, endedAt, warned.percent(), breachGiven, round);
        }
        return new SlaClock(name, startedAt, target, state, pauses, endedAt, warnedPercent, true, round);
    }

    private static SlaClock started(ClockEvent.Started event, int round) {
        return new SlaClock(
                event.clock(),
                event.at(),
                event.target(),
                ClockState.RUNNING,
                List.of(),
                Optional.empty(),
                0,
                false,
                round);
    }

    private SlaClock paused(ClockEvent.Paused event) {
        List<ClockPause> more = new ArrayList<>(pauses);
        more.add(new ClockPause(Instants.later(lastChange(), event.at()), Optional.empty(), event.reason()));
        return with(ClockState.PAUSED, more, Optional.empty());
    }

    private Instant lastChange() {
        return pauses.isEmpty()
                ? startedAt
                : pauses.get(pauses.size() - 1).until().orElse(startedAt);
    }

    private List<ClockPause> pausesUntil(Instant at) {
        return pauses.stream()
                .map(pause -> pause.until().isPresent() ? pause : pause.end(at))
                .toList();
    }

    /** An answer may be learned of late: pauses after its instant never happened for this clock. */
    private SlaClock ended(ClockState end, Instant at) {
        Instant when = Instants.later(startedAt, at);
        List<ClockPause> kept = pauses.stream()
                .filter(pause -> pause.from().isBefore(when))
                .map(pause -> pause.end(Instants.earlier(when, pause.until().orElse(when))))
                .toList();
        return with(end, kept, Optional.of(when));
    }

    private SlaClock with(ClockState next, List<ClockPause> nextPauses, Optional<Instant> nextEnd) {
        return new SlaClock(name, startedAt, target, next, nextPauses, nextEnd, warnedPercent, breachGiven, round);
    }

    /**
     * Returns the instant at which the target runs or ran out, as things stand.
     *
     * @param calendar the calendar of the target
     * @return the deadline; empty while a pause leaves it open, and after a cancellation
     * @throws CalendarEndsException if it lies beyond the last day that the calendar knows
     */
    public Optional<Instant> deadline(WorkCalendar calendar) {
        return state == ClockState.CANCELLED
                ? Optional.empty()
                : reckoning(calendar).reaches(target.length());
    }

    /**
     * Returns the instant at which a share of the target is used up, as things stand.
     *
     * @param percent the share, above zero
     * @param calendar the calendar of the target
     * @return the instant; empty while a pause leaves it open, and after a cancellation
     * @throws CalendarEndsException if it lies beyond the last day that the calendar knows
     */
    public Optional<Instant> warnAt(int percent, WorkCalendar calendar) {
        return state == ClockState.CANCELLED
                ? Optional.empty()
                : reckoning(calendar).reaches(target.share(percent));
    }

    /**
     * Judges the clock.
     *
     * @param asOf the instant of judgement; events must not be younger
     * @param calendar the calendar of the target
     * @return how it stands; the deadline itself is late for a clock that still counts and in time for one that stopped
     */
    public Timeliness timeliness(Instant asOf, WorkCalendar calendar) {
        if (state == ClockState.CANCELLED) {
            return Timeliness.CANCELLED;
        }
        Optional<Instant> deadline = deadline(calendar);
        if (state == ClockState.STOPPED) {
            return isPast(deadline, endedAt.orElse(asOf)) ? Timeliness.MISSED : Timeliness.MET;
        }
        if (hasCome(deadline, asOf)) {
            return Timeliness.BREACHED;
        }
        if (state == ClockState.PAUSED) {
            return Timeliness.PAUSED;
        }
        boolean warned = target.warnPercents().stream().anyMatch(percent -> hasCome(warnAt(percent, calendar), asOf));
        return warned ? Timeliness.WARNED : Timeliness.RUNNING;
    }

    /**
     * Returns the working time used.
     *
     * @param asOf the instant to count to; an ended clock counts to its end if that was earlier
     * @param calendar the calendar of the target
     * @return working time without pauses
     */
    public Duration elapsed(Instant asOf, WorkCalendar calendar) {
        return reckoning(calendar).worked(until(asOf));
    }

    /**
     * Returns the share of the target that is used up.
     *
     * @param asOf the instant to count to; an ended clock counts to its end if that was earlier
     * @param calendar the calendar of the target
     * @return percent, rounded down; above 100 when the target is overrun
     */
    public int usedPercent(Instant asOf, WorkCalendar calendar) {
        double share =
                (double) elapsed(asOf, calendar).toMillis() / target.length().toMillis();
        return (int) Math.floor(share * 100);
    }

    /**
     * Lists what a sweep has to record now: the breach, or else the highest warning, if not yet given out.
     *
     * @param asOf now
     * @param calendar the calendar of the target
     * @return at most one event, dated at the instant when it fell due
     */
    public Optional<ClockEvent> due(Instant asOf, WorkCalendar calendar) {
        if (!state.isLive() || breachGiven) {
            return Optional.empty();
        }
        Optional<Instant> deadline = deadline(calendar);
        if (hasCome(deadline, asOf)) {
            return deadline.map(at -> new ClockEvent.Breached(name, at));
        }
        return openWarnings().stream()
                .flatMap(percent -> warnAt(percent, calendar).stream()
                        .filter(at -> !at.isAfter(asOf))
                        .map(at -> (ClockEvent) new ClockEvent.Warned(name, at, percent)))
                .reduce((earlier, later) -> later);
    }

    /**
     * Returns when a sweep has to look at the clock next.
     *
     * @param calendar the calendar of the target
     * @return the instant of the next warning or of the deadline; empty if a pause or an end leaves nothing to wait for
     */
    public Optional<Instant> nextDue(WorkCalendar calendar) {
        if (!state.isLive() || breachGiven) {
            return Optional.empty();
        }
        return openWarnings().stream()
                .findFirst()
                .flatMap(percent -> warnAt(percent, calendar))
                .or(() -> deadline(calendar));
    }

    private List<Integer> openWarnings() {
        return target.warnPercents().stream()
                .filter(percent -> percent > warnedPercent)
                .toList();
    }

    /**
     * Explains the clock as data.
     *
     * @param asOf the instant of judgement; an ended clock is explained to its end if that was earlier
     * @param calendar the calendar of the target
     * @return segments of worked, paused and closed time that sum to the wall time, with what follows from them
     */
    public ClockExplanation explain(Instant asOf, WorkCalendar calendar) {
        Instant until = until(asOf);
        Reckoning reckoning = reckoning(calendar);
        Duration worked = reckoning.worked(until);
        Duration left = target.length().minus(worked);
        return new ClockExplanation(
                name,
                target,
                startedAt,
                until,
                timeliness(asOf, calendar),
                deadline(calendar),
                worked,
                left.isNegative() ? Duration.ZERO : left,
                reckoning.segments(until));
    }

    private Instant until(Instant asOf) {
        return Instants.later(startedAt, Instants.earlier(asOf, endedAt.orElse(asOf)));
    }

    private Reckoning reckoning(WorkCalendar calendar) {
        if (!calendar.code().equals(target.calendar())) {
            throw new IllegalArgumentException("The clock '" + name + "' is counted on the calendar '"
                    + target.calendar() + "', not on '" + calendar.code() + "'.");
        }
        return new Reckoning(startedAt, pauses, endedAt, calendar);
    }

    private static boolean hasCome(Optional<Instant> due, Instant asOf) {
        return due.isPresent() && !due.get().isAfter(asOf);
    }

    private static boolean isPast(Optional<Instant> due, Instant at) {
        return due.isPresent() && due.get().isBefore(at);
    }
}
