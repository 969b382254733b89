package org.otklik.place;

import java.util.Optional;
import org.otklik.text.Evidence;
import org.otklik.text.Tokens;

/** Finds the first street, and perhaps house, that a text names; stateless. */
final class Addresses {

    private static final WordSet STREETS =
            WordSet.of("ул улица улицы улице улицу улицей улиц улицах проспект проспекта "
                    + "проспекте проспекту просп пр пер переулок переулка переулке бульвар бульвара бульваре шоссе площадь площади "
                    + "набережная набережной проезд проезда проезде мкр микрорайон микрорайоне микрорайона квартал квартале "
                    + "квартала");
    private static final WordSet LEADS = WordSet.of("на по с у возле около между");
    private static final int NEAR = 3;

    private Addresses() {}

    static Optional<AddressMention> first(SegmentText text) {
        Tokens tokens = text.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (STREETS.has(tokens, i)) {
                Optional<AddressMention> street = beside(text, i);
                if (street.isPresent()) {
                    return street;
                }
            } else if (isBareStreet(tokens, i)) {
                return Optional.of(mention(text, i, i, i));
            }
        }
        return Optional.empty();
    }

    private static Optional<AddressMention> beside(SegmentText text, int kind) {
        Tokens tokens = text.tokens();
        int name = kind + 1;
        if (name < tokens.size()
                && tokens.isNumber(name)
                && name + 1 < tokens.size()
                && !isBreak(tokens, name + 1)
                && tokens.isCapitalised(name + 1)) {
            name++;
        }
        boolean after = name < tokens.size()
                && !(isBreak(tokens, name) && !text.hasStopAfter(kind))
                && (tokens.isCapitalised(name) || tokens.isNumber(name) || text.hasStopAfter(kind));
        if (after) {
            return Optional.of(mention(text, kind, name, name));
        }
        boolean before = kind > 0 && !tokens.beginsSentence(kind) && tokens.isCapitalised(kind - 1);
        return before ? Optional.of(mention(text, kind - 1, kind, kind - 1)) : Optional.empty();
    }

    /** «на Мира 45» names a street without saying so: a capital word and a house after a preposition. */
    private static boolean isBareStreet(Tokens tokens, int i) {
        return tokens.isCapitalised(i)
                && !tokens.isNumber(i)
                && i + 1 < tokens.size()
                && tokens.isNumber(i + 1)
                && !tokens.beginsSentence(i + 1)
                && tokens.end(i + 1) - tokens.start(i + 1) <= 5
                && (LEADS.has(tokens, i - 1) || tokens.followsComma(i));
    }

    private static AddressMention mention(SegmentText text, int first, int last, int name) {
        Tokens tokens = text.tokens();
        int house = house(tokens, last);
        Evidence evidence =
                new Evidence("address", tokens.start(first), tokens.end(Math.max(last, house)), text.segment());
        return new AddressMention(evidence, tokens.stem(name), house > last);
    }

    private static int house(Tokens tokens, int last) {
        for (int i = last + 1; i < tokens.size() && i <= last + NEAR && !isBreak(tokens, i); i++) {
            if (tokens.isNumber(i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isBreak(Tokens tokens, int token) {
        return tokens.beginsSentence(token);
    }
}
