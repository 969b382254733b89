package org.otklik;

import java.util.List;

/**
 * What one step of polling and deciding did; immutable.
 *
 * @param captured posts stored for the first time
 * @param seen posts that were known already
 * @param revised posts whose text changed
 * @param deleted posts that are gone
 * @param registered incidents opened
 * @param attached posts attached to an incident
 * @param toReview posts queued for a moderator
 * @param dismissed posts set aside
 * @param handedOver posts given to those who act beyond the desk
 * @param waiting captured posts that still wait for a decision
 * @param failures sources and posts that failed, each alone
 */
public record PollReport(
        int captured,
        int seen,
        int revised,
        int deleted,
        int registered,
        int attached,
        int toReview,
        int dismissed,
        int handedOver,
        long waiting,
        List<Failure> failures) {

    /**
     * A source or post that failed; it is tried again.
     *
     * @param subject the source or post
     * @param code what went wrong
     */
    public record Failure(String subject, String code) {}

    /** Copies the list. */
    public PollReport {
        failures = List.copyOf(failures);
    }

    /**
     * Tells whether there was nothing to do.
     *
     * @return true if nothing new came and nothing waits
     */
    public boolean isIdle() {
        return captured + revised + deleted + registered + attached + toReview + dismissed + handedOver == 0
                && waiting == 0;
    }
}
