package org.otklik.place;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.text.Evidence;
import org.otklik.text.Tokens;
import org.otklik.text.WordSet;

/** Finds the first street, and perhaps house, that a text names; stateless. */
final class Addresses {

    private static final String STREET_WORDS = "ул улица улицы улице улицу улицей улиц улицах проспект проспекта "
            + "проспекте проспекту просп пр пер переулок переулка переулке бульвар бульвара бульваре шоссе площадь площади "
            + "набережная набережной наб проезд проезда проезде мкр мкрн микрорайон микрорайоне микрорайона квартал "
            + "квартале квартала линия линии снт сдт днт днп гск тсн массив массиве массива тупик тупике";
    private static final String SHORTENED_WORDS = "пр б мкр кв наб";
    private static final WordSet STREETS = WordSet.of(STREET_WORDS);
    private static final WordSet SHORTENED = WordSet.of(SHORTENED_WORDS);
    /** Words by which addresses are looked for. */
    static final List<String> KINDS = Stream.of(STREET_WORDS.split(" "), SHORTENED_WORDS.split(" "))
            .flatMap(Arrays::stream)
            .distinct()
            .toList();

    private static final WordSet SHORT_ENDS = WordSet.of("т кт р н л я");
    private static final WordSet SPANS = NameForms.setOf(
                    "день неделя час месяц сутки год раз минута человек километр рубль")
            .and(WordSet.of("лет дней дня часов года км метров мин руб дн"));
    private static final WordSet LEADS = WordSet.of("на по с у возле около между");
    private static final int NEAR = 3;

    private Addresses() {}

    /**
     * Finds it.
     *
     * @param kinds where words of {@link #KINDS} stand, in order
     * @param count how many there are
     */
    static Optional<AddressMention> first(SegmentText text, int[] kinds, int count) {
        Tokens tokens = text.tokens();
        boolean mayBeBare = tokens.numberTokens() > 0;
        int from = 0;
        for (int i = 0; i < count; i++) {
            Optional<AddressMention> bare = mayBeBare ? bare(text, from, kinds[i]) : Optional.empty();
            Optional<AddressMention> street = bare.isPresent() ? bare : at(text, kinds[i]);
            if (street.isPresent()) {
                return street;
            }
            from = kinds[i] + 1;
        }
        return mayBeBare ? bare(text, from, tokens.size()) : Optional.empty();
    }

    private static Optional<AddressMention> bare(SegmentText text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isBareStreet(text.tokens(), i)) {
                return Optional.of(mention(text, i, i, i));
            }
        }
        return Optional.empty();
    }

    private static Optional<AddressMention> at(SegmentText text, int first) {
        int kind = kind(text.tokens(), first);
        return kind >= 0 ? beside(text, first, kind) : bare(text, first, first + 1);
    }

    /** The last token of a kind word that begins here, such as «ул», «пр-т» or «б-р»; -1 if none does. */
    private static int kind(Tokens tokens, int first) {
        int next = first + 1;
        boolean shortened = SHORTENED.has(tokens, first)
                && next < tokens.size()
                && tokens.followsHyphen(next)
                && SHORT_ENDS.has(tokens, next);
        if (shortened) {
            return next;
        }
        return STREETS.has(tokens, first) ? first : -1;
    }

    private static Optional<AddressMention> beside(SegmentText text, int first, int kind) {
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
                && (tokens.isCapitalised(name)
                        || (tokens.isNumber(name) && !SPANS.has(tokens, name + 1))
                        || text.hasStopAfter(kind)
                        || kind > first);
        if (after) {
            return Optional.of(mention(text, first, name, name));
        }
        boolean before = first > 0 && !tokens.beginsSentence(first) && tokens.isCapitalised(first - 1);
        return before ? Optional.of(mention(text, first - 1, kind, first - 1)) : Optional.empty();
    }

    /** «на Мира 45» names a street without saying so: a capital word and a house after a preposition. */
    private static boolean isBareStreet(Tokens tokens, int i) {
        return tokens.isCapitalised(i)
                && !tokens.isNumber(i)
                && i + 1 < tokens.size()
                && tokens.isNumber(i + 1)
                && !tokens.beginsSentence(i + 1)
                && !SPANS.has(tokens, i + 2)
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
            if (tokens.isNumber(i) && !SPANS.has(tokens, i + 1)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isBreak(Tokens tokens, int token) {
        return tokens.beginsSentence(token);
    }
}
