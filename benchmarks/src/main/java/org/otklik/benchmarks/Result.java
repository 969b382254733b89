package org.otklik.benchmarks;

import java.util.Locale;

/** One line that scripts can read. */
final class Result {

    private Result() {}

    static void print(String name, double ours, double peer, String measured) {
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
