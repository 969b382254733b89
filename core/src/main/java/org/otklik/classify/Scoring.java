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

    /** Noted of a word without a row; of a word with a row its entry is noted. */
    private static final long NO_ROW = -1;

    private final Weights weights;
    private final TextFeatures features;
    private final float[] scores;
    private final float[] sums;
    /** Room in which rows are added up. */
    private final long[] packed;

    private final PartSums parts;
    private final FoundRows found = new FoundRows();
    private float squares;
    private @Nullable PostText text;
    private @Nullable WordNotes notes;

    Scoring(Weights weights, TextFeatures features) {
        this.weights = weights;
        this.features = features;
        scores = weights.biases.clone();
        sums = new float[weights.rows.room()];
        packed = weights.rows.sums();
        parts = new PartSums(weights);
    }

    /**
     * Returns the score of every label: logarithms of what is proportional to its probability.
     *
     * @return valid until the next text is read
     */
    float[] read(PostText post) {
        Tokens tokens = post.own();
        text = post;
        notes = tokens.notes(weights).orElse(null);
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
        long entry = entryOfWord(token, form, stem);
        if (entry != KeyTable.NONE) {
            take(entry, token, token);
        } else if (text != null) {
            squares += weights.rarest * weights.rarest;
            parts.add(text.own(), text.post().text(), token, sums);
        }
    }

    private long entryOfWord(int token, long form, long stem) {
        if (notes == null || text == null) {
            return entryOfWord(form, stem);
        }
        int number = text.own().form(token);
        long noted = notes.get(number);
        if (noted == WordNotes.NONE) {
            long entry = entryOfWord(form, stem);
            noted = entry == KeyTable.NONE ? NO_ROW : entry;
            notes.set(number, noted);
        }
        return noted == NO_ROW ? KeyTable.NONE : noted;
    }

    private long entryOfWord(long form, long stem) {
        long entry = weights.entry(form);
        return entry == KeyTable.NONE ? weights.entry(stem) : entry;
    }

    @Override
    public void pair(int token, long key) {
        long entry = weights.entry(key);
        if (entry != KeyTable.NONE) {
            take(entry, token, token + 1);
        }
    }

    @Override
    public void sign(long key, int firstToken, int lastToken) {
        long entry = weights.entry(key);
        if (entry != KeyTable.NONE) {
            take(entry, firstToken, lastToken);
        }
    }

    private void take(long entry, int firstToken, int lastToken) {
        found.add(KeyTable.row(entry), firstToken, lastToken);
        squares += KeyTable.square(entry);
    }

    /** Adds up the rows of a group, all at once: rows are far memory, and what waits for one need not wait for the next. */
    private void close() {
        double length = Math.sqrt(squares);
        found.sumUp(found.close(length), weights.rows, packed, sums);
        float share = squares == 0 ? 0 : 1 / (float) length;
        for (int i = 0; i < scores.length; i++) {
            scores[i] += share * sums[i];
        }
        Arrays.fill(sums, 0);
        squares = 0;
    }
}
