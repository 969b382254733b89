package org.otklik.route;

import java.util.List;
import java.util.Objects;
import org.otklik.id.BodyId;
import org.otklik.text.Evidence;

/**
 * A body that answered texts like this one before; immutable.
 *
 * @param body the body
 * @param probability how likely it is the right one, 0 to 1
 * @param reasons the features of the text that spoke for it, the strongest first; never empty
 */
public record BodySuggestion(BodyId body, double probability, List<Evidence> reasons) {

    /** Checks the parts. */
    public BodySuggestion {
        Objects.requireNonNull(body, "body");
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("The probability " + probability + " is not between 0 and 1.");
        }
        reasons = List.copyOf(reasons);
    }
}
