package org.otklik.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Small numbers for the few topics, places and networks of a region; 0 for none. For one thread.
 *
 * @param <T> what is numbered
 */
final class Codes<T> {

    static final char NONE = 0;

    private final Map<T, Character> codes = new HashMap<>();
    private final List<T> values = new ArrayList<>();

    /** Finds a number; a value that was never remembered has one that nothing else has. */
    char find(Optional<T> value) {
        if (value.isEmpty()) {
            return NONE;
        }
        Character known = codes.get(value.get());
        return known == null ? Character.MAX_VALUE : known;
    }

    char of(Optional<T> value) {
        return value.isEmpty() ? NONE : of(value.get());
    }

    char of(T value) {
        Character known = codes.get(value);
        if (known != null) {
            return known;
        }
        if (values.size() == Character.MAX_VALUE - 1) {
            throw new IllegalStateException(
                    "An index of similar posts has room for 65,534 topics or places; this" + " region has more.");
        }
        values.add(value);
        char code = (char) values.size();
        codes.put(value, code);
        return code;
    }

    T value(char code) {
        return values.get(code - 1);
    }
}
