package org.otklik.training;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.otklik.training.ShadowReport.Difference;
import org.otklik.training.ShadowReport.Kind;

/** Counts differences and keeps the first of each kind; for one thread. */
final class Differences {

    private static final int MOST_OF_A_KIND = 500;

    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final List<Difference> examples = new ArrayList<>();

    void add(Difference difference) {
        if (counts.merge(difference.kind(), 1L, Long::sum) <= MOST_OF_A_KIND) {
            examples.add(difference);
        }
    }

    Map<Kind, Long> counts() {
        return counts;
    }

    List<Difference> examples() {
        return examples;
    }
}
