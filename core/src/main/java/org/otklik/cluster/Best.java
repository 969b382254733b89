package org.otklik.cluster;

/** The best of the candidates that were compared for one question; for one thread, used again and again. */
final class Best {

    private static final int MOST_COMPARED = 48;
    private static final int SEVERAL = 2;

    private final Remembered remembered;
    private final Likeness likeness;
    private final int[] lengths = new int[Candidates.ROOM];
    private int slot = Links.NONE;
    private double words;
    private boolean suggested;
    private int compared;

    Best(Remembered remembered, Likeness likeness) {
        this.remembered = remembered;
        this.likeness = likeness;
    }

    /**
     * Compares candidates, those that share several bands first; the rest of too many is not looked at.
     *
     * <p>The rows of all are asked for before one is compared, so that memory looks for them at once.
     */
    void of(Candidates candidates, Query query) {
        slot = Links.NONE;
        words = 0;
        suggested = false;
        compared = 0;
        for (int i = 0; i < candidates.size(); i++) {
            lengths[i] = remembered.words(candidates.slot(i));
        }
        compare(candidates, query, true);
        compare(candidates, query, false);
    }

    private void compare(Candidates candidates, Query query, boolean several) {
        for (int i = 0; i < candidates.size() && compared < MOST_COMPARED; i++) {
            int candidate = candidates.slot(i);
            if (lengths[i] > 0 && candidates.hits(i) >= SEVERAL == several && likeness.mayBeOne(candidate, query)) {
                compared++;
                if (!likeness.isFarFrom(candidate, query)) {
                    compare(candidate, query);
                }
            }
        }
    }

    private void compare(int candidate, Query query) {
        double alike = likeness.words(candidate, query);
        suggested |= likeness.suggests(alike, candidate, query);
        boolean better = alike > words || (alike == words && isNewer(candidate));
        if (better && likeness.attaches(alike, candidate, query)) {
            slot = candidate;
            words = alike;
        }
    }

    private boolean isNewer(int candidate) {
        return slot == Links.NONE || remembered.at(candidate) > remembered.at(slot);
    }

    /** Returns what can be attached to, or -1. */
    int slot() {
        return slot;
    }

    double words() {
        return words;
    }

    /** Tells whether anything is alike enough to be suggested. */
    boolean isSuggested() {
        return suggested;
    }
}
