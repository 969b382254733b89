package org.otklik.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.id.TopicId;
import org.otklik.text.Evidence;
import org.otklik.text.Segment;
import org.otklik.text.Tokens;
import org.otklik.text.Words;

/** What the rules say about one text, added up; each rule counts once; for one thread. */
final class Signals {

    /** How much of the weight of topics below the same root speaks for a topic too. */
    private static final double KINSHIP = 0.25;

    private static final long NOT = Words.hash("не");
    private static final long NEITHER = Words.hash("ни");
    private static final long WITHOUT = Words.hash("без");

    private final Tokens tokens;
    private final Segment segment;
    private final Set<String> seen = new HashSet<>();
    private final Map<TopicId, Double> topics = new LinkedHashMap<>();
    private final Map<MessageKind, Double> kinds = new EnumMap<>(MessageKind.class);
    private final Map<Tone, Double> tones = new EnumMap<>(Tone.class);
    private final Map<Classification.NotAnIncident.Reason, Double> against =
            new EnumMap<>(Classification.NotAnIncident.Reason.class);
    private final Map<Classification.HandOver.Reason, Double> handOvers =
            new EnumMap<>(Classification.HandOver.Reason.class);
    private final Map<RuleEffect.Cue, Double> cues = new EnumMap<>(RuleEffect.Cue.class);
    private final List<Found> found = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>(0);
    private final List<Around> around = new ArrayList<>(0);
    private Severity severity = Severity.NORMAL;
    private double problem;
    private double problemOfTopics;

    private Signals(Tokens tokens, Segment segment) {
        this.tokens = tokens;
        this.segment = segment;
    }

    static Signals of(Lexicon lexicon, Tokens tokens, Segment segment) {
        Signals signals = new Signals(tokens, segment);
        if (tokens.size() > 0) {
            lexicon.find(tokens, signals::take);
            signals.waiting.forEach(signals::weigh);
        }
        return signals;
    }

    /** Rules that hang on what stands around them wait until all is found. */
    private void take(LexiconRule rule, Lexicon.Role role, int first, int last) {
        if (role != Lexicon.Role.MATCH) {
            around.add(new Around(rule, role, first));
        } else if (rule.context().isAny()) {
            count(rule, first, last);
        } else {
            waiting.add(new Waiting(rule, first, last));
        }
    }

    private void weigh(Waiting one) {
        boolean needs = !one.rule.context().with().isEmpty();
        for (Around other : around) {
            boolean same = other.rule.equals(one.rule);
            if (same && other.role == Lexicon.Role.UNLESS && isOneSentence(other.at, one)) {
                return;
            }
            needs &= !same || other.role != Lexicon.Role.WITH;
        }
        if (!needs) {
            count(one.rule, one.first, one.last);
        }
    }

    private boolean isOneSentence(int at, Waiting one) {
        for (int i = Math.min(at, one.first) + 1; i <= Math.max(at, one.last); i++) {
            if (tokens.beginsSentence(i)) {
                return false;
            }
        }
        return true;
    }

    private void count(LexiconRule rule, int first, int last) {
        if ((rule.negatable() && isNegated(first)) || !seen.add(rule.id())) {
            return;
        }
        double weight = rule.weight();
        RuleEffect effect = rule.effect();
        if (effect instanceof RuleEffect.OfTopic of) {
            topics.merge(of.topic(), weight, Double::sum);
        } else if (effect instanceof RuleEffect.OfKind of) {
            kinds.merge(of.kind(), weight, Double::sum);
        } else if (effect instanceof RuleEffect.OfTone of) {
            tones.merge(of.tone(), weight, Double::sum);
        } else if (effect instanceof RuleEffect.AgainstIncident of) {
            against.merge(of.reason(), weight, Double::sum);
        } else if (effect instanceof RuleEffect.OfHandOver of) {
            handOvers.merge(of.reason(), weight, Double::sum);
        } else if (effect instanceof RuleEffect.OfCue of) {
            cues.merge(of.cue(), weight, Double::sum);
        } else if (effect instanceof RuleEffect.OfSeverity of && of.severity().compareTo(severity) > 0) {
            severity = of.severity();
        }
        problemOfTopics += rule.problem();
        problem += rule.problem() + (isProblem(effect) ? weight : 0);
        found.add(new Found(rule, new Evidence(rule.id(), tokens.start(first), tokens.end(last), segment)));
    }

    private static boolean isProblem(RuleEffect effect) {
        return effect instanceof RuleEffect.OfCue of && of.cue() == RuleEffect.Cue.PROBLEM;
    }

    private boolean isNegated(int first) {
        for (int i = Math.max(0, first - 1); i < first; i++) {
            long word = tokens.word(i);
            if (word == NOT || word == NEITHER || word == WITHOUT) {
                return !tokens.beginsSentence(first);
            }
        }
        return false;
    }

    boolean counts(LexiconRule rule) {
        return seen.contains(rule.id());
    }

    Tokens tokens() {
        return tokens;
    }

    double problem() {
        return problem + Math.min(1.5, cue(RuleEffect.Cue.REQUEST) * 0.75);
    }

    /** Tells whether a rule saw the topic and its trouble in one phrase, not just the topic's name somewhere. */
    boolean hasTroubleOfTopic() {
        return problemOfTopics > 0;
    }

    double kind(MessageKind kind) {
        return kinds.getOrDefault(kind, 0.0);
    }

    double tone(Tone tone) {
        return tones.getOrDefault(tone, 0.0);
    }

    double cue(RuleEffect.Cue cue) {
        return cues.getOrDefault(cue, 0.0);
    }

    double against(Classification.NotAnIncident.Reason reason) {
        return against.getOrDefault(reason, 0.0);
    }

    /** The gravest reason to hand the text over, of those that are as heavy as needed. */
    Optional<Classification.HandOver.Reason> handOver(double needed) {
        return handOvers.entrySet().stream()
                .filter(entry -> entry.getValue() >= needed)
                .map(Map.Entry::getKey)
                .max(Comparator.naturalOrder());
    }

    Severity severity() {
        return severity;
    }

    /** Topics by weight, the heaviest first, a little of their kin's added; those that only lose are left out. */
    List<TopicId> topics() {
        if (topics.size() < 2) {
            return topicWeight() > 0 ? List.copyOf(topics.keySet()) : List.of();
        }
        Map<String, Double> roots = new HashMap<>();
        topics.forEach((topic, weight) -> roots.merge(root(topic), weight, Double::sum));
        Comparator<Map.Entry<TopicId, Double>> byWeight = Comparator.comparingDouble(entry ->
                -entry.getValue() - KINSHIP * (roots.getOrDefault(root(entry.getKey()), 0.0) - entry.getValue()));
        return topics.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(byWeight)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String root(TopicId topic) {
        int dot = topic.value().indexOf('.');
        return dot < 0 ? topic.value() : topic.value().substring(0, dot);
    }

    double topicWeight() {
        return topics.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /** The strongest reason against an incident other than insults, which never outweigh a complaint. */
    Optional<Classification.NotAnIncident.Reason> strongestAgainst() {
        return against.entrySet().stream()
                .filter(entry -> entry.getKey() != Classification.NotAnIncident.Reason.INSULT_ONLY)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    /** All evidence, that of the heaviest rules first. */
    List<Evidence> evidence() {
        return found.stream()
                .sorted(Comparator.comparingDouble(Found::strength).reversed())
                .map(Found::evidence)
                .toList();
    }

    /** Evidence of rules with one kind of effect. */
    List<Evidence> evidenceOf(Class<? extends RuleEffect> effect) {
        return found.stream()
                .filter(one -> effect.isInstance(one.rule.effect()))
                .sorted(Comparator.comparingDouble(Found::strength).reversed())
                .map(Found::evidence)
                .toList();
    }

    /** A match that hangs on its surroundings. */
    private record Waiting(LexiconRule rule, int first, int last) {}

    /** A phrase that stands somewhere around. */
    private record Around(LexiconRule rule, Lexicon.Role role, int at) {}

    private record Found(LexiconRule rule, Evidence evidence) {

        double strength() {
            return Math.abs(rule.weight()) + rule.problem();
        }
    }
}
