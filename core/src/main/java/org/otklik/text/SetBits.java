package org.otklik.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gives each word of some sets one of 64 bits, such that the words of a set have few: then most texts lack all bits of a
 * set of which they have no word.
 */
final class SetBits {

    private static final byte NONE = -1;

    private SetBits() {}

    /**
     * Gives bits.
     *
     * @param sets the words of each
     * @param asked which sets are asked for, each as often as it is; below 0 for none
     * @param weights how often each word is met in texts
     * @return of each word its bit
     */
    static byte[] ofWords(List<int[]> sets, int[] asked, int[] weights) {
        int[] askedFor = new int[sets.size()];
        Arrays.stream(asked).filter(set -> set >= 0).forEach(set -> askedFor[set]++);
        byte[] bits = new byte[weights.length];
        Arrays.fill(bits, NONE);
        long[] loads = new long[Long.SIZE];
        IntStream.range(0, sets.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer set) -> -askedFor[set]))
                .forEach(set -> share(lightest(loads), sets.get(set), bits, weights, loads));
        return bits;
    }

    private static byte lightest(long[] loads) {
        return (byte) IntStream.range(0, loads.length)
                .boxed()
                .min(Comparator.comparingLong(bit -> loads[bit]))
                .orElseThrow()
                .intValue();
    }

    private static void share(byte bit, int[] words, byte[] bits, int[] weights, long[] loads) {
        for (int word : words) {
            if (bits[word] == NONE) {
                bits[word] = bit;
                loads[bit] += weights[word] + 1L;
            }
        }
    }
}
