package org.otklik.cluster;

import org.otklik.text.Tokens;
import org.otklik.text.WordSet;

/** Tells which tokens of a text name a street, a place or a house; no gazetteer knows them all. */
final class Naming {

    private static final int SHORTEST_NAME = 3;

    /** A name follows, where capitals tell nothing. */
    private static final WordSet BEFORE_NAMES =
            WordSet.of("ул улица улицы улице улицу улицей проспект проспекта проспекте "
                    + "проспекту просп пр переулок переулка переулке пер бульвар бульвара бульваре шоссе площадь площади проезд "
                    + "проезда проезде мкр микрорайон микрорайоне микрорайона набережная набережной тракт тракта деревня деревне "
                    + "деревни дер село селе села поселок поселке поселка пос пгт хутор хуторе станица станице снт днт тсн жк "
                    + "остановка остановке остановки станция станции");

    /** A name stands before, as in «московское шоссе». */
    private static final WordSet AFTER_NAMES =
            WordSet.of("проспект проспекта проспекте проспекту шоссе переулок переулка "
                    + "переулке бульвар бульвара бульваре проезд проезда проезде тракт тракта район района районе набережная "
                    + "набережной");

    private static final WordSet HOUSES =
            WordSet.of("дом дома доме дому домом домов домами д корпус корп к строение стр");

    private final Tokens tokens;
    /** Where all is in capitals, or nothing is, they name nothing. */
    private final boolean capitals;

    Naming(Tokens tokens) {
        this.tokens = tokens;
        capitals = tokens.capitalsWithinSentences() > 0 && tokens.upperCaseTokens() * 2 <= tokens.size();
    }

    boolean isName(int i) {
        if (capitals && !tokens.isCapitalised(i)) {
            return false;
        }
        if (tokens.end(i) - tokens.start(i) < SHORTEST_NAME || tokens.isNumber(i)) {
            return false;
        }
        if (capitals) {
            return !tokens.isUpperCase(i) && !tokens.beginsSentence(i);
        }
        return (BEFORE_NAMES.has(tokens, i - 1) && !tokens.beginsSentence(i))
                || (AFTER_NAMES.has(tokens, i + 1) && !tokens.beginsSentence(i + 1));
    }

    /** A number right behind a house, a street or a name, or one word further. */
    boolean isHouse(int i) {
        return isAddress(i - 1) || (!tokens.beginsSentence(i) && isAddress(i - 2) && !tokens.isNumber(i - 1));
    }

    private boolean isAddress(int i) {
        return i >= 0
                && !tokens.beginsSentence(i + 1)
                && (HOUSES.has(tokens, i) || BEFORE_NAMES.has(tokens, i) || isName(i));
    }
}
