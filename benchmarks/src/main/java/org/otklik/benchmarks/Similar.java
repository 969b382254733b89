package org.otklik.benchmarks;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.otklik.IncidentDesk;
import org.otklik.PseudonymKey;
import org.otklik.benchmarks.RealTexts.RealText;
import org.otklik.benchmarks.SimilarSpeed.Speed;
import org.otklik.benchmarks.SimilarTexts.Alarm;
import org.otklik.benchmarks.SimilarTexts.Count;
import org.otklik.testkit.InMemoryStorage;

/** Is the same complaint found again, is another left alone, and how fast? Beside java-lsh. */
final class Similar {

    private static final int[] WINDOWS = {100_000, 1_000_000};
    private static final int MEASURED = 100_000;
    private static final int MEASURED_OF_PEER = 20_000;
    private static final String LSH = "java-lsh-";
    private static final String PEER = LSH + 32;
    private static final String SMALLER_PEER = LSH + 16;

    private Similar() {}

    static void run(Options options) throws Exception {
        texts(options);
        for (int window : options.has("-n") ? new int[] {options.count(0)} : WINDOWS) {
            speed(window, options.forks());
        }
    }

    /** Without {@code -tune true} the half of the texts that nothing was tuned on. */
    static void texts(Options options) throws Exception {
        List<RealText> texts = RealTexts.read();
        if (texts.isEmpty()) {
            System.out.println(
                    "similar: the real texts (../shared/data) are not here; recall and precision are skipped.");
            return;
        }
        boolean tuning = options.has("-tune");
        try (IncidentDesk desk = IncidentDesk.builder(
                        Options.samara(), InMemoryStorage.create(), PseudonymKey.of("benchmarks-only-key"))
                .build()) {
            SimilarTexts half = new SimilarTexts(desk, texts, tuning);
            half.listen();
            System.out.printf(
                    Locale.ROOT,
                    "similar: %,d distinct texts, %s half; %s%n",
                    texts.size(),
                    tuning ? "tuning" : "measuring",
                    Machine.describe());
            int wrong = moved(half);
            Count found = recall(half);
            if (options.has("-show")) {
                half.mistaken().forEach(pair -> System.out.println("ELSEWHERE\n   " + pair));
            }
            precision(half, texts, options, wrong, found);
        }
    }

    private static Count recall(SimilarTexts half) {
        Count all = Count.NONE;
        Count everything = Count.NONE;
        System.out.println("told again        asked    found   attached  elsewhere   found of short ones");
        for (Retelling retelling : Retelling.values()) {
            Count found = half.retold(retelling, true);
            Count little = half.retold(retelling, false);
            print(retelling.name(), found, little);
            all = all.plus(found);
            everything = everything.plus(found).plus(little);
        }
        Result.print(
                "similar-recall",
                100 * all.recall(),
                98,
                "percent of texts of " + SimilarTexts.COMPARABLE + " words and more that are found again, n="
                        + all.asked() + "; peer is what is wanted");
        Result.print(
                "similar-recall-attached",
                100.0 * all.attached() / all.asked(),
                98,
                "of these attached without asking a person");
        Result.print(
                "similar-recall-all",
                100 * everything.recall(),
                98,
                "with the shorter texts too, n=" + everything.asked());
        return everything;
    }

    private static void print(String name, Count found, Count little) {
        System.out.printf(
                Locale.ROOT,
                "%-16s %6d   %.4f     %.4f     %6d   %.4f of %d%n",
                name,
                found.asked(),
                found.recall(),
                (double) found.attached() / found.asked(),
                found.elsewhere(),
                little.asked() == 0 ? 0 : little.recall(),
                little.asked());
    }

    private static int moved(SimilarTexts half) {
        int asked = 0;
        int wrong = 0;
        for (Elsewhere elsewhere : Elsewhere.values()) {
            Count count = half.moved(elsewhere);
            System.out.printf(
                    Locale.ROOT,
                    "another %-10s %4d asked, %d attached, %d suggested%n",
                    elsewhere,
                    count.asked(),
                    count.attached(),
                    count.found() - count.attached());
            asked += count.asked();
            wrong += count.attached();
        }
        Result.print(
                "similar-other-place",
                wrong,
                asked,
                "texts attached to what was told of another house, street or settlement; peer is how many were tried");
        return wrong;
    }

    private static void precision(SimilarTexts half, List<RealText> texts, Options options, int moved, Count found)
            throws Exception {
        Map<String, Boolean> labels = SimilarTexts.labels();
        int same = 0;
        int other = 0;
        int unlabelled = 0;
        for (Alarm alarm : half.alarms()) {
            Boolean label = labels.get(alarm.pair());
            same += Boolean.TRUE.equals(label) ? 1 : 0;
            other += Boolean.FALSE.equals(label) ? 1 : 0;
            unlabelled += label == null ? 1 : 0;
            if (label == null || options.has("-show")) {
                show(alarm, texts, label);
            }
        }
        System.out.printf("%d more pairs were only suggested%n", half.suggested());
        Result.print(
                "similar-precision",
                100.0 * same / Math.max(1, same + other),
                95,
                same + " of " + (same + other) + " alarms among distinct real texts were labelled by hand as the same"
                        + " matter, " + unlabelled + " have no label");
        int right = same + found.attached();
        Result.print(
                "similar-precision-of-all",
                100.0 * right / (right + other + moved + found.elsewhere()),
                95,
                "of all " + (right + other + moved + found.elsewhere())
                        + " alarms, at texts told again and at those of other places too");
    }

    private static void show(Alarm alarm, List<RealText> texts, @Nullable Boolean label) {
        System.out.printf(
                Locale.ROOT,
                "%s,%s  score %.2f%n   %s%n   %s%n",
                alarm.pair(),
                label == null ? "?" : label ? "SAME" : "OTHER",
                alarm.score(),
                text(texts, alarm.known()),
                text(texts, alarm.text()));
    }

    private static String text(List<RealText> texts, String id) {
        return texts.stream()
                .filter(one -> one.id().equals(id))
                .map(one -> one.text().replaceAll("\\s+", " "))
                .findFirst()
                .orElseThrow();
    }

    private static void speed(int window, int forks) throws Exception {
        Speed ours = median("ours", window, MEASURED, forks);
        Speed peer = median(PEER, window, MEASURED_OF_PEER, forks);
        Speed smaller = median(SMALLER_PEER, window, MEASURED_OF_PEER, forks);
        tell(window, "ours", ours);
        tell(window, PEER, peer);
        tell(window, SMALLER_PEER, smaller);
        Result.print(
                "similar-speed-" + window,
                ours.postsPerSecond(),
                peer.postsPerSecond(),
                "posts per CPU-second of one thread, scan, find and insert in a full window of " + window
                        + ", peer java-lsh 0.12 MinHash(128) with hash maps for 32 bands of 4 and our scan");
        Result.print(
                "similar-speed-smaller-" + window,
                ours.postsPerSecond(),
                smaller.postsPerSecond(),
                "the same beside half of the signature, MinHash(64) in 16 bands of 4");
        Result.print(
                "similar-bytes-" + window, ours.bytesPerPost(), 400, "bytes on the heap a post, peer is the limit");
    }

    private static void tell(int window, String who, Speed speed) {
        System.out.printf(
                Locale.ROOT,
                "window %,d: %s %,.0f posts/CPU-s, of planted copies %.4f found%n",
                window,
                who,
                speed.postsPerSecond(),
                speed.recall());
    }

    /** The median by speed; of the bytes the least, since whatever else lives on the heap only adds to them. */
    private static Speed median(String who, int window, int measured, int forks) throws Exception {
        List<Speed> speeds = new ArrayList<>();
        for (int i = 0; i < forks; i++) {
            speeds.add(fork(who, window, measured));
        }
        speeds.sort(Comparator.comparingDouble(Speed::postsPerSecond));
        Speed middle = speeds.get(forks / 2);
        double bytes = speeds.stream().mapToDouble(Speed::bytesPerPost).min().orElseThrow();
        return new Speed(middle.postsPerSecond(), middle.recall(), bytes);
    }

    private static Speed fork(String who, int window, int measured) throws Exception {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        who.equals("ours") ? "-Xmx2g" : "-Xmx8g",
                        "-XX:+UseParallelGC",
                        "-Dotklik.root=" + System.getProperty("otklik.root", "."),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Benchmarks.class.getName(),
                        "similar-fork",
                        "-who",
                        who,
                        "-window",
                        Integer.toString(window),
                        "-n",
                        Integer.toString(measured))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String figures = lines.readLine();
            if (process.waitFor() != 0 || figures == null) {
                throw new IllegalStateException("A fork failed; its messages stand above.");
            }
            return Speed.of(figures);
        }
    }

    /** Measures one contender in this process: three numbers on one line. */
    static void fork(Options options) {
        int window = options.number("-window", WINDOWS[0]);
        int measured = options.count(MEASURED);
        var gazetteer = Options.samara().gazetteer();
        String who = options.text("-who", "ours");
        Speed speed = who.equals("ours")
                ? SimilarSpeed.ofOurs(gazetteer, window, measured)
                : SimilarSpeed.ofPeer(gazetteer, window, measured, Integer.parseInt(who.substring(LSH.length())));
        System.out.println(speed.line());
    }
}
