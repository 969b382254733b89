package org.otklik.classify;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes a model as {@link ModelFormat} says. */
final class ModelWriter {

    private ModelWriter() {}

    static byte[] bytes(TrainedModel model) {
        byte[] bytes = body(model);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        buffer.putInt(8, bytes.length);
        buffer.putInt(bytes.length - 4, ModelFormat.checksum(bytes, bytes.length - 4));
        return bytes;
    }

    /** Eight characters that tell two models apart. */
    static String hash(TrainedModel model) {
        byte[] bytes = body(model);
        return String.format("%08x", ModelFormat.checksum(bytes, bytes.length));
    }

    private static byte[] body(TrainedModel model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream output = new DataOutputStream(bytes)) {
            head(model, output);
            rows(model.weights(), output);
            output.writeInt(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void head(TrainedModel model, DataOutputStream output) throws IOException {
        output.writeInt(ModelFormat.MARK);
        output.writeInt(ModelFormat.VERSION);
        output.writeInt(0);
        output.writeInt((model.features().hasRules() ? ModelFormat.RULES : 0)
                | (model.features().hasPlaces() ? ModelFormat.PLACES : 0));
        text(model.version(), output);
        output.writeInt(model.labels().size());
        for (String label : model.labels()) {
            text(label, output);
        }
        floats(model.weights().biases, output);
        output.writeFloat(model.weights().rarest);
        output.writeInt(model.calibration().promised().length);
        floats(model.calibration().promised(), output);
        floats(model.calibration().kept(), output);
    }

    private static void rows(Weights weights, DataOutputStream output) throws IOException {
        output.writeInt(weights.keys.length);
        for (long key : weights.keys) {
            output.writeLong(key);
        }
        floats(weights.rarities, output);
        floats(weights.scales, output);
        output.write(weights.steps);
    }

    private static void floats(float[] values, DataOutputStream output) throws IOException {
        for (float value : values) {
            output.writeFloat(value);
        }
    }

    private static void text(String text, DataOutputStream output) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        output.writeInt(bytes.length);
        output.write(bytes);
    }
}
