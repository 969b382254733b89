package org.otklik.testkit;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Rows by group, each group in the order of a unique sort key. */
final class Index<R, G, S extends Comparable<? super S>> {

    private final Function<R, ? extends Collection<G>> groups;
    private final Function<R, S> sort;
    private final Map<G, TreeMap<S, R>> content = new HashMap<>();

    Index(Function<R, ? extends Collection<G>> groups, Function<R, S> sort) {
        this.groups = groups;
        this.sort = sort;
    }

    void add(R row) {
        for (G group : groups.apply(row)) {
            content.computeIfAbsent(group, fresh -> new TreeMap<>()).put(sort.apply(row), row);
        }
    }

    void remove(R row) {
        for (G group : groups.apply(row)) {
            TreeMap<S, R> members = content.get(group);
            if (members != null) {
                members.remove(sort.apply(row));
                if (members.isEmpty()) {
                    content.remove(group);
                }
            }
        }
    }

    Set<G> groups() {
        return content.keySet();
    }

    NavigableMap<S, R> of(G group) {
        TreeMap<S, R> members = content.get(group);
        return members == null ? Collections.emptyNavigableMap() : members;
    }

    /** A copy, for those who change rows while they go through them. */
    List<R> listOf(G group) {
        return List.copyOf(of(group).values());
    }
}
