package org.otklik.benchmarks;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.otklik.training.LabelledPost;
import org.otklik.training.PriorCorrection;

/** LIBLINEAR's support vector machine on stems, as one would use it by its manual. */
final class LiblinearPeer {

    private final StemFeatures features;
    private final List<String> labels;
    private final Model model;

    private LiblinearPeer(StemFeatures features, List<String> labels, Model model) {
        this.features = features;
        this.labels = labels;
        this.model = model;
    }

    /** Learns; the labels are those that the peer shall know by number, in their order. */
    static LiblinearPeer learn(List<LabelledPost> taught, List<String> labels, boolean pairs, double cost) {
        StemFeatures features = new StemFeatures(pairs);
        features.fit(taught.stream().map(LabelledPost::text).toList());
        Linear.disableDebugOutput();
        Problem problem = new Problem();
        problem.l = taught.size();
        problem.n = features.size();
        problem.x = taught.stream().map(post -> features.vector(post.text())).toArray(Feature[][]::new);
        problem.y = taught.stream()
                .mapToDouble(post -> labels.indexOf(post.label()))
                .toArray();
        problem.bias = -1;
        Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, cost, 0.1);
        parameter.setRandom(new Random(1));
        return new LiblinearPeer(features, labels, Linear.train(problem, parameter));
    }

    static List<String> labels(List<LabelledPost> posts) {
        return List.copyOf(new TreeSet<>(posts.stream().map(LabelledPost::label).toList()));
    }

    String label(String text) {
        return labels.get((int) Linear.predict(model, features.vector(text)));
    }

    /** One score a label; labels that were not taught score lowest. */
    float[] scores(String text) {
        double[] values = new double[model.getNrClass()];
        Linear.predictValues(model, features.vector(text), values);
        float[] scores = new float[labels.size()];
        Arrays.fill(scores, PriorCorrection.NOT_TAUGHT);
        int[] order = model.getLabels();
        for (int i = 0; i < order.length; i++) {
            scores[order[i]] = (float) (order.length == 2 && i == 1 ? -values[0] : values[i]);
        }
        return scores;
    }
}
