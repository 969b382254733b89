package org.otklik.report;

/**
 * Whether people got their answers in time; immutable.
 *
 * <p>A round is the work from registration, or a reopening, to its end. The clock is the citizen's final one, judged at
 * the as-of instant.
 *
 * @param present the present round of each incident
 * @param past earlier rounds of reopened incidents, frozen as they ended
 * @param timeToAnswer from the beginning of a round to its answer, over all answered rounds whose deadline is known
 * @param detectionLag from the publication of an incident's first post to its capture
 */
public record Compliance(Rounds present, Rounds past, Spread timeToAnswer, Spread detectionLag) {

    /**
     * Returns all rounds together.
     *
     * @return present and past
     */
    public Rounds overall() {
        return present.plus(past);
    }
}
