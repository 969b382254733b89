package org.otklik.training;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.otklik.classify.Calibration;
import org.otklik.classify.TextFeatures;
import org.otklik.classify.TrainedModel;
import org.otklik.classify.TrainedModelBuilder;

/**
 * Folds what was learned into the rows that the model looks up: correction and weights of blocks are multiplied in, and
 * a form that stands in several texts becomes one row of its stem and its parts, and so does each stem.
 */
final class Assembly {

    private final Learner.Learned learned;
    private final PriorCorrection correction;
    private final Recipe recipe;
    private final Material material;
    private final LabelWeights found;
    private final int labels;

    private Assembly(
            Material material, Learner.Learned learned, double contrast, PriorCorrection correction, Recipe recipe) {
        this.material = material;
        this.learned = learned;
        this.found = learned.separator().plus(learned.contrast(), contrast);
        this.correction = correction;
        this.recipe = recipe;
        labels = material.labels().size();
    }

    static TrainedModel of(
            String name,
            Material material,
            TextFeatures features,
            Learner.Learned learned,
            double contrast,
            PriorCorrection correction,
            Calibration calibration,
            Recipe recipe) {
        TrainedModelBuilder builder = TrainedModel.builder(name, material.labels(), features)
                .biases(correction.biases())
                .rarest(learned.vocabulary().rarest())
                .calibration(calibration);
        new Assembly(material, learned, contrast, correction, recipe).fill(builder);
        return builder.build();
    }

    private void fill(TrainedModelBuilder builder) {
        Vocabulary vocabulary = learned.vocabulary();
        Map<Long, Long> stemOfForm = material.stemOfForm();
        for (long form : vocabulary.commonForms()) {
            long stem = Objects.requireNonNull(stemOfForm.get(form));
            builder.row(form, vocabulary.rarityOfStem(stem), form(form, stem));
        }
        vocabulary.stems().forEach((key, entry) -> builder.row(key, entry.rarity(), stem(key, entry)));
        vocabulary.parts().forEach((key, entry) -> builder.row(key, entry.rarity(), row(entry, recipe.parts())));
        vocabulary.pairs().forEach((key, entry) -> builder.row(key, entry.rarity(), row(entry, recipe.pairs())));
        vocabulary.signs().forEach((key, entry) -> builder.row(key, entry.rarity(), row(entry, recipe.signs())));
    }

    private double[] row(Vocabulary.Entry entry, double weight) {
        double[] row = new double[labels];
        add(entry, entry.rarity() * weight, row);
        return row;
    }

    /** A stem whose form is rare or new: with the parts that its forms have in the mean. */
    private double[] stem(long stem, Vocabulary.Entry entry) {
        double[] row = row(entry, recipe.stems());
        Set<Long> forms = learned.vocabulary().formsOf(stem);
        forms.forEach(form -> addParts(form, entry.rarity() / forms.size(), row));
        return row;
    }

    private double[] form(long form, long stem) {
        Vocabulary.Entry entry =
                Objects.requireNonNull(learned.vocabulary().stems().get(stem));
        double[] row = row(entry, recipe.stems());
        addParts(form, entry.rarity(), row);
        return row;
    }

    private void addParts(long form, double times, double[] row) {
        Map<Long, Vocabulary.Entry> known = learned.vocabulary().parts();
        double squares = 0;
        for (long part : material.reader().parts(form)) {
            Vocabulary.Entry entry = known.get(part);
            squares += entry == null ? 0 : entry.rarity() * entry.rarity();
        }
        for (long part : material.reader().parts(form)) {
            Vocabulary.Entry entry = known.get(part);
            if (entry != null) {
                add(entry, times * entry.rarity() * recipe.parts() / Math.sqrt(squares), row);
            }
        }
    }

    private void add(Vocabulary.Entry entry, double times, double[] row) {
        float[] weights = found.of(entry.number());
        for (int i = 0; i < labels; i++) {
            row[i] += times * correction.scale() * weights[i];
        }
    }
}
