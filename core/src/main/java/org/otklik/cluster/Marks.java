package org.otklik.cluster;

import org.otklik.text.Tokens;

/**
 * What tells matters apart that are told in the same words: houses, other numbers, and names of streets and places.
 *
 * <p>Of each kind the least hashes are kept, of 16 bits; 0 is none. To keep the least ones makes two posts comparable
 * however many they have. Beside its hash a name has the set of its letters in 16 bits, so that a slip of the pen in a
 * name makes no other name of it.
 */
final class Marks {

    private static final int HOUSES = 0;
    private static final int NUMBERS = 6;
    private static final int NAMES = 12;
    private static final int LETTERS = 22;

    /** How many numbers of 16 bits a post has room for. */
    static final int WIDTH = 32;

    private Marks() {}

    static short[] of(Tokens tokens, String text) {
        short[] marks = new short[WIDTH];
        Naming naming = new Naming(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isNumber(i)) {
                boolean house = naming.isHouse(i);
                put(marks, house ? HOUSES : NUMBERS, house ? NUMBERS : NAMES, tokens.word(i));
            } else if (naming.isName(i)) {
                putName(marks, tokens.stem(i), letters(text, tokens.start(i), tokens.end(i)));
            }
        }
        return marks;
    }

    private static short mark(long word) {
        short hash = (short) (Sketch.mix(word) >>> 48);
        return hash == 0 ? 1 : hash;
    }

    /** Keeps the least hashes in order, each once; tells where it went, or -1. */
    private static int put(short[] marks, int from, int to, long word) {
        short mark = mark(word);
        int at = from;
        while (at < to && marks[at] != 0 && marks[at] < mark) {
            at++;
        }
        if (at == to || marks[at] == mark) {
            return -1;
        }
        System.arraycopy(marks, at, marks, at + 1, to - at - 1);
        marks[at] = mark;
        return at;
    }

    private static void putName(short[] marks, long stem, short letters) {
        int at = put(marks, NAMES, LETTERS, stem);
        if (at >= 0) {
            int beside = at + LETTERS - NAMES;
            System.arraycopy(marks, beside, marks, beside + 1, WIDTH - beside - 1);
            marks[beside] = letters;
        }
    }

    /** Gives the set of the letters of a word without its ending; 0 for a short word, which has no room for a slip. */
    private static short letters(String text, int start, int end) {
        int length = end - start;
        if (length < 5) {
            return 0;
        }
        int set = 0;
        for (int i = start; i < end - (length > 6 ? 2 : 1); i++) {
            set |= 1 << (Character.toLowerCase(text.charAt(i)) & 15);
        }
        return (short) set;
    }

    /** Tells whether each side has a house, a number or a name that the other lacks. */
    static boolean contradict(short[] one, short[] others, int at) {
        return (firstLacking(others, at, one, 0, HOUSES, NUMBERS) >= 0
                        && firstLacking(one, 0, others, at, HOUSES, NUMBERS) >= 0)
                || (firstLacking(others, at, one, 0, NUMBERS, NAMES) >= 0
                        && firstLacking(one, 0, others, at, NUMBERS, NAMES) >= 0)
                || areOtherNames(one, others, at);
    }

    /** Finds the first mark of a side that the other surely lacks; beyond the greatest of a full one it may have it. */
    private static int firstLacking(short[] side, int sideAt, short[] other, int otherAt, int from, int to) {
        for (int i = from; i < to && other[otherAt + i] != 0; i++) {
            short mark = other[otherAt + i];
            boolean lacking = lacks(side, sideAt, from, to, mark)
                    && (from == NAMES || !has(side, sideAt, from == HOUSES ? NUMBERS : HOUSES, mark));
            if (lacking) {
                return i;
            }
        }
        return -1;
    }

    /** A house of one side may stand among the other numbers of the other. */
    private static boolean has(short[] side, int sideAt, int from, short mark) {
        for (int i = from; i < from + NUMBERS && side[sideAt + i] != 0; i++) {
            if (side[sideAt + i] == mark) {
                return true;
            }
        }
        return false;
    }

    private static boolean lacks(short[] side, int sideAt, int from, int to, short mark) {
        for (int i = from; i < to && side[sideAt + i] != 0; i++) {
            if (side[sideAt + i] >= mark) {
                return side[sideAt + i] != mark;
            }
        }
        return side[sideAt + to - 1] == 0;
    }

    /** Two names that differ by one letter are one name with a slip of the pen, if they are the first to differ. */
    private static boolean areOtherNames(short[] one, short[] others, int at) {
        int mine = firstLacking(others, at, one, 0, NAMES, LETTERS);
        if (mine < 0) {
            return false;
        }
        int theirs = firstLacking(one, 0, others, at, NAMES, LETTERS);
        return theirs >= 0 && !isSlip(one[mine + LETTERS - NAMES], others[at + theirs + LETTERS - NAMES]);
    }

    private static boolean isSlip(short one, short other) {
        return one != 0 && other != 0 && Integer.bitCount((one ^ other) & 0xFFFF) <= 1;
    }

    /** Tells whether one side names a house and the other none at all. */
    static boolean oneNamesAHouse(short[] one, short[] others, int at) {
        return (one[HOUSES] == 0) != (others[at + HOUSES] == 0);
    }

    /** Tells whether a name stands on both sides. */
    static boolean shareName(short[] one, short[] others, int at) {
        for (int i = NAMES; i < LETTERS && one[i] != 0; i++) {
            for (int j = at + NAMES; j < at + LETTERS && others[j] != 0; j++) {
                if (one[i] == others[j]) {
                    return true;
                }
            }
        }
        return false;
    }
}
