package org.otklik.instruction;

/** What came of an instruction, as the controller confirmed it. */
public enum InstructionOutcome {
    /** исполнено с положительным результатом. */
    POSITIVE,
    /** исполнено частично. */
    PARTIAL,
    /** не исполнено. */
    NEGATIVE
}
