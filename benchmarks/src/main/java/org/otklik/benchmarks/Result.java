package org.otklik.benchmarks;

import java.util.Locale;

/** Prints lines that scripts can read; thread-safe. */
public final class Result {

    private Result() {}

    /**
     * Prints what was measured beside what it is measured by.
     *
     * @param name of the measurement
     * @param ours what we reach
     * @param peer what a peer reaches, or a limit
     * @param measured what the numbers are
     */
    public static void print(String name, double ours, double peer, String measured) {
        System.out.printf(
                Locale.ROOT,
                "RESULT name=%s ours=%.1f peer=%.1f ratio=%.3f measured=\"%s\" %s%n",
                name,
                ours,
                peer,
                ours / peer,
                measured,
                Machine.describe());
    }
}
