package org.otklik.text;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Light Russian stemming on a character buffer: an ending, then a tense suffix, then fleeting vowels.
 *
 * <p>It strips more than a linguist would like (рубль and рубить meet), because rules match phrases and only need that
 * most forms of one word give one stem. It always leaves a vowel and at least two letters.
 */
final class Stemmer {

    private static final String VOWELS = "аеиоуыэюя";
    private static final String[] ENDINGS = longestFirst("иями ями ами иях ях ах иям ям ам ием ией ем ом им ым ими ыми "
            + "его ого ему ому ее ие ые ое ей ий ый ой их ых ую юю ая яя ою ею ев ов ье ии и й е о у ы ь ию ью ю ия ья "
            + "я а ьями ьях ьям ьев ет ют ут ит ят ешь ишь ете ите ать ить еть ять ыть уть ть ает яет ают яют ует уют "
            + "ивает ивают ивать ывает ывают ывать йте");
    private static final String[] SUFFIXES = longestFirst("ивал ывал овал ал ил ел ял ыл ул ет ит ят ют ут ен ан ян");
    /** The bits of letters from а on that are vowels. */
    private static final int VOWEL_BITS =
            VOWELS.chars().map(vowel -> 1 << (vowel - 'а')).reduce(0, (a, b) -> a | b);

    private static final int LETTER_BITS = 6;
    private static final int LETTER_MASK = (1 << LETTER_BITS) - 1;
    private static final int LONGEST_ENDING = 5;
    private static final int[][] ENDINGS_BY_LAST = byLastLetter(ENDINGS);
    private static final int[][] SUFFIXES_BY_LAST = byLastLetter(SUFFIXES);

    private Stemmer() {}

    /** Stems in place and returns the new length; the letters up to it may change. */
    static int stem(char[] word, int length) {
        if (length < 3 || word[length - 1] < 'а' || word[length - 1] > 'я') {
            return length;
        }
        int vowel = firstVowel(word, length);
        int rest = strip(word, withoutReflexive(word, length), ENDINGS_BY_LAST, Math.max(2, vowel + 1));
        rest = strip(word, rest, SUFFIXES_BY_LAST, Math.max(3, vowel + 1));
        return normalised(word, rest);
    }

    private static int withoutReflexive(char[] word, int length) {
        if (length < 5 || word[length - 2] != 'с') {
            return length;
        }
        char last = word[length - 1];
        char before = word[length - 3];
        boolean reflexive = (last == 'я' && before != 'с') || (last == 'ь' && isReflexiveBefore(word, length - 3));
        return reflexive ? length - 2 : length;
    }

    /** Keeps запись and надпись whole, but takes the ending off сломались. */
    private static boolean isReflexiveBefore(char[] word, int at) {
        return word[at] == 'и' ? word[at - 1] == 'л' : isVowel(word[at]);
    }

    /** Takes off the longest ending that leaves enough letters, with a vowel among them. */
    private static int strip(char[] word, int length, int[][] byLast, int shortest) {
        int index = word[length - 1] - 'а';
        if (index < 0 || index >= byLast.length) {
            return length;
        }
        int tail = code(word, length);
        for (int ending : byLast[index]) {
            int size = length(ending);
            if (length - size >= shortest && ((tail ^ ending) & ((1 << (size * LETTER_BITS)) - 1)) == 0) {
                return length - size;
            }
        }
        return length;
    }

    /** The last letters of a word in one number, the very last one lowest; 0 for what is no small Russian letter. */
    private static int code(char[] word, int length) {
        int code = 0;
        for (int i = Math.max(0, length - LONGEST_ENDING); i < length; i++) {
            int letter = word[i] - 'а' + 1;
            code = code << LETTER_BITS | (letter < 1 || letter > LETTER_MASK ? 0 : letter);
        }
        return code;
    }

    private static int length(int ending) {
        return (Integer.SIZE - Integer.numberOfLeadingZeros(ending) + LETTER_BITS - 1) / LETTER_BITS;
    }

    private static int firstVowel(char[] word, int length) {
        int at = 0;
        while (at < length && !isVowel(word[at])) {
            at++;
        }
        return at;
    }

    private static boolean isVowel(char letter) {
        int index = letter - 'а';
        return index >= 0 && index < Integer.SIZE && (VOWEL_BITS >>> index & 1) != 0;
    }

    private static int normalised(char[] word, int length) {
        int rest = length;
        while (rest > 3 && (word[rest - 1] == 'ь' || doubled(word, rest))) {
            rest--;
        }
        if (rest > 3 && word[rest - 1] == 'л' && "кгсзт".indexOf(word[rest - 2]) >= 0) {
            rest--;
        }
        return withoutFleetingVowel(word, rest);
    }

    private static boolean doubled(char[] word, int length) {
        return word[length - 1] == 'н' && word[length - 2] == 'н';
    }

    private static int withoutFleetingVowel(char[] word, int length) {
        if (length < 4 || isVowel(word[length - 3])) {
            return length;
        }
        char vowel = word[length - 2];
        char last = word[length - 1];
        if ((last == 'к' && (vowel == 'о' || vowel == 'е')) || (last == 'ц' && vowel == 'е')) {
            word[length - 2] = last;
            return length - 1;
        }
        return length;
    }

    private static String[] longestFirst(String list) {
        String[] endings = list.split(" ");
        Arrays.sort(endings, Comparator.comparingInt(String::length).reversed());
        return endings;
    }

    private static int[][] byLastLetter(String[] endings) {
        int[][] byLast = new int[Integer.SIZE][];
        for (int i = 0; i < byLast.length; i++) {
            char last = (char) ('а' + i);
            byLast[i] = Arrays.stream(endings)
                    .filter(ending -> ending.charAt(ending.length() - 1) == last)
                    .mapToInt(ending -> code(ending.toCharArray(), ending.length()))
                    .toArray();
        }
        return byLast;
    }
}
