package org.otklik.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.otklik.Region;
import org.otklik.post.Post;
import org.otklik.post.PostId;

/** Posts to measure the pipeline on: what people wrote, half of it appeals and half general posts, or invented ones. */
final class PipelinePosts {

    private PipelinePosts() {}

    /** Half appeals of three regions, half general posts of a social network; none where the sets are missing. */
    static List<Post> real(Options options, int count) {
        if (!Files.isDirectory(options.data())) {
            return List.of();
        }
        List<Specimen> all = new ArrayList<>(new Corpora(options.data()).all());
        Collections.shuffle(all, new Random(7));
        List<String> texts = new ArrayList<>();
        texts.addAll(some(all, true, count / 2));
        texts.addAll(some(all, false, count - count / 2));
        Collections.shuffle(texts, new Random(8));
        return posts(texts);
    }

    private static List<String> some(List<Specimen> all, boolean appeal, int count) {
        return all.stream()
                .filter(one -> one.appeal() == appeal)
                .map(Specimen::text)
                .distinct()
                .limit(count)
                .toList();
    }

    static List<Post> invented(Region region, int seed, int count) {
        Generator generator = new Generator(seed, region.gazetteer());
        return Stream.generate(generator::next)
                .limit(count)
                .map(GeneratedPost::toPost)
                .toList();
    }

    /** Texts to learn from. */
    static List<String> taught(Region region, int count) throws IOException {
        List<String> real =
                RealTexts.read().stream().map(text -> text.text()).limit(count).toList();
        return real.isEmpty()
                ? invented(region, 9, count).stream().map(Post::text).toList()
                : real;
    }

    private static List<Post> posts(List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> Post.builder(PostId.of(GeneratedPost.NETWORK, Integer.toString(i)), Instant.EPOCH)
                        .text(texts.get(i))
                        .build())
                .toList();
    }
}
