package org.otklik.training;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes an evaluation for people. */
final class EvaluationText {

    private static final int MOST_CONFUSIONS = 20;

    private EvaluationText() {}

    static String headline(Evaluation evaluation) {
        return String.format(
                Locale.ROOT,
                "%d rows: accuracy %.3f, top-3 %.3f, weighted F1 %.3f, macro F1 %.3f, calibration error %.3f",
                evaluation.rows(),
                evaluation.accuracy(),
                evaluation.topAccuracy(3),
                evaluation.weightedF1(),
                evaluation.macroF1(),
                evaluation.calibrationError());
    }

    static String of(Evaluation evaluation) {
        StringBuilder text = new StringBuilder(headline(evaluation)).append('\n');
        text.append("\nrows  precision  recall     F1  label\n");
        evaluation.labels().forEach(label -> text.append(line(label)));
        text.append("\nrows  right label  >  given label\n");
        evaluation.commonest(MOST_CONFUSIONS).forEach(pair -> text.append(line(pair)));
        return text.toString();
    }

    private static String line(LabelFigures label) {
        return String.format(
                Locale.ROOT,
                "%4d  %9.3f  %6.3f  %5.3f  %s%n",
                label.rows(),
                label.precision(),
                label.recall(),
                label.f1(),
                label.label());
    }

    private static String line(Map.Entry<List<String>, Integer> pair) {
        return String.format(
                Locale.ROOT,
                "%4d  %s  >  %s%n",
                pair.getValue(),
                pair.getKey().get(0),
                pair.getKey().get(1));
    }
}
