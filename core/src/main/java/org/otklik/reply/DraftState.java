package org.otklik.reply;

/** Where a draft stands. */
public enum DraftState {
    /** Being written, or returned for rework. */
    DRAFT,
    /** Handed in; waits for approval by another person. */
    SUBMITTED,
    /** Approved; its publications are on their way. */
    APPROVED,
    /** No longer to be sent: withdrawn, or overtaken by another answer. */
    VOIDED
}
