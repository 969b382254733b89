package org.otklik.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.otklik.classify.TextFeatures;
import org.otklik.classify.TrainedModel;
import org.otklik.text.TextScanner;
import org.otklik.training.Evaluation;
import org.otklik.training.LabelledPost;

/** From text to label by a trained model, beside LIBLINEAR with words and bigrams on the same rows; one thread. */
final class Classify {

    private static final long WARM_UP_NANOS = 6_000_000_000L;
    private static final long SAMPLE_NANOS = 250_000_000L;
    private static final int SAMPLES = 10;
    private static final int PARTS = 5;

    private Classify() {}

    static void run(Options options) throws Exception {
        Path file = options.file("--train");
        Path kursk = Options.root().resolve("../shared/data/kursk/appeals.csv");
        if (file != null) {
            compare("classify", file, options.text("--label", "label"));
        } else if (Files.exists(kursk)) {
            compare("classify-category", kursk, "category");
            compare("classify-theme", kursk, "theme");
        } else {
            System.out.println("No " + kursk + ": name your own rows with --train FILE --label COLUMN.");
        }
    }

    private static void compare(String name, Path file, String label) throws Exception {
        List<LabelledPost> rows =
                new ArrayList<>(LabelledTask.folded(name, file, label).rows());
        Collections.shuffle(rows, new Random(7));
        int held = rows.size() / PARTS;
        List<LabelledPost> asked = List.copyOf(rows.subList(0, held));
        List<LabelledPost> taught = List.copyOf(rows.subList(held, rows.size()));
        measure(
                name,
                taught,
                asked,
                TextFeatures.ofWords().withRules(Options.samara().lexicon()));
        measure(name + "-words-only", taught, asked, TextFeatures.ofWords());
    }

    private static void measure(String name, List<LabelledPost> taught, List<LabelledPost> asked, TextFeatures features)
            throws Exception {
        OtklikLabelling labelling = new OtklikLabelling(features);
        byte[] file = labelling.file(taught);
        long begun = Machine.threadNanos();
        TrainedModel model = labelling.load(file);
        double loading = (Machine.threadNanos() - begun) / 1e6;
        System.out.printf(Locale.ROOT, "%s: a file of %,d bytes, loaded in %.1f ms%n", name, file.length, loading);
        LiblinearPeer peer = LiblinearPeer.learn(taught, LiblinearPeer.labels(taught), true, 1);
        TextScanner scanner = new TextScanner();
        Loop ours = new Loop(asked, text -> scanner.read(OtklikLabelling.post(text), model::label));
        Loop theirs = new Loop(asked, peer::label);
        ours.run(WARM_UP_NANOS);
        theirs.run(WARM_UP_NANOS);
        for (int i = 0; i < SAMPLES; i++) {
            ours.sample();
            theirs.sample();
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d labels, %d texts; macro F1 ours %.3f peer %.3f; allocated %.0f and %.0f B/text (%d letters)%n",
                name,
                model.labels().size(),
                asked.size(),
                macroF1(asked, text -> model.label(OtklikLabelling.scanned(text))),
                macroF1(asked, peer::label),
                ours.bytes(),
                theirs.bytes(),
                ours.letters + theirs.letters);
        Result.print(
                name,
                ours.rate(),
                theirs.rate(),
                "texts per CPU-second of one thread, peer LIBLINEAR words+bigrams on RussianAnalyzer, n="
                        + asked.size());
    }

    private static double macroF1(List<LabelledPost> asked, UnaryOperator<String> labelOf) {
        return Evaluation.of(asked.stream()
                        .map(post -> new Evaluation.Answer(post.label(), List.of(labelOf.apply(post.text())), 1))
                        .toList())
                .macroF1();
    }

    /** One contender: goes round the texts and keeps its samples. */
    private static final class Loop {

        private final List<LabelledPost> posts;
        private final UnaryOperator<String> labelOf;
        private final List<Double> rates = new ArrayList<>();
        private final List<Double> bytes = new ArrayList<>();
        private int at;
        /** Keeps the compiler from leaving the work out. */
        private int letters;

        Loop(List<LabelledPost> posts, UnaryOperator<String> labelOf) {
            this.posts = posts;
            this.labelOf = labelOf;
        }

        void sample() {
            long allocated = -Machine.threadBytes();
            double rate = run(SAMPLE_NANOS);
            allocated += Machine.threadBytes();
            rates.add(rate);
            bytes.add(allocated / (rate * SAMPLE_NANOS / 1e9));
        }

        /** Returns texts per second of this thread's processor time. */
        double run(long nanos) {
            long begin = Machine.threadNanos();
            long used = 0;
            int count = 0;
            while (used < nanos) {
                for (int i = 0; i < 100; i++) {
                    letters +=
                            labelOf.apply(posts.get(at++ % posts.size()).text()).length();
                }
                count += 100;
                used = Machine.threadNanos() - begin;
            }
            return count * 1e9 / used;
        }

        double rate() {
            return Forks.median(rates.stream().mapToDouble(Double::doubleValue));
        }

        double bytes() {
            return Forks.median(bytes.stream().mapToDouble(Double::doubleValue));
        }
    }
}
