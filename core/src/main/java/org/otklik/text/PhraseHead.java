package org.otklik.text;

import java.util.Arrays;

/**
 * The phrases that begin with one word, side by side with what must follow; immutable.
 *
 * <p>A common word begins hundreds of phrases. Almost all of them are turned away by one look at the bits of the words
 * that follow, without touching the phrase itself.
 */
final class PhraseHead {

    /** Fits every window: a phrase of one word needs nothing behind it. */
    static final long ALONE = -1;

    static final PhraseHead NONE = new PhraseHead(new PhrasePattern[0]);

    private final PhrasePattern[] patterns;
    private final long[] seconds;
    private final int[] windows;

    private PhraseHead(PhrasePattern[] patterns) {
        this.patterns = patterns;
        seconds = Arrays.stream(patterns)
                .mapToLong(one -> one.length() == 1 ? ALONE : one.signature(1))
                .toArray();
        windows = Arrays.stream(patterns)
                .mapToInt(one -> one.length() == 1 ? 0 : one.gap(1) + 1)
                .toArray();
    }

    PhraseHead with(PhrasePattern pattern) {
        PhrasePattern[] longer = Arrays.copyOf(patterns, patterns.length + 1);
        longer[patterns.length] = pattern;
        return new PhraseHead(longer);
    }

    int size() {
        return patterns.length;
    }

    PhrasePattern pattern(int index) {
        return patterns[index];
    }

    /** Tells by bits whether the second word of a phrase may stand within its gap. */
    boolean mayFollow(int index, long[] seen) {
        return (seconds[index] & seen[windows[index]]) != 0;
    }
}
