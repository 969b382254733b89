package org.otklik.classify;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.otklik.text.PostText;
import org.otklik.text.Tokens;
import org.otklik.text.WordNotes;

/**
 * Sums up the weights of one text after another, in memory that it uses again; for one thread.
 *
 * <p>Words, pairs and signs are summed apart and each sum is divided by the root of the squared rarities, so that
 * neither a long text nor its many words drown the rest. A word that training saw is one row, and so is a new form of a
 * stem that it saw; only what is new altogether is put together from its parts. Which row a word has is looked up once
 * and noted.
 */
final class Scoring implements TextFeatures.Sink {

    /** Noted of a word without a row; a row is noted as the number after it. */
    private static final long NO_ROW = -1;

    private final Weights weights;
    private final TextFeatures features;
    private final float[] scores;
    private final float[] sums;
    /** What was added up since it was last moved to the sums. */
    private final long[] packed;

    private int packedRows;
    private final PartSums parts;
    private final FoundRows found = new FoundRows();
    private boolean explained;
    private float squares;
    private @Nullable PostText text;
    private @Nullable WordNotes notes;

    Scoring(Weights weights, TextFeatures features) {
        this.weights = weights;
        this.features = features;
        scores = weights.biases.clone();
        sums = new float[scores.length];
        packed = weights.rows.sums();
        parts = new PartSums(weights);
    }

    /**
     * Returns the score of every label: logarithms of what is proportional to its probability.
     *
     * @param explain whether {@link #found()} is to tell what they were summed up from
     * @return valid until the next text is read
     */
    float[] read(PostText post, boolean explain) {
        Tokens tokens = post.own();
        text = post;
        notes = tokens.notes(weights).orElse(null);
        explained = explain;
        found.clear();
        System.arraycopy(weights.biases, 0, scores, 0, scores.length);
        features.readWords(tokens, this);
        close();
        features.readPairs(tokens, this);
        close();
        features.readSigns(post, this);
        close();
        text = null;
        notes = null;
        return scores;
    }

    FoundRows found() {
        return found;
    }

    @Override
    public void word(int token, long form, long stem) {
        int row = rowOfWord(token, form, stem);
        if (row != KeyTable.NONE) {
            take(row, token, token);
        } else if (text != null) {
            squares += weights.rarest * weights.rarest;
            parts.add(text.own(), text.post().text(), token, sums);
        }
    }

    private int rowOfWord(int token, long form, long stem) {
        if (notes == null || text == null) {
            return rowOfWord(form, stem);
        }
        int number = text.own().form(token);
        long noted = notes.get(number);
        if (noted == WordNotes.NONE) {
            int row = rowOfWord(form, stem);
            noted = row == KeyTable.NONE ? NO_ROW : row + 1L;
            notes.set(number, noted);
        }
        return noted == NO_ROW ? KeyTable.NONE : (int) noted - 1;
    }

    private int rowOfWord(long form, long stem) {
        int row = weights.row(form);
        return row == KeyTable.NONE ? weights.row(stem) : row;
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
        if (explained) {
            found.add(row, firstToken, lastToken);
        }
        squares += weights.rarities[row] * weights.rarities[row];
        weights.rows.add(row, packed);
        if (++packedRows == PackedRows.MOST_SUMMED) {
            move();
        }
    }

    private void move() {
        weights.rows.move(packed, sums);
        packedRows = 0;
    }

    private void close() {
        move();
        float share = squares == 0 ? 0 : 1 / (float) Math.sqrt(squares);
        for (int i = 0; i < scores.length; i++) {
            scores[i] += share * sums[i];
        }
        Arrays.fill(sums, 0);
        if (explained) {
            found.close(Math.sqrt(squares));
        }
        squares = 0;
    }
}
