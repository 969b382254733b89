package org.otklik.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.otklik.id.TopicId;
import org.otklik.text.PhraseAutomaton;
import org.otklik.text.PhraseMatch;
import org.otklik.text.Tokens;

/**
 * Rules as data: phrases on stems and what they say about a post; immutable and thread-safe.
 *
 * <p>A lexicon is read from JSON files: {@code {"version": "…", "rules": [{"id": "…", "topic": "roads.potholes",
 * "weight": 2, "problem": 2, "phrases": ["яма|выбоина .. дорога|асфальт"]}]}}. A rule has exactly one of the effects
 * {@code topic}, {@code kind}, {@code tone}, {@code severity}, {@code notIncident} and {@code cue}. In a phrase words
 * stand in any form, {@code |} parts words of which one must stand, and two full stops let up to three other words
 * stand between; a number after them, as in {@code ..5}, lets up to that many. A word with an equals sign before it
 * stands for just this form.
 */
public final class Lexicon {

    private final String version;
    private final List<LexiconRule> rules;
    private final PhraseAutomaton automaton;
    private final int[] ruleOfPhrase;

    Lexicon(String version, List<LexiconRule> rules) {
        this.version = version;
        this.rules = List.copyOf(rules);
        PhraseAutomaton.Builder builder = PhraseAutomaton.onStems();
        List<Integer> owners = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            for (LexiconPhrase phrase : rules.get(i).phrases()) {
                int[] gaps = phrase.gaps().stream().mapToInt(Integer::intValue).toArray();
                builder.add(owners.size(), phrase.steps(), gaps);
                owners.add(i);
            }
        }
        automaton = builder.build();
        ruleOfPhrase = owners.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Reads a lexicon that must be right.
     *
     * @param files JSON files
     * @return the lexicon
     * @throws IllegalArgumentException naming all mistakes at once, with file and line
     */
    public static Lexicon parse(List<NamedText> files) {
        List<LexiconMistake> mistakes = new ArrayList<>();
        Lexicon lexicon = parse(files, mistakes::add);
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException("The lexicon has mistakes:\n"
                    + mistakes.stream().map(LexiconMistake::toString).collect(Collectors.joining("\n")));
        }
        return lexicon;
    }

    /**
     * Reads a lexicon and reports its mistakes, for those who collect mistakes of many files.
     *
     * @param files JSON files
     * @param mistakes takes every mistake
     * @return what could be read
     */
    public static Lexicon parse(List<NamedText> files, Consumer<LexiconMistake> mistakes) {
        return new LexiconReader(mistakes).read(files);
    }

    /**
     * Reports rules that name topics which a tree does not have.
     *
     * @param topics the region's topics
     * @param mistakes takes every mistake
     */
    public void check(TopicTree topics, Consumer<LexiconMistake> mistakes) {
        for (LexiconRule rule : rules) {
            rule.topic()
                    .filter(id -> topics.find(id).isEmpty())
                    .ifPresent(id -> mistakes.accept(new LexiconMistake(
                            rule.file(), rule.line(), "Rule '" + rule.id() + "' names the unknown topic " + id + ".")));
        }
    }

    /**
     * Tells which lexicon this is; decisions record it.
     *
     * @return versions of the files, joined
     */
    public String version() {
        return version;
    }

    /**
     * Counts the rules.
     *
     * @return 0 or more
     */
    public int size() {
        return rules.size();
    }

    /**
     * Lists the topics that rules name.
     *
     * @return immutable
     */
    public Set<TopicId> topics() {
        return rules.stream().flatMap(rule -> rule.topic().stream()).collect(Collectors.toUnmodifiableSet());
    }

    void find(Tokens tokens, RuleMatch match) {
        automaton.find(tokens, (phrase, first, last) -> match.found(rules.get(ruleOfPhrase[phrase]), first, last));
    }

    List<LexiconRule> rules() {
        return rules;
    }

    /** Finds rules by their index in {@link #rules()}. */
    void findRules(Tokens tokens, PhraseMatch match) {
        automaton.find(tokens, (phrase, first, last) -> match.found(ruleOfPhrase[phrase], first, last));
    }

    /** Receives the rules that match. */
    @FunctionalInterface
    interface RuleMatch {

        void found(LexiconRule rule, int firstToken, int lastToken);
    }
}
