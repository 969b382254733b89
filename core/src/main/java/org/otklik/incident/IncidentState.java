package org.otklik.incident;

/**
 * Where an incident stands. Overdue, escalated, answered n of m and source deleted are derived facts, not states.
 */
public enum IncidentState {
    /** зарегистрирован: known, not yet with a body. */
    REGISTERED,
    /** направлен: a body was named and has not accepted yet. */
    ROUTED,
    /** в работе: the body works on it. */
    IN_WORK,
    /** на согласовании: a reply waits for approval or is on its way. */
    ON_APPROVAL,
    /** ответ дан: every post that needs an answer has one or was waived. */
    ANSWERED,
    /** отложен, на контроле: a date was promised in public. */
    POSTPONED,
    /** возвращён исполнителем: the body is not competent; the citizen's clock runs. */
    RETURNED,
    /** закрыт: done, may be reopened. */
    CLOSED,
    /** не инцидент: decided to be none, may be restored. */
    REJECTED,
    /** объединён: lives on in another incident, may be taken out again. */
    MERGED;

    /**
     * Tells whether work remains.
     *
     * @return true before an answer was given and while a promise is open
     */
    public boolean isOpen() {
        return !isTerminal() && this != ANSWERED;
    }

    /**
     * Tells whether the incident came to an end that only an explicit command takes back.
     *
     * @return true for CLOSED, REJECTED and MERGED
     */
    public boolean isTerminal() {
        return this == CLOSED || this == REJECTED || this == MERGED;
    }
}
