package org.otklik.classify;

import java.util.List;
import java.util.Objects;
import org.otklik.text.Evidence;

/**
 * A label that a trained model gives a text; immutable.
 *
 * @param label one of the model's labels
 * @param probability how sure the model is, 0 to 1; of all guesses at .8 about eight in ten are right
 * @param evidence the features that spoke for it most, the strongest first, with their weight beside the next likely
 *     label; never empty
 */
public record Guess(String label, double probability, List<Evidence> evidence) {

    /** Checks the parts. */
    public Guess {
        Objects.requireNonNull(label, "label");
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("A probability lies between 0 and 1, not at " + probability + ".");
        }
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("A guess needs evidence.");
        }
        evidence = LazyEvidence.unchanging(evidence);
    }
}
