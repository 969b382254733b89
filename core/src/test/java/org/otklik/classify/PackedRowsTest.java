package org.otklik.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedRowsTest {

    private static final int LABELS = 7;
    private static final int ROWS = 40;

    private final float[] scales = new float[ROWS];
    private final byte[] steps = new byte[ROWS * LABELS];

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 15, 16, 17, 35})
    void what_is_added_up_in_small_numbers_is_what_floats_would_give(int count) {
        random(1);
        PackedRows rows = new PackedRows(scales, steps, LABELS);
        long[] sums = rows.sums();
        float[] all = new float[rows.room()];

        int[] chosen = IntStream.range(0, ROWS).toArray();
        rows.sumUp(chosen, 1, count + 1, 1, sums, all, 0);

        for (int label = 0; label < LABELS; label++) {
            float expected = 0;
            for (int row = 1; row <= count; row++) {
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

        rows.sumUp(new int[PackedRows.MOST_SUMMED], 0, PackedRows.MOST_SUMMED, 1, sums, all, 0);

        float whole = PackedRows.MOST_SUMMED * 0.5f * Byte.MAX_VALUE;
        for (int label = 0; label < LABELS; label++) {
            assertThat(all[label]).isCloseTo(label % 2 == 0 ? whole : -whole, Offset.offset(0.01f));
        }
    }

    @Test
    void the_difference_between_two_labels_is_a_number_of_units() {
        random(3);
        PackedRows rows = new PackedRows(scales, steps, LABELS);

        for (int row = 0; row < ROWS; row++) {
            for (int label = 0; label < LABELS; label++) {
                int other = (label + 3) % LABELS;
                assertThat(rows.unit() * rows.steps(row, label, other))
                        .isCloseTo(value(row, label) - value(row, other), Offset.offset(rows.unit() * 1.01f));
            }
        }
    }

    @Test
    void sums_are_multiplied_and_moved_where_their_labels_begin() {
        random(2);
        PackedRows rows = new PackedRows(scales, steps, LABELS);
        long[] sums = rows.sums();
        float[] all = new float[rows.room() + 5];

        rows.sumUp(new int[] {3}, 0, 1, 0.25f, sums, all, 5);

        for (int label = 0; label < LABELS; label++) {
            assertThat(all[5 + label]).isCloseTo(0.25f * value(3, label), Offset.offset(0.001f));
        }
        assertThat(all).startsWith(0, 0, 0, 0, 0);
    }

    @Test
    void a_model_without_weights_adds_nothing() {
        PackedRows rows = new PackedRows(scales, steps, LABELS);
        long[] sums = rows.sums();
        float[] all = new float[rows.room()];

        rows.sumUp(new int[] {0}, 0, 1, 1, sums, all, 0);

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
