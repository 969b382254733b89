package org.otklik.training;

import java.util.Objects;

/**
 * A text of the past and what a person made of it; immutable.
 *
 * @param text what a citizen wrote; may hold HTML
 * @param label the topic or body that a person gave it, by id, title or alias
 */
public record LabelledPost(String text, String label) {

    /** Checks that both are there. */
    public LabelledPost {
        Objects.requireNonNull(text, "text");
        label = label.strip();
        if (label.isEmpty()) {
            throw new IllegalArgumentException("A labelled post needs a label.");
        }
    }

    @Override
    public String toString() {
        return "a post labelled " + label;
    }
}
