package org.otklik.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.otklik.classify.TextFeatures;
import org.otklik.training.Evaluation;

/** How often labels are right that were learned from a history, beside LIBLINEAR and OpenNLP on the same rows. */
final class Accuracy {

    private static final double SURE = 0.95;
    private static final Map<String, String> PUBLISHED = Map.of(
            "Ryazan category", "top-1 .602, top-3 .832",
            "Ryazan theme", "top-1 .443, top-3 .600",
            "Ryazan executor", "top-1 .630, top-3 .830");

    private Accuracy() {}

    static void run(Options options) throws Exception {
        List<Labelling> labellings = List.of(
                new OtklikLabelling(
                        TextFeatures.ofWords().withRules(Options.samara().lexicon())),
                new LiblinearLabelling(false, 1),
                new LiblinearLabelling(false, 5),
                new LiblinearLabelling(true, 1),
                new LiblinearLabelling(true, 5),
                new OpenNlpLabelling("OpenNLP maxent", "MAXENT"),
                new OpenNlpLabelling("OpenNLP naive Bayes", "NAIVEBAYES"));
        Map<String, Map<String, Evaluation>> byTask = new LinkedHashMap<>();
        for (LabelledTask task : tasks(options)) {
            Map<String, Evaluation> evaluations = new LinkedHashMap<>();
            for (Labelling labelling : labellings) {
                evaluations.putAll(task.evaluate(labelling));
            }
            print(task, evaluations);
            byTask.put(task.name(), evaluations);
        }
        if (!byTask.isEmpty()) {
            compare(byTask);
        }
    }

    private static List<LabelledTask> tasks(Options options) {
        Path taught = options.file("--train");
        if (taught != null) {
            String label = options.text("--label", "label");
            Path asked = options.file("--test");
            String name = taught.getFileName() + " " + label;
            return List.of(
                    asked == null
                            ? LabelledTask.folded(name, taught, label)
                            : LabelledTask.split(name, taught, asked, label));
        }
        Path data = Options.root().resolve("../shared/data");
        if (!Files.isDirectory(data)) {
            System.out.println("No " + data + ": name your own rows with --train FILE --label COLUMN [--test FILE].");
            return List.of();
        }
        List<LabelledTask> tasks = new ArrayList<>();
        for (String city : List.of("Ryazan", "Kursk")) {
            Path file = data.resolve(city.toLowerCase(Locale.ROOT)).resolve("appeals.csv");
            for (String label : List.of("category", "theme", "executor")) {
                tasks.add(LabelledTask.folded(city + " " + label, file, label));
            }
        }
        return tasks;
    }

    private static void print(LabelledTask task, Map<String, Evaluation> evaluations) {
        String way = task.asked().isEmpty() ? "five folds, pooled" : task.rows().size() + " rows to learn from";
        System.out.printf(
                Locale.ROOT,
                "%n%s: %d rows asked, %s%n%-42s accuracy  top-3  weighted F1  macro F1  calibration error%n",
                task.name(),
                evaluations.values().iterator().next().rows(),
                way,
                "");
        evaluations.forEach((name, evaluation) -> System.out.printf(
                Locale.ROOT,
                "%-42s    %.3f  %.3f        %.3f     %.3f              %.3f%n",
                name,
                evaluation.accuracy(),
                evaluation.topAccuracy(3),
                evaluation.weightedF1(),
                evaluation.macroF1(),
                evaluation.calibrationError()));
        Evaluation ours = of(evaluations, OtklikLabelling.NAME);
        System.out.printf(
                Locale.ROOT,
                "could be decided without a person at %.0f %% precision: %.3f of all rows%n",
                SURE * 100,
                ours.shareAtPrecision(SURE));
        if (PUBLISHED.containsKey(task.name())) {
            System.out.println("published for another split of these appeals: " + PUBLISHED.get(task.name()));
        }
    }

    private static void compare(Map<String, Map<String, Evaluation>> byTask) {
        List<String> peers = byTask.values().iterator().next().keySet().stream()
                .filter(name -> !name.equals(OtklikLabelling.NAME))
                .toList();
        String strongest = peers.stream()
                .max(Comparator.comparingDouble(peer -> mean(byTask, peer, Accuracy::both)))
                .orElseThrow();
        System.out.printf("%nThe peer that is best over all tasks: %s%n", strongest);
        compare("weighted-f1", byTask, strongest, Evaluation::weightedF1);
        compare("macro-f1", byTask, strongest, Evaluation::macroF1);
        System.out.printf("%nThe best peer of each task, by the figure itself, chosen on the rows asked:%n");
        compareWithBest("weighted-f1", byTask, peers, Evaluation::weightedF1);
        compareWithBest("macro-f1", byTask, peers, Evaluation::macroF1);
    }

    private static Evaluation of(Map<String, Evaluation> evaluations, String name) {
        return Objects.requireNonNull(evaluations.get(name), name);
    }

    private static double both(Evaluation evaluation) {
        return evaluation.weightedF1() + evaluation.macroF1();
    }

    private static double mean(
            Map<String, Map<String, Evaluation>> byTask, String name, ToDoubleFunction<Evaluation> figure) {
        return byTask.values().stream()
                .mapToDouble(evaluations -> figure.applyAsDouble(of(evaluations, name)))
                .average()
                .orElseThrow();
    }

    private static void compare(
            String figure,
            Map<String, Map<String, Evaluation>> byTask,
            String peer,
            ToDoubleFunction<Evaluation> value) {
        List<PairedBootstrap.Pair> pairs = new ArrayList<>();
        byTask.forEach((task, evaluations) ->
                pairs.add(new PairedBootstrap.Pair(of(evaluations, OtklikLabelling.NAME), of(evaluations, peer))));
        print("accuracy-" + figure, List.copyOf(byTask.keySet()), pairs, value, peer);
    }

    private static void compareWithBest(
            String figure,
            Map<String, Map<String, Evaluation>> byTask,
            List<String> peers,
            ToDoubleFunction<Evaluation> value) {
        List<PairedBootstrap.Pair> pairs = new ArrayList<>();
        byTask.forEach((task, evaluations) -> {
            Evaluation best = peers.stream()
                    .map(peer -> of(evaluations, peer))
                    .max(Comparator.comparingDouble(value))
                    .orElseThrow();
            pairs.add(new PairedBootstrap.Pair(of(evaluations, OtklikLabelling.NAME), best));
        });
        print("accuracy-" + figure + "-beside-each-best", List.copyOf(byTask.keySet()), pairs, value, "each best");
    }

    private static void print(
            String name,
            List<String> tasks,
            List<PairedBootstrap.Pair> pairs,
            ToDoubleFunction<Evaluation> value,
            String peer) {
        double ours = 0;
        double theirs = 0;
        for (int i = 0; i < pairs.size(); i++) {
            double one = value.applyAsDouble(pairs.get(i).ours());
            double other = value.applyAsDouble(pairs.get(i).peer());
            System.out.printf(Locale.ROOT, "%-20s ours %.3f peer %.3f  %+.3f%n", tasks.get(i), one, other, one - other);
            ours += one / pairs.size();
            theirs += other / pairs.size();
        }
        double[] interval = PairedBootstrap.interval(pairs, value);
        Result.print(
                name,
                ours * 100,
                theirs * 100,
                String.format(
                        Locale.ROOT,
                        "points, mean of %d tasks, peer %s, difference %+.1f, 95%% interval %+.1f to %+.1f",
                        pairs.size(),
                        peer,
                        (ours - theirs) * 100,
                        interval[0] * 100,
                        interval[1] * 100));
    }
}
