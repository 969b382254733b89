package org.otklik.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.otklik.text.PhraseAutomaton;
import org.otklik.text.Words;

/** Makes a phrase of its text; for one thread. */
final class PhraseParser {

    private static final int DEFAULT_GAP = 3;
    private static final int DEFAULT_NEARNESS = 4;
    private static final int MOST_PARTS = 3;
    private static final String GAP = "..";
    private static final String NEAR = "~";
    private static final String SET = "@";

    private final Map<String, List<String>> sets;
    private final Consumer<String> report;

    PhraseParser(Map<String, List<String>> sets, Consumer<String> report) {
        this.sets = sets;
        this.report = report;
    }

    Optional<LexiconPhrase> parse(String text) {
        List<LexiconPhrase.Row> parts = new ArrayList<>();
        List<String> part = new ArrayList<>();
        int nearness = 0;
        for (String piece : text.strip().split("\\s+", -1)) {
            if (piece.startsWith(NEAR)) {
                parts.add(row(part, text));
                part = new ArrayList<>();
                nearness = Math.max(nearness, number(piece, NEAR, DEFAULT_NEARNESS, text));
            } else {
                part.add(piece);
            }
        }
        parts.add(row(part, text));
        if (parts.stream().anyMatch(row -> row.steps().isEmpty()) || parts.size() > MOST_PARTS) {
            report.accept("has the phrase '" + text + "' without a word where one must stand, or of more than "
                    + MOST_PARTS + " parts.");
            return Optional.empty();
        }
        List<LexiconPhrase.Row> rows = new ArrayList<>();
        arrange(List.of(), parts, nearness, rows);
        if (span(rows.get(0)) > PhraseAutomaton.WIDEST_SPAN) {
            report.accept("has the phrase '" + text + "', which may span more than " + PhraseAutomaton.WIDEST_SPAN
                    + " words with its gaps.");
            return Optional.empty();
        }
        return Optional.of(new LexiconPhrase(text, List.copyOf(rows)));
    }

    private static int span(LexiconPhrase.Row row) {
        return row.gaps().size()
                + row.gaps().stream().mapToInt(Integer::intValue).sum();
    }

    /** All orders of the parts that are left, behind those that stand already. */
    private static void arrange(
            List<LexiconPhrase.Row> before, List<LexiconPhrase.Row> left, int nearness, List<LexiconPhrase.Row> rows) {
        if (left.isEmpty()) {
            rows.add(joined(before, nearness));
        }
        for (int i = 0; i < left.size(); i++) {
            List<LexiconPhrase.Row> longer = new ArrayList<>(before);
            longer.add(left.get(i));
            List<LexiconPhrase.Row> rest = new ArrayList<>(left);
            rest.remove(i);
            arrange(longer, rest, nearness, rows);
        }
    }

    private static LexiconPhrase.Row joined(List<LexiconPhrase.Row> parts, int nearness) {
        List<List<String>> steps = new ArrayList<>();
        List<Integer> gaps = new ArrayList<>();
        for (LexiconPhrase.Row part : parts) {
            gaps.add(steps.isEmpty() ? 0 : nearness);
            gaps.addAll(part.gaps().subList(1, part.gaps().size()));
            steps.addAll(part.steps());
        }
        return new LexiconPhrase.Row(List.copyOf(steps), List.copyOf(gaps));
    }

    private LexiconPhrase.Row row(List<String> pieces, String text) {
        List<List<String>> steps = new ArrayList<>();
        List<Integer> gaps = new ArrayList<>();
        int gap = 0;
        for (String piece : pieces) {
            if (piece.startsWith(GAP)) {
                gap = number(piece, GAP, DEFAULT_GAP, text);
            } else {
                List<String> words = words(piece, text);
                if (!words.isEmpty()) {
                    steps.add(words);
                    gaps.add(gap);
                }
                gap = 0;
            }
        }
        return gap > 0 || steps.size() != gaps.size()
                ? new LexiconPhrase.Row(List.of(), List.of())
                : new LexiconPhrase.Row(steps, gaps);
    }

    private int number(String piece, String sign, int otherwise, String text) {
        String digits = piece.substring(sign.length());
        if (digits.isEmpty()) {
            return otherwise;
        }
        boolean right = digits.length() == 1 && Character.isDigit(digits.charAt(0));
        int number = right ? digits.charAt(0) - '0' : 0;
        if (number < 1 || number > PhraseAutomaton.WIDEST_GAP) {
            report.accept(
                    "has a gap that is not 1 to " + PhraseAutomaton.WIDEST_GAP + " in the phrase '" + text + "'.");
            return otherwise;
        }
        return number;
    }

    /** Reads words of which one must stand; a name behind {@code @} stands for a set of words. */
    List<String> words(String piece, String text) {
        List<String> words = new ArrayList<>();
        for (String word : piece.split("\\|", -1)) {
            if (word.startsWith(SET)) {
                addSet(word.substring(SET.length()), text, words);
            } else if (word.equals(PhraseAutomaton.NUMBER)) {
                words.add(word);
            } else {
                addWord(word, text, words);
            }
        }
        return List.copyOf(words);
    }

    private void addSet(String name, String text, List<String> words) {
        List<String> set = sets.get(name);
        if (set == null) {
            report.accept(
                    "names the set '@" + name + "' in '" + text + "', which no file before has among its 'words'.");
        } else {
            words.addAll(set);
        }
    }

    private void addWord(String word, String text, List<String> words) {
        String bare = word.startsWith("=") ? word.substring(1) : word;
        String folded = Words.fold(bare);
        if (folded.isEmpty() || folded.length() != bare.length()) {
            report.accept("has '" + word + "' in the phrase '" + text + "', which is not one word.");
        } else {
            words.add(word.startsWith("=") ? "=" + folded : folded);
        }
    }
}
