package org.otklik.adapters.meta;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that Graph lists or shows; immutable.
 *
 * @param path without version, such as {@code /123/feed}
 * @param query fields and the like, in the order in which they are sent
 */
record Edge(String path, Map<String, String> query) {

    static Edge of(String path, String fields) {
        return new Edge(path, Map.of("fields", fields));
    }

    Edge with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(name, value);
        return new Edge(path, more);
    }

    /** A page of a list; the address of the next one is built anew, since Graph's own holds the token. */
    Edge page(int size, String after) {
        Edge sized = with("limit", Integer.toString(size));
        return after.isEmpty() ? sized : sized.with("after", after);
    }
}
