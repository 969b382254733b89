package org.otklik.benchmarks;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Right and wrong labels, and the F1 figures that follow. */
final class Scores {

    private final Map<String, Integer> said = new TreeMap<>();
    private final Map<String, Integer> truth = new TreeMap<>();
    private final Map<String, Integer> right = new TreeMap<>();
    private int all;

    void count(String label, String answer) {
        all++;
        truth.merge(label, 1, Integer::sum);
        said.merge(answer, 1, Integer::sum);
        if (label.equals(answer)) {
            right.merge(label, 1, Integer::sum);
        }
    }

    int all() {
        return all;
    }

    double accuracy() {
        return right.values().stream().mapToInt(Integer::intValue).sum() / (double) Math.max(1, all);
    }

    Set<String> labels() {
        return new TreeSet<>(truth.keySet());
    }

    int size(String label) {
        return truth.getOrDefault(label, 0);
    }

    double precision(String label) {
        return right.getOrDefault(label, 0) / (double) Math.max(1, said.getOrDefault(label, 0));
    }

    double recall(String label) {
        return right.getOrDefault(label, 0) / (double) Math.max(1, size(label));
    }

    double f1(String label) {
        return 2.0 * right.getOrDefault(label, 0) / Math.max(1, size(label) + said.getOrDefault(label, 0));
    }

    /** F1 of each label, weighted by how often it is true. */
    double weightedF1() {
        return truth.keySet().stream()
                        .mapToDouble(label -> f1(label) * size(label))
                        .sum()
                / Math.max(1, all);
    }
}
