package org.otklik.benchmarks.lag;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The writers of a day, made known to a network when they first write; for one thread. */
final class People<T> {

    private static final int MOST = 2_000;

    private final Map<Long, T> known = new HashMap<>();
    private final Function<String, T> maker;

    People(Function<String, T> maker) {
        this.maker = maker;
    }

    T of(long person) {
        return known.computeIfAbsent(person % MOST, number -> maker.apply("Житель " + number));
    }
}
