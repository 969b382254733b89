package org.otklik.reply;

import java.time.Instant;

/**
 * When an answer counts as given, and how that is known; immutable.
 *
 * @param at the instant
 * @param source where the instant comes from
 */
public record AnswerTime(Instant at, Source source) {

    /** Where the instant of an answer comes from, best first. */
    public enum Source {
        /** The network's own timestamp. */
        NETWORK,
        /** The moment at which the network's response arrived. */
        RESPONSE,
        /** The moment at which the sending was claimed. */
        CLAIM,
        /** A person named it. */
        STATED
    }
}
