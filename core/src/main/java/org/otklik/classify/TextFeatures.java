package org.otklik.classify;

import java.util.Objects;
import java.util.Optional;
import org.otklik.place.Locator;
import org.otklik.place.PlaceCandidate;
import org.otklik.text.PostText;
import org.otklik.text.Tokens;
import org.otklik.text.Words;

/**
 * What a trained model looks at in a text; immutable and thread-safe.
 *
 * <p>Training and the model read texts through this one class, so that both see the same. A feature is a 64-bit key:
 * the hash of a word's form, of its stem, of a pair of neighbouring stems, of a part of a word, of a rule of the
 * lexicon that matched, of a topic that such a rule names, or of a place. Only the post's own text is read.
 */
public final class TextFeatures {

    /** The most parts that one word has. */
    public static final int MOST_PARTS = 3 * (Words.LONGEST + 2);

    /** The token of a sign that the text has as a whole. */
    static final int WHOLE = -1;

    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_PART = 5;
    private static final char EDGE = '_';

    private static final long FORM = 0x2127599BF4325C37L;
    private static final long STEM = 0x880355F21E6D1965L;
    private static final long PAIR = 0x5851F42D4C957F2DL;
    private static final long PART = 0xD6E8FEB86659FD93L;
    private static final long PLACE = 0x9FB21C651E98DF25L;

    private final Optional<RuleKeys> rules;
    private final Optional<Locator> locator;

    private TextFeatures(Optional<RuleKeys> rules, Optional<Locator> locator) {
        this.rules = rules;
        this.locator = locator;
    }

    /**
     * Returns features of words alone.
     *
     * @return words, their parts and their pairs
     */
    public static TextFeatures ofWords() {
        return new TextFeatures(Optional.empty(), Optional.empty());
    }

    /**
     * Adds the rules that match.
     *
     * @param lexicon the region's rules
     * @return a copy
     */
    public TextFeatures withRules(Lexicon lexicon) {
        return new TextFeatures(Optional.of(new RuleKeys(lexicon)), locator);
    }

    /**
     * Adds the place that the text names.
     *
     * @param value the region's places
     * @return a copy
     */
    public TextFeatures withPlaces(Locator value) {
        return new TextFeatures(rules, Optional.of(Objects.requireNonNull(value, "locator")));
    }

    /**
     * Tells whether the rules of a lexicon are among the features.
     *
     * @return true if they are
     */
    public boolean hasRules() {
        return rules.isPresent();
    }

    /**
     * Tells whether places are among the features.
     *
     * @return true if they are
     */
    public boolean hasPlaces() {
        return locator.isPresent();
    }

    /**
     * Reads a text: first its words, then its pairs, then the signs that are rules and places.
     *
     * @param text a post with its scan
     * @param sink takes the features in this order
     */
    public void read(PostText text, Sink sink) {
        Tokens tokens = text.own();
        readWords(tokens, sink);
        readPairs(tokens, sink);
        readSigns(text, sink);
    }

    void readWords(Tokens tokens, Sink sink) {
        for (int i = 0; i < tokens.size(); i++) {
            sink.word(i, mix(tokens.word(i), FORM), mix(tokens.stem(i), STEM));
        }
    }

    void readPairs(Tokens tokens, Sink sink) {
        for (int i = 1; i < tokens.size(); i++) {
            sink.pair(i - 1, mix(tokens.stem(i - 1) * PAIR + tokens.stem(i), PAIR));
        }
    }

    void readSigns(PostText text, Sink sink) {
        rules.ifPresent(keys -> keys.read(text.own(), sink));
        locator.ifPresent(
                places -> places.locate(text).best().ifPresent(place -> sink.sign(placeKey(place), WHOLE, WHOLE)));
    }

    private static long placeKey(PlaceCandidate candidate) {
        return key(candidate.place().value(), PLACE);
    }

    /**
     * Lists the parts of a word: every row of 3 to 5 letters, its edges counted as letters.
     *
     * @param letters the folded word
     * @param length how many letters it has
     * @param into takes the keys
     * @return how many there are, at most {@link #MOST_PARTS}
     */
    public static int parts(char[] letters, int length, long[] into) {
        int count = 0;
        for (int from = -1; from <= length + 1 - SHORTEST_PART; from++) {
            long hash = PART;
            int longest = Math.min(LONGEST_PART, length + 1 - from);
            for (int i = 0; i < longest; i++) {
                int at = from + i;
                hash = (hash ^ (at < 0 || at >= length ? EDGE : letters[at])) * STEM;
                if (i + 1 >= SHORTEST_PART) {
                    into[count++] = mix(hash, PART);
                }
            }
        }
        return count;
    }

    /** Makes a key of a name. */
    static long key(String name, long kind) {
        long hash = kind;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * STEM;
        }
        return mix(hash, kind);
    }

    private static long mix(long bits, long kind) {
        long z = (bits ^ kind) * 0xD6E8FEB86659FD93L;
        z = (z ^ (z >>> 32)) * 0xD6E8FEB86659FD93L;
        return z ^ (z >>> 29);
    }

    /** Takes the features of a text. */
    public interface Sink {

        /**
         * Takes a word.
         *
         * @param token its index
         * @param form key of the form in which it stands
         * @param stem key of its stem
         */
        void word(int token, long form, long stem);

        /**
         * Takes two words that stand side by side.
         *
         * @param token index of the first
         * @param key key of the pair
         */
        void pair(int token, long key);

        /**
         * Takes a rule that matched, a topic that it names, or a place; each once in a text.
         *
         * @param key its key
         * @param firstToken first token of the match; below 0 when it is of the text as a whole
         * @param lastToken last token of the match
         */
        void sign(long key, int firstToken, int lastToken);
    }
}
