package org.otklik.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.otklik.IncidentDesk;
import org.otklik.PseudonymKey;
import org.otklik.Region;
import org.otklik.classify.Classification;
import org.otklik.classify.Classifier;
import org.otklik.classify.RuleClassifier;
import org.otklik.classify.TextFeatures;
import org.otklik.classify.TrainedClassifier;
import org.otklik.post.Post;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.text.TextScanner;
import org.otklik.training.ClassifierTrainer;
import org.otklik.training.History;
import org.otklik.training.LabelledPost;

/** What {@link Pipeline} measures in one process. */
final class PipelineFork {

    static final int RULES = 0;
    static final int PEER = 1;
    static final int TRAINED = 2;
    static final int TEXT = 3;
    static final int TEXT_BYTES = 4;
    static final int NON_INCIDENT_BYTES = 5;
    static final int CANDIDATE_BYTES = 6;
    static final int TWO_THREADS = 7;
    static final int RULES_ALONE = 8;
    static final int RATIO = 9;
    static final int TRAINED_RATIO = 10;
    static final int TRAINED_PEER = 11;

    private static final long WARM_UP_NANOS = 5_000_000_000L;
    private static final long SHORT_WARM_UP_NANOS = 1_000_000_000L;
    private static final int SAMPLES = 8;
    private static final int TAUGHT = 2_000;

    private final List<Post> posts;
    private final IncidentDesk ruled;
    private final IncidentDesk trained;

    private PipelineFork(List<Post> posts, IncidentDesk ruled, IncidentDesk trained) {
        this.posts = posts;
        this.ruled = ruled;
        this.trained = trained;
    }

    /** Measures and prints its figures on one line. */
    static void run(Options options) throws Exception {
        Region region = Options.samara();
        Classifier rules = RuleClassifier.of(region.lexicon(), region.topics());
        int count = options.count(TAUGHT);
        List<Post> real = PipelinePosts.real(options, count);
        List<Post> posts = options.has("-invented") || real.isEmpty() ? PipelinePosts.invented(region, 7, count) : real;
        try (IncidentDesk ruled = desk(region, rules);
                IncidentDesk trained = desk(region, learned(region, rules))) {
            double[] figures = new PipelineFork(posts, ruled, trained).measure();
            System.out.println(
                    DoubleStream.of(figures).mapToObj(Double::toString).collect(Collectors.joining(" ")));
        }
    }

    private static IncidentDesk desk(Region region, Classifier classifier) {
        return IncidentDesk.builder(region, InMemoryStorage.create(), PseudonymKey.of("benchmarks-only-key"))
                .classifier(classifier)
                .build();
    }

    /** Learns what the rules say about other posts: how fast a model is does not hang on how right it is. */
    private static Classifier learned(Region region, Classifier rules) throws IOException {
        TextFeatures features = TextFeatures.ofWords().withRules(region.lexicon());
        List<LabelledPost> rows = PipelinePosts.taught(region, TAUGHT).stream()
                .flatMap(text -> topic(rules, text).map(topic -> new LabelledPost(text, topic)))
                .toList();
        return TrainedClassifier.of(
                rules,
                ClassifierTrainer.of(features).train(History.of(rows.stream())).model(),
                region.topics());
    }

    private static Stream<String> topic(Classifier rules, String text) {
        return rules.classify(OtklikLabelling.scanned(text)) instanceof Classification.Candidate candidate
                ? candidate.topic().stream().map(topic -> topic.value())
                : Stream.empty();
    }

    private double[] measure() throws Exception {
        TextScanner scanner = new TextScanner();
        double[] figures = new double[TRAINED_PEER + 1];
        try (RussianAnalyzer analyzer = new RussianAnalyzer()) {
            PostLoop peer = new PostLoop(posts, post -> analyse(analyzer, post.text()));
            PostLoop rules = new PostLoop(posts, ruled::understand);
            PostLoop model = new PostLoop(posts, trained::understand);
            PostLoop besideModel = new PostLoop(posts, post -> analyse(analyzer, post.text()));
            PostLoop text = new PostLoop(posts, post -> scanner.read(post, scanned -> null));
            PostLoop nothing = new PostLoop(such(Classification.NotAnIncident.class), ruled::understand);
            PostLoop candidates = new PostLoop(such(Classification.Candidate.class), ruled::understand);
            rules.warmUp(WARM_UP_NANOS);
            sample(rules, peer);
            sample(text, nothing, candidates);
            twoThreads(figures);
            model.warmUp(WARM_UP_NANOS);
            sample(model, besideModel);
            figures[RULES] = rules.rate();
            figures[PEER] = peer.rate();
            figures[TRAINED] = model.rate();
            figures[TEXT] = text.rate();
            figures[TEXT_BYTES] = text.bytes();
            figures[NON_INCIDENT_BYTES] = nothing.bytes();
            figures[CANDIDATE_BYTES] = candidates.bytes();
            figures[RATIO] = rules.rate() / peer.rate();
            figures[TRAINED_PEER] = besideModel.rate();
            figures[TRAINED_RATIO] = model.rate() / besideModel.rate();
        }
        return figures;
    }

    private static void sample(PostLoop... loops) {
        for (PostLoop loop : loops) {
            loop.warmUp(SHORT_WARM_UP_NANOS);
        }
        for (int i = 0; i < SAMPLES; i++) {
            for (PostLoop loop : loops) {
                loop.sample();
            }
        }
    }

    private List<Post> such(Class<? extends Classification> decision) {
        return posts.stream()
                .filter(post -> decision.isInstance(ruled.understand(post).classification()))
                .toList();
    }

    /** One thread, then two at a time, again and again. */
    private void twoThreads(double[] figures) throws Exception {
        List<Double> alone = new ArrayList<>();
        List<Double> together = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < SAMPLES; i++) {
                alone.add(rate(List.of(threads.submit(this::sampleOfRules))));
                together.add(rate(List.of(threads.submit(this::sampleOfRules), threads.submit(this::sampleOfRules))));
            }
        } finally {
            threads.shutdown();
        }
        figures[RULES_ALONE] = Forks.median(alone.stream().mapToDouble(Double::doubleValue));
        figures[TWO_THREADS] = Forks.median(together.stream().mapToDouble(Double::doubleValue));
    }

    private double[] sampleOfRules() {
        return new PostLoop(posts, ruled::understand).run(PostLoop.SAMPLE_NANOS);
    }

    private static double rate(List<Future<double[]>> runs) throws Exception {
        double done = 0;
        double nanos = 0;
        for (Future<double[]> run : runs) {
            done += run.get()[0];
            nanos += run.get()[1];
        }
        return done / nanos * 1e9;
    }

    static int analyse(RussianAnalyzer analyzer, String text) {
        try (TokenStream tokens = analyzer.tokenStream("text", text)) {
            tokens.reset();
            int count = 0;
            while (tokens.incrementToken()) {
                count++;
            }
            tokens.end();
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
