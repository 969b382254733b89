package org.otklik.examples.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxModelMetadata;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.otklik.OtklikException;
import org.otklik.id.TopicId;
import org.otklik.text.PostText;

/**
 * A network that gives topics probabilities; thread-safe; holds memory outside the heap until it is closed.
 *
 * <p>It has one input of width n, {@link HashedStems}, and one output with a probability for each topic. The ids of the
 * topics stand in the model's metadata under {@code topics}, parted by commas, so that file and labels cannot drift
 * apart.
 */
final class OnnxTopics implements AutoCloseable {

    private static final String TOPICS = "topics";

    private final OrtSession session;
    private final String input;
    private final HashedStems stems;
    private final int width;
    private final List<TopicId> topics;
    private final String version;

    private OnnxTopics(OrtSession session, NodeInfo input) throws OrtException {
        this.session = session;
        this.input = input.getName();
        long[] shape = ((TensorInfo) input.getInfo()).getShape();
        width = Math.toIntExact(shape[shape.length - 1]);
        stems = new HashedStems(width);
        OnnxModelMetadata metadata = session.getMetadata();
        topics = topics(metadata);
        version = metadata.getGraphName() + "-" + metadata.getVersion();
    }

    /** Opens a model; one thread of its own answers each question, so that the host rules over threads. */
    static OnnxTopics open(Path file) {
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString(), options);
            return new OnnxTopics(
                    session, session.getInputInfo().values().iterator().next());
        } catch (OrtException e) {
            throw new OtklikException(
                    "The model " + file + " cannot be opened: " + e.getMessage() + ". Is it there, and ONNX?", e);
        }
    }

    private static List<TopicId> topics(OnnxModelMetadata metadata) {
        String names = metadata.getCustomMetadata().getOrDefault(TOPICS, "");
        if (names.isEmpty()) {
            throw new OtklikException("The model has no metadata '" + TOPICS
                    + "': write the ids of its topics there, parted by commas, in the order of its output.");
        }
        return List.of(names.split(",")).stream().map(TopicId::of).toList();
    }

    /** A topic and how likely it is. */
    record Likeliest(TopicId topic, double probability) {}

    Likeliest ask(PostText text) {
        float[] shares = run(stems.of(text));
        int best = 0;
        for (int i = 1; i < shares.length; i++) {
            best = shares[i] > shares[best] ? i : best;
        }
        return new Likeliest(topics.get(best), Math.min(1, shares[best]));
    }

    private float[] run(float[] seen) {
        try (OnnxTensor question = OnnxTensor.createTensor(
                        OrtEnvironment.getEnvironment(), FloatBuffer.wrap(seen), new long[] {1, width});
                OrtSession.Result answer = session.run(Map.of(input, question))) {
            return ((float[][]) answer.get(0).getValue())[0];
        } catch (OrtException e) {
            throw new OtklikException("The model " + version + " failed: " + e.getMessage(), e);
        }
    }

    List<TopicId> topics() {
        return topics;
    }

    String version() {
        return version;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new OtklikException("The model " + version + " cannot be closed: " + e.getMessage(), e);
        }
    }
}
