package org.otklik.classify;

import org.jspecify.annotations.Nullable;
import org.otklik.text.PostText;
import org.otklik.text.Tokens;
import org.otklik.text.Words;

/**
 * Sums up the weights of one text; for one text.
 *
 * <p>Words, pairs and signs are summed apart and each sum is divided by the root of the squared rarities, so that
 * neither a long text nor its many words drown the rest. A word that training saw is one row, and so is a new form of a
 * stem that it saw; only what is new altogether is put together from its parts.
 */
final class Scoring implements TextFeatures.Sink {

    private final Weights weights;
    private final Tokens tokens;
    private final String text;
    private final float[] scores;
    private final float[] sums;
    private final @Nullable FoundRows found;
    private float squares;
    private char[] letters = {};
    private long[] parts = {};

    private Scoring(Weights weights, PostText text, @Nullable FoundRows found) {
        this.found = found;
        this.weights = weights;
        this.tokens = text.own();
        this.text = text.post().text();
        scores = weights.biases.clone();
        sums = new float[scores.length];
    }

    /** Returns the score of every label: logarithms of what is proportional to its probability. */
    static float[] scores(Weights weights, TextFeatures features, PostText text) {
        return scores(weights, features, text, null);
    }

    /**
     * Returns the score of every label, and tells what it was summed up from.
     *
     * @param found takes the rows
     */
    static float[] scores(Weights weights, TextFeatures features, PostText text, @Nullable FoundRows found) {
        Scoring scoring = new Scoring(weights, text, found);
        features.readWords(scoring.tokens, scoring);
        scoring.close();
        features.readPairs(scoring.tokens, scoring);
        scoring.close();
        features.readSigns(text, scoring);
        scoring.close();
        return scoring.scores;
    }

    @Override
    public void word(int token, long form, long stem) {
        int row = weights.row(form);
        if (row == KeyTable.NONE) {
            unknown(token, stem);
        } else {
            take(row, token, token);
        }
    }

    private void unknown(int token, long stem) {
        int row = weights.row(stem);
        if (row == KeyTable.NONE) {
            squares += weights.rarest * weights.rarest;
            addParts(parts(token));
        } else {
            take(row, token, token);
        }
    }

    private int parts(int token) {
        if (letters.length == 0) {
            letters = new char[Words.LONGEST];
            parts = new long[TextFeatures.MOST_PARTS];
        }
        int length = Words.fold(text, tokens.start(token), tokens.end(token), letters);
        return TextFeatures.parts(letters, length, parts);
    }

    private void addParts(int count) {
        float length = 0;
        for (int i = 0; i < count; i++) {
            int row = weights.row(parts[i]);
            parts[i] = row;
            length += row == KeyTable.NONE ? 0 : weights.rarities[row] * weights.rarities[row];
        }
        float share = length == 0 ? 0 : weights.rarest / (float) Math.sqrt(length);
        for (int i = 0; i < count; i++) {
            if (parts[i] != KeyTable.NONE) {
                weights.add((int) parts[i], share, sums);
            }
        }
    }

    @Override
    public void pair(int token, long key) {
        int row = weights.row(key);
        if (row != KeyTable.NONE) {
            take(row, token, token + 1);
        }
    }

    @Override
    public void sign(long key, int firstToken, int lastToken) {
        int row = weights.row(key);
        if (row != KeyTable.NONE) {
            take(row, firstToken, lastToken);
        }
    }

    private void take(int row, int firstToken, int lastToken) {
        if (found != null) {
            found.add(row, firstToken, lastToken);
        }
        squares += weights.rarities[row] * weights.rarities[row];
        weights.add(row, 1, sums);
    }

    private void close() {
        float share = squares == 0 ? 0 : 1 / (float) Math.sqrt(squares);
        for (int i = 0; i < scores.length; i++) {
            scores[i] += share * sums[i];
            sums[i] = 0;
        }
        if (found != null) {
            found.close(Math.sqrt(squares));
        }
        squares = 0;
    }
}
