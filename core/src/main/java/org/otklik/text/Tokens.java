package org.otklik.text;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one segment's text in their order; immutable and thread-safe.
 *
 * <p>A token is a run of letters and digits; a hyphen parts tokens. Numbers are tokens. Links, mentions, markup and
 * invisible marks are none. Spans are indexes of {@code char}s in the original text. Nothing here makes a
 * {@code String}: words are known by their hashes, see {@link Words}.
 */
public final class Tokens {

    /** A sentence or line begins with this token. */
    static final int BREAK = 1;
    /** The token began with a capital letter. */
    static final int CAPITAL = 2;
    /** All of its letters, at least two, were capitals. */
    static final int UPPER = 4;
    /** The token has a digit. */
    static final int NUMBER = 8;
    /** The token stands in a hashtag. */
    static final int HASHTAG = 16;
    /** The token has Latin letters only. */
    static final int LATIN = 32;
    /** A hyphen glues the token to the one before. */
    static final int HYPHEN = 64;
    /** A comma, colon, bracket or dash stands before the token. */
    static final int COMMA = 128;

    static final Tokens EMPTY = new Tokens(new TokenBuffer());

    private final TokenBuffer buffer;

    /** Shows a buffer that is filled already, or that nobody but the reader of a scanned post looks at. */
    Tokens(TokenBuffer buffer) {
        this.buffer = buffer;
    }

    /**
     * Counts the tokens.
     *
     * @return 0 or more
     */
    public int size() {
        return buffer.size;
    }

    /**
     * Tells where a token begins.
     *
     * @param token its index
     * @return index of its first character in the original text
     */
    public int start(int token) {
        return buffer.start(token);
    }

    /**
     * Tells where a token ends.
     *
     * @param token its index
     * @return index after its last character in the original text
     */
    public int end(int token) {
        return buffer.end(token);
    }

    /**
     * Returns the hash of a token's folded word.
     *
     * @param token its index
     * @return what {@link Words#hash(CharSequence)} gives for the same word
     */
    public long word(int token) {
        return buffer.word(token);
    }

    /**
     * Returns the hash of a token's stem.
     *
     * @param token its index
     * @return what {@link Words#stemHash(CharSequence)} gives for the same word in most of its forms
     */
    public long stem(int token) {
        return buffer.stem(token);
    }

    /**
     * Returns the number of a token's word among those that its scanner remembers, by which {@link #notes(Object)} are
     * kept. It holds as long as the tokens may be looked at.
     *
     * @param token its index
     * @return above 0; 0 where nothing is remembered
     */
    public int form(int token) {
        return buffer.forms[token];
    }

    /**
     * Returns what somebody noted about words while it read these and earlier texts, so as to look each word up once.
     *
     * @param owner who noted it; known by identity, and should last as long as the scanner
     * @return the notes; empty for a text that was scanned for itself, whose words nobody remembers
     */
    public Optional<WordNotes> notes(Object owner) {
        return Optional.ofNullable(notesOf(owner));
    }

    @Nullable
    WordNotes notesOf(Object owner) {
        return buffer.vocabulary == null ? null : buffer.vocabulary.notes(owner);
    }

    /**
     * Tells whether a sentence or line begins with a token.
     *
     * @param token its index
     * @return true for the first token too
     */
    public boolean beginsSentence(int token) {
        return has(token, BREAK);
    }

    /**
     * Tells whether a token began with a capital letter.
     *
     * @param token its index
     * @return true if it did
     */
    public boolean isCapitalised(int token) {
        return has(token, CAPITAL);
    }

    /**
     * Tells whether a token was written in capitals throughout.
     *
     * @param token its index
     * @return true if it has at least two letters and no small one
     */
    public boolean isUpperCase(int token) {
        return has(token, UPPER);
    }

    /**
     * Tells whether a token has a digit.
     *
     * @param token its index
     * @return true for {@code 12}, {@code 12а} and {@code м5}
     */
    public boolean isNumber(int token) {
        return has(token, NUMBER);
    }

    /**
     * Tells whether a token stands in a hashtag.
     *
     * @param token its index
     * @return true if it does
     */
    public boolean isHashtag(int token) {
        return has(token, HASHTAG);
    }

    /**
     * Tells whether a hyphen glues a token to the one before.
     *
     * @param token its index
     * @return true for the second part of {@code Кинель-Черкассы}
     */
    public boolean followsHyphen(int token) {
        return has(token, HYPHEN);
    }

    /**
     * Tells whether a comma, colon, bracket or dash stands before a token.
     *
     * @param token its index
     * @return true if one does
     */
    public boolean followsComma(int token) {
        return has(token, COMMA);
    }

    /**
     * Tells whether a token is written in Latin letters only.
     *
     * @param token its index
     * @return true if it is
     */
    public boolean isLatin(int token) {
        return has(token, LATIN);
    }

    private boolean has(int token, int flag) {
        return (buffer.flags[token] & flag) != 0;
    }

    /**
     * Counts tokens that began with a capital letter.
     *
     * @return 0 or more
     */
    public int capitalisedTokens() {
        return buffer.capitalTokens;
    }

    /**
     * Counts tokens that began with a capital letter though no sentence began there.
     *
     * @return 0 or more
     */
    public int capitalsWithinSentences() {
        return buffer.capitalsWithin;
    }

    /**
     * Counts tokens that were written in capitals throughout.
     *
     * @return 0 or more
     */
    public int upperCaseTokens() {
        return buffer.upperTokens;
    }

    /**
     * Counts tokens with a digit.
     *
     * @return 0 or more
     */
    public int numberTokens() {
        return buffer.numberTokens;
    }

    /**
     * Counts question marks.
     *
     * @return 0 or more
     */
    public int questionMarks() {
        return buffer.questions;
    }

    /**
     * Counts exclamation marks.
     *
     * @return 0 or more
     */
    public int exclamationMarks() {
        return buffer.exclamations;
    }

    /**
     * Counts links that were left out.
     *
     * @return 0 or more
     */
    public int links() {
        return buffer.links;
    }

    /**
     * Tells how much of the text is written with letters that Russian does not have.
     *
     * @return share of tokens with a letter of another Cyrillic alphabet (Tatar, Bashkir, Chuvash, Ukrainian …), or of
     *     Latin tokens if there are more of those; 0 to 1
     */
    public double foreignShare() {
        return buffer.size == 0 ? 0 : (double) Math.max(buffer.foreignTokens, buffer.latinTokens) / buffer.size;
    }

    /**
     * Counts tokens with a letter of another Cyrillic alphabet.
     *
     * @return 0 or more
     */
    public int foreignTokens() {
        return buffer.foreignTokens;
    }

    @Nullable
    FoundPhrases phrases() {
        return buffer.phrases;
    }

    TextHash hash() {
        long high = 0x9E3779B97F4A7C15L;
        long low = 0xC2B2AE3D27D4EB4FL;
        for (int i = 0; i < buffer.size; i++) {
            high = mix(high ^ buffer.word(i));
            low = mix(low + buffer.word(i) * 0x9FB21C651E98DF25L);
        }
        return new TextHash(high, low);
    }

    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 32)) * 0xD6E8FEB86659FD93L;
        return z ^ (z >>> 29);
    }
}
