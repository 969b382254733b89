package org.otklik.classify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.otklik.id.TopicId;
import org.otklik.text.PhraseAutomaton;
import org.otklik.text.PhraseMatch;
import org.otklik.text.Tokens;

/**
 * Rules as data: phrases on stems and what they say about a post; immutable and thread-safe.
 *
 * <p>A lexicon is read from JSON files: {@code {"version": "…", "rules": [{"id": "…", "topic": "roads.potholes",
 * "weight": 2, "problem": 2, "phrases": ["яма|выбоина .. дорога|асфальт"]}]}}. A rule has exactly one of the effects
 * {@code topic}, {@code kind}, {@code tone}, {@code severity}, {@code notIncident}, {@code handOver} and {@code cue}. In a phrase words
 * stand in any form, {@code |} parts words of which one must stand, and two full stops let up to three other words
 * stand between; a number after them, as in {@code ..5}, lets up to that many. A word with an equals sign before it
 * stands for just this form, {@code #} for any number. A tilde lets its two sides stand in any order with up to four
 * other words between; {@code ~6} lets up to six. A name behind {@code @} stands for a set that a file before has among
 * its {@code words}. A match counts where none of {@code unless} stands in its sentence and one of {@code with}, if
 * there are any, stands in the text.
 */
public final class Lexicon {

    private static final int NONE = -1;

    private final String version;
    private final List<LexiconRule> rules;
    private final PhraseAutomaton automaton;
    private final List<Entry> entries;
    private final RuleSheet sheet;
    private final int[] ruleOfPhrase;
    private final Role[] roleOfPhrase;
    private final int leftOut;

    /** What a number of the automaton stands for; {@code index} is where the rule stands among the rules. */
    private record Entry(int index, LexiconRule rule, LexiconPhrase phrase, Role role) {}

    /** Why a phrase is looked for. */
    enum Role {
        /** It is what the rule is about. */
        MATCH,
        /** It makes a match in its sentence void. */
        UNLESS,
        /** The rule counts only where it stands too. */
        WITH
    }

    Lexicon(String version, List<LexiconRule> rules) {
        this.version = version;
        this.rules = List.copyOf(rules);
        PhraseAutomaton.Builder builder = PhraseAutomaton.onStems();
        List<Entry> all = new ArrayList<>();
        for (int index = 0; index < rules.size(); index++) {
            LexiconRule rule = rules.get(index);
            add(builder, all, index, rule, rule.phrases(), Role.MATCH);
            add(builder, all, index, rule, rule.context().unless(), Role.UNLESS);
            add(builder, all, index, rule, rule.context().with(), Role.WITH);
        }
        automaton = builder.build();
        entries = List.copyOf(all);
        sheet = new RuleSheet(this.rules);
        ruleOfPhrase = entries.stream().mapToInt(Entry::index).toArray();
        roleOfPhrase = entries.stream().map(Entry::role).toArray(Role[]::new);
        leftOut = NONE;
    }

    private Lexicon(Lexicon whole, int leftOut) {
        version = whole.version;
        rules = whole.rules;
        automaton = whole.automaton;
        entries = whole.entries;
        sheet = whole.sheet;
        ruleOfPhrase = whole.ruleOfPhrase;
        roleOfPhrase = whole.roleOfPhrase;
        this.leftOut = leftOut;
    }

    private static void add(
            PhraseAutomaton.Builder builder,
            List<Entry> all,
            int index,
            LexiconRule rule,
            List<LexiconPhrase> phrases,
            Role role) {
        for (LexiconPhrase phrase : phrases) {
            for (LexiconPhrase.Row row : phrase.rows()) {
                int[] gaps = row.gaps().stream().mapToInt(Integer::intValue).toArray();
                builder.add(all.size(), row.steps(), gaps);
            }
            all.add(new Entry(index, rule, phrase, role));
        }
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

    /**
     * Lists the phrases by which rules match.
     *
     * @return in the order of the files
     */
    public List<PhraseRef> phrases() {
        return IntStream.range(0, entries.size())
                .filter(i -> entries.get(i).role() == Role.MATCH)
                .mapToObj(this::reference)
                .toList();
    }

    private PhraseRef reference(int number) {
        Entry entry = entries.get(number);
        return new PhraseRef(entry.rule().id(), entry.phrase().text(), number);
    }

    /**
     * Tells which phrases stand in a text, whether or not their rules count there.
     *
     * @param tokens the text
     * @return each phrase once
     */
    public Set<PhraseRef> phrasesIn(Tokens tokens) {
        Set<PhraseRef> found = new LinkedHashSet<>();
        automaton.find(tokens, (number, first, last) -> {
            if (entries.get(number).role() == Role.MATCH) {
                found.add(reference(number));
            }
        });
        return found;
    }

    /**
     * Returns this lexicon without one phrase, to see what the phrase is worth.
     *
     * @param phrase one that {@link #phrases()} gave
     * @return a lexicon that shares everything else with this one
     */
    public Lexicon without(PhraseRef phrase) {
        return new Lexicon(this, phrase.number());
    }

    /**
     * Tries every rule by its examples: it must count in those that match and in none of the others, and have two of
     * each; without any of its phrases a topic's rule must lose an example.
     *
     * @param mistakes takes every example that fails and every rule or phrase that is not tried
     */
    public void tryExamples(Consumer<LexiconMistake> mistakes) {
        new ExampleTrial(this, mistakes).run(rules);
    }

    /** Finds phrases by their numbers, for {@link #rule(int)} and {@link #role(int)}. */
    void find(Tokens tokens, PhraseMatch match) {
        automaton.find(tokens, leftOut == NONE ? match : exceptLeftOut(match));
    }

    private PhraseMatch exceptLeftOut(PhraseMatch match) {
        return (phrase, first, last) -> {
            if (phrase != leftOut) {
                match.found(phrase, first, last);
            }
        };
    }

    /** The index of a phrase's rule. */
    int rule(int phrase) {
        return ruleOfPhrase[phrase];
    }

    Role role(int phrase) {
        return roleOfPhrase[phrase];
    }

    RuleSheet sheet() {
        return sheet;
    }

    List<LexiconRule> rules() {
        return rules;
    }

    /** Finds rules by their index in {@link #rules()}, whatever their context says. */
    void findRules(Tokens tokens, PhraseMatch match) {
        automaton.find(tokens, (phrase, first, last) -> {
            if (roleOfPhrase[phrase] == Role.MATCH) {
                match.found(ruleOfPhrase[phrase], first, last);
            }
        });
    }
}
