package org.otklik.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PackedRowsTest {

    private static final int LABELS = 7;
    private static final int ROWS = 40;

    private final float[] scales = new float[ROWS];
    private final byte[] steps = new byte[ROWS * LABELS];

    @Test
    void what_is_added_up_in_small_numbers_is_what_floats_would_give() {
        random(1);
        PackedRows rows = new PackedRows(scales, steps, LABELS);
        long[] sums = rows.sums();
        float[] all = new float[rows.room()];

        for (int row = 0; row < PackedRows.MOST_SUMMED; row++) {
            rows.add(row, sums);
        }
        rows.move(sums, 1, all, 0);

        for (int label = 0; label < LABELS; label++) {
            float expected = 0;
            for (int row = 0; row < PackedRows.MOST_SUMMED; row++) {
                expected += value(row, label);
            }
            assertThat(all[label]).isCloseTo(expected, Offset.offset(0.01f));
        }
        assertThat(sums).containsOnly(0);
    }

    @Test
    void as_many_of_the_greatest_weights_as_may_be_summed_up_do_not_overflow() {
        Arrays.fill(scales, 0.5f);
        Arrays.fill(steps, Byte.MAX_VALUE);
        for (int label = 1; label < LABELS; label += 2) {
            steps[label] = -Byte.MAX_VALUE;
        }
        PackedRows rows = new PackedRows(scales, steps, LABELS);
        long[] sums = rows.sums();
        float[] all = new float[rows.room()];

        for (int i = 0; i < PackedRows.MOST_SUMMED; i++) {
            rows.add(0, sums);
        }
        rows.move(sums, 1, all, 0);

        float whole = PackedRows.MOST_SUMMED * 0.5f * Byte.MAX_VALUE;
        for (int label = 0; label < LABELS; label++) {
            assertThat(all[label]).isCloseTo(label % 2 == 0 ? whole : -whole, Offset.offset(0.01f));
        }
    }

    @Test
    void sums_are_multiplied_and_moved_where_their_labels_begin() {
        random(2);
        PackedRows rows = new PackedRows(scales, steps, LABELS);
        long[] sums = rows.sums();
        float[] all = new float[rows.room() + 5];

        rows.add(3, sums);
        rows.move(sums, 0.25f, all, 5);

        for (int label = 0; label < LABELS; label++) {
            assertThat(all[5 + label]).isCloseTo(0.25f * value(3, label), Offset.offset(0.001f));
        }
        assertThat(all).startsWith(0, 0, 0, 0, 0);
    }

    @Test
    void one_weight_is_told_by_itself() {
        random(3);
        PackedRows rows = new PackedRows(scales, steps, LABELS);

        for (int row = 0; row < ROWS; row++) {
            for (int label = 0; label < LABELS; label++) {
                assertThat(rows.value(row, label)).isCloseTo(value(row, label), Offset.offset(0.001f));
            }
        }
    }

    @Test
    void a_model_without_weights_adds_nothing() {
        PackedRows rows = new PackedRows(scales, steps, LABELS);
        long[] sums = rows.sums();
        float[] all = new float[rows.room()];

        rows.add(0, sums);
        rows.move(sums, 1, all, 0);

        assertThat(all).containsOnly(0);
    }

    private void random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int row = 0; row < ROWS; row++) {
            scales[row] = (float) random.nextDouble(0.001, 0.01);
            for (int label = 0; label < LABELS; label++) {
                steps[row * LABELS + label] = (byte) random.nextInt(-127, 128);
            }
        }
    }

    private float value(int row, int label) {
        return scales[row] * steps[row * LABELS + label];
    }
}
