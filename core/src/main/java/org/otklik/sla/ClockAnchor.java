package org.otklik.sla;

/** The instant from which the citizen's clocks count. */
public enum ClockAnchor {
    /** When the incident was registered. */
    REGISTERED,

    /** When the first post was captured. */
    CAPTURED,

    /** When the first post was published. */
    PUBLISHED
}
