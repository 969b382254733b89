package org.otklik.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A table: rows by key, with indexes, whose changes a rollback undoes. */
final class Rows<K, R> {

    private final Journal journal;
    private final Map<K, R> rows = new HashMap<>();
    private final List<Index<R, ?, ?>> indexes = new ArrayList<>();

    Rows(Journal journal) {
        this.journal = journal;
    }

    /** Adds an index; each row stands in every group that the function gives, in the order of its sort key. */
    <G, S extends Comparable<? super S>> Index<R, G, S> index(
            Function<R, ? extends Collection<G>> groups, Function<R, S> sort) {
        Index<R, G, S> index = new Index<>(groups, sort);
        indexes.add(index);
        return index;
    }

    Optional<R> find(K key) {
        journal.check();
        return Optional.ofNullable(rows.get(key));
    }

    Collection<R> all() {
        journal.check();
        return rows.values();
    }

    void put(K key, R row) {
        change(key, row);
    }

    boolean putIfAbsent(K key, R row) {
        if (find(key).isPresent()) {
            return false;
        }
        put(key, row);
        return true;
    }

    boolean remove(K key) {
        return change(key, null) != null;
    }

    private @Nullable R change(K key, @Nullable R row) {
        journal.check();
        R before = set(key, row);
        journal.undoBy(() -> set(key, before));
        return before;
    }

    private @Nullable R set(K key, @Nullable R row) {
        R before = row == null ? rows.remove(key) : rows.put(key, row);
        for (Index<R, ?, ?> index : indexes) {
            if (before != null) {
                index.remove(before);
            }
            if (row != null) {
                index.add(row);
            }
        }
        return before;
    }
}
