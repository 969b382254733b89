package org.otklik.post;

import java.time.Instant;
import java.util.Optional;

/**
 * One state of a post over time: as published, as edited, or its deletion; immutable.
 *
 * @param number 1 for the first that was captured, rising
 * @param kind what happened
 * @param at the network's time of the change, else the time at which it was noticed
 * @param contentHash keyed hash of the text, 32 hexadecimal digits; stays when the text is erased
 * @param text the text of this revision; empty for a deletion and after erasure
 */
public record PostRevision(int number, Kind kind, Instant at, String contentHash, Optional<String> text) {

    /** What made the revision. */
    public enum Kind {
        /** The post as it was first captured. */
        PUBLISHED,
        /** The author changed the text. */
        EDITED,
        /** The post is gone from the network; a tombstone. */
        DELETED
    }
}
