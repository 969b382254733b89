package org.otklik.benchmarks;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.text.PhraseAutomaton;
import org.otklik.text.TextScanner;

/** What {@link Rules} measures in one process. */
final class RulesFork {

    static final int STEMS = 0;
    static final int MONITOR = 1;
    static final int EXACT = 2;
    static final int HANKCS = 3;
    static final int MANY = 4;
    static final int HITS = 5;
    static final int MONITOR_HITS = 6;
    static final int EXACT_HITS = 7;
    static final int HANKCS_HITS = 8;
    static final int BUILD_MILLIS = 9;

    private static final int RULES = 5_000;
    private static final int MORE = 45_000;
    private static final int OF_MONITOR = 500;
    private static final int SAMPLES = 8;
    private static final long WARM_UP_NANOS = 4_000_000_000L;
    private static final long WARM_UP_OF_MONITOR_NANOS = 9_000_000_000L;

    private RulesFork() {}

    /** Measures and prints its figures on one line. */
    static void run(Options options) throws Exception {
        List<String> texts = texts(options.count(2_000));
        List<Post> posts = IntStream.range(0, texts.size())
                .mapToObj(i -> Post.builder(PostId.of("vk", Integer.toString(i)), Instant.EPOCH)
                        .text(texts.get(i))
                        .build())
                .toList();
        List<String> rules = RuleSet.of(texts, RULES, 0);
        long begun = Machine.threadNanos();
        PhraseAutomaton stems = RuleSet.automaton(rules, PhraseAutomaton.onStems());
        double built = (Machine.threadNanos() - begun) / 1e6;
        HankcsPeer hankcs = new HankcsPeer(rules);
        try (MonitorPeer monitor = new MonitorPeer(rules)) {
            Counted onStems = new Counted(posts, ours(stems));
            Counted onWords = new Counted(posts, ours(RuleSet.automaton(rules, PhraseAutomaton.onWords())));
            Counted many = new Counted(
                    posts, ours(RuleSet.automaton(RuleSet.of(texts, RULES, MORE), PhraseAutomaton.onStems())));
            Counted trie = new Counted(posts, post -> hankcs.count(post.text()));
            Counted lucene = new Counted(
                    posts.subList(0, Math.min(OF_MONITOR, posts.size())), post -> monitor.count(post.text()));
            lucene.loop.warmUp(WARM_UP_OF_MONITOR_NANOS);
            List<Counted> all = List.of(onStems, onWords, many, trie, lucene);
            all.forEach(one -> one.loop.warmUp(WARM_UP_NANOS));
            for (int i = 0; i < SAMPLES; i++) {
                all.forEach(one -> one.loop.sample());
            }
            System.out.println(DoubleStream.of(
                            onStems.loop.rate(),
                            lucene.loop.rate(),
                            onWords.loop.rate(),
                            trie.loop.rate(),
                            many.loop.rate(),
                            onStems.hits(),
                            lucene.hits(),
                            onWords.hits(),
                            trie.hits(),
                            built)
                    .mapToObj(Double::toString)
                    .collect(Collectors.joining(" ")));
        }
    }

    /** Texts that people wrote, or invented ones where there are none. */
    private static List<String> texts(int count) throws IOException {
        List<String> real = RealTexts.read().stream().map(text -> text.text()).toList();
        if (!real.isEmpty()) {
            SplittableRandom random = new SplittableRandom(3);
            return random.ints(0, real.size())
                    .distinct()
                    .limit(Math.min(count, real.size()))
                    .mapToObj(real::get)
                    .toList();
        }
        Generator generator = new Generator(7, Options.samara().gazetteer());
        return Stream.generate(generator::next)
                .limit(count)
                .map(GeneratedPost::text)
                .toList();
    }

    private static ToIntFunction<Post> ours(PhraseAutomaton automaton) {
        TextScanner scanner = new TextScanner();
        return post -> scanner.read(post, text -> {
            int[] hits = new int[1];
            automaton.find(text.own(), (rule, first, last) -> hits[0]++);
            return hits[0];
        });
    }

    /** A contender that counts what it finds. */
    private static final class Counted {

        private final List<Post> posts;
        private final ToIntFunction<Post> work;
        private final PostLoop loop;

        Counted(List<Post> posts, ToIntFunction<Post> work) {
            this.posts = posts;
            this.work = work;
            loop = new PostLoop(posts, work::applyAsInt);
        }

        double hits() {
            return posts.stream().mapToInt(work).average().orElse(0);
        }
    }
}
