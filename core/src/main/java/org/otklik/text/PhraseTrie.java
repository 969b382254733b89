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
    /** In turns a state with a word and the state that follows; what is asked for together lies together. */
    private final long[] edges;

    private final int mask;
    /**
     * Of each state the bits of the words that may follow, since almost all others lack theirs; then, in two halves, where
     * the phrases begin that end in it, and where they end.
     */
    private final long[] nodes;

    private final int[] endings;

    private PhraseTrie(Growing tree, int vocabulary) {
        firstState = new int[vocabulary];
        mask = Integer.highestOneBit(Math.max(8, tree.edges.size() * 2)) * 2 - 1;
        edges = new long[2 * (mask + 1)];
        nodes = new long[2 * tree.endings.size()];
        tree.edges.forEach(this::put);
        endings = tree.endings.stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .toArray();
        long first = 0;
        for (int state = 0; state < tree.endings.size(); state++) {
            long end = first + tree.endings.get(state).size();
            nodes[2 * state + 1] = first << Integer.SIZE | end;
            first = end;
        }
    }

    private void put(long edge, int state) {
        int from = (int) (edge >>> Integer.SIZE);
        int word = (int) edge;
        if (from == ROOT) {
            firstState[word] = state;
            return;
        }
        nodes[2 * from] |= PhraseTable.bit(word);
        int at = at(edge);
        edges[at] = edge;
        edges[at + 1] = state;
    }

    private int at(long edge) {
        long mixed = edge * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> Integer.SIZE) & mask;
        while (edges[2 * at] != 0 && edges[2 * at] != edge) {
            at = (at + 1) & mask;
        }
        return 2 * at;
    }

    /** The state after the first word of a phrase; {@link #NONE} if none begins with it. */
    int first(int word) {
        return firstState[word];
    }

    /** The state after one more word; {@link #NONE} if no phrase goes on with it. */
    int next(int state, int word) {
        if ((nodes[2 * state] & PhraseTable.bit(word)) == 0) {
            return NONE;
        }
        return (int) edges[at((long) state << Integer.SIZE | word) + 1];
    }

    boolean goesOn(int state) {
        return nodes[2 * state] != 0;
    }

    /** Where the phrases begin that end in a state. */
    int firstEnding(int state) {
        return (int) (nodes[2 * state + 1] >>> Integer.SIZE);
    }

    /** Behind the last phrase that ends in a state. */
    int endOfEndings(int state) {
        return (int) nodes[2 * state + 1];
    }

    int ending(int at) {
        return endings[at];
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
