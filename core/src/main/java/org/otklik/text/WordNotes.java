package org.otklik.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * What one reader of texts noted about the forms of words, by their numbers, so that it looks each up once.
 *
 * <p>A note hangs on the letters of its form and on its owner, never on a text: who writes it first is all the same, and
 * threads may read and write it at once.
 */
public final class WordNotes {

    /** What stands about a form of which nothing is noted. */
    public static final long NONE = 0;

    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(long[].class);

    private final Object owner;
    private volatile long[] notes;

    WordNotes(Object owner, int size) {
        this.owner = owner;
        notes = new long[size];
    }

    Object owner() {
        return owner;
    }

    boolean holds(int number) {
        return number < notes.length;
    }

    void grow(int size) {
        if (notes.length < size) {
            notes = Arrays.copyOf(notes, size);
        }
    }

    void clear() {
        Arrays.fill(notes, NONE);
    }

    /**
     * Reads a note.
     *
     * @param number of a form, see {@link Tokens#form(int)}
     * @return what was noted, or {@link #NONE}
     */
    public long get(int number) {
        return (long) ELEMENT.getOpaque(notes, number);
    }

    /**
     * Writes a note.
     *
     * @param number of a form, see {@link Tokens#form(int)}
     * @param note anything but {@link #NONE}; the same whoever writes it
     */
    public void set(int number, long note) {
        ELEMENT.setOpaque(notes, number, note);
    }
}
