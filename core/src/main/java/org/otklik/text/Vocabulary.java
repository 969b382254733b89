package org.otklik.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The forms of words that texts have shown so far, each with a number and its stem; written by the scan, then read by
 * any thread.
 *
 * <p>Most words of a text have been met before. What hangs on a form alone, such as which word of a lexicon it is, is
 * found out once and noted under its number: one vocabulary serves rules, places, scales and models. Numbers are given in
 * the order of meeting, so that what is noted about frequent words lies close together.
 */
final class Vocabulary {

    /** A form that nobody remembers. */
    static final int NONE = 0;

    /** When so many forms are known, all are forgotten before the next text. */
    private static final int MOST = 1 << 15;

    private static final int FEW = 1 << 10;
    /** More than a desk has readers; whoever comes beyond takes the place of another. */
    private static final int MOST_NOTES = 16;

    /** Of each form in turns its hash and that of its stem, which are asked for together. */
    private long[] forms = new long[2 * FEW];
    /** The numbers of forms, where their hashes lead. */
    private int[] numbers = new int[2 * FEW];

    private int size;
    private volatile WordNotes[] notes = {};
    private int replaced;

    /** Makes room for another text; no number that was given before holds any more if too many were. */
    void makeRoom() {
        if (size < MOST) {
            return;
        }
        if (room() > MOST * 2) {
            forms = new long[2 * MOST];
            numbers = new int[2 * MOST];
        }
        Arrays.fill(numbers, NONE);
        size = 0;
        for (WordNotes one : notes) {
            one.clear();
        }
    }

    /** The number of a form, {@link #NONE} if it was not met yet. */
    int number(long form) {
        return numbers[slot(form)];
    }

    /** Gives a form that was not met yet the next number. */
    int add(long form, long stem) {
        if (size + 1 == room()) {
            grow();
        }
        int number = ++size;
        forms[2 * number] = form;
        forms[2 * number + 1] = stem;
        numbers[slot(form)] = number;
        return number;
    }

    long stem(int number) {
        return forms[2 * number + 1];
    }

    private int room() {
        return forms.length / 2;
    }

    private int slot(long form) {
        int mask = numbers.length - 1;
        int slot = (int) (form ^ form >>> 29) & mask;
        while (numbers[slot] != NONE && forms[2 * numbers[slot]] != form) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        forms = Arrays.copyOf(forms, forms.length * 2);
        numbers = new int[2 * room()];
        for (int number = 1; number <= size; number++) {
            numbers[slot(forms[2 * number])] = number;
        }
    }

    /** What somebody noted about the forms; grows with them. */
    WordNotes notes(Object owner) {
        WordNotes known = find(owner);
        return known == null || !known.holds(size) ? made(owner) : known;
    }

    private @Nullable WordNotes find(Object owner) {
        for (WordNotes one : notes) {
            if (one.owner() == owner) {
                return one;
            }
        }
        return null;
    }

    private synchronized WordNotes made(Object owner) {
        WordNotes known = find(owner);
        if (known == null) {
            known = new WordNotes(owner, room());
            WordNotes[] more = Arrays.copyOf(notes, Math.min(MOST_NOTES, notes.length + 1));
            more[notes.length < MOST_NOTES ? notes.length : replaced++ % MOST_NOTES] = known;
            notes = more;
        }
        known.grow(room());
        return known;
    }
}
