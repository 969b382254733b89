package org.otklik.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.otklik.classify.Guess;
import org.otklik.classify.TextFeatures;
import org.otklik.classify.TrainedModel;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.text.PostText;
import org.otklik.training.ClassifierTrainer;
import org.otklik.training.Evaluation;
import org.otklik.training.History;
import org.otklik.training.LabelledPost;

/** Our own way, by way of the model file: what is measured is what a desk would load. */
final class OtklikLabelling implements Labelling {

    static final String NAME = "Otklik";

    private static final int RANKED = 10;
    private static final PostId NO_POST = PostId.of("history", "row");

    private final TextFeatures features;

    OtklikLabelling(TextFeatures features) {
        this.features = features;
    }

    @Override
    public Map<String, List<Evaluation.Answer>> answer(List<LabelledPost> taught, List<LabelledPost> asked)
            throws IOException {
        TrainedModel model = learn(taught);
        List<Evaluation.Answer> answers = new ArrayList<>();
        for (LabelledPost post : asked) {
            List<Guess> guesses = model.top(scanned(post.text()), RANKED);
            answers.add(new Evaluation.Answer(
                    post.label(),
                    guesses.stream().map(Guess::label).toList(),
                    guesses.get(0).probability()));
        }
        return Map.of(NAME, answers);
    }

    TrainedModel learn(List<LabelledPost> taught) throws IOException {
        return load(file(taught));
    }

    /** Learns and writes what a desk would load. */
    byte[] file(List<LabelledPost> taught) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ClassifierTrainer.of(features)
                .train(History.of(taught.stream()))
                .model()
                .write(file);
        return file.toByteArray();
    }

    TrainedModel load(byte[] file) throws IOException {
        return TrainedModel.read(new ByteArrayInputStream(file), features);
    }

    static PostText scanned(String text) {
        return PostText.of(post(text));
    }

    static Post post(String text) {
        return Post.builder(NO_POST, Instant.EPOCH).text(text).build();
    }
}
