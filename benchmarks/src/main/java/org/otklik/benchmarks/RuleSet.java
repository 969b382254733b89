package org.otklik.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.otklik.text.PhraseAutomaton;

/**
 * Phrases of one to three words: six of ten cut from texts, the others put together of words of the same texts that
 * nowhere stand so; and more of those that nowhere stand.
 */
final class RuleSet {

    private static final int LONGEST = 3;
    private static final int CUT_OF_TEN = 6;

    private final SplittableRandom random = new SplittableRandom(5);
    private final List<String[]> texts = new ArrayList<>();
    private final Set<String> standing = new HashSet<>();
    private final Set<String> phrases = new LinkedHashSet<>();

    private RuleSet(List<String> raw) {
        for (String text : raw) {
            String[] words = normalised(text).split(" ", -1);
            if (words.length > LONGEST) {
                texts.add(words);
                remember(words);
            }
        }
    }

    /**
     * Makes rules.
     *
     * @param raw the texts
     * @param count how many of which six of ten stand in them
     * @param more how many beside them that do not
     */
    static List<String> of(List<String> raw, int count, int more) {
        RuleSet set = new RuleSet(raw);
        while (set.phrases.size() < count) {
            set.add(set.phrases.size() % 10 < CUT_OF_TEN);
        }
        while (set.phrases.size() < count + more) {
            set.add(false);
        }
        return List.copyOf(set.phrases);
    }

    private void remember(String[] words) {
        for (int from = 0; from < words.length; from++) {
            for (int length = 1; length <= LONGEST && from + length <= words.length; length++) {
                standing.add(String.join(" ", Arrays.copyOfRange(words, from, from + length)));
            }
        }
    }

    private void add(boolean cut) {
        int length = 1 + random.nextInt(LONGEST);
        String phrase = cut ? cut(length) : invented(length);
        if (cut || !standing.contains(phrase)) {
            phrases.add(phrase);
        }
    }

    private String cut(int length) {
        String[] words = texts.get(random.nextInt(texts.size()));
        int from = random.nextInt(words.length - length);
        return String.join(" ", Arrays.copyOfRange(words, from, from + length));
    }

    /** Words as often as they stand in texts, so that the phrases have to be told apart by all their words. */
    private String invented(int length) {
        if (length == 1) {
            String word = cut(1);
            return word + "цу".charAt(random.nextInt(2)) + "мз".charAt(random.nextInt(2)) + random.nextInt(90);
        }
        List<String> words = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            words.add(cut(1));
        }
        return String.join(" ", words);
    }

    /** A plain normaliser: small letters, е for ё, one blank for all that is neither letter nor digit. */
    static String normalised(String text) {
        StringBuilder plain = new StringBuilder(text.length() + 2).append(' ');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                char small = Character.toLowerCase(c);
                plain.append(small == 'ё' ? 'е' : small);
            } else if (plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        }
        return plain.toString().strip().toLowerCase(Locale.ROOT);
    }

    static PhraseAutomaton automaton(List<String> phrases, PhraseAutomaton.Builder builder) {
        for (int i = 0; i < phrases.size(); i++) {
            builder.add(
                    i,
                    Arrays.stream(phrases.get(i).split(" ", -1)).map(List::of).toList());
        }
        return builder.build();
    }
}
