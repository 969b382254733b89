package org.otklik.classify;

/** How a message sounds. */
public enum Tone {
    /** Thanks or praise. */
    POSITIVE,
    /** Matter of fact. */
    NEUTRAL,
    /** Discontent. */
    NEGATIVE,
    /** Discontent with anger or mockery; an answer needs care. */
    HARSH
}
