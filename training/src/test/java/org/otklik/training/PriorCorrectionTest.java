package org.otklik.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PriorCorrectionTest {

    private static final int RARE = 1;

    @Test
    void a_rare_label_that_a_frequent_one_swallows_is_raised() {
        int[] right = new int[400];
        float[][] scores = new float[right.length][];
        Random random = new Random(3);
        for (int row = 0; row < right.length; row++) {
            right[row] = row % 10 == 0 ? RARE : 0;
            float sign = right[row] == RARE ? 0.9F : 0;
            scores[row] = new float[] {1 + noise(random), sign + noise(random)};
        }

        PriorCorrection correction = PriorCorrection.fit(scores, right, 2);

        assertThat(correction.biases()[RARE]).isGreaterThan(correction.biases()[0]);
        assertThat(correction.scale()).isPositive();
    }

    @Test
    void where_frequency_is_all_there_is_nothing_is_taken_back() {
        int[] right = new int[200];
        float[][] scores = new float[right.length][];
        for (int row = 0; row < right.length; row++) {
            right[row] = row % 4 == 0 ? RARE : 0;
            scores[row] = new float[] {0.1F, 0};
        }

        PriorCorrection correction = PriorCorrection.fit(scores, right, 2);

        double[] corrected = correction.of(scores[0]);
        assertThat(corrected[0]).isGreaterThan(corrected[RARE]);
    }

    @Test
    void a_label_that_no_fold_was_taught_is_never_the_best() {
        int[] right = new int[100];
        right[7] = 2;
        float[][] scores = new float[right.length][];
        for (int row = 0; row < right.length; row++) {
            right[row] = row == 7 ? 2 : row % 2;
            scores[row] = new float[] {right[row] == 0 ? 1 : -1, right[row] == 1 ? 1 : -1, PriorCorrection.NOT_TAUGHT};
        }

        double[] corrected = PriorCorrection.fit(scores, right, 3).of(scores[7]);

        assertThat(corrected[2]).isLessThan(Math.max(corrected[0], corrected[1]));
    }

    private static float noise(Random random) {
        return (float) random.nextGaussian() * 0.3F;
    }
}
