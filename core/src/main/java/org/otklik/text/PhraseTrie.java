package org.otklik.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Phrases without gaps as a tree of words: from a state and a word to the next state; immutable once made.
 *
 * <p>However many phrases begin with a word, the next word costs one look.
 */
final class PhraseTrie {

    static final int NONE = 0;

    private static final int ROOT = 0;

    private final int[] firstState;
    private final long[] edges;
    private final int[] states;
    private final int mask;
    /** Of each state the bits of the words that may follow: almost all others lack theirs. */
    private final long[] following;
    /** Where the phrases begin that end in a state, then the phrases. */
    final int[] firstEnding;

    final int[] endings;

    private PhraseTrie(Growing tree, int vocabulary) {
        firstState = new int[vocabulary];
        mask = Integer.highestOneBit(Math.max(8, tree.edges.size() * 2)) * 2 - 1;
        edges = new long[mask + 1];
        states = new int[mask + 1];
        following = new long[tree.endings.size()];
        tree.edges.forEach(this::put);
        firstEnding = new int[tree.endings.size() + 1];
        for (int state = 0; state < tree.endings.size(); state++) {
            firstEnding[state + 1] =
                    firstEnding[state] + tree.endings.get(state).size();
        }
        endings = tree.endings.stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void put(long edge, int state) {
        int from = (int) (edge >>> Integer.SIZE);
        int word = (int) edge;
        if (from == ROOT) {
            firstState[word] = state;
            return;
        }
        following[from] |= PhraseTable.bit(word);
        int at = at(edge);
        edges[at] = edge;
        states[at] = state;
    }

    private int at(long edge) {
        long mixed = edge * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> Integer.SIZE) & mask;
        while (edges[at] != 0 && edges[at] != edge) {
            at = (at + 1) & mask;
        }
        return at;
    }

    /** The state after the first word of a phrase; {@link #NONE} if none begins with it. */
    int first(int word) {
        return firstState[word];
    }

    /** The state after one more word; {@link #NONE} if no phrase goes on with it. */
    int next(int state, int word) {
        if ((following[state] & PhraseTable.bit(word)) == 0) {
            return NONE;
        }
        return states[at((long) state << Integer.SIZE | word)];
    }

    boolean goesOn(int state) {
        return following[state] != 0;
    }

    /** The tree while it grows; for one thread. */
    static final class Growing {

        private final Map<Long, Integer> edges = new HashMap<>();
        private final List<List<Integer>> endings = new ArrayList<>(List.of(List.of()));

        /** Adds a phrase with every choice of its words. */
        void add(int phrase, int[][] steps) {
            int[] states = {ROOT};
            for (int[] step : steps) {
                states = Arrays.stream(states)
                        .flatMap(state -> Arrays.stream(step).map(word -> next(state, word)))
                        .toArray();
            }
            for (int state : states) {
                endings.get(state).add(phrase);
            }
        }

        private int next(int state, int word) {
            return edges.computeIfAbsent((long) state << Integer.SIZE | word, edge -> {
                endings.add(new ArrayList<>(1));
                return endings.size() - 1;
            });
        }

        PhraseTrie grown(int vocabulary) {
            return new PhraseTrie(this, vocabulary);
        }
    }
}
