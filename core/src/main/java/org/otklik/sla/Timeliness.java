package org.otklik.sla;

/** How a clock stands against its target; always derived from events and calendar, never stored as a state. */
public enum Timeliness {
    /** Counts, and no warning is due yet. */
    RUNNING,

    /** Counts, and the first warning has come. */
    WARNED,

    /** Paused before its deadline. */
    PAUSED,

    /** Not stopped, and the deadline has come. */
    BREACHED,

    /** Stopped not later than the deadline. */
    MET,

    /** Stopped after the deadline. */
    MISSED,

    /** Cancelled; counts neither for nor against anyone. */
    CANCELLED
}
