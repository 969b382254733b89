package org.otklik.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a person said of general posts that the rules call incidents: false alarms, or labels that are wrong.
 *
 * <p>The texts belong to others and stay where they are; a verdict knows its text by a hash.
 */
final class FalseAlarms {

    /** How many were drawn and read. */
    static final int READ = 300;

    private static final String SEED = "2026-11-28 ";
    private static final int DIGITS = 16;

    private final Map<String, Verdict> verdicts;

    private FalseAlarms(Map<String, Verdict> verdicts) {
        this.verdicts = verdicts;
    }

    /** What the text is in truth. */
    enum Verdict {
        /** A complaint, a request, a question or thanks about a matter that public services answer for. */
        INCIDENT,
        /** Nothing that anybody has to answer. */
        FALSE,
        /** Who reads it cannot tell. */
        UNCLEAR
    }

    static FalseAlarms read() {
        return new FalseAlarms(Corpora.resource("false-alarms.csv").stream()
                .collect(Collectors.toUnmodifiableMap(
                        row -> row.getOrDefault("text", ""), row -> Verdict.valueOf(row.getOrDefault("verdict", "")))));
    }

    /** The texts to read, drawn by the seed from all that the rules call incidents. */
    static List<Specimen> drawn(List<Specimen> called) {
        return called.stream()
                .sorted(Comparator.comparing(one -> hash(SEED + one.text())))
                .limit(READ)
                .toList();
    }

    Optional<Verdict> of(Specimen text) {
        return Optional.ofNullable(verdicts.get(hash(text.text())));
    }

    /** Prints what was said of those that the rules still call incidents. */
    void print(List<Specimen> called) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        called.forEach(one -> of(one).ifPresent(verdict -> counts.merge(verdict, 1, Integer::sum)));
        int read = counts.values().stream().mapToInt(Integer::intValue).sum();
        int wrong = counts.getOrDefault(Verdict.INCIDENT, 0);
        System.out.printf(
                Locale.ROOT,
                "RESULT name=detect-audit false-alarms=%d read=%d label-errors=%d unclear=%d share-of-label-errors=%.3f "
                        + "measured=\"RuSentiment texts of both halves called incidents\"%n",
                called.size(),
                read,
                wrong,
                counts.getOrDefault(Verdict.UNCLEAR, 0),
                wrong / (double) Math.max(1, read));
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK knows SHA-256", e);
        }
    }
}
