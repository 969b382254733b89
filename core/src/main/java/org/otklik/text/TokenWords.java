package org.otklik.text;

/**
 * What a token is to an automaton, as one number that can be noted about its form: the word that it is to most phrases,
 * that of its exact form or of any number, and what phrases ask for them. 0 stands for a token that was not looked at.
 */
final class TokenWords {

    /** The most words that an automaton can know. */
    static final int MOST = (1 << 28) - 1;

    /** A phrase without gaps begins with one of the words. */
    static final int BEGINS = 60;
    /** One of the words is in a set. */
    static final int IN_SETS = 61;
    /** A phrase with gaps is looked for by one of the words. */
    static final int LEADS = 62;

    private static final int BITS = 28;
    private static final long LOOKED_AT = Long.MIN_VALUE;

    private TokenWords() {}

    static long of(int word, int exact, boolean begins, boolean inSets, boolean leads) {
        return LOOKED_AT | bit(begins, BEGINS) | bit(inSets, IN_SETS) | bit(leads, LEADS) | (long) exact << BITS | word;
    }

    private static long bit(boolean set, int sort) {
        return set ? 1L << sort : 0;
    }

    /** The number of the word that the token is to most phrases; 0 if no phrase knows it. */
    static int word(long words) {
        return (int) words & MOST;
    }

    /** The number of its exact form, or of any number; 0 if no phrase knows it. */
    static int exact(long words) {
        return (int) (words >>> BITS) & MOST;
    }

    /** The bit of a place if the token is of a sort. */
    static long bit(long words, int sort, int place) {
        return (words >>> sort & 1) << place;
    }
}
