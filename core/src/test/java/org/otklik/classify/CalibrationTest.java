package org.otklik.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void too_few_answers_tell_nothing() {
        Calibration calibration = Calibration.fit(new double[] {0.2, 0.9}, new boolean[] {true, false});

        assertThat(calibration.of(0.37)).isEqualTo(0.37);
    }

    @Test
    void a_model_that_promises_too_much_is_taken_at_what_it_keeps() {
        Calibration calibration = fitted(0.5);

        assertThat(calibration.of(0.8)).isCloseTo(0.4, within(0.08));
        assertThat(calibration.of(0.4)).isCloseTo(0.2, within(0.08));
    }

    @Property
    void more_promised_is_never_less_kept(
            @ForAll @DoubleRange(max = 1) double one, @ForAll @DoubleRange(max = 1) double other) {
        Calibration calibration = fitted(0.7);

        assertThat(calibration.of(Math.max(one, other))).isGreaterThanOrEqualTo(calibration.of(Math.min(one, other)));
        assertThat(calibration.of(one)).isBetween(0.0, 1.0);
    }

    @Test
    void the_best_stays_the_best_and_all_stay_below_one() {
        double[] probabilities = {0.5, 0.45, 0.05};

        fitted(0.5).apply(probabilities, 0);

        assertThat(probabilities[0]).isGreaterThanOrEqualTo(probabilities[1]);
        assertThat(probabilities[0] + probabilities[1] + probabilities[2]).isLessThanOrEqualTo(1 + 1e-9);
    }

    /** Fits answers that come true by this share of what they promise. */
    private static Calibration fitted(double share) {
        Random random = new Random(5);
        double[] promised = new double[2_000];
        boolean[] right = new boolean[promised.length];
        for (int i = 0; i < promised.length; i++) {
            promised[i] = random.nextDouble();
            right[i] = random.nextDouble() < promised[i] * share;
        }
        return Calibration.fit(promised, right);
    }
}
