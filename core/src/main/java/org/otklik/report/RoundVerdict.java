package org.otklik.report;

/** How a round of work counts among the answers in time: in the denominator, or left out with the reason. */
public enum RoundVerdict {
    /** Answered not later than the deadline. */
    IN_TIME,
    /** Answered after the deadline. */
    LATE,
    /** The deadline passed and there is no answer; not answering must never improve a percentage. */
    OVERDUE,
    /** Left out: not answered, and the deadline lies ahead. */
    RUNNING,
    /** Left out: the clock is paused before its deadline. */
    PAUSED,
    /** Left out: nobody could be found to answer, and the deadline lies ahead; once it passes this is OVERDUE. */
    UNROUTABLE,
    /** Left out: the policy set no deadline, as for gratitude. */
    NO_DEADLINE,
    /** Left out: decided to be no incident. */
    REJECTED,
    /** Left out: counted in the incident it was joined into. */
    MERGED,
    /** Left out: ended before its deadline without an answer, because none was needed. */
    WITHOUT_ANSWER,
    /** Left out: the clock was cancelled. */
    CANCELLED,
    /** Left out: the work calendar of the clock is missing or ends too early to know the deadline. */
    CALENDAR_UNKNOWN,
    /** Left out: taken over closed from an earlier system, so no clock ran here. */
    IMPORTED;

    /**
     * Tells whether the deadline was met or missed.
     *
     * @return true for the verdicts that make up the denominator
     */
    public boolean isCounted() {
        return this == IN_TIME || this == LATE || this == OVERDUE;
    }
}
