package org.otklik.place;

import org.otklik.text.Tokens;
import org.otklik.text.WordSet;

/** A name without a kind word, and what its neighbours and its spelling say; for one mention. */
record BareName(
        NameTraits traits,
        boolean municipality,
        boolean personal,
        boolean capital,
        boolean meaningful,
        boolean start,
        boolean led,
        boolean within,
        boolean inhabited,
        boolean alone,
        boolean heads,
        boolean phrase,
        boolean upper,
        boolean quoted,
        boolean joined,
        boolean possessive) {

    private static final WordSet WITHIN = WordSet.of("в во из через до под около возле после");
    private static final WordSet LEADS = WordSet.of(
            "в во из под около возле между через до после к ко на за у от с со по рядом недалеко жители житель "
                    + "жителей жительница жителям администрация администрации глава главы");

    private static final WordSet INHABITED =
            WordSet.of("по жители житель жителей жительница жителям администрация администрации");

    static BareName of(SegmentText text, NameGroup group, int first, int last) {
        Tokens tokens = text.tokens();
        boolean start = tokens.beginsSentence(first);
        boolean mid = first > 0 && !start;
        return new BareName(
                group.traits(),
                group.isMunicipality(),
                group.traits().isPersonal(tokens.word(last)),
                hasCapitals(tokens, first, last),
                text.hasMeaningfulCapitals(),
                start,
                mid && LEADS.has(tokens, first - 1),
                mid
                        && !tokens.followsComma(first)
                        && (WITHIN.has(tokens, first - 1) || Outskirts.isRoadTo(tokens, first)),
                mid && INHABITED.has(tokens, first - 1),
                group.traits().adjective() && Standing.isAlone(text, last),
                headsAddress(tokens, group, first, last),
                last > first,
                tokens.isUpperCase(first),
                text.isQuoted(first),
                isJoined(tokens, first, last),
                start && Standing.isPossessive(text, last));
    }

    /** «Курск-Воронеж» is a road, «Никольско-Архангельский» another name. */
    private static boolean isJoined(Tokens tokens, int first, int last) {
        int next = last + 1;
        return tokens.followsHyphen(first)
                || (next < tokens.size() && tokens.followsHyphen(next) && tokens.isCapitalised(next));
    }

    /** All words of a name have capitals, but for the second of one with a hyphen. */
    private static boolean hasCapitals(Tokens tokens, int first, int last) {
        for (int i = first; i <= last; i++) {
            if (!tokens.isCapitalised(i) && !tokens.isNumber(i)) {
                return false;
            }
        }
        return true;
    }

    /** «Кошки, ул. Садовая» and «елховка, на Заречную»: a name at the head of the text, parted from what follows. */
    private static boolean headsAddress(Tokens tokens, NameGroup group, int first, int last) {
        int next = last + 1;
        boolean parted = first == 0
                && next < tokens.size()
                && (tokens.followsComma(next)
                        || (tokens.beginsSentence(next) && !group.traits().common()));
        return parted && (Things.isStreet(tokens, next) || (LEADS.has(tokens, next) && !tokens.beginsSentence(next)));
    }

    double score() {
        if (municipality) {
            return town();
        }
        if (heads) {
            return 0.7;
        }
        if (quoted) {
            return 0;
        }
        if (traits.common()) {
            return phrase ? everydayPhrase() : everydayWord();
        }
        if (joined || possessive) {
            return 0;
        }
        if (personal) {
            return within ? (capital ? 0.6 : 0.5) : inhabited && (capital || !meaningful) ? 0.4 : 0;
        }
        return traits.adjective() ? adjective() : noun();
    }

    private double town() {
        if (personal && !within && !inhabited) {
            return 0.3;
        }
        if (!traits.common()) {
            return joined || quoted ? 0.3 : 0.85;
        }
        boolean named = capital || !meaningful;
        return named && (within || (alone && (led || !start || isParted()))) ? 0.75 : 0;
    }

    private boolean isParted() {
        return alone && start;
    }

    private double everydayWord() {
        boolean placed = within || inhabited;
        return capital && meaningful && placed && !upper && (alone || !traits.adjective()) ? 0.4 : 0;
    }

    private double everydayPhrase() {
        if (capital && meaningful) {
            return within ? 0.6 : 0.42;
        }
        return led && !meaningful ? 0.4 : 0;
    }

    private double adjective() {
        if (!capital && meaningful) {
            return within && alone ? 0.36 : 0;
        }
        if (alone) {
            return within ? 0.6 : led ? 0.5 : start ? 0.4 : 0.45;
        }
        return 0;
    }

    private double noun() {
        if (capital && meaningful) {
            return led ? 0.8 : 0.6;
        }
        if (!meaningful) {
            return led ? 0.55 : 0.5;
        }
        return within ? 0.45 : led ? 0.36 : 0;
    }
}
