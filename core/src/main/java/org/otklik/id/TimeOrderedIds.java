package org.otklik.id;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Makes ids that sort by the time of their making: 48 bits of milliseconds and 80 random bits, as 26 characters of
 * Crockford's base 32.
 *
 * <p>Thread-safe if its random generator is. Within one millisecond the order of ids is random.
 */
public final class TimeOrderedIds {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;

    private final InstantSource time;
    private final RandomGenerator random;

    /**
     * Creates a source of ids.
     *
     * @param time gives the leading milliseconds
     * @param random gives the rest; use a generator that may be shared by threads
     */
    public TimeOrderedIds(InstantSource time, RandomGenerator random) {
        this.time = Objects.requireNonNull(time, "time");
        this.random = Objects.requireNonNull(random, "random");
    }

    /**
     * Makes a new id.
     *
     * @return 26 characters, unique for all practical purposes
     */
    public String next() {
        char[] id = new char[LENGTH];
        encode(time.millis(), id, 0, 10);
        encode(random.nextLong(), id, 10, 18);
        encode(random.nextLong(), id, 18, LENGTH);
        return new String(id);
    }

    private static void encode(long bits, char[] target, int from, int to) {
        long rest = bits;
        for (int i = to - 1; i >= from; i--) {
            target[i] = ALPHABET.charAt((int) (rest & 31));
            rest >>>= 5;
        }
    }

    static String check(String value, String what) {
        Objects.requireNonNull(value, what);
        String folded = value.toLowerCase(Locale.ROOT);
        if (!isId(folded)) {
            throw new IllegalArgumentException("'" + value + "' cannot name a " + what
                    + ": expected 26 characters of Crockford's base 32, as the desk gives them out.");
        }
        return folded;
    }

    /** Every row that is read has several ids, so each is looked at by a loop. */
    private static boolean isId(String folded) {
        if (folded.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (ALPHABET.indexOf(folded.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
