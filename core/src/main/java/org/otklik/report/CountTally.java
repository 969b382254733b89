package org.otklik.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts by key; for one thread. */
final class CountTally<K extends Comparable<K>> {

    private final Map<K, Long> counts = new TreeMap<>();
    private long unknown;

    void add(Optional<K> key, long many) {
        if (key.isPresent()) {
            counts.merge(key.get(), many, Long::sum);
        } else {
            unknown += many;
        }
    }

    CountTable<K> table() {
        Comparator<CountTable.Line<K>> mostFirst = Comparator.<CountTable.Line<K>>comparingLong(CountTable.Line::count)
                .reversed();
        List<CountTable.Line<K>> lines = counts.entrySet().stream()
                .map(entry -> new CountTable.Line<>(entry.getKey(), entry.getValue()))
                .sorted(mostFirst.thenComparing(CountTable.Line::key))
                .toList();
        return new CountTable<>(lines, unknown);
    }
}
