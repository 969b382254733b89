package org.otklik.sla;

/** What a clock does now; whether it is in time is {@link Timeliness}. */
public enum ClockState {
    /** Counts working time. */
    RUNNING,

    /** Counts nothing until it is resumed. */
    PAUSED,

    /** Ended because what it waited for has happened. */
    STOPPED,

    /** Ended without a result, and left out of every percentage. */
    CANCELLED;

    /**
     * Tells whether the clock may still count time.
     *
     * @return true while running or paused
     */
    public boolean isLive() {
        return this == RUNNING || this == PAUSED;
    }
}
