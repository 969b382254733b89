package org.otklik.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.classify.Classification.HandOver;
import org.otklik.classify.Classification.NotAnIncident;
import org.otklik.classify.Classification.Unsure;
import org.otklik.id.TopicId;
import org.otklik.text.Evidence;
import org.otklik.text.Language;
import org.otklik.text.PostText;
import org.otklik.text.Segment;

/**
 * Weighs the signals of one post and its discussion, one post after another; for one thread.
 *
 * <p>Thresholds are in the units of rule weights: 1 is a hint, 2 is a sign that stands alone.
 */
final class Decision {

    private static final double HINT = 1;
    private static final double SIGN = 2;

    private static final double ENOUGH = 1.5;
    private static final double CLEAR = 3.5;
    /** From this balance on a message with a topic is an incident. */
    private static final double INCIDENT = 1.0;
    /** From this balance on a person decides. */
    private static final double DOUBT = 0.8;
    /** From this balance on a message is an incident even if no topic is found; a greeting alone stays below. */
    private static final double WITHOUT_TOPIC = 2.05;
    /** Thanks that name whom in public service they are for. */
    private static final double SERVICE = 4;

    private static final int MOST_EVIDENCE = 12;
    private static final int MOST_GUESSES = 3;

    private static final List<Evidence> NOTHING = whole("none");
    private static final List<Evidence> NO_TEXT = whole("text.none");
    private static final List<Evidence> NO_WORDS = whole("text.no-words");

    private final String version;
    private final Signals own;
    private final Signals parent;
    private final Signals root;
    private boolean asks;
    private double problem;
    private double topic;
    private double balance;

    Decision(Lexicon lexicon) {
        version = lexicon.version();
        own = new Signals(lexicon, Segment.POST);
        parent = new Signals(lexicon, Segment.PARENT);
        root = new Signals(lexicon, Segment.ROOT);
    }

    /** Decides on one post, in memory that was used for the posts before. */
    Classification on(PostText text) {
        read(text);
        Classification decided = text.hasWords() ? decide(text) : withoutWords(text);
        own.clear();
        parent.clear();
        root.clear();
        return decided;
    }

    private void read(PostText text) {
        own.read(text.own());
        parent.read(text.tokens(Segment.PARENT));
        root.read(text.tokens(Segment.ROOT));
        asks = text.own().questionMarks() > 0;
        problem = own.problem();
        topic = own.topicWeight();
        balance = Balance.of(own);
    }

    private Classification decide(PostText text) {
        HandOver.Reason grave = own.handOver(SIGN);
        if (grave != null) {
            return new HandOver(grave, own.evidenceOfHandOver(MOST_EVIDENCE), version);
        }
        Language language = Language.of(text.post().text(), text.own());
        if (language != Language.RUSSIAN || own.cue(RuleEffect.Cue.FOREIGN) >= SIGN) {
            return foreign(language);
        }
        Classification decided = againstIncident();
        decided = decided == null ? gratitude() : decided;
        decided = decided == null ? onTopic() : decided;
        decided = decided == null ? inDiscussion() : decided;
        decided = decided == null ? withoutTopic() : decided;
        decided = decided == null ? byBalance() : decided;
        return decided == null ? nothing() : decided;
    }

    private Classification withoutWords(PostText text) {
        boolean silent = text.post().text().isBlank() || !text.post().media().isEmpty();
        return silent
                ? unsure(Unsure.Reason.NO_TEXT, NO_TEXT)
                : new NotAnIncident(NotAnIncident.Reason.NOISE, 0.8, NO_WORDS, version);
    }

    private Classification foreign(Language language) {
        List<Evidence> evidence =
                language == Language.RUSSIAN ? whole("language") : whole("language." + language.code());
        return unsure(Unsure.Reason.FOREIGN_LANGUAGE, evidence);
    }

    private @Nullable Classification againstIncident() {
        NotAnIncident.Reason reason = own.strongestAgainst();
        if (reason == null || own.against(reason) < SIGN) {
            return null;
        }
        double weight = own.against(reason);
        boolean official = reason == NotAnIncident.Reason.OFFICIAL_POST;
        double request = own.cue(RuleEffect.Cue.REQUEST);
        double other = official
                ? own.cue(RuleEffect.Cue.PROBLEM) + request
                : problem + Math.max(0, topic - SIGN) / 2 + request + own.cue(RuleEffect.Cue.PLACE);
        if (weight >= other) {
            return new NotAnIncident(reason, confidence(weight - other / 2), ownEvidence(), version);
        }
        return weight * 1.5 >= other ? unsure(Unsure.Reason.MIXED_SIGNALS, ownEvidence()) : null;
    }

    private @Nullable Classification gratitude() {
        double thanks = own.kind(MessageKind.GRATITUDE);
        boolean plain = thanks >= HINT
                && topic >= ENOUGH
                && problem < HINT
                && kind() == MessageKind.COMPLAINT
                && own.cue(RuleEffect.Cue.PRIVATE) < HINT;
        boolean strong = (thanks >= SIGN && topic >= HINT) || thanks >= SERVICE;
        if ((!plain && !strong) || problem > thanks + HINT) {
            return null;
        }
        if (problem >= SIGN) {
            return unsure(Unsure.Reason.MIXED_SIGNALS, ownEvidence());
        }
        return candidate(MessageKind.GRATITUDE, own.bestTopic(), thanks + topic, ownEvidence());
    }

    private @Nullable Classification onTopic() {
        if (topic < HINT) {
            return null;
        }
        MessageKind kind = kind();
        boolean asked = kind == MessageKind.QUESTION && topic >= ENOUGH;
        boolean wished = kind == MessageKind.PROPOSAL || kind == MessageKind.REVIEW;
        double against = own.cue(RuleEffect.Cue.PRIVATE);
        double needed = own.hasTroubleOfTopic() ? HINT : ENOUGH;
        if ((problem >= needed && topic + problem - against >= CLEAR) || asked || wished) {
            return balance < INCIDENT
                            || (against >= SIGN && against >= problem)
                            || (against >= HINT && (asked || wished))
                    ? null
                    : candidate(kind, own.bestTopic(), topic + problem - against, ownEvidence());
        }
        return null;
    }

    private MessageKind kind() {
        double question = own.kind(MessageKind.QUESTION) + (asks ? HINT : 0);
        if (own.kind(MessageKind.PROPOSAL) >= SIGN && problem <= own.kind(MessageKind.PROPOSAL) + SIGN) {
            return MessageKind.PROPOSAL;
        }
        if (own.kind(MessageKind.REVIEW) >= SIGN && problem < SIGN) {
            return MessageKind.REVIEW;
        }
        return question >= 1.5 && problem <= question ? MessageKind.QUESTION : MessageKind.COMPLAINT;
    }

    /** A comment under a complaint that adds its own case takes the complaint's topic. */
    private @Nullable Classification inDiscussion() {
        Signals above = discussion();
        double echo = own.cue(RuleEffect.Cue.ECHO);
        if (above == null || own.cue(RuleEffect.Cue.PRIVATE) >= SIGN) {
            return null;
        }
        boolean joins = echo >= HINT || problem >= HINT || (topic >= HINT && own.sharesTopic(above));
        if (!joins && !(asks && own.kind(MessageKind.QUESTION) >= HINT)) {
            return null;
        }
        List<Evidence> evidence = new ArrayList<>(own.evidence(Integer.MAX_VALUE));
        evidence.addAll(above.evidenceOfTopics());
        MessageKind kind = joins ? MessageKind.COMPLAINT : MessageKind.QUESTION;
        Optional<TopicId> taken = topic >= SIGN ? own.bestTopic() : above.bestTopic();
        return candidate(kind, taken, SIGN + echo + problem, limited(evidence));
    }

    private @Nullable Signals discussion() {
        return isComplaint(parent) ? parent : isComplaint(root) ? root : null;
    }

    private static boolean isComplaint(Signals signals) {
        return signals.topicWeight() >= HINT
                && signals.problem() >= HINT
                && signals.against(NotAnIncident.Reason.OFFICIAL_POST) < SIGN
                && signals.against(NotAnIncident.Reason.ADVERTISEMENT) < SIGN;
    }

    private @Nullable Classification withoutTopic() {
        double anger = Math.max(own.tone(Tone.HARSH), own.against(NotAnIncident.Reason.INSULT_ONLY));
        boolean atPower = own.cue(RuleEffect.Cue.AUTHORITY) >= HINT
                && (anger >= HINT || problem >= SIGN)
                && own.cue(RuleEffect.Cue.PRIVATE) < HINT;
        if (own.kind(MessageKind.NEGATIVE) >= SIGN || atPower) {
            double strength = Math.max(SIGN, own.kind(MessageKind.NEGATIVE));
            return candidate(MessageKind.NEGATIVE, Optional.empty(), strength, ownEvidence());
        }
        if (own.against(NotAnIncident.Reason.INSULT_ONLY) >= HINT && problem < SIGN) {
            return new NotAnIncident(NotAnIncident.Reason.INSULT_ONLY, 0.6, ownEvidence(), version);
        }
        if (own.cue(RuleEffect.Cue.PRIVATE) < HINT && own.cue(RuleEffect.Cue.ECHO) >= SIGN) {
            return unsure(Unsure.Reason.NEEDS_CONTEXT, ownEvidence());
        }
        return null;
    }

    /** What no single sign decides is decided by all of them together. */
    private @Nullable Classification byBalance() {
        if (balance < DOUBT) {
            return null;
        }
        return balance >= (topic >= HINT ? INCIDENT : WITHOUT_TOPIC)
                ? candidate(kind(), own.bestTopic(), balance, ownEvidence())
                : unsure(topic >= HINT ? Unsure.Reason.WEAK_SIGNALS : Unsure.Reason.NO_TOPIC, ownEvidence());
    }

    private Classification nothing() {
        NotAnIncident.Reason strongest = own.strongestAgainst();
        NotAnIncident.Reason reason =
                strongest != null && own.against(strongest) >= HINT ? strongest : NotAnIncident.Reason.NOISE;
        return new NotAnIncident(reason, Math.max(0.3, 0.8 - 0.1 * (problem + topic)), nothingBut(), version);
    }

    private List<Evidence> nothingBut() {
        return own.hasEvidence() ? own.evidenceOfNothing(MOST_EVIDENCE) : NOTHING;
    }

    private Classification candidate(
            MessageKind kind, Optional<TopicId> topicId, double strength, List<Evidence> evidence) {
        return new Classification.Candidate(
                kind, topicId, tone(kind), own.severity(), confidence(strength), evidence, version);
    }

    private Unsure unsure(Unsure.Reason reason, List<Evidence> evidence) {
        Optional<MessageKind> guess = problem > 0 ? Optional.of(MessageKind.COMPLAINT) : Optional.empty();
        List<TopicId> topics = own.topics(MOST_GUESSES);
        return new Unsure(reason, guess, topics, tone(MessageKind.OTHER), own.severity(), evidence, version);
    }

    private Tone tone(MessageKind kind) {
        if (own.tone(Tone.HARSH) >= HINT || own.against(NotAnIncident.Reason.INSULT_ONLY) >= HINT) {
            return Tone.HARSH;
        }
        if (kind == MessageKind.GRATITUDE || (problem < HINT && own.tone(Tone.POSITIVE) >= HINT)) {
            return Tone.POSITIVE;
        }
        boolean discontent = problem >= SIGN || kind == MessageKind.COMPLAINT || kind == MessageKind.NEGATIVE;
        return discontent || own.tone(Tone.NEGATIVE) >= HINT ? Tone.NEGATIVE : Tone.NEUTRAL;
    }

    /** Rises with the sum of weights: 2 gives 0.5, 6 gives 0.75, never 1. */
    private static double confidence(double strength) {
        double positive = Math.max(0.2, strength);
        return positive / (positive + SIGN);
    }

    private List<Evidence> ownEvidence() {
        return own.hasEvidence() ? own.evidence(MOST_EVIDENCE) : NOTHING;
    }

    private static List<Evidence> limited(List<Evidence> evidence) {
        return evidence.size() <= MOST_EVIDENCE
                ? List.copyOf(evidence)
                : List.copyOf(evidence.subList(0, MOST_EVIDENCE));
    }

    private static List<Evidence> whole(String rule) {
        return List.of(Evidence.whole(rule, Segment.POST));
    }
}
