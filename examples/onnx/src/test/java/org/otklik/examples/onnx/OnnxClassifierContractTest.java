package org.otklik.examples.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.Region;
import org.otklik.classify.Classifier;
import org.otklik.classify.RuleClassifier;
import org.otklik.tck.ClassifierContract;
import org.otklik.testkit.regions.MiniRegion;

/** A network behind the interface keeps what every classifier must keep. */
class OnnxClassifierContractTest extends ClassifierContract {

    private static final Region REGION = MiniRegion.load();

    @TempDir
    private Path folder;

    private OnnxTopics model;

    @BeforeEach
    void open() throws IOException {
        model = OnnxTopics.open(TinyModel.write(
                folder.resolve("tiny.onnx"), Map.of("housing.heating", "котельная", "roads.snow", "сугроб")));
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Override
    protected Classifier classifier() {
        return new OnnxClassifier(RuleClassifier.of(REGION.lexicon(), REGION.topics()), model, REGION.topics(), 0.5);
    }
}
