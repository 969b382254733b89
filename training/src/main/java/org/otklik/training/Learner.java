package org.otklik.training;

import de.bwaldvogel.liblinear.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Learns from some rows of the material and scores others. */
final class Learner {

    private final Material material;
    private final Recipe recipe;
    private final long seed;

    Learner(Material material, Recipe recipe, long seed) {
        this.material = material;
        this.recipe = recipe;
        this.seed = seed;
    }

    /** What was learned from some rows: weights of the solver, and those of counting. */
    record Learned(Vocabulary vocabulary, Vectors vectors, LabelWeights separator, LabelWeights contrast) {}

    Learned from(int[] rows) {
        List<Document> posts =
                Arrays.stream(rows).mapToObj(material.posts()::get).toList();
        Vocabulary vocabulary = new Vocabulary(posts, material.titles(), material.reader(), recipe);
        Vectors vectors = new Vectors(vocabulary, material.reader(), recipe);
        List<Feature[]> taught = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        boolean[] seen = new boolean[material.labels().size()];
        for (int row : rows) {
            taught.add(vectors.of(material.posts().get(row)));
            labels.add(material.labelOf(row));
            seen[material.labelOf(row)] = true;
        }
        addTitles(vectors, seen, taught, labels);
        Feature[][] vectorOfRow = taught.toArray(Feature[][]::new);
        int[] labelOfRow = labels.stream().mapToInt(Integer::intValue).toArray();
        int labelCount = material.labels().size();
        return new Learned(
                vocabulary,
                vectors,
                Separator.train(vectorOfRow, labelOfRow, labelCount, vocabulary.size(), recipe.cost(), seed),
                Contrast.count(vectorOfRow, labelOfRow, labelCount, vocabulary.size()));
    }

    /** The title of a label counts as rows of its own: it says what the label is about where history says little. */
    private void addTitles(Vectors vectors, boolean[] seen, List<Feature[]> taught, List<Integer> labels) {
        for (int label = 0; label < seen.length; label++) {
            Feature[] title = vectors.of(material.titles().get(label));
            for (int i = 0; i < recipe.titles() && seen[label] && title.length > 0; i++) {
                taught.add(title);
                labels.add(label);
            }
        }
    }

    /** Scores rows by what was learned from others. */
    void score(Learned learned, int[] rows, OutOfFold scores) {
        for (int row : rows) {
            Feature[] vector = learned.vectors().of(material.posts().get(row));
            scores.put(
                    row, learned.separator().scores(vector), learned.contrast().scores(vector));
        }
    }
}
