package org.otklik.classify;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.otklik.id.TopicId;
import org.otklik.text.Evidence;
import org.otklik.text.PhraseMatch;
import org.otklik.text.PostText;
import org.otklik.text.Segment;
import org.otklik.text.Tokens;
import org.otklik.text.Words;

/**
 * What the rules say about one text, added up; each rule counts once. Its memory is used for one text after another;
 * for one thread.
 */
@SuppressWarnings("EnumOrdinal") // sums of enumerations stand in one array, never outside this process
final class Signals implements PhraseMatch {

    /** How much of the weight of topics below the same root speaks for a topic too. */
    private static final double KINSHIP = 0.25;

    private static final Tokens NO_TOKENS = PostText.tokens("");
    private static final long NOT = Words.hash("не");
    private static final long NEITHER = Words.hash("ни");
    private static final long WITHOUT = Words.hash("без");
    private static final Classification.NotAnIncident.Reason[] REASONS = Classification.NotAnIncident.Reason.values();
    private static final Classification.HandOver.Reason[] HAND_OVERS = Classification.HandOver.Reason.values();

    private final Lexicon lexicon;
    private final RuleSheet sheet;
    private final Segment segment;
    private final boolean[] counted;
    private final double[] sums;
    /** Topics in the order in which they were found. */
    private final int[] topics;

    private int topicCount;
    /** What counts: rule, first token, last token. */
    private final Triples found = new Triples();
    /** Matches that hang on their surroundings: rule, first token, last token. */
    private final Triples waiting = new Triples();
    /** Phrases that stand somewhere around: rule, whether it makes void, token. */
    private final Triples around = new Triples();

    /** What was found, heaviest first, as {@link #order()} left it. */
    private int[] order = new int[16];

    private Tokens tokens = NO_TOKENS;
    private Severity severity = Severity.NORMAL;
    private double problem;
    private double problemOfTopics;

    Signals(Lexicon lexicon, Segment segment) {
        this.lexicon = lexicon;
        this.segment = segment;
        sheet = lexicon.sheet();
        counted = new boolean[sheet.ids.length];
        sums = new double[sheet.sums];
        topics = new int[sheet.topics.size()];
    }

    /** Forgets the text before and reads this one. */
    void read(Tokens text) {
        clear();
        if (text.size() > 0) {
            tokens = text;
            lexicon.find(text, this);
            for (int i = 0; i < waiting.size(); i++) {
                weigh(waiting.one(i), waiting.two(i), waiting.three(i));
            }
        }
    }

    void clear() {
        if (tokens == NO_TOKENS) {
            return;
        }
        tokens = NO_TOKENS;
        for (int i = 0; i < found.size(); i++) {
            forget(found.one(i));
        }
        topicCount = 0;
        found.clear();
        waiting.clear();
        around.clear();
        severity = Severity.NORMAL;
        problem = 0;
        problemOfTopics = 0;
    }

    private void forget(int rule) {
        counted[rule] = false;
        if (sheet.places[rule] != RuleSheet.NOWHERE) {
            sums[sheet.places[rule]] = 0;
        }
    }

    /** Rules that hang on what stands around them wait until all is found. */
    @Override
    public void found(int phrase, int first, int last) {
        Lexicon.Role role = lexicon.role(phrase);
        int rule = lexicon.rule(phrase);
        if (role != Lexicon.Role.MATCH) {
            around.add(rule, role == Lexicon.Role.UNLESS ? 1 : 0, first);
        } else if (sheet.hasContext[rule]) {
            waiting.add(rule, first, last);
        } else {
            count(rule, first, last);
        }
    }

    private void weigh(int rule, int first, int last) {
        boolean needs = sheet.needsOthers[rule];
        for (int i = 0; i < around.size(); i++) {
            if (around.one(i) == rule) {
                boolean makesVoid = around.two(i) == 1;
                if (makesVoid && isOneSentence(around.three(i), first, last)) {
                    return;
                }
                needs &= makesVoid;
            }
        }
        if (!needs) {
            count(rule, first, last);
        }
    }

    private boolean isOneSentence(int at, int first, int last) {
        for (int i = Math.min(at, first) + 1; i <= Math.max(at, last); i++) {
            if (tokens.beginsSentence(i)) {
                return false;
            }
        }
        return true;
    }

    private void count(int rule, int first, int last) {
        if (counted[rule] || (sheet.negatable[rule] && isNegated(first))) {
            return;
        }
        counted[rule] = true;
        found.add(rule, first, last);
        int place = sheet.places[rule];
        double weight = sheet.weights[rule];
        if (sheet.isTopic(place)) {
            addTopic(place);
        }
        if (place != RuleSheet.NOWHERE) {
            sums[place] += weight;
        } else if (sheet.severities[rule].compareTo(severity) > 0) {
            severity = sheet.severities[rule];
        }
        problemOfTopics += sheet.problems[rule];
        problem += sheet.problems[rule] + (sheet.isProblem(place) ? weight : 0);
    }

    private void addTopic(int topic) {
        for (int i = 0; i < topicCount; i++) {
            if (topics[i] == topic) {
                return;
            }
        }
        topics[topicCount++] = topic;
    }

    private boolean isNegated(int first) {
        if (first == 0 || tokens.beginsSentence(first)) {
            return false;
        }
        long word = tokens.word(first - 1);
        return word == NOT || word == NEITHER || word == WITHOUT;
    }

    boolean counts(int rule) {
        return counted[rule];
    }

    double problem() {
        return problem + Math.min(1.5, cue(RuleEffect.Cue.REQUEST) * 0.75);
    }

    /** Tells whether a rule saw the topic and its trouble in one phrase, not just the topic's name somewhere. */
    boolean hasTroubleOfTopic() {
        return problemOfTopics > 0;
    }

    double kind(MessageKind kind) {
        return sums[sheet.kinds + kind.ordinal()];
    }

    double tone(Tone tone) {
        return sums[sheet.tones + tone.ordinal()];
    }

    double cue(RuleEffect.Cue cue) {
        return sums[sheet.cues + cue.ordinal()];
    }

    double against(Classification.NotAnIncident.Reason reason) {
        return sums[sheet.against + reason.ordinal()];
    }

    /** The gravest reason to hand the text over, of those that are as heavy as needed; null if there is none. */
    Classification.HandOver.@Nullable Reason handOver(double needed) {
        for (int i = HAND_OVERS.length - 1; i >= 0; i--) {
            if (sums[sheet.handOvers + i] >= needed) {
                return HAND_OVERS[i];
            }
        }
        return null;
    }

    Severity severity() {
        return severity;
    }

    /** The heaviest topic, a little of its kin's weight added; none if all only lose. */
    Optional<TopicId> bestTopic() {
        int best = -1;
        for (int i = 0; i < topicCount; i++) {
            if (sums[topics[i]] > 0 && (best < 0 || weight(topics[i]) > weight(best))) {
                best = topics[i];
            }
        }
        return best < 0 ? Optional.empty() : sheet.topics.get(best);
    }

    /** The heaviest topics, heaviest first; those that only lose are left out. */
    List<TopicId> topics(int most) {
        return Arrays.stream(topics, 0, topicCount)
                .filter(topic -> sums[topic] > 0)
                .boxed()
                .sorted((one, other) -> Double.compare(weight(other), weight(one)))
                .limit(most)
                .map(topic -> sheet.topics.get(topic).orElseThrow())
                .toList();
    }

    private double weight(int topic) {
        double kin = 0;
        for (int i = 0; i < topicCount; i++) {
            kin += sheet.rootOfTopic[topics[i]] == sheet.rootOfTopic[topic] ? sums[topics[i]] : 0;
        }
        return sums[topic] + KINSHIP * (kin - sums[topic]);
    }

    /** Tells whether a topic is found in both texts. */
    boolean sharesTopic(Signals other) {
        for (int i = 0; i < topicCount; i++) {
            if (sums[topics[i]] > 0 && other.sums[topics[i]] > 0) {
                return true;
            }
        }
        return false;
    }

    double topicWeight() {
        double heaviest = topicCount == 0 ? 0 : sums[topics[0]];
        for (int i = 1; i < topicCount; i++) {
            heaviest = Math.max(heaviest, sums[topics[i]]);
        }
        return heaviest;
    }

    /** The strongest reason against an incident other than insults, which never outweigh a complaint. */
    Classification.NotAnIncident.@Nullable Reason strongestAgainst() {
        Classification.NotAnIncident.Reason strongest = null;
        for (Classification.NotAnIncident.Reason reason : REASONS) {
            if (reason != Classification.NotAnIncident.Reason.INSULT_ONLY
                    && against(reason) > (strongest == null ? 0 : against(strongest))) {
                strongest = reason;
            }
        }
        return strongest;
    }

    boolean hasEvidence() {
        return found.size() > 0;
    }

    /** Evidence, that of the heaviest rules first. */
    List<Evidence> evidence(int most) {
        order();
        return evidence(order, Math.min(most, found.size()), 0);
    }

    /** Evidence that nothing spoke for an incident, and what was found all the same. */
    List<Evidence> evidenceOfNothing(int most) {
        order();
        return evidence(order, Math.min(most - 1, found.size()), 1);
    }

    /** Evidence of rules that name topics. */
    List<Evidence> evidenceOfTopics() {
        int[] ofTopics = ordered().filter(i -> sheet.isTopic(place(i))).toArray();
        return evidence(ofTopics, ofTopics.length, 0);
    }

    /** Evidence of rules for which a text is handed over. */
    List<Evidence> evidenceOfHandOver(int most) {
        int[] ofHandOver =
                ordered().filter(i -> sheet.isHandOver(place(i))).limit(most).toArray();
        return evidence(ofHandOver, ofHandOver.length, 0);
    }

    private int place(int index) {
        return sheet.places[found.one(index)];
    }

    /** The order of what was found, heaviest first; what is alike keeps its order. */
    private void order() {
        if (order.length < found.size()) {
            order = new int[found.size() * 2];
        }
        for (int i = 0; i < found.size(); i++) {
            int at = i;
            while (at > 0 && strength(order[at - 1]) < strength(i)) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = i;
        }
    }

    private IntStream ordered() {
        order();
        return Arrays.stream(order, 0, found.size());
    }

    private double strength(int index) {
        return sheet.strengths[found.one(index)];
    }

    private List<Evidence> evidence(int[] chosen, int count, int nothings) {
        int[] numbers = new int[3 * (nothings + count)];
        for (int i = 0; i < nothings; i++) {
            numbers[3 * i] = RuleEvidence.NONE;
        }
        for (int i = 0; i < count; i++) {
            int at = 3 * (nothings + i);
            numbers[at] = found.one(chosen[i]);
            numbers[at + 1] = tokens.start(found.two(chosen[i]));
            numbers[at + 2] = tokens.end(found.three(chosen[i]));
        }
        return new RuleEvidence(sheet.ids, segment, numbers);
    }
}
