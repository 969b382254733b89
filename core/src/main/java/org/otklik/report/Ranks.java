package org.otklik.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gives ranks as sports do: equals share a rank and the next one is left out, as in 1, 2, 2, 4. */
final class Ranks {

    private Ranks() {}

    /**
     * Ranks things that stand in order.
     *
     * @param ordered the best first
     * @param order the order without tie breakers
     * @return one rank for each, in the same order
     */
    static <T> List<Integer> of(List<T> ordered, Comparator<? super T> order) {
        List<Integer> ranks = new ArrayList<>(ordered.size());
        for (int i = 0; i < ordered.size(); i++) {
            boolean tie = i > 0 && order.compare(ordered.get(i - 1), ordered.get(i)) == 0;
            ranks.add(tie ? ranks.get(i - 1) : Integer.valueOf(i + 1));
        }
        return ranks;
    }
}
