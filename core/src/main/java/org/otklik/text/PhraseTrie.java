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
    private static final int FILTER_BITS = 4;
    /** Stands before a phrase that alone ends in a state. */
    private static final long ALONE = Long.MIN_VALUE;

    /** In turns a state with a word and the state that follows; what is asked for together lies together. */
    private final long[] edges;

    private final int mask;
    /** Eight bits or more for each edge: they stay in near memory, and tell most edges that are not there. */
    private final long[] filter;

    private final int filterShift;
    /**
     * Of each state the bits of the words that may follow, since almost all others lack theirs; then the phrase that ends in
     * it, or, in two halves, where they begin and end if it is not one. The state behind the first word of a phrase
     * has the number of the word, which saves a look; later ones have numbers above those of all words.
     */
    private final long[] nodes;

    private final int[] endings;

    private PhraseTrie(Growing tree, int vocabulary) {
        long later =
                tree.edges.keySet().stream().filter(edge -> from(edge) != ROOT).count();
        mask = Integer.highestOneBit(Math.max(8, (int) later)) * 4 - 1;
        edges = new long[2 * (mask + 1)];
        filter = new long[Math.max(1, (mask + 1) * FILTER_BITS / Long.SIZE)];
        filterShift = Long.numberOfLeadingZeros((long) filter.length * Long.SIZE - 1);
        nodes = new long[2 * (vocabulary + tree.endings.size())];
        int[] states = new int[tree.endings.size()];
        tree.edges.forEach((edge, state) -> states[state] = from(edge) == ROOT ? word(edge) : vocabulary + state);
        tree.edges.forEach((edge, state) -> put(states[from(edge)], word(edge), states[state]));
        endings = tree.endings.stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .toArray();
        long first = 0;
        for (int state = ROOT + 1; state < states.length; state++) {
            List<Integer> ending = tree.endings.get(state);
            long end = first + ending.size();
            nodes[2 * states[state] + 1] = ending.size() == 1 ? ALONE | ending.get(0) : first << Integer.SIZE | end;
            first = end;
        }
    }

    private static int from(long edge) {
        return (int) (edge >>> Integer.SIZE);
    }

    private static int word(long edge) {
        return (int) edge;
    }

    private void put(int from, int word, int state) {
        if (from == ROOT) {
            return;
        }
        nodes[2 * from] |= PhraseTable.bit(word);
        int at = at(edge(from, word));
        long filtered = mixed(edge(from, word)) >>> filterShift;
        filter[(int) (filtered >>> 6)] |= 1L << filtered;
        edges[at] = edge(from, word);
        edges[at + 1] = state;
    }

    private static long edge(int from, int word) {
        return (long) from << Integer.SIZE | word;
    }

    /** Mixes an edge; its highest bits lead into the filter, its lowest into the table. */
    private static long mixed(long edge) {
        long mixed = edge * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> Integer.SIZE;
    }

    private int at(long edge) {
        int at = (int) mixed(edge) & mask;
        while (edges[2 * at] != 0 && edges[2 * at] != edge) {
            at = (at + 1) & mask;
        }
        return 2 * at;
    }

    /** Whether phrases begin with a word; the state behind it is then the number of the word. */
    boolean begins(int word) {
        return (nodes[2 * word] | nodes[2 * word + 1]) != 0;
    }

    /** The state after one more word; {@link #NONE} if no phrase goes on with it. */
    int next(int state, int word) {
        if ((nodes[2 * state] & PhraseTable.bit(word)) == 0) {
            return NONE;
        }
        long edge = edge(state, word);
        long filtered = mixed(edge) >>> filterShift;
        return (filter[(int) (filtered >>> 6)] & 1L << filtered) == 0 ? NONE : (int) edges[at(edge) + 1];
    }

    boolean goesOn(int state) {
        return nodes[2 * state] != 0;
    }

    /** How many phrases end in a state. */
    int countEndings(int state) {
        long ending = nodes[2 * state + 1];
        return ending < 0 ? 1 : (int) ending - (int) (ending >>> Integer.SIZE);
    }

    /** One of the phrases that end in a state. */
    int ending(int state, int which) {
        long ending = nodes[2 * state + 1];
        return ending < 0 ? (int) ending : endings[(int) (ending >>> Integer.SIZE) + which];
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
            return edges.computeIfAbsent(edge(state, word), edge -> {
                endings.add(new ArrayList<>(1));
                return endings.size() - 1;
            });
        }

        PhraseTrie grown(int vocabulary) {
            return new PhraseTrie(this, vocabulary);
        }
    }
}
