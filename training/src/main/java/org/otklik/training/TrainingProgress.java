package org.otklik.training;

/** Hears how far a training is, for a bar or a log; is called by the thread that trains. */
@FunctionalInterface
public interface TrainingProgress {

    /** Hears nothing. */
    TrainingProgress SILENT = (step, done, of) -> {};

    /**
     * Hears that a piece of work is done.
     *
     * @param step what was done, such as {@code fold}
     * @param done how many of these
     * @param of how many there are
     */
    void done(String step, int done, int of);
}
