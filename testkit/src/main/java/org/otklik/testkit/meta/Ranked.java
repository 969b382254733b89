package org.otklik.testkit.meta;

import java.util.AbstractList;
import java.util.List;

/** A list in an order that no client could know, and that is another as soon as something is added. */
final class Ranked extends AbstractList<Node> {

    private static final double GOLDEN = 0.618;

    private final List<Node> items;
    private final int size;
    private final int step;

    Ranked(List<Node> items) {
        this.items = items;
        this.size = items.size();
        int begin = Math.max(1, (int) (size * GOLDEN));
        while (size > 1 && divisor(begin, size) > 1) {
            begin++;
        }
        this.step = begin;
    }

    private static int divisor(int one, int other) {
        return other == 0 ? one : divisor(other, one % other);
    }

    @Override
    public Node get(int place) {
        return items.get((int) ((place + 1L) * step % size));
    }

    @Override
    public int size() {
        return size;
    }
}
