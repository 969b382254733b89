package org.otklik.benchmarks;

import java.util.List;
import java.util.Map;
import org.otklik.training.Evaluation;
import org.otklik.training.LabelledPost;

/** A way to label texts by what was learned from others. */
interface Labelling {

    /** Learns from some rows and answers for others; one list of answers for each variant, by its name. */
    Map<String, List<Evaluation.Answer>> answer(List<LabelledPost> taught, List<LabelledPost> asked) throws Exception;
}
