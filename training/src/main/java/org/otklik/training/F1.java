package org.otklik.training;

/** F1 of numbered labels. */
final class F1 {

    private F1() {}

    /** Sum of the F1 weighed by rows and the plain mean over labels with enough rows. */
    static double weightedAndMacro(int[] right, int[] given, int labelCount) {
        int[] rows = new int[labelCount];
        int[] named = new int[labelCount];
        int[] hits = new int[labelCount];
        for (int i = 0; i < right.length; i++) {
            rows[right[i]]++;
            named[given[i]]++;
            hits[right[i]] += right[i] == given[i] ? 1 : 0;
        }
        double weighted = 0;
        double macro = 0;
        int counted = 0;
        for (int i = 0; i < labelCount; i++) {
            double f1 = rows[i] + named[i] == 0 ? 0 : 2.0 * hits[i] / (rows[i] + named[i]);
            weighted += f1 * rows[i] / right.length;
            if (rows[i] >= Evaluation.FEWEST_ROWS) {
                macro += f1;
                counted++;
            }
        }
        return weighted + (counted == 0 ? 0 : macro / counted);
    }
}
