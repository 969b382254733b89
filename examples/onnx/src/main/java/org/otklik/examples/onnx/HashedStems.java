package org.otklik.examples.onnx;

import org.otklik.text.PostText;
import org.otklik.text.Tokens;

/**
 * What the network sees of a post: how often stems occur, each at a place that its hash gives, brought to length 1.
 *
 * <p>The scan of the desk has made the stems already. Write these vectors of your history beside their topics, train
 * with any tool that saves ONNX, and the network sees in the desk what it saw in training.
 */
final class HashedStems {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int HALF = 32;

    private final int width;

    HashedStems(int width) {
        this.width = width;
    }

    float[] of(PostText text) {
        float[] counts = new float[width];
        Tokens tokens = text.own();
        for (int i = 0; i < tokens.size(); i++) {
            counts[place(tokens.stem(i))]++;
        }
        double squares = 0;
        for (float count : counts) {
            squares += count * count;
        }
        for (int i = 0; i < width && squares > 0; i++) {
            counts[i] /= (float) Math.sqrt(squares);
        }
        return counts;
    }

    private int place(long stem) {
        return (int) Long.remainderUnsigned((stem * SPREAD) >>> HALF, width);
    }
}
