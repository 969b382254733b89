package org.otklik.sla;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The clocks of one case, side by side and independent of each other; immutable and thread-safe.
 *
 * @param all every clock that was ever started, one a name, by name
 */
public record SlaClocks(List<SlaClock> all) {

    private static final SlaClocks NONE = new SlaClocks(List.of());

    /** Sorts the clocks and checks that no name comes twice. */
    public SlaClocks {
        all = all.stream().sorted(Comparator.comparing(SlaClock::name)).toList();
        if (all.stream().map(SlaClock::name).distinct().count() != all.size()) {
            throw new IllegalArgumentException("A clock comes twice among " + all + ".");
        }
    }

    /**
     * Returns the clocks of a case on which nothing has happened.
     *
     * @return no clock
     */
    public static SlaClocks none() {
        return NONE;
    }

    /**
     * Folds events of any number of clocks.
     *
     * @param events in the order in which they were recorded
     * @return the clocks
     */
    public static SlaClocks fold(List<ClockEvent> events) {
        SlaClocks clocks = NONE;
        for (ClockEvent event : events) {
            clocks = clocks.apply(event);
        }
        return clocks;
    }

    /**
     * Returns the clock of that name.
     *
     * @param name the name
     * @return the clock, empty if it was never started
     */
    public Optional<SlaClock> clock(ClockName name) {
        return all.stream().filter(clock -> clock.name().equals(name)).findFirst();
    }

    /**
     * Lists the clocks that may still count time.
     *
     * @return running and paused clocks, by name
     */
    public List<SlaClock> live() {
        return all.stream().filter(clock -> clock.state().isLive()).toList();
    }

    /**
     * Tells whether an event would change a clock.
     *
     * @param event an event
     * @return false if {@link #apply} would return the clocks as they are
     */
    public boolean canApply(ClockEvent event) {
        return clock(event.clock())
                .map(clock -> clock.canApply(event))
                .orElseGet(() -> event instanceof ClockEvent.Started);
    }

    /**
     * Returns the clocks after an event.
     *
     * @param event an event
     * @return the next clocks, or these if the event does not fit
     */
    public SlaClocks apply(ClockEvent event) {
        Optional<SlaClock> known = clock(event.clock());
        if (known.isPresent()) {
            return with(known.get().apply(event));
        }
        return event instanceof ClockEvent.Started started ? with(SlaClock.start(started)) : this;
    }

    private SlaClocks with(SlaClock next) {
        List<SlaClock> clocks = new ArrayList<>(all);
        clocks.removeIf(clock -> clock.name().equals(next.name()));
        clocks.add(next);
        return new SlaClocks(clocks);
    }
}
