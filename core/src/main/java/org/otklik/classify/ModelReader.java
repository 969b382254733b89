package org.otklik.classify;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Reads a model and trusts nothing: the checksum is compared first, and no room is made that the file itself does not
 * fill.
 */
final class ModelReader {

    private final String source;
    private final byte[] bytes;
    private final ByteBuffer buffer;

    ModelReader(String source, byte[] bytes) {
        this.source = source;
        this.bytes = bytes;
        buffer = ByteBuffer.wrap(bytes);
    }

    TrainedModel read(TextFeatures features) {
        try {
            checkWhole();
            checkFeatures(buffer.getInt(), features);
            return readBody(features);
        } catch (BufferUnderflowException e) {
            throw refused("ends before it should");
        }
    }

    private void checkWhole() {
        if (bytes.length < ModelFormat.SHORTEST_FILE || buffer.getInt() != ModelFormat.MARK) {
            throw refused("is no model");
        }
        int version = buffer.getInt();
        if (version != ModelFormat.VERSION) {
            throw refused("has the format " + version + ", and this version of Otklik reads " + ModelFormat.VERSION);
        }
        if (buffer.getInt() != bytes.length) {
            throw refused("was cut or has something added");
        }
        int end = bytes.length - 4;
        if (buffer.getInt(end) != ModelFormat.checksum(bytes, end)) {
            throw refused("is damaged: its checksum does not fit");
        }
    }

    private void checkFeatures(int flags, TextFeatures features) {
        if (((flags & ModelFormat.RULES) != 0) != features.hasRules()) {
            throw refused(
                    features.hasRules()
                            ? "was trained without rules; give features without them"
                            : "was trained with the rules of a lexicon; give the same with TextFeatures.withRules");
        }
        if (((flags & ModelFormat.PLACES) != 0) != features.hasPlaces()) {
            throw refused(
                    features.hasPlaces()
                            ? "was trained without places; give features without them"
                            : "was trained with places; give a locator with TextFeatures.withPlaces");
        }
    }

    private TrainedModel readBody(TextFeatures features) {
        String version = text();
        List<String> labels = labels();
        float[] biases = floats(labels.size());
        float rarest = positive(buffer.getFloat());
        Calibration calibration = calibration();
        int count = buffer.getInt();
        long rest = (long) buffer.remaining() - 4;
        if (count < 0 || rest != (long) count * (ModelFormat.ROW_HEAD + labels.size())) {
            throw refused("has a length that does not fit its " + count + " rows");
        }
        long[] keys = new long[count];
        buffer.asLongBuffer().get(keys);
        buffer.position(buffer.position() + count * Long.BYTES);
        float[] rarities = floats(count);
        float[] scales = floats(count);
        byte[] steps = new byte[count * labels.size()];
        buffer.get(steps);
        for (float rarity : rarities) {
            positive(rarity);
        }
        return new TrainedModel(
                version, labels, features, new Weights(keys, rarities, scales, steps, biases, rarest), calibration);
    }

    private List<String> labels() {
        int count = buffer.getInt();
        if (count < ModelFormat.FEWEST_LABELS || count > ModelFormat.MOST_LABELS) {
            throw refused("claims to have " + count + " labels");
        }
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            labels.add(text());
        }
        if (new HashSet<>(labels).size() < count) {
            throw refused("names a label twice");
        }
        return labels;
    }

    private Calibration calibration() {
        int points = buffer.getInt();
        if (points < 0 || points > Calibration.MOST_POINTS) {
            throw refused("has " + points + " points of calibration");
        }
        try {
            return new Calibration(floats(points), floats(points));
        } catch (IllegalArgumentException e) {
            throw refused("has a calibration that is none");
        }
    }

    private String text() {
        int length = buffer.getInt();
        if (length < 0 || length > ModelFormat.LONGEST_TEXT * 4 || length > buffer.remaining()) {
            throw refused("has a text of " + length + " bytes");
        }
        String text = new String(bytes, buffer.position(), length, StandardCharsets.UTF_8);
        buffer.position(buffer.position() + length);
        return text;
    }

    private float[] floats(int count) {
        if ((long) count * Float.BYTES > buffer.remaining()) {
            throw new BufferUnderflowException();
        }
        float[] values = new float[count];
        buffer.asFloatBuffer().get(values);
        buffer.position(buffer.position() + count * Float.BYTES);
        for (float value : values) {
            if (!(Math.abs(value) <= ModelFormat.LARGEST_NUMBER)) {
                throw refused("has a weight that is no number or beyond all measure");
            }
        }
        return values;
    }

    private float positive(float value) {
        if (!(value > 0 && value <= ModelFormat.LARGEST_NUMBER)) {
            throw refused("has a rarity that is not above 0, or beyond all measure");
        }
        return value;
    }

    private UnreadableModelException refused(String what) {
        return new UnreadableModelException("The model in " + source + " " + what
                + ". Train it again, or copy it again from where it was trained.");
    }
}
