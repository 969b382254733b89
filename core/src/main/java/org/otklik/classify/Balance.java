package org.otklik.classify;

import org.otklik.classify.Classification.NotAnIncident;

/**
 * What speaks for an incident less what speaks against it, of one text.
 *
 * <p>Signs of one sort count up to a limit, so that a long text does not become an incident by its length. The numbers
 * were set by hand with an eye on the half for work of the labelled sets, see {@code docs/reference/benchmarks.md}.
 */
final class Balance {

    private static final double NAMED = 1.5;
    private static final double MATTER = 1;
    private static final double WEIGHT_OF_MATTER = 0.2;
    private static final double MOST_MATTER = 3;
    private static final double HINT_OF_MATTER = 0.6;
    private static final double TROUBLE_OF_MATTER = 0.7;
    private static final double TROUBLE = 0.3;
    private static final double MOST_TROUBLE = 1.5;
    private static final double REQUEST = 0.7;
    private static final double MOST_REQUEST = 1.8;
    private static final double LETTER = 2;
    private static final double PLACE = 1.2;
    private static final double MOST_PLACE = 1.7;
    private static final double QUESTION = 0.45;
    private static final double MOST_QUESTION = 1;
    private static final double PRIVATE = 1.2;
    private static final double OTHER_PURPOSE = 0.8;
    private static final double JOY = 0.7;

    private Balance() {}

    static double of(Signals signals) {
        return matter(signals) + manner(signals) - against(signals);
    }

    private static double matter(Signals signals) {
        double topic = signals.topicWeight();
        double named = topic >= NAMED
                ? MATTER + WEIGHT_OF_MATTER * Math.min(MOST_MATTER, topic)
                : topic > 0 ? HINT_OF_MATTER : 0;
        double trouble = Math.min(MOST_TROUBLE, TROUBLE * signals.cue(RuleEffect.Cue.PROBLEM));
        return named + (signals.hasTroubleOfTopic() ? TROUBLE_OF_MATTER : 0) + trouble;
    }

    /** How one writes to an authority: asks, greets, names the place. */
    private static double manner(Signals signals) {
        return Math.min(MOST_REQUEST, REQUEST * signals.cue(RuleEffect.Cue.REQUEST))
                + Math.min(LETTER, LETTER * signals.cue(RuleEffect.Cue.LETTER))
                + Math.min(MOST_PLACE, PLACE * signals.cue(RuleEffect.Cue.PLACE))
                + question(signals.kind(MessageKind.QUESTION))
                + Math.min(1, 0.4 * signals.kind(MessageKind.PROPOSAL));
    }

    /** A question word alone says nothing. */
    private static double question(double weight) {
        return weight < NAMED ? 0 : Math.min(MOST_QUESTION, QUESTION * weight);
    }

    private static double against(Signals signals) {
        double purpose = signals.against(NotAnIncident.Reason.ADVERTISEMENT)
                + signals.against(NotAnIncident.Reason.SPAM)
                + signals.against(NotAnIncident.Reason.NOISE)
                + signals.against(NotAnIncident.Reason.OFFICIAL_POST) / 2
                + signals.against(NotAnIncident.Reason.GREETING) / 2;
        double joy = signals.kind(MessageKind.GRATITUDE) > 0 ? 0 : signals.tone(Tone.POSITIVE);
        return PRIVATE * signals.cue(RuleEffect.Cue.PRIVATE) + OTHER_PURPOSE * purpose + JOY * joy;
    }
}
