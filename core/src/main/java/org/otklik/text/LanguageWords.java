package org.otklik.text;

/** The frequent words of the languages beside Russian, as one small table of hashes; and the count of them. */
final class LanguageWords {

    private static final int SLOTS = 1024;
    private static final int FEW = 2;
    /** Of the tokens, how many must be known words of one language, or have letters that Russian lacks. */
    private static final double WORDS = 0.25;

    private static final double LETTERS = 0.2;
    private static final double LATIN = 0.7;
    private static final int FEWEST_LATIN = 4;

    private static final Language[] LANGUAGES = Language.values();
    private static final long[] KEYS = new long[SLOTS];
    /** For each slot one bit a language: neighbours share words. */
    private static final byte[] OWNERS = new byte[SLOTS];

    static {
        for (int language = 0; language < LANGUAGES.length; language++) {
            for (String word : LANGUAGES[language].frequentWords()) {
                int slot = slot(Words.hash(word));
                KEYS[slot] = Words.hash(word);
                OWNERS[slot] |= (byte) (1 << language);
            }
        }
    }

    private LanguageWords() {}

    private static int slot(long hash) {
        int slot = (int) (hash ^ (hash >>> 29)) & (SLOTS - 1);
        while (KEYS[slot] != 0 && KEYS[slot] != hash) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    static Language language(CharSequence text, Tokens tokens) {
        int size = tokens.size();
        int known = count(tokens);
        boolean letters = tokens.foreignTokens() >= FEW && tokens.foreignShare() >= LETTERS;
        if (known < FEW && !letters) {
            return size >= FEWEST_LATIN && tokens.foreignShare() >= LATIN ? Language.OTHER : Language.RUSSIAN;
        }
        int[] words = new int[LANGUAGES.length];
        count(tokens, words);
        if (letters || tokens.foreignTokens() > 0) {
            countLetters(text, words);
        }
        Language best = best(words);
        if (letters) {
            return best;
        }
        return best != Language.OTHER && known >= size * WORDS ? best : Language.RUSSIAN;
    }

    /** Counts the words that are known of any language; mostly there are none. */
    private static int count(Tokens tokens) {
        int known = 0;
        for (int i = 0; i < tokens.size(); i++) {
            known += OWNERS[slot(tokens.word(i))] != 0 ? 1 : 0;
        }
        return known;
    }

    /** Counts known words for each language. */
    private static void count(Tokens tokens, int[] words) {
        for (int i = 0; i < tokens.size(); i++) {
            int owners = OWNERS[slot(tokens.word(i))];
            for (int at = 0; owners != 0; at++, owners >>>= 1) {
                words[at] += owners & 1;
            }
        }
    }

    private static void countLetters(CharSequence text, int[] words) {
        for (int i = 0; i < text.length(); i++) {
            char letter = Character.toLowerCase(text.charAt(i));
            if (letter > 'ё' || (letter > 'z' && letter < 'а')) {
                for (int language = 0; language < LANGUAGES.length; language++) {
                    words[language] += LANGUAGES[language].hasLetter(letter) ? 1 : 0;
                }
            }
        }
    }

    private static Language best(int[] words) {
        Language best = Language.OTHER;
        int most = 0;
        for (int language = 0; language < LANGUAGES.length; language++) {
            if (words[language] > most) {
                most = words[language];
                best = LANGUAGES[language];
            }
        }
        return best;
    }
}
