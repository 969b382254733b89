package org.otklik.storage.jdbc;

import java.time.Duration;

/** Lengths in microseconds, as databases count. */
final class Micros {

    private Micros() {}

    static long of(Duration length) {
        return Math.addExact(Math.multiplyExact(length.toSeconds(), 1_000_000L), length.toNanosPart() / 1_000);
    }
}
