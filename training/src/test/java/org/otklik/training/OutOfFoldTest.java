package org.otklik.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OutOfFoldTest {

    @Test
    void a_share_goes_by_how_far_scores_spread_not_by_their_size() {
        OutOfFold small = scores(1);
        OutOfFold large = scores(100);

        float[] one = small.blended(small.times(0.6))[0];
        float[] other = large.blended(large.times(0.6))[0];

        assertThat(large.times(0.6)).isCloseTo(small.times(0.6) / 100, within(1e-9));
        assertThat(one).containsExactly(other, within(1e-5F));
        assertThat(one[1]).isGreaterThan(0.5F);
    }

    @Test
    void a_label_that_was_not_taught_stays_so_and_bends_no_spread() {
        OutOfFold outOfFold = new OutOfFold(1);
        outOfFold.put(
                0, new float[] {1, 0, PriorCorrection.NOT_TAUGHT}, new float[] {3, 1, PriorCorrection.NOT_TAUGHT});

        assertThat(outOfFold.times(1)).isCloseTo(0.5, within(1e-9));
        assertThat(outOfFold.blended(1)[0]).containsExactly(4, 1, PriorCorrection.NOT_TAUGHT);
    }

    @Test
    void counting_that_says_nothing_gets_no_say() {
        OutOfFold outOfFold = new OutOfFold(1);
        outOfFold.put(0, new float[] {1, 0}, new float[] {0, 0});

        assertThat(outOfFold.times(0.6)).isZero();
    }

    private static OutOfFold scores(float times) {
        OutOfFold outOfFold = new OutOfFold(2);
        outOfFold.put(0, new float[] {0.5F, 0.5F, -1}, new float[] {-times, 2 * times, 0});
        outOfFold.put(1, new float[] {1, -0.5F, 0}, new float[] {times, 0, -times});
        return outOfFold;
    }
}
