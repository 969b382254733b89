package org.otklik.classify;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.text.PostText;

/** Models made by hand, where every word's weight is known. */
public final class SmallModels {

    private SmallModels() {}

    /** A word and its weight for each label. */
    public record Word(String word, List<Double> weights) {

        double[] row() {
            return weights.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    public static Word word(String word, double... weights) {
        return new Word(word, Arrays.stream(weights).boxed().toList());
    }

    public static TrainedModel of(List<String> labels, Word... words) {
        return of(TextFeatures.ofWords(), labels, words);
    }

    public static TrainedModel of(TextFeatures features, List<String> labels, Word... words) {
        return builder(features, labels, words).build();
    }

    public static TrainedModelBuilder builder(TextFeatures features, List<String> labels, Word... words) {
        TrainedModelBuilder builder = TrainedModel.builder("small", labels, features);
        for (Word word : words) {
            features.read(text(word.word()), new TextFeatures.Sink() {
                @Override
                public void word(int token, long form, long stem) {
                    builder.row(stem, 1, word.row());
                }

                @Override
                public void pair(int token, long key) {
                    builder.row(key, 1, word.row());
                }

                @Override
                public void sign(long key, int firstToken, int lastToken) {
                    builder.row(key, 1, word.row());
                }
            });
        }
        return builder;
    }

    public static PostText text(String text) {
        return PostText.of(
                Post.builder(PostId.of("vk", "1"), Instant.EPOCH).text(text).build());
    }
}
