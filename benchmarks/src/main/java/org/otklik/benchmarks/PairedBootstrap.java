package org.otklik.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.otklik.training.Evaluation;

/** How sure a mean difference over tasks is: rows are drawn again, the same for both, a thousand times. */
final class PairedBootstrap {

    private static final int DRAWS = 1_000;

    private PairedBootstrap() {}

    /** Two evaluations of the same rows in the same order. */
    record Pair(Evaluation ours, Evaluation peer) {}

    /** Returns the lower and the upper end of the 95 % interval. */
    static double[] interval(List<Pair> tasks, ToDoubleFunction<Evaluation> figure) {
        Random random = new Random(95);
        double[] differences = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            for (Pair task : tasks) {
                sum += difference(task, figure, random);
            }
            differences[draw] = sum / tasks.size();
        }
        Arrays.sort(differences);
        return new double[] {differences[DRAWS / 40], differences[DRAWS - 1 - DRAWS / 40]};
    }

    private static double difference(Pair task, ToDoubleFunction<Evaluation> figure, Random random) {
        int rows = task.ours().rows();
        List<Evaluation.Answer> ours = new ArrayList<>(rows);
        List<Evaluation.Answer> peer = new ArrayList<>(rows);
        for (int i = 0; i < rows; i++) {
            int row = random.nextInt(rows);
            ours.add(task.ours().answers().get(row));
            peer.add(task.peer().answers().get(row));
        }
        return figure.applyAsDouble(Evaluation.of(ours)) - figure.applyAsDouble(Evaluation.of(peer));
    }
}
