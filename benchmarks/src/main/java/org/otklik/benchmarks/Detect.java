package org.otklik.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.otklik.classify.Classification;
import org.otklik.classify.Classifier;

/** Appeals told from other posts by the pack's rules, untrained; length, which tells much of it, is kept apart. */
final class Detect {

    private static final int[] BOUNDS = {
        20, 30, 40, 50, 60, 70, 80, 100, 120, 140, 160, 180, 200, 250, 300, 350, 400, 500, 600, 800, 1000, 1500
    };

    private Detect() {}

    /** A text with what was decided on it. */
    private record Decided(Specimen text, Classification decision) {

        /** Opens an incident, or is told to people at once because an answer is not enough. */
        boolean called() {
            return decision instanceof Classification.Candidate || decision instanceof Classification.HandOver;
        }

        boolean kept() {
            return !(decision instanceof Classification.NotAnIncident);
        }

        int length() {
            return text.text().length();
        }
    }

    static void run(Options options) {
        Classifier rules = Options.samaraRules();
        List<Decided> both = new Corpora(options.data())
                .all().stream()
                        .map(one -> new Decided(one, rules.classify(one.scan())))
                        .toList();
        if (options.has("-audit")) {
            audit(both, options);
            return;
        }
        List<Decided> all =
                both.stream().filter(one -> one.text().half() == options.half()).toList();
        if (options.half() == Half.DEV) {
            show(all, options);
        }
        tables(all);
        List<Decided> matched = matched(all);
        String half = options.half().name().toLowerCase(Locale.ROOT) + " half";
        balanced("detect-matched", matched, half + ", as many appeals as others of each length");
        balanced("detect", all, half);
        FalseAlarms.read().print(falseAlarms(both));
    }

    /** Prints the texts that were read for the audit, with their hashes. */
    private static void audit(List<Decided> both, Options options) {
        FalseAlarms.drawn(falseAlarms(both)).stream()
                .limit(options.count(FalseAlarms.READ))
                .forEach(one -> System.out.println(
                        FalseAlarms.hash(one.text()) + " | " + one.text().replaceAll("\\s+", " ")));
    }

    private static List<Specimen> falseAlarms(List<Decided> both) {
        return both.stream()
                .filter(one -> one.called() && one.text().source().equals(Corpora.RUSENTIMENT))
                .map(Decided::text)
                .toList();
    }

    private static void tables(List<Decided> all) {
        System.out.println("| texts | number | called an incident | sent to a person | put aside |");
        System.out.println("| --- | --- | --- | --- | --- |");
        by(all, one -> one.text().source()).forEach(Detect::row);
        by(all, Detect::label).forEach(Detect::row);
        by(all, one -> band(one.length()) + (one.text().appeal() ? ", appeals" : ", others"))
                .forEach(Detect::row);
        row("all appeals", all.stream().filter(one -> one.text().appeal()).toList());
        row("all others", all.stream().filter(one -> !one.text().appeal()).toList());
    }

    private static String label(Decided one) {
        return one.text().source().equals(Corpora.HARD)
                ? "hard: " + one.text().label("sort")
                : one.text().source().equals(Corpora.RUSENTIMENT)
                        ? "RuSentiment: " + one.text().label("label")
                        : "";
    }

    private static Map<String, List<Decided>> by(List<Decided> all, Function<Decided, String> name) {
        Map<String, List<Decided>> groups = new TreeMap<>();
        all.stream()
                .filter(one -> !name.apply(one).isEmpty())
                .forEach(one -> groups.computeIfAbsent(name.apply(one), none -> new ArrayList<>())
                        .add(one));
        return groups;
    }

    private static String band(int length) {
        return length < 80 ? "below 80 characters" : length <= 200 ? "from 80 to 200" : "more than 200";
    }

    private static void row(String name, List<Decided> some) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f %% | %.1f %% | %.1f %% |%n",
                name,
                some.size(),
                100 * share(some, Decided::called),
                100 * share(some, one -> one.kept() && !one.called()),
                100 * share(some, one -> !one.kept()));
    }

    private static double share(List<Decided> some, Predicate<Decided> which) {
        return some.stream().filter(which).count() / (double) Math.max(1, some.size());
    }

    /** For every length as many appeals as others, chosen by their letters. */
    private static List<Decided> matched(List<Decided> all) {
        return by(all, one -> String.format(Locale.ROOT, "%02d", bucket(one.length()))).values().stream()
                .flatMap(Detect::evened)
                .toList();
    }

    private static Stream<Decided> evened(List<Decided> bucket) {
        List<Decided> mixed = bucket.stream()
                .sorted(Comparator.comparingInt(one -> one.text().text().hashCode() * 0x9E3779B9))
                .toList();
        long appeals = mixed.stream().filter(one -> one.text().appeal()).count();
        long most = Math.min(appeals, mixed.size() - appeals);
        return Stream.concat(
                mixed.stream().filter(one -> one.text().appeal()).limit(most),
                mixed.stream().filter(one -> !one.text().appeal()).limit(most));
    }

    private static int bucket(int length) {
        int bucket = 0;
        while (bucket < BOUNDS.length && length >= BOUNDS[bucket]) {
            bucket++;
        }
        return bucket;
    }

    private static void balanced(String name, List<Decided> some, String what) {
        List<Decided> appeals = some.stream().filter(one -> one.text().appeal()).toList();
        List<Decided> others = some.stream().filter(one -> !one.text().appeal()).toList();
        double called = (share(appeals, Decided::called) + 1 - share(others, Decided::called)) / 2;
        double kept = (share(appeals, Decided::kept) + 1 - share(others, Decided::kept)) / 2;
        System.out.printf(
                Locale.ROOT,
                "RESULT name=%s balanced=%.3f recall=%.3f false=%.3f balanced-with-review=%.3f recall-with-review=%.3f "
                        + "false-with-review=%.3f texts=%d measured=\"%s\"%n",
                name,
                called,
                share(appeals, Decided::called),
                share(others, Decided::called),
                kept,
                share(appeals, Decided::kept),
                share(others, Decided::kept),
                some.size(),
                what);
    }

    /** Prints texts of the half for work: false alarms, missed appeals, or those of one source. */
    private static void show(List<Decided> all, Options options) {
        Predicate<Decided> wanted = options.has("-false")
                ? one -> one.called() && !one.text().appeal()
                : options.has("-missed") ? one -> !one.called() && one.text().appeal() : one -> false;
        all.stream()
                .filter(wanted)
                .sorted(Comparator.comparingInt(one -> one.text().text().hashCode() * 0x9E3779B9))
                .limit(options.count(300))
                .forEach(one -> System.out.println(
                        one.text().source() + " " + one.text().label("label") + " "
                                + one.decision().getClass().getSimpleName() + " "
                                + one.decision().evidence().stream()
                                        .limit(5)
                                        .map(evidence -> evidence.rule())
                                        .toList()
                                + " | " + one.text().text().replaceAll("\\s+", " ")));
    }
}
