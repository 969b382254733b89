package org.otklik.internal.region;

import java.util.List;
import java.util.Map;

/** A value of a pack file that knows its line; immutable. */
sealed interface Value {

    int line();

    /** A text, number, truth value, or the cell of a table. */
    record Text(int line, String text) implements Value {}

    /** A list. */
    record Items(int line, List<Value> items) implements Value {

        public Items {
            items = List.copyOf(items);
        }
    }

    /** Named values, in the order of the file. */
    record Fields(int line, Map<String, Value> fields) implements Value {}
}
