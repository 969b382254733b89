package org.otklik.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContrastTest {

    private static final int COMMON = 1;
    private static final int OF_FREQUENT = 2;
    private static final int OF_RARE = 3;
    private static final int[] LABELS = {0, 0, 0, 0, 0, 0, 1};
    private static final Feature[][] ROWS = IntStream.of(LABELS)
            .mapToObj(label -> vector(COMMON, label == 0 ? OF_FREQUENT : OF_RARE))
            .toArray(Feature[][]::new);

    @Test
    void a_word_speaks_for_the_label_whose_others_lack_it() {
        LabelWeights weights = Contrast.count(ROWS, LABELS, 2, 3);

        assertThat(weights.of(OF_RARE)[1]).isGreaterThan(weights.of(OF_RARE)[0]);
        assertThat(weights.of(OF_FREQUENT)[0]).isGreaterThan(weights.of(OF_FREQUENT)[1]);
    }

    @Test
    void one_row_is_enough_to_be_found_by() {
        LabelWeights weights = Contrast.count(ROWS, LABELS, 2, 3);

        float[] scores = weights.scores(vector(COMMON, OF_RARE));

        assertThat(scores[1]).isGreaterThan(scores[0]);
    }

    @Test
    void what_labels_have_in_common_is_left_out() {
        LabelWeights weights = Contrast.count(ROWS, LABELS, 2, 3);

        for (int feature = 1; feature <= 3; feature++) {
            assertThat(weights.of(feature)[0] + weights.of(feature)[1]).isCloseTo(0, within(1e-6F));
        }
    }

    @Test
    void a_label_without_rows_is_never_the_best() {
        LabelWeights weights = Contrast.count(ROWS, LABELS, 3, 3);

        assertThat(weights.scores(vector(OF_RARE))[2]).isEqualTo(PriorCorrection.NOT_TAUGHT);
    }

    private static Feature[] vector(int... features) {
        return IntStream.of(features)
                .mapToObj(feature -> new FeatureNode(feature, 0.7))
                .toArray(Feature[]::new);
    }
}
