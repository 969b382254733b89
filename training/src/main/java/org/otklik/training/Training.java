package org.otklik.training;

import java.util.List;
import java.util.Objects;
import org.otklik.classify.TrainedModel;

/**
 * What came out of a training; immutable.
 *
 * @param model learned from all rows
 * @param evaluation how rows were labelled by models that had not seen them
 * @param rows how many rows were learned from
 * @param duplicates how many rows were left out because their words stood in a row before
 * @param mistakes rows that could not be used
 */
public record Training(TrainedModel model, Evaluation evaluation, int rows, int duplicates, List<RowMistake> mistakes) {

    /** Copies the list. */
    public Training {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(evaluation, "evaluation");
        mistakes = List.copyOf(mistakes);
    }
}
