package org.otklik.examples.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A linear network of a few words as an ONNX file: probabilities = softmax(stems × weights). The numbers of fields are
 * those of onnx.proto.
 */
final class TinyModel {

    static final int WIDTH = 512;
    private static final float STRENGTH = 20;
    private static final int FLOAT = 1;

    private TinyModel() {}

    /** Writes a model that knows each topic by some words. */
    static Path write(Path file, Map<String, String> wordsOfTopic) throws IOException {
        List<String> topics = wordsOfTopic.keySet().stream().sorted().toList();
        float[] weights = new float[WIDTH * topics.size()];
        for (String topic : topics) {
            float[] seen = new HashedStems(WIDTH).of(OnnxMain.scanned(wordsOfTopic.get(topic)));
            for (int i = 0; i < WIDTH; i++) {
                weights[i * topics.size() + topics.indexOf(topic)] = seen[i] > 0 ? STRENGTH : 0;
            }
        }
        return Files.write(file, model(topics, weights).bytes());
    }

    private static Protobuf model(List<String> topics, float[] weights) {
        return new Protobuf()
                .number(1, 8)
                .number(5, 3)
                .message(7, graph(topics.size(), weights))
                .message(8, new Protobuf().text(1, "").number(2, 13))
                .message(14, new Protobuf().text(1, "topics").text(2, String.join(",", topics)));
    }

    private static Protobuf graph(int topics, float[] weights) {
        return new Protobuf()
                .message(1, node("MatMul", List.of("stems", "weights"), "scores"))
                .message(1, node("Softmax", List.of("scores"), "shares"))
                .text(2, "tiny")
                .message(5, tensor("weights", topics, weights))
                .message(11, value("stems", WIDTH))
                .message(12, value("shares", topics));
    }

    private static Protobuf node(String operator, List<String> inputs, String output) {
        Protobuf node = new Protobuf();
        inputs.forEach(input -> node.text(1, input));
        return node.text(2, output).text(4, operator);
    }

    private static Protobuf tensor(String name, int topics, float[] values) {
        return new Protobuf()
                .number(1, WIDTH)
                .number(1, topics)
                .number(2, FLOAT)
                .text(8, name)
                .floats(9, values);
    }

    private static Protobuf value(String name, int width) {
        Protobuf shape =
                new Protobuf().message(1, new Protobuf().number(1, 1)).message(1, new Protobuf().number(1, width));
        Protobuf tensor = new Protobuf().number(1, FLOAT).message(2, shape);
        return new Protobuf().text(1, name).message(2, new Protobuf().message(1, tensor));
    }
}
