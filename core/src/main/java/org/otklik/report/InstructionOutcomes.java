package org.otklik.report;

/**
 * What came of the instructions issued in the period; immutable.
 *
 * @param issued all of them
 * @param open still worked on
 * @param overdue of the open ones, those past their deadline
 * @param cancelled withdrawn by their author
 * @param positive confirmed as carried out
 * @param partial confirmed as carried out in part
 * @param negative confirmed as not carried out
 * @param confirmedLate of the confirmed ones, those reported after their deadline
 */
public record InstructionOutcomes(
        long issued,
        long open,
        long overdue,
        long cancelled,
        long positive,
        long partial,
        long negative,
        long confirmedLate) {

    /**
     * Counts confirmed instructions.
     *
     * @return those with any outcome, the denominator
     */
    public long confirmed() {
        return positive + partial + negative;
    }

    /**
     * Returns the positive share.
     *
     * @return positive of confirmed, not of issued
     */
    public Share positiveShare() {
        return new Share(positive, confirmed());
    }
}
