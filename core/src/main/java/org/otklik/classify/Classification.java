package org.otklik.classify;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.otklik.id.TopicId;
import org.otklik.text.Evidence;
import org.otklik.text.Language;

/**
 * What a classifier decided about a post; immutable.
 *
 * <p>Every decision has evidence. A decision that rests on the absence of any match has evidence that says so.
 */
public sealed interface Classification {

    /**
     * Returns what the decision rests on.
     *
     * @return the strongest evidence first; never empty
     */
    List<Evidence> evidence();

    /**
     * Tells by which rules it was decided.
     *
     * @return version of the lexicon or model
     */
    String rulesVersion();

    /**
     * The post is an incident: a message that needs an answer.
     *
     * @param kind what the message wants
     * @param topic the narrowest topic that is certain enough; absent for a message of no known topic, such as thanks
     * @param tone how it sounds
     * @param severity how urgent it is
     * @param confidence 0 to 1
     * @param evidence what it rests on
     * @param rulesVersion version of the rules
     */
    record Candidate(
            MessageKind kind,
            Optional<TopicId> topic,
            Tone tone,
            Severity severity,
            double confidence,
            List<Evidence> evidence,
            String rulesVersion)
            implements Classification {

        /** Checks the parts. */
        public Candidate {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(topic, "topic");
            Objects.requireNonNull(tone, "tone");
            Objects.requireNonNull(severity, "severity");
            checkConfidence(confidence);
            evidence = checked(evidence);
            Objects.requireNonNull(rulesVersion, "rulesVersion");
        }
    }

    /**
     * The post needs no answer. It is kept and can be restored.
     *
     * @param reason why
     * @param confidence 0 to 1
     * @param evidence what it rests on
     * @param rulesVersion version of the rules
     */
    record NotAnIncident(Reason reason, double confidence, List<Evidence> evidence, String rulesVersion)
            implements Classification {

        /** Checks the parts. */
        public NotAnIncident {
            Objects.requireNonNull(reason, "reason");
            checkConfidence(confidence);
            evidence = checked(evidence);
            Objects.requireNonNull(rulesVersion, "rulesVersion");
        }

        /** Why a post needs no answer. */
        public enum Reason {
            /** Nothing in it concerns the authorities. */
            NOISE,
            /** It sells or invites. */
            ADVERTISEMENT,
            /** It insults and says nothing else. */
            INSULT_ONLY,
            /** It is mass mailing, fraud or a chain letter. */
            SPAM,
            /** The authorities or the press themselves speak. */
            OFFICIAL_POST,
            /** It is a greeting, a congratulation or small talk. */
            GREETING
        }
    }

    /**
     * A person must look: the post goes to the review queue.
     *
     * @param reason why the classifier does not decide
     * @param guess the best guess at kind, if there is one
     * @param topics the best guesses at the topic, likeliest first
     * @param tone how it sounds
     * @param severity how urgent it is if it is an incident; urgent ones are reviewed first
     * @param evidence what it rests on
     * @param rulesVersion version of the rules
     */
    record Unsure(
            Reason reason,
            Optional<MessageKind> guess,
            List<TopicId> topics,
            Tone tone,
            Severity severity,
            List<Evidence> evidence,
            String rulesVersion)
            implements Classification {

        /** Checks the parts. */
        public Unsure {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(guess, "guess");
            topics = List.copyOf(topics);
            Objects.requireNonNull(tone, "tone");
            Objects.requireNonNull(severity, "severity");
            evidence = checked(evidence);
            Objects.requireNonNull(rulesVersion, "rulesVersion");
        }

        /** Why a classifier does not decide. */
        public enum Reason {
            /** The post has only pictures, films or emoji. */
            NO_TEXT,
            /** It refers to something that is not known, as «у нас то же самое» does without its parent. */
            NEEDS_CONTEXT,
            /** Signs of an incident and against one stand side by side. */
            MIXED_SIGNALS,
            /** Something is wrong, but no topic was recognised. */
            NO_TOPIC,
            /** The signs are too weak to decide. */
            WEAK_SIGNALS,
            /** It is written in a language that the rules do not know; {@link #language()} tells which. */
            FOREIGN_LANGUAGE
        }

        /** What the rule of evidence that names a language begins with. */
        private static final String LANGUAGE = "language.";

        /**
         * Tells in which language the post is written, where that is the reason.
         *
         * @return the language, if evidence names one
         */
        public Optional<Language> language() {
            return evidence.stream()
                    .map(Evidence::rule)
                    .filter(rule -> rule.startsWith(LANGUAGE))
                    .map(rule -> Language.ofCode(rule.substring(LANGUAGE.length())))
                    .findFirst();
        }
    }

    /**
     * The post is of a sort that no routine answer may meet: it is handed over to those who must act, and the desk
     * neither opens nor joins an incident with it. A person may take it back.
     *
     * @param reason to whom it must go
     * @param evidence what it rests on
     * @param rulesVersion version of the rules
     */
    record HandOver(Reason reason, List<Evidence> evidence, String rulesVersion) implements Classification {

        /** Checks the parts. */
        public HandOver {
            Objects.requireNonNull(reason, "reason");
            evidence = checked(evidence);
            Objects.requireNonNull(rulesVersion, "rulesVersion");
        }

        /** Why a post is handed over; the gravest last. */
        public enum Reason {
            /** The author makes a formal appeal, which the law on appeals (59-ФЗ) gives other terms and forms. */
            FORMAL_APPEAL,
            /** It tells of a crime that was or will be committed. */
            CRIME,
            /** Its author may take his life. */
            SUICIDE_RISK
        }
    }

    private static void checkConfidence(double confidence) {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("A confidence lies between 0 and 1, not at " + confidence + ".");
        }
    }

    private static List<Evidence> checked(List<Evidence> evidence) {
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("A classification needs evidence.");
        }
        return LazyEvidence.unchanging(evidence);
    }
}
