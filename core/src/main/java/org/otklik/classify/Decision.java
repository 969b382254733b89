package org.otklik.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.otklik.classify.Classification.HandOver;
import org.otklik.classify.Classification.NotAnIncident;
import org.otklik.classify.Classification.Unsure;
import org.otklik.id.TopicId;
import org.otklik.text.Evidence;
import org.otklik.text.Language;
import org.otklik.text.PostText;
import org.otklik.text.Segment;

/**
 * Weighs the signals of one post and its discussion; for one post.
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

    private final PostText text;
    private final String version;
    private final Signals own;
    private final Signals parent;
    private final Signals root;
    private final double problem;
    private final double topic;
    private final double balance;

    Decision(PostText text, Lexicon lexicon) {
        this.text = text;
        version = lexicon.version();
        own = Signals.of(lexicon, text.own(), Segment.POST);
        parent = Signals.of(lexicon, text.tokens(Segment.PARENT), Segment.PARENT);
        root = Signals.of(lexicon, text.tokens(Segment.ROOT), Segment.ROOT);
        problem = own.problem();
        topic = own.topicWeight();
        balance = Balance.of(own);
    }

    Classification decide() {
        if (!text.hasWords()) {
            return withoutWords();
        }
        Optional<HandOver.Reason> grave = own.handOver(SIGN);
        if (grave.isPresent()) {
            return new HandOver(grave.get(), limited(own.evidenceOf(RuleEffect.OfHandOver.class)), version);
        }
        Language language = Language.of(text.post().text(), text.own());
        if (language != Language.RUSSIAN || own.cue(RuleEffect.Cue.FOREIGN) >= SIGN) {
            return foreign(language);
        }
        return againstIncident()
                .or(this::gratitude)
                .or(this::onTopic)
                .or(this::inDiscussion)
                .or(this::withoutTopic)
                .or(this::byBalance)
                .orElseGet(this::nothing);
    }

    private Classification withoutWords() {
        boolean silent = text.post().text().isBlank() || !text.post().media().isEmpty();
        return silent
                ? unsure(Unsure.Reason.NO_TEXT, whole("text.none"))
                : new NotAnIncident(NotAnIncident.Reason.NOISE, 0.8, whole("text.no-words"), version);
    }

    private Classification foreign(Language language) {
        List<Evidence> evidence =
                language == Language.RUSSIAN ? whole("language") : whole("language." + language.code());
        return unsure(Unsure.Reason.FOREIGN_LANGUAGE, evidence);
    }

    private Optional<Classification> againstIncident() {
        Optional<NotAnIncident.Reason> reason = own.strongestAgainst();
        double weight = reason.map(own::against).orElse(0.0);
        if (weight < SIGN) {
            return Optional.empty();
        }
        boolean official = reason.get() == NotAnIncident.Reason.OFFICIAL_POST;
        double request = own.cue(RuleEffect.Cue.REQUEST);
        double other = official
                ? own.cue(RuleEffect.Cue.PROBLEM) + request
                : problem + Math.max(0, topic - SIGN) / 2 + request + own.cue(RuleEffect.Cue.PLACE);
        if (weight >= other) {
            return Optional.of(new NotAnIncident(reason.get(), confidence(weight - other / 2), ownEvidence(), version));
        }
        return weight * 1.5 >= other
                ? Optional.of(unsure(Unsure.Reason.MIXED_SIGNALS, ownEvidence()))
                : Optional.empty();
    }

    private Optional<Classification> gratitude() {
        double thanks = own.kind(MessageKind.GRATITUDE);
        boolean plain = thanks >= HINT
                && topic >= ENOUGH
                && problem < HINT
                && kind() == MessageKind.COMPLAINT
                && own.cue(RuleEffect.Cue.PRIVATE) < HINT;
        boolean strong = (thanks >= SIGN && topic >= HINT) || thanks >= SERVICE;
        if ((!plain && !strong) || problem > thanks + HINT) {
            return Optional.empty();
        }
        if (problem >= SIGN) {
            return Optional.of(unsure(Unsure.Reason.MIXED_SIGNALS, ownEvidence()));
        }
        return Optional.of(candidate(MessageKind.GRATITUDE, bestTopic(), thanks + topic, ownEvidence()));
    }

    private Optional<Classification> onTopic() {
        if (topic < HINT) {
            return Optional.empty();
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
                    ? Optional.empty()
                    : Optional.of(candidate(kind, bestTopic(), topic + problem - against, ownEvidence()));
        }
        return Optional.empty();
    }

    private MessageKind kind() {
        double question = own.kind(MessageKind.QUESTION) + (text.own().questionMarks() > 0 ? HINT : 0);
        if (own.kind(MessageKind.PROPOSAL) >= SIGN && problem <= own.kind(MessageKind.PROPOSAL) + SIGN) {
            return MessageKind.PROPOSAL;
        }
        if (own.kind(MessageKind.REVIEW) >= SIGN && problem < SIGN) {
            return MessageKind.REVIEW;
        }
        return question >= 1.5 && problem <= question ? MessageKind.QUESTION : MessageKind.COMPLAINT;
    }

    /** A comment under a complaint that adds its own case takes the complaint's topic. */
    private Optional<Classification> inDiscussion() {
        Optional<Signals> above = discussion();
        double echo = own.cue(RuleEffect.Cue.ECHO);
        if (above.isEmpty() || own.cue(RuleEffect.Cue.PRIVATE) >= SIGN) {
            return Optional.empty();
        }
        boolean joins = echo >= HINT || problem >= HINT || (topic >= HINT && sharesTopic(above.get()));
        boolean asks = text.own().questionMarks() > 0 && own.kind(MessageKind.QUESTION) >= HINT;
        if (!joins && !asks) {
            return Optional.empty();
        }
        List<Evidence> evidence = new ArrayList<>(own.evidence());
        evidence.addAll(above.get().evidenceOf(RuleEffect.OfTopic.class));
        MessageKind kind = joins ? MessageKind.COMPLAINT : MessageKind.QUESTION;
        Optional<TopicId> taken =
                topic >= SIGN ? bestTopic() : above.get().topics().stream().findFirst();
        return Optional.of(candidate(kind, taken, SIGN + echo + problem, evidence));
    }

    private boolean sharesTopic(Signals above) {
        return own.topics().stream().anyMatch(above.topics()::contains);
    }

    private Optional<Signals> discussion() {
        return isComplaint(parent) ? Optional.of(parent) : isComplaint(root) ? Optional.of(root) : Optional.empty();
    }

    private static boolean isComplaint(Signals signals) {
        return signals.topicWeight() >= HINT
                && signals.problem() >= HINT
                && signals.against(NotAnIncident.Reason.OFFICIAL_POST) < SIGN
                && signals.against(NotAnIncident.Reason.ADVERTISEMENT) < SIGN;
    }

    private Optional<Classification> withoutTopic() {
        double anger = Math.max(own.tone(Tone.HARSH), own.against(NotAnIncident.Reason.INSULT_ONLY));
        boolean atPower = own.cue(RuleEffect.Cue.AUTHORITY) >= HINT
                && (anger >= HINT || problem >= SIGN)
                && own.cue(RuleEffect.Cue.PRIVATE) < HINT;
        if (own.kind(MessageKind.NEGATIVE) >= SIGN || atPower) {
            double strength = Math.max(SIGN, own.kind(MessageKind.NEGATIVE));
            return Optional.of(candidate(MessageKind.NEGATIVE, Optional.empty(), strength, ownEvidence()));
        }
        if (own.against(NotAnIncident.Reason.INSULT_ONLY) >= HINT && problem < SIGN) {
            return Optional.of(new NotAnIncident(NotAnIncident.Reason.INSULT_ONLY, 0.6, ownEvidence(), version));
        }
        if (own.cue(RuleEffect.Cue.PRIVATE) < HINT && own.cue(RuleEffect.Cue.ECHO) >= SIGN) {
            return Optional.of(unsure(Unsure.Reason.NEEDS_CONTEXT, ownEvidence()));
        }
        return Optional.empty();
    }

    /** What no single sign decides is decided by all of them together. */
    private Optional<Classification> byBalance() {
        if (balance < DOUBT) {
            return Optional.empty();
        }
        return Optional.of(
                balance >= (topic >= HINT ? INCIDENT : WITHOUT_TOPIC)
                        ? candidate(kind(), bestTopic(), balance, ownEvidence())
                        : unsure(topic >= HINT ? Unsure.Reason.WEAK_SIGNALS : Unsure.Reason.NO_TOPIC, ownEvidence()));
    }

    private Classification nothing() {
        List<Evidence> evidence = new ArrayList<>(whole("none"));
        evidence.addAll(ownEvidence());
        Optional<NotAnIncident.Reason> weak = own.strongestAgainst().filter(reason -> own.against(reason) >= HINT);
        return new NotAnIncident(
                weak.orElse(NotAnIncident.Reason.NOISE),
                Math.max(0.3, 0.8 - 0.1 * (problem + topic)),
                limited(evidence),
                version);
    }

    private Optional<TopicId> bestTopic() {
        return own.topics().stream().findFirst();
    }

    private Classification candidate(
            MessageKind kind, Optional<TopicId> topicId, double strength, List<Evidence> evidence) {
        return new Classification.Candidate(
                kind, topicId, tone(kind), own.severity(), confidence(strength), limited(evidence), version);
    }

    private Unsure unsure(Unsure.Reason reason, List<Evidence> evidence) {
        Optional<MessageKind> guess = problem > 0 ? Optional.of(MessageKind.COMPLAINT) : Optional.empty();
        List<TopicId> topics = own.topics().stream().limit(MOST_GUESSES).toList();
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
        List<Evidence> evidence = own.evidence();
        return evidence.isEmpty() ? whole("none") : limited(evidence);
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
