package org.otklik.access;

/** Why a command may not happen. */
public enum RefusalCode {
    /** The actor's roles or body do not allow it. Arguments: operation. */
    NOT_PERMITTED,
    /** There is no such thing, or the actor may not know of it. Arguments: what, id. */
    NOT_FOUND,
    /** The state does not allow it. Arguments: operation, state. */
    WRONG_STATE,
    /** The caller expected another version. Arguments: expected, actual. */
    STALE_VERSION,
    /** The approver wrote the draft himself. Arguments: draft. */
    OWN_DRAFT,
    /** The text, target or account differs from what was to be approved. Arguments: draft. */
    HASH_DIFFERS,
    /** The check of the text found a blocking fault. Arguments: finding codes. */
    CHECK_FAILED,
    /** No account of the pack may speak here. Arguments: body, network. */
    NO_ACCOUNT,
    /** The body does not exist in the pack or is not active on the date. Arguments: body. */
    UNKNOWN_BODY,
    /** The body is not assigned to the incident. Arguments: body. */
    NOT_ASSIGNED,
    /** A code, date or text is missing or malformed. Arguments: field. */
    INVALID,
    /** A limit of the policy is reached. Arguments: limit code, value. */
    LIMIT_REACHED,
    /** A network finds the text too long; nothing is ever cut. Arguments: network, excess, longest. */
    TOO_LONG,
    /** Posts still wait for an answer. Arguments: how many. */
    POSTS_AWAIT_ANSWER,
    /** An open draft, publication or instruction stands in the way. Arguments: id. */
    STILL_OPEN,
    /** Incidents may not be joined into themselves or into one that was joined away. Arguments: incident. */
    MERGE_CYCLE,
    /** Nothing would change. Arguments: operation. */
    NOTHING_TO_DO
}
