package org.otklik.place;

import java.util.List;
import org.otklik.text.Tokens;
import org.otklik.text.WordSet;

/** Tells when a town is named and yet something outside of it is meant; stateless. */
final class Outskirts {

    /** What is left of a town's certainty when the text lies outside of it: a candidate, but none to act on. */
    static final double SHARE = 0.35;

    private static final WordSet EDGES = WordSet.of(
            "черта черты черте чертой границы границе границей пределами пределы окраиной стороны сторону направлении направлению");
    private static final WordSet ON = WordSet.of("на");
    private static final WordSet WITH = WordSet.of("с со");
    private static final WordSet BESIDE = WordSet.of("рядом");
    private static final WordSet TO = WordSet.of("к ко от до");
    private static final WordSet ROADS = NameForms.setOf(
            "подъезд съезд въезд путь проезд тропинка дорога трасса шоссе поворот выезд автобус маршрутка электричка направление автодорога поезд рейс билет");
    private static final WordSet CITY = WordSet.of("города город г");
    private static final WordSet RURAL =
            WordSet.of("поселок поселка поселку поселком поселке село села селу селом селе "
                    + "деревня деревни деревне деревню деревней деревнях селах поселках сельсовет сельсовета сельсовете сельский "
                    + "сельского сельское сельском хутор хутора хуторе станица станицы станице");
    private static final WordSet DOTTED = WordSet.of("с д дер пос");

    private Outskirts() {}

    /** «за чертой города Курска», «дорога на Курчатов» and «в сторону Самары» name what lies beyond. */
    static boolean isBeyond(Tokens tokens, int first) {
        int before = CITY.has(tokens, first - 1) ? first - 2 : first - 1;
        return EDGES.has(tokens, before) || (ON.has(tokens, before) && ROADS.has(tokens, before - 1));
    }

    /** «Дорога к Кротову» and «рядом с Вербовкой» lead to a village, «вопрос к Кротову» to a man. */
    static boolean isRoadTo(Tokens tokens, int first) {
        int before = first - 2;
        return (TO.has(tokens, first - 1) && !tokens.beginsSentence(first - 1) && ROADS.has(tokens, before))
                || (WITH.has(tokens, first - 1) && BESIDE.has(tokens, before));
    }

    /** Tells whether a village that no mention names is spoken of: the author lives there, not in the town. */
    static boolean isVillageMeant(SegmentText text, List<Mention> mentions) {
        Tokens tokens = text.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            boolean rural = RURAL.has(tokens, i) || (DOTTED.has(tokens, i) && isAbbreviation(text, i));
            if (rural && !isNamed(mentions, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAbbreviation(SegmentText text, int token) {
        Tokens tokens = text.tokens();
        int next = token + 1;
        return text.hasStopAfter(token)
                && next < tokens.size()
                && tokens.isCapitalised(next)
                && !tokens.isNumber(next)
                && tokens.end(next) - tokens.start(next) > 2;
    }

    private static boolean isNamed(List<Mention> mentions, int kind) {
        for (Mention mention : mentions) {
            if (kind >= mention.first() - 1 && kind <= mention.last() + 1) {
                return true;
            }
        }
        return false;
    }
}
