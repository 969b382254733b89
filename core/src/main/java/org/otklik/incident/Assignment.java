package org.otklik.incident;

import org.otklik.id.BodyId;

/**
 * A body's part in an incident; immutable.
 *
 * @param body who
 * @param part in which part
 * @param accepted whether the body took it into work
 */
public record Assignment(BodyId body, Part part, boolean accepted) {

    /** The parts a body can have. */
    public enum Part {
        /** исполнитель: answers for the whole. */
        LEAD,
        /** соисполнитель: contributes. */
        CO_EXECUTOR
    }
}
