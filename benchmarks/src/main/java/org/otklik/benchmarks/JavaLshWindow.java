package org.otklik.benchmarks;

import info.debatty.java.lsh.MinHash;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.otklik.text.Tokens;

/**
 * The peer: signatures of java-lsh over pairs of words, in bands of four numbers, each a hash map; the library itself has
 * no store. The oldest post leaves when the window is full.
 */
final class JavaLshWindow {

    private static final int ROWS = 4;
    private static final double ALIKE = 0.5;
    private static final Deque<Remembered> NOBODY = new ArrayDeque<>();

    private final MinHash hashing;
    private final List<Map<Integer, Deque<Remembered>>> bands = new ArrayList<>();
    private final Deque<Remembered> order = new ArrayDeque<>();
    private final int capacity;

    /** A signature and whose it is. */
    private static final class Remembered {
        private final int id;
        private final int[] signature;

        Remembered(int id, int[] signature) {
            this.id = id;
            this.signature = signature;
        }

        int id() {
            return id;
        }

        int[] signature() {
            return signature;
        }
    }

    JavaLshWindow(int capacity, int bands) {
        this.capacity = capacity;
        hashing = new MinHash(bands * ROWS, 1 << 30, 42);
        for (int band = 0; band < bands; band++) {
            this.bands.add(new HashMap<>());
        }
    }

    /** Finds the likest earlier post, or -1, then remembers this one. */
    int findAndInsert(int id, Tokens tokens) {
        int[] signature = signature(tokens);
        int found = find(signature);
        insert(new Remembered(id, signature));
        return found;
    }

    /** Remembers a post without a search, so that a large window fills in bearable time. */
    void insert(int id, Tokens tokens) {
        insert(new Remembered(id, signature(tokens)));
    }

    private int[] signature(Tokens tokens) {
        Set<Integer> pairs = new HashSet<>();
        for (int i = 1; i < tokens.size(); i++) {
            pairs.add((int) ((tokens.word(i - 1) * 31 + tokens.word(i)) >>> 34));
        }
        return hashing.signature(pairs);
    }

    private int find(int[] signature) {
        int best = -1;
        double likeness = ALIKE;
        Set<Integer> seen = new HashSet<>();
        for (int band = 0; band < bands.size(); band++) {
            for (Remembered one : bands.get(band).getOrDefault(key(signature, band), NOBODY)) {
                double similarity = seen.add(one.id()) ? hashing.similarity(signature, one.signature()) : 0;
                if (similarity >= likeness) {
                    best = one.id();
                    likeness = similarity;
                }
            }
        }
        return best;
    }

    private void insert(Remembered one) {
        if (order.size() == capacity) {
            forget(order.removeFirst());
        }
        order.addLast(one);
        for (int band = 0; band < bands.size(); band++) {
            bands.get(band)
                    .computeIfAbsent(key(one.signature(), band), none -> new ArrayDeque<>(1))
                    .addLast(one);
        }
    }

    /** The oldest post is the first of each of its buckets. */
    private void forget(Remembered one) {
        for (int band = 0; band < bands.size(); band++) {
            bands.get(band).computeIfPresent(key(one.signature(), band), (key, bucket) -> {
                bucket.removeFirst();
                return bucket.isEmpty() ? null : bucket;
            });
        }
    }

    private static int key(int[] signature, int band) {
        return Arrays.hashCode(Arrays.copyOfRange(signature, band * ROWS, band * ROWS + ROWS));
    }
}
