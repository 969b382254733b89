package org.otklik.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final Evaluation SMALL = Evaluation.of(List.of(
            answer("вода", 0.9, "вода", "свет"),
            answer("вода", 0.8, "вода"),
            answer("вода", 0.4, "свет", "вода"),
            answer("свет", 0.3, "лифт", "вода", "свет")));

    @Test
    void the_share_of_right_labels_is_counted_among_the_first_and_the_first_three() {
        assertThat(SMALL.accuracy()).isEqualTo(0.5);
        assertThat(SMALL.topAccuracy(2)).isEqualTo(0.75);
        assertThat(SMALL.topAccuracy(3)).isEqualTo(1);
    }

    @Test
    void the_weighted_f1_counts_each_label_by_its_rows() {
        // вода: 2 right of 2 named and 3 rows, so 4/5; свет and лифт: none
        assertThat(SMALL.weightedF1()).isCloseTo(0.8 * 3 / 4, within(1e-9));
    }

    @Test
    void the_macro_f1_leaves_out_labels_with_few_rows() {
        List<Evaluation.Answer> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            answers.add(answer("вода", 1, "вода"));
            answers.add(answer("свет", 1, i < 4 ? "свет" : "вода"));
        }
        answers.add(answer("лифт", 1, "свет"));

        Evaluation evaluation = Evaluation.of(answers);

        assertThat(evaluation.macroF1()).isCloseTo((10.0 / 11 + 8.0 / 10) / 2, within(1e-9));
        assertThat(SMALL.macroF1()).isZero();
    }

    @Test
    void a_model_that_is_right_as_often_as_it_says_has_no_calibration_error() {
        List<Evaluation.Answer> honest = new ArrayList<>();
        List<Evaluation.Answer> boasting = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            honest.add(answer("а", 0.7, i < 7 ? "а" : "б"));
            boasting.add(answer("а", 0.95, i < 7 ? "а" : "б"));
        }

        assertThat(Evaluation.of(honest).calibrationError()).isCloseTo(0, within(1e-9));
        assertThat(Evaluation.of(boasting).calibrationError()).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void the_surest_answers_may_pass_without_a_person_as_long_as_enough_are_right() {
        assertThat(SMALL.shareAtPrecision(0.95)).isEqualTo(0.5);
        assertThat(SMALL.shareAtPrecision(0.6)).isEqualTo(0.75);
    }

    @Test
    void confusions_are_counted_by_pairs() {
        assertThat(SMALL.confusion("вода", "свет")).isEqualTo(1);
        assertThat(SMALL.confusionMatrix(List.of("вода", "свет", "лифт")))
                .containsExactly(List.of(2, 1, 0), List.of(0, 0, 1), List.of(0, 0, 0));
    }

    @Test
    void the_report_names_each_label_and_the_commonest_confusions() {
        assertThat(SMALL.report())
                .contains("4 rows: accuracy 0.500")
                .containsPattern("3 +1\\.000 +0\\.667 +0\\.800 +вода")
                .contains("вода  >  свет");
    }

    @Test
    void nothing_cannot_be_evaluated() {
        assertThatThrownBy(() -> Evaluation.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static Evaluation.Answer answer(String right, double probability, String... ranking) {
        return new Evaluation.Answer(right, List.of(ranking), probability);
    }
}
