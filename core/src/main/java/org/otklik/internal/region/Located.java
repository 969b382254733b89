package org.otklik.internal.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Something that was read, with the entry it was read from, so that what other files say about it can be blamed on the
 * right line; immutable.
 *
 * @param value what was read
 * @param entry where
 */
record Located<T>(T value, Entry entry) {

    /** Notes entries whose key stands before, and returns the others. */
    static <T> List<Located<T>> distinct(List<Located<T>> all, Function<T, ?> key, String what) {
        Map<Object, Integer> first = new HashMap<>();
        List<Located<T>> distinct = new ArrayList<>();
        for (Located<T> one : all) {
            Object id = key.apply(one.value());
            Integer line = first.putIfAbsent(id, one.entry().line());
            if (line == null) {
                distinct.add(one);
            } else {
                one.entry().wrong("id.twice", what, id, line);
            }
        }
        return distinct;
    }
}
