package org.otklik.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.Random;

/** Weights that LIBLINEAR finds: one label against all others. */
final class Separator {

    private static final double TOLERANCE = 0.1;
    private static final int MOST_ROUNDS = 300;

    private Separator() {}

    static LabelWeights train(Feature[][] rows, int[] labels, int labelCount, int features, double cost, long seed) {
        Linear.disableDebugOutput();
        Problem problem = new Problem();
        problem.l = rows.length;
        problem.n = features;
        problem.x = rows;
        problem.y = Arrays.stream(labels).asDoubleStream().toArray();
        problem.bias = -1;
        Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, cost, TOLERANCE, MOST_ROUNDS, 0);
        parameter.setRandom(new Random(seed));
        return of(Linear.train(problem, parameter), labelCount, features);
    }

    private static LabelWeights of(Model model, int labelCount, int features) {
        float[][] weights = new float[features + 1][];
        int[] order = model.getLabels();
        boolean[] taught = new boolean[labelCount];
        for (int label : order) {
            taught[label] = true;
        }
        double[] found = model.getFeatureWeights();
        for (int feature = 0; feature < features; feature++) {
            weights[feature + 1] = order.length == 2
                    ? ofTwo(found[feature], order, labelCount)
                    : ofMany(found, feature, order, labelCount);
        }
        return new LabelWeights(weights, taught);
    }

    private static float[] ofTwo(double weight, int[] order, int labelCount) {
        float[] row = new float[labelCount];
        row[order[0]] = (float) weight;
        row[order[1]] = (float) -weight;
        return row;
    }

    private static float[] ofMany(double[] found, int feature, int[] order, int labelCount) {
        float[] row = new float[labelCount];
        for (int i = 0; i < order.length; i++) {
            row[order[i]] = (float) found[feature * order.length + i];
        }
        return row;
    }
}
