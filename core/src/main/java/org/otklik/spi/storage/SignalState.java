package org.otklik.spi.storage;

/** Where a post stands on its way to a decision. */
public enum SignalState {
    /** Stored, not yet decided. */
    CAPTURED,
    /** Kept apart: it could not be read or decided after several attempts. */
    QUARANTINED,
    /** Waits for a moderator. */
    NEEDS_REVIEW,
    /** No incident, with a reason; may be restored. */
    REJECTED,
    /** Given to those who must act beyond the desk, with a reason; may be taken back. */
    HANDED_OVER,
    /** Belongs to an incident that another post opened. */
    ATTACHED,
    /** Opened an incident. */
    PROMOTED
}
