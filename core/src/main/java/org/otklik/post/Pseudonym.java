package org.otklik.post;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Stands for an author wherever the desk counts or links posts; immutable.
 *
 * <p>It is a keyed hash (HMAC-SHA-256 over network and native id, key held by the host), so that without the key it
 * says nothing about the person, and one person's accounts in two networks have nothing in common.
 *
 * @param value 32 lower-case hexadecimal digits
 */
public record Pseudonym(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

    /** Checks the shape. */
    public Pseudonym {
        Objects.requireNonNull(value, "value");
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A pseudonym has 32 lower-case hexadecimal digits.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
