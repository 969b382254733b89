package org.otklik.testkit;

import java.time.Instant;
import java.util.Comparator;

/** A place in an order by time; ties are broken by id. */
record Placed<I extends Comparable<I>>(Instant at, I id) implements Comparable<Placed<I>> {

    @Override
    public int compareTo(Placed<I> other) {
        int byTime = at.compareTo(other.at);
        return byTime != 0 ? byTime : Comparator.<I>naturalOrder().compare(id, other.id);
    }
}
