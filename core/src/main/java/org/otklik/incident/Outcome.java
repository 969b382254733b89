package org.otklik.incident;

/** With what an incident was closed. */
public enum Outcome {
    /** решено. */
    SOLVED,
    /** разъяснено. */
    EXPLAINED,
    /** запланировано. */
    PLANNED,
    /** решено частично. */
    PARTIAL,
    /** отказано. */
    REFUSED,
    /** не подтвердилось. */
    NOT_CONFIRMED,
    /** ответ не требуется. */
    NO_ANSWER_NEEDED
}
