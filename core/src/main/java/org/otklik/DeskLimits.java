package org.otklik;

import java.time.Duration;

/**
 * Sizes and waits of a desk; immutable.
 *
 * @param page how many changes one poll of a source asks for
 * @param batch how many posts, replies or deadlines one step takes at once
 * @param lease how long a node may hold what it claimed; longer than any network call may take
 * @param attempts how often a post may be tried before it is quarantined
 * @param quietPeriod how long a doubtful sending rests before it is looked up; the network may still apply it
 * @param verifyAfter how long after sending a reply is read back
 * @param routeConfidence below this confidence a route is left to the coordinator; 0 to 1
 * @param questionLimit how long a public question may pause the body's clocks
 * @param silence how long an account may be read without a new post before people are told
 */
public record DeskLimits(
        int page,
        int batch,
        Duration lease,
        int attempts,
        Duration quietPeriod,
        Duration verifyAfter,
        double routeConfidence,
        Duration questionLimit,
        Duration silence) {

    /** Checks the sizes. */
    public DeskLimits {
        if (page < 1 || batch < 1 || attempts < 1) {
            throw new IllegalArgumentException("Page, batch and attempts must be at least 1.");
        }
    }

    /**
     * Returns the limits of an ordinary desk.
     *
     * @return pages of 100, batches of 500, leases of 2 minutes, 3 attempts, 3 minutes of quiet, reading back after 10,
     *     silence told after 12 hours
     */
    public static DeskLimits standard() {
        return new DeskLimits(
                100,
                500,
                Duration.ofMinutes(2),
                3,
                Duration.ofMinutes(3),
                Duration.ofMinutes(10),
                0.5,
                Duration.ofDays(3),
                Duration.ofHours(12));
    }

    /**
     * Returns these limits with other batches.
     *
     * @param size how many posts, replies or deadlines one step takes at once
     * @return a copy
     */
    public DeskLimits withBatch(int size) {
        return new DeskLimits(
                page, size, lease, attempts, quietPeriod, verifyAfter, routeConfidence, questionLimit, silence);
    }

    /**
     * Returns these limits with other pages.
     *
     * @param size how many changes one poll of a source asks for
     * @return a copy
     */
    public DeskLimits withPage(int size) {
        return new DeskLimits(
                size, batch, lease, attempts, quietPeriod, verifyAfter, routeConfidence, questionLimit, silence);
    }

    /**
     * Returns these limits with another lease.
     *
     * @param length how long a node may hold what it claimed
     * @return a copy
     */
    public DeskLimits withLease(Duration length) {
        return new DeskLimits(
                page, batch, length, attempts, quietPeriod, verifyAfter, routeConfidence, questionLimit, silence);
    }

    /**
     * Returns these limits with another patience with silence.
     *
     * @param length how long an account may be read without a new post before people are told
     * @return a copy
     */
    public DeskLimits withSilence(Duration length) {
        return new DeskLimits(
                page, batch, lease, attempts, quietPeriod, verifyAfter, routeConfidence, questionLimit, length);
    }
}
