package org.otklik.classify;

import org.otklik.id.TopicId;

/** What a rule's match says about a post. */
sealed interface RuleEffect {

    record OfTopic(TopicId topic) implements RuleEffect {}

    record OfKind(MessageKind kind) implements RuleEffect {}

    record OfTone(Tone tone) implements RuleEffect {}

    record OfSeverity(Severity severity) implements RuleEffect {}

    record AgainstIncident(Classification.NotAnIncident.Reason reason) implements RuleEffect {}

    record OfHandOver(Classification.HandOver.Reason reason) implements RuleEffect {}

    record OfCue(Cue cue) implements RuleEffect {}

    /** Signs that are neither topic nor kind. */
    enum Cue {
        /** Something is wrong: «не убирают», «сколько можно». */
        PROBLEM,
        /** The author calls for action: «примите меры», «прошу». */
        REQUEST,
        /** It opens as a letter to an office does: «здравствуйте», «добрый день». */
        LETTER,
        /** A house, street or yard is named: «ул. Победы, д. 5», «в нашем дворе». */
        PLACE,
        /** The author says that he has what another told of: «у нас то же самое». */
        ECHO,
        /** Those in power are named: «администрация», «мэр», «депутаты». */
        AUTHORITY,
        /** The author speaks about himself and friends, not about a service. */
        PRIVATE,
        /** A word of another language that is written with Russian letters. */
        FOREIGN
    }
}
