package org.otklik.classify;

import java.util.Objects;

/**
 * The content of a file with the name to blame for its mistakes; immutable.
 *
 * @param name such as {@code lexicon/roads.json}
 * @param text the whole content
 */
public record NamedText(String name, String text) {

    /** Checks that both parts are there. */
    public NamedText {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
    }
}
