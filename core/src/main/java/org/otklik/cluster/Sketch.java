package org.otklik.cluster;

import java.util.Arrays;
import org.otklik.text.PostText;
import org.otklik.text.Tokens;

/**
 * A small print of a post's words, by which near-copies are found without their texts; immutable and thread-safe.
 *
 * <p>A one-permutation MinHash: the stems and pairs of neighbouring stems are spread over 64 bins, and of each bin one
 * byte of the least hash stays. The share of equal bytes estimates the share of common stems and pairs, with a standard
 * error of 6 %. Empty bins of short texts borrow from others, in the same order for every text. Beside it stand the
 * {@link Marks} that tell one matter from another in the same words.
 */
public final class Sketch {

    /** A sketch of no words, which resembles nothing. */
    public static final Sketch EMPTY = new Sketch(new long[Sketch.LONGS], new short[Marks.WIDTH], false);

    static final int BINS = 64;
    static final int LONGS = BINS / Long.BYTES;
    static final int BANDS = 16;
    private static final int BAND_BITS = 3 * Byte.SIZE;

    private static final int LENDERS = 8;
    private static final byte[] LENDER = lenders();

    private static final long SEVENS = 0x7F7F7F7F7F7F7F7FL;
    private static final long PAIR = 0x9E3779B97F4A7C15L;

    private final long[] bins;
    private final short[] marks;
    private final boolean words;

    private Sketch(long[] bins, short[] marks, boolean words) {
        this.bins = bins;
        this.marks = marks;
        this.words = words;
    }

    /**
     * Makes the sketch of a post's own words.
     *
     * @param text a scanned post
     * @return its sketch; {@link #EMPTY} if it has no words
     */
    public static Sketch of(PostText text) {
        return of(text.own(), text.post().text());
    }

    private static Sketch of(Tokens tokens, String text) {
        if (tokens.size() == 0) {
            return EMPTY;
        }
        int[] least = new int[BINS];
        Arrays.fill(least, Integer.MAX_VALUE);
        long filled = 0;
        long before = 0;
        for (int i = 0; i < tokens.size(); i++) {
            long stem = tokens.stem(i);
            filled |= put(least, mix(stem));
            filled |= i == 0 ? 0 : put(least, mix(before * PAIR + stem));
            before = stem;
        }
        return new Sketch(packed(least, filled), Marks.of(tokens, text), true);
    }

    private static long put(int[] least, long hash) {
        int bin = (int) (hash >>> 58);
        least[bin] = Math.min(least[bin], (int) hash);
        return 1L << bin;
    }

    private static long[] packed(int[] least, long filled) {
        for (long empty = ~filled; empty != 0; empty &= empty - 1) {
            int bin = Long.numberOfTrailingZeros(empty);
            least[bin] = least[lender(bin, filled)];
        }
        long[] bins = new long[LONGS];
        for (int i = 0; i < LONGS; i++) {
            long packed = 0;
            for (int bin = (i + 1) * Long.BYTES - 1; bin >= i * Long.BYTES; bin--) {
                packed = (packed << Byte.SIZE) | (least[bin] & 0xFFL);
            }
            bins[i] = packed;
        }
        return bins;
    }

    /** From which of the filled bins an empty one borrows. */
    private static int lender(int bin, long filled) {
        int attempt = 1;
        int from = LENDER[bin * LENDERS];
        while ((filled >>> from & 1) == 0) {
            attempt++;
            from = attempt <= LENDERS ? LENDER[bin * LENDERS + attempt - 1] : lender(bin, attempt);
        }
        return from;
    }

    /** From which bin an empty one borrows at an attempt; the same for every text. */
    private static int lender(int bin, int attempt) {
        return (int) (mix((long) bin << 32 | attempt) >>> 58);
    }

    private static byte[] lenders() {
        byte[] lenders = new byte[BINS * LENDERS];
        for (int i = 0; i < lenders.length; i++) {
            lenders[i] = (byte) lender(i / LENDERS, i % LENDERS + 1);
        }
        return lenders;
    }

    /** Spreads every bit of a word's hash over all bits. */
    static long mix(long bits) {
        long z = (bits ^ bits >>> 32) * 0xD6E8FEB86659FD93L;
        z = (z ^ z >>> 32) * 0xD6E8FEB86659FD93L;
        return z ^ z >>> 32;
    }

    /**
     * Estimates the share of words and pairs of words that two posts have in common.
     *
     * @param other another sketch
     * @return 0 to 1; 0 if one of them has no words
     */
    public double resemblance(Sketch other) {
        return words && other.words ? resemblance(bins, other.bins, 0) : 0;
    }

    /**
     * Tells whether two posts name different things: each a number, or each a street or place, that the other lacks.
     *
     * @param other another sketch
     * @return true if they can hardly be about the same matter, however similar their words are
     */
    public boolean contradicts(Sketch other) {
        return Marks.contradict(marks, other.marks, 0);
    }

    boolean hasWords() {
        return words;
    }

    long[] bins() {
        return bins;
    }

    short[] marks() {
        return marks;
    }

    static double resemblance(long[] one, long[] others, int at) {
        int equal = 0;
        for (int i = 0; i < LONGS; i++) {
            long differing = one[i] ^ others[at + i];
            equal += Long.bitCount(~((differing & SEVENS) + SEVENS | differing | SEVENS));
        }
        return equal / (double) BINS;
    }

    /** Gives the three bytes of a band. */
    static int band(long[] bins, int at, int band) {
        int bit = band * BAND_BITS;
        int word = at + bit / Long.SIZE;
        int shift = bit % Long.SIZE;
        long bits = bins[word] >>> shift;
        if (shift > Long.SIZE - BAND_BITS) {
            bits |= bins[word + 1] << (Long.SIZE - shift);
        }
        return (int) bits & ((1 << BAND_BITS) - 1);
    }
}
