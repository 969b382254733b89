package org.otklik.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Growing arrays of tokens with counts of what stands beside them; written by the scan, then only read. */
final class TokenBuffer {

    private static final int FEW = 16;

    int size;
    /** Of each token in turns what is asked for together: where it begins and ends, its word and its stem. */
    private int[] spans = {};

    private long[] hashes = {};
    /** Numbers of the words in the vocabulary, {@link Vocabulary#NONE} where there is none. */
    int[] forms = {};

    byte[] flags = {};

    final @Nullable Vocabulary vocabulary;
    /** Kept where several may read the text; a text that was scanned for itself keeps nothing. */
    final @Nullable FoundPhrases phrases;

    int questions;
    int exclamations;
    int links;
    int foreignTokens;
    int latinTokens;
    int capitalTokens;
    int capitalsWithin;
    int upperTokens;
    int numberTokens;

    /** Makes a buffer for texts whose words nobody remembers. */
    TokenBuffer() {
        this(null);
    }

    TokenBuffer(@Nullable Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        phrases = vocabulary == null ? null : new FoundPhrases();
    }

    /** Forgets all tokens and makes room for those of a text. */
    void clear(int textLength) {
        size = 0;
        questions = 0;
        exclamations = 0;
        links = 0;
        foreignTokens = 0;
        latinTokens = 0;
        capitalTokens = 0;
        capitalsWithin = 0;
        upperTokens = 0;
        numberTokens = 0;
        if (phrases != null) {
            phrases.clear();
        }
        if (flags.length == 0 && textLength > 0) {
            resize(FEW + textLength / 5);
        }
    }

    void add(int start, int end, long word, int flag) {
        int token = size;
        if (token == flags.length) {
            resize(token * 2 + FEW);
        }
        spans[2 * token] = start;
        spans[2 * token + 1] = end;
        hashes[2 * token] = word;
        flags[token] = (byte) flag;
        size = token + 1;
        if ((flag & (Tokens.CAPITAL | Tokens.UPPER | Tokens.NUMBER)) != 0) {
            count(flag);
        }
    }

    private void count(int flag) {
        numberTokens += (flag & Tokens.NUMBER) == 0 ? 0 : 1;
        capitalTokens += (flag & Tokens.CAPITAL) == 0 ? 0 : 1;
        capitalsWithin += (flag & (Tokens.CAPITAL | Tokens.BREAK)) == Tokens.CAPITAL ? 1 : 0;
        upperTokens += (flag & Tokens.UPPER) == 0 ? 0 : 1;
    }

    void know(int token, long stem, int form) {
        hashes[2 * token + 1] = stem;
        forms[token] = form;
    }

    /** Adds a flag to the tokens from one on. */
    void mark(int from, int flag) {
        for (int token = from; token < size; token++) {
            flags[token] |= (byte) flag;
        }
    }

    private void resize(int capacity) {
        spans = Arrays.copyOf(spans, 2 * capacity);
        hashes = Arrays.copyOf(hashes, 2 * capacity);
        forms = Arrays.copyOf(forms, capacity);
        flags = Arrays.copyOf(flags, capacity);
    }

    int start(int token) {
        return spans[2 * token];
    }

    int end(int token) {
        return spans[2 * token + 1];
    }

    long word(int token) {
        return hashes[2 * token];
    }

    long stem(int token) {
        return hashes[2 * token + 1];
    }

    /** How many tokens it has room for. */
    int room() {
        return flags.length;
    }
}
