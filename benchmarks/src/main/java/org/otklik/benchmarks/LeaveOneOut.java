package org.otklik.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.otklik.Region;
import org.otklik.classify.Classification;
import org.otklik.classify.Classifier;
import org.otklik.classify.Lexicon;
import org.otklik.classify.PhraseRef;
import org.otklik.classify.RuleClassifier;
import org.otklik.text.PostText;

/** What each phrase of the lexicon earns: how many texts of the half for work are decided worse without it. */
final class LeaveOneOut {

    private final Region region = Options.samara();
    private final Lexicon lexicon = region.lexicon();
    private final TopicMap map = TopicMap.read(true);

    private LeaveOneOut() {}

    /** A text in which a phrase stands, with what is said of it while the phrase is there. */
    private record Site(Specimen text, PostText scan, int right) {}

    /** What a phrase does: where it stands, and how many texts it puts right more than wrong. */
    private record Worth(PhraseRef phrase, long appeals, long others, int net) {}

    static void run(Options options) {
        new LeaveOneOut().measure(options);
    }

    private void measure(Options options) {
        Map<PhraseRef, List<Site>> sites = new HashMap<>();
        Classifier whole = RuleClassifier.of(lexicon, region.topics());
        for (Specimen text : new Corpora(options.data()).all()) {
            if (text.half() == Half.DEV) {
                PostText scan = text.scan();
                Site site = new Site(text, scan, right(text, whole.classify(scan)));
                lexicon.phrasesIn(scan.own())
                        .forEach(phrase -> sites.computeIfAbsent(phrase, none -> new ArrayList<>())
                                .add(site));
            }
        }
        List<Worth> worths = lexicon.phrases().stream()
                .map(phrase -> worth(phrase, sites.getOrDefault(phrase, List.of())))
                .sorted(Comparator.comparingInt(Worth::net))
                .toList();
        worths.forEach(one -> System.out.printf(
                Locale.ROOT,
                "%+d in %d appeals, %d others: %s | %s%n",
                one.net(),
                one.appeals(),
                one.others(),
                one.phrase().rule(),
                one.phrase().phrase()));
        System.out.printf(
                Locale.ROOT,
                "RESULT name=rules-loo phrases=%d earn=%d idle=%d harm=%d%n",
                worths.size(),
                worths.stream().filter(one -> one.net() > 0).count(),
                worths.stream().filter(one -> one.net() == 0).count(),
                worths.stream().filter(one -> one.net() < 0).count());
    }

    private Worth worth(PhraseRef phrase, List<Site> sites) {
        Classifier without = RuleClassifier.of(lexicon.without(phrase), region.topics());
        int net = sites.stream()
                .mapToInt(site -> site.right() - right(site.text(), without.classify(site.scan())))
                .sum();
        long appeals = sites.stream().filter(site -> site.text().appeal()).count();
        return new Worth(phrase, appeals, sites.size() - appeals, net);
    }

    /** Points: two for the right verdict, one for a person's look, two for the right group of topics. */
    private int right(Specimen text, Classification decision) {
        int verdict = decision instanceof Classification.Unsure
                ? 1
                : (decision instanceof Classification.Candidate) == text.appeal() ? 2 : 0;
        Optional<String> group =
                text.source().equals(Corpora.RYAZAN) || text.source().equals(Corpora.KURSK)
                        ? map.groupOf(text)
                        : Optional.empty();
        boolean topic = group.isPresent() && group.equals(Topics.topic(decision).flatMap(map::groupOf));
        return verdict + (topic ? 2 : 0);
    }
}
