package org.otklik.reply;

/**
 * Where the sending of one reply to one post stands.
 *
 * <p>READY → CLAIMED → SENT | REFUSED | UNKNOWN | RETRY; SENT → VERIFIED | VANISHED; UNKNOWN → SENT (found) | READY
 * (proved absent) | waits for a person.
 */
public enum PublicationState {
    /** Approved; waits for its turn. */
    READY,
    /** A node is sending it; when its lease runs out the outcome is unknown. */
    CLAIMED,
    /** The network asked to try later. */
    RETRY,
    /** Nobody knows whether the network applied it; looked up before anything else happens. */
    UNKNOWN,
    /** The network confirmed it; to be read back once more. */
    SENT,
    /** It was seen in the network. */
    VERIFIED,
    /** The network will not take it. */
    REFUSED,
    /** It was sent and is no longer to be seen. */
    VANISHED,
    /** It was taken back before it was sent. */
    CANCELLED;

    /**
     * Tells whether the sending may still happen or its outcome is open.
     *
     * @return true for READY, CLAIMED, RETRY and UNKNOWN
     */
    public boolean isOpen() {
        return this == READY || this == CLAIMED || this == RETRY || this == UNKNOWN;
    }

    /**
     * Tells whether the citizen could see the reply.
     *
     * @return true for SENT, VERIFIED and VANISHED
     */
    public boolean wasSent() {
        return this == SENT || this == VERIFIED || this == VANISHED;
    }
}
