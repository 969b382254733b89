package org.otklik.sla;

/** What a stretch of wall time meant for a clock. */
public enum SegmentKind {
    /** Counted. */
    WORKED,

    /** Not counted because the clock was paused, whether or not the calendar was open. */
    PAUSED,

    /** Not counted because the calendar was closed. */
    OFF_HOURS
}
