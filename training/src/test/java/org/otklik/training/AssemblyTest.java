package org.otklik.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.bwaldvogel.liblinear.Feature;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.otklik.classify.Calibration;
import org.otklik.classify.TextFeatures;
import org.otklik.classify.TrainedModel;

class AssemblyTest {

    private static final double CONTRAST = 0.2;

    private final TextFeatures features = TextFeatures.ofWords();
    private final Material material = Material.of(InventedHistory.posts(200, 3), features, UnaryOperator.identity());
    private final Learner.Learned learned = new Learner(material, Recipe.STANDARD, 1)
            .from(IntStream.range(0, material.posts().size()).toArray());
    private final LabelWeights weights = learned.separator().plus(learned.contrast(), CONTRAST);

    @Test
    void the_rows_of_forms_that_training_saw_say_what_the_weights_said() {
        assertAlike("двор: яма опять, асфальт");
    }

    @Test
    void a_new_form_of_a_known_stem_is_one_row_with_the_same_result() {
        assertAlike("дворами ямою асфальтов");
    }

    @Test
    void a_word_that_training_never_saw_is_put_together_from_its_parts() {
        assertAlike("водокачка и колоночка протекли");
        assertAlike("рынок: автобусик опаздывает второй день, яма");
    }

    private void assertAlike(String text) {
        PriorCorrection correction = correction();
        TrainedModel model = Assembly.of(
                "test", material, features, learned, CONTRAST, correction, Calibration.NONE, Recipe.STANDARD);

        double[] expected = correction.of(scores(text));

        int best = IntStream.range(0, expected.length)
                .reduce((a, b) -> expected[a] >= expected[b] ? a : b)
                .orElseThrow();
        double sum = Arrays.stream(expected)
                .map(score -> Math.exp(score - expected[best]))
                .sum();
        assertThat(model.label(Material.scanned(text)))
                .isEqualTo(material.labels().get(best));
        assertThat(model.probabilities(Material.scanned(text))[best]).isCloseTo(1 / sum, within(0.02));
    }

    private float[] scores(String text) {
        Feature[] vector = learned.vectors().of(material.reader().read(Material.scanned(text)));
        return weights.scores(vector);
    }

    private PriorCorrection correction() {
        float[][] scores = material.posts().stream()
                .map(post -> weights.scores(learned.vectors().of(post)))
                .toArray(float[][]::new);
        return PriorCorrection.fit(scores, material.right(), material.labels().size());
    }
}
