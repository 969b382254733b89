package org.otklik.instruction;

/** Where an instruction stands; overdue is derived from its deadline. */
public enum InstructionState {
    /** дано: the executors have not accepted it yet. */
    ISSUED,
    /** исполняется. */
    IN_PROGRESS,
    /** запрошено продление срока. */
    EXTENSION_REQUESTED,
    /** доложено об исполнении: waits for the controller. */
    REPORTED,
    /** возвращено на доработку. */
    RETURNED,
    /** снято с контроля: its outcome was confirmed. */
    CONFIRMED,
    /** отменено. */
    CANCELLED;

    /**
     * Tells whether work remains.
     *
     * @return false once it was confirmed or cancelled
     */
    public boolean isOpen() {
        return this != CONFIRMED && this != CANCELLED;
    }
}
