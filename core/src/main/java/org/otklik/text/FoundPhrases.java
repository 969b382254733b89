package org.otklik.text;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What the first automaton that searched a text found in it, kept until the next text is read: rules speak for a
 * decision and are what a model looks at, too. One thread writes, then any may read.
 */
final class FoundPhrases implements PhraseMatch {

    private static final int FREE = 0;
    private static final int WRITTEN = 1;
    private static final int COMPLETE = 2;
    private static final int WIDTH = 3;

    private final AtomicInteger state = new AtomicInteger();
    private @Nullable Object owner;
    private int[] numbers = new int[16 * WIDTH];
    private int size;

    /** Forgets what was found in the text before. */
    void clear() {
        owner = null;
        size = 0;
        state.setRelease(FREE);
    }

    /** Lets one automaton write; false if another has, or does so now. */
    boolean claim(Object automaton) {
        if (state.getPlain() != FREE || !state.compareAndSet(FREE, WRITTEN)) {
            return false;
        }
        owner = automaton;
        return true;
    }

    void complete() {
        state.setRelease(COMPLETE);
    }

    boolean isOf(Object automaton) {
        return state.getAcquire() == COMPLETE && owner == automaton;
    }

    @Override
    public void found(int phrase, int firstToken, int lastToken) {
        if (size + WIDTH > numbers.length) {
            numbers = Arrays.copyOf(numbers, numbers.length * 2);
        }
        numbers[size] = phrase;
        numbers[size + 1] = firstToken;
        numbers[size + 2] = lastToken;
        size += WIDTH;
    }

    void tell(PhraseMatch match) {
        for (int i = 0; i < size; i += WIDTH) {
            match.found(numbers[i], numbers[i + 1], numbers[i + 2]);
        }
    }
}
