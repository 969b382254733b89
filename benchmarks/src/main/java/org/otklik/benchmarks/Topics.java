package org.otklik.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.otklik.classify.Classification;
import org.otklik.classify.Classifier;
import org.otklik.id.TopicId;

/** Topics of real appeals by the pack's rules, untrained, beside LIBLINEAR trained on the other half's labels. */
final class Topics {

    private static final String NONE = "-";

    private Topics() {}

    /** An appeal with its group. */
    private record Labelled(Specimen appeal, String group) {}

    static void run(Options options) {
        Corpora corpora = new Corpora(options.data());
        TopicMap map = TopicMap.read(!options.has("-categories"));
        List<Labelled> all = new ArrayList<>(labelled(corpora.ryazan(), map));
        all.addAll(labelled(corpora.kursk(), map));
        Classifier rules = Options.samaraRules();
        for (String source : List.of(Corpora.RYAZAN, Corpora.KURSK, "both")) {
            List<Labelled> chosen = all.stream()
                    .filter(one ->
                            source.equals("both") || one.appeal().source().equals(source))
                    .toList();
            measure(source, chosen, map, rules, options);
        }
    }

    private static List<Labelled> labelled(List<Specimen> appeals, TopicMap map) {
        return appeals.stream()
                .flatMap(one -> map.groupOf(one).map(group -> new Labelled(one, group)).stream())
                .toList();
    }

    private static void measure(String source, List<Labelled> all, TopicMap map, Classifier rules, Options options) {
        List<Labelled> test = in(options.half(), all);
        List<Labelled> train = in(options.half().other(), all);
        Scores ours = new Scores();
        for (Labelled one : test) {
            String said = topic(rules.classify(one.appeal().scan()))
                    .flatMap(map::groupOf)
                    .orElse(NONE);
            ours.count(one.group(), said);
            if (options.has("-wrong") && options.half() == Half.DEV && !said.equals(one.group())) {
                System.out.println("WRONG " + one.group() + " -> " + said + " | "
                        + one.appeal().text().replaceAll("\\s+", " "));
            }
        }
        if (options.has("-alone")) {
            table(ours, ours);
            System.out.printf(Locale.ROOT, "%s weighted F1 %.3f%n", source, ours.weightedF1());
            return;
        }
        Scores peers = new Scores();
        LinearPeer peer = LinearPeer.tuned(
                train.stream().map(one -> one.appeal().text()).toList(),
                train.stream().map(Labelled::group).toList(),
                0.3,
                1,
                5);
        test.forEach(one -> peers.count(one.group(), peer.label(one.appeal().text())));
        table(ours, peers);
        Result.print(
                "topics-" + source,
                100 * ours.weightedF1(),
                100 * peers.weightedF1(),
                "weighted F1 in percent of " + ours.labels().size() + " groups over " + ours.all() + " appeals of the "
                        + options.half().name().toLowerCase(Locale.ROOT)
                        + " half, rules without training, peer LIBLINEAR 2.44 trained on " + train.size()
                        + " appeals of the other half");
    }

    private static List<Labelled> in(Half half, List<Labelled> all) {
        return all.stream().filter(one -> one.appeal().half() == half).toList();
    }

    /** The topic of the decision, or the likeliest guess where a person decides. */
    static Optional<TopicId> topic(Classification classification) {
        if (classification instanceof Classification.Candidate candidate) {
            return candidate.topic();
        }
        return classification instanceof Classification.Unsure unsure
                ? unsure.topics().stream().findFirst()
                : Optional.empty();
    }

    private static void table(Scores ours, Scores peers) {
        System.out.println("| group | appeals | precision | recall | F1 | F1 of LIBLINEAR |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        for (String label : ours.labels()) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.2f | %.2f | %.2f | %.2f |%n",
                    label,
                    ours.size(label),
                    ours.precision(label),
                    ours.recall(label),
                    ours.f1(label),
                    peers.f1(label));
        }
    }
}
