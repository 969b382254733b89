package org.otklik.classify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.id.TopicId;

/**
 * What the rules of a lexicon say, as arrays by the rule's index; immutable.
 *
 * <p>Whatever rules add weight to has its place in one row of sums: first the topics, then kinds, tones, reasons
 * against an incident, reasons to hand over, and cues.
 */
@SuppressWarnings("EnumOrdinal") // sums of enumerations stand in one array, never outside this process
final class RuleSheet {

    static final int NOWHERE = -1;

    final String[] ids;
    final double[] weights;
    final double[] problems;
    final double[] strengths;
    final boolean[] negatable;
    final boolean[] hasContext;
    final boolean[] needsOthers;
    /** Where a rule's weight is added; {@link #NOWHERE} for a severity. */
    final int[] places;

    final Severity[] severities;

    final List<Optional<TopicId>> topics;
    final int[] rootOfTopic;

    final int kinds;
    final int tones;
    final int against;
    final int handOvers;
    final int cues;
    final int sums;

    RuleSheet(List<LexiconRule> rules) {
        Map<TopicId, Integer> indexOfTopic = new LinkedHashMap<>();
        rules.forEach(rule -> rule.topic().ifPresent(topic -> indexOfTopic.putIfAbsent(topic, indexOfTopic.size())));
        topics = indexOfTopic.keySet().stream().map(Optional::of).toList();
        rootOfTopic = roots(topics);
        kinds = topics.size();
        tones = kinds + MessageKind.values().length;
        against = tones + Tone.values().length;
        handOvers = against + Classification.NotAnIncident.Reason.values().length;
        cues = handOvers + Classification.HandOver.Reason.values().length;
        sums = cues + RuleEffect.Cue.values().length;

        int size = rules.size();
        ids = new String[size];
        weights = new double[size];
        problems = new double[size];
        strengths = new double[size];
        negatable = new boolean[size];
        hasContext = new boolean[size];
        needsOthers = new boolean[size];
        places = new int[size];
        severities = new Severity[size];
        for (int i = 0; i < size; i++) {
            fill(i, rules.get(i), indexOfTopic);
        }
    }

    private static int[] roots(List<Optional<TopicId>> topics) {
        List<String> names = new ArrayList<>();
        int[] roots = new int[topics.size()];
        for (int i = 0; i < roots.length; i++) {
            String topic = topics.get(i).orElseThrow().value();
            int dot = topic.indexOf('.');
            String root = dot < 0 ? topic : topic.substring(0, dot);
            if (!names.contains(root)) {
                names.add(root);
            }
            roots[i] = names.indexOf(root);
        }
        return roots;
    }

    private void fill(int at, LexiconRule rule, Map<TopicId, Integer> indexOfTopic) {
        ids[at] = rule.id();
        weights[at] = rule.weight();
        problems[at] = rule.problem();
        strengths[at] = Math.abs(rule.weight()) + rule.problem();
        negatable[at] = rule.negatable();
        hasContext[at] = !rule.context().isAny();
        needsOthers[at] = !rule.context().with().isEmpty();
        places[at] = place(rule.effect(), indexOfTopic);
        severities[at] = rule.effect() instanceof RuleEffect.OfSeverity of ? of.severity() : Severity.NORMAL;
    }

    private int place(RuleEffect effect, Map<TopicId, Integer> indexOfTopic) {
        if (effect instanceof RuleEffect.OfTopic of) {
            return indexOfTopic.getOrDefault(of.topic(), NOWHERE);
        } else if (effect instanceof RuleEffect.OfKind of) {
            return kinds + of.kind().ordinal();
        } else if (effect instanceof RuleEffect.OfTone of) {
            return tones + of.tone().ordinal();
        } else if (effect instanceof RuleEffect.AgainstIncident of) {
            return against + of.reason().ordinal();
        } else if (effect instanceof RuleEffect.OfHandOver of) {
            return handOvers + of.reason().ordinal();
        }
        return effect instanceof RuleEffect.OfCue of ? cues + of.cue().ordinal() : NOWHERE;
    }

    boolean isTopic(int place) {
        return place >= 0 && place < kinds;
    }

    boolean isProblem(int place) {
        return place == cues + RuleEffect.Cue.PROBLEM.ordinal();
    }

    boolean isHandOver(int place) {
        return place >= handOvers && place < cues;
    }
}
