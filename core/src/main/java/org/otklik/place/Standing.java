package org.otklik.place;

import org.otklik.text.Tokens;
import org.otklik.text.WordSet;

/** Tells an adjective that is a name from one that belongs to the noun behind it; stateless. */
final class Standing {

    private static final WordSet NO_NOUNS =
            WordSet.of("нет не ни опять снова все весь вся тоже уже еще и а но или что как где "
                    + "когда почему кто в во на с со из за к ко у от до по под без для о об при через около возле между просто только "
                    + "так очень сильно вообще больше меньше раньше темно тихо грязно холодно жарко плохо хорошо пусто скользко страшно "
                    + "день дни ночь вчера сегодня завтра сейчас теперь давно никто ничего это этот эта есть был была было были будет мы вы они я он "
                    + "она нам вам им первый второй третий третью вторую два две три пять там тут здесь");

    private Standing() {}

    /** Tells whether no noun follows that the adjective could describe, as far as case and gender tell. */
    static boolean isAlone(SegmentText text, int last) {
        Tokens tokens = text.tokens();
        int next = last + 1;
        return next >= tokens.size()
                || tokens.beginsSentence(next)
                || tokens.followsComma(next)
                || tokens.isNumber(next)
                || NO_NOUNS.has(tokens, next)
                || (text.letter(next, 0) == 'и' && text.letter(next, 1) == 'л')
                || !agree(text, last, next);
    }

    /** «Ермаково решение» is a decision of Yermak, «Ермаково замёрзло» is a village. */
    static boolean isPossessive(SegmentText text, int last) {
        Tokens tokens = text.tokens();
        int next = last + 1;
        boolean neuter = text.letter(last, 0) == 'о' && "вн".indexOf(text.letter(last, 1)) >= 0;
        return neuter
                && next < tokens.size()
                && !tokens.beginsSentence(next)
                && !tokens.followsComma(next)
                && !tokens.isCapitalised(next)
                && !NO_NOUNS.has(tokens, next)
                && (text.letter(next, 0) == 'е' || (text.letter(next, 0) == 'о' && text.letter(next, 1) != 'л'));
    }

    /** «после Южного асфальт» does not agree, «у Южного моста» does; what cannot be told agrees. */
    private static boolean agree(SegmentText text, int adjective, int noun) {
        char end = text.letter(noun, 0);
        return switch (text.letter(adjective, 1)) {
            case 'г' -> end == 'а' || end == 'я' || end == 'и';
            case 'м' -> end == 'у' || end == 'ю' || end == 'и';
            case 'ы', 'и' -> afterHigh(text.letter(adjective, 0), end);
            case 'о', 'е' -> afterMiddle(text.letter(adjective, 0), end);
            case 'а', 'я' -> end == 'а' || end == 'я' || end == 'ь';
            case 'у', 'ю' -> end == 'у' || end == 'ю' || end == 'ь';
            default -> true;
        };
    }

    /** Endings -ый, -ий, -ым, -им, -ых, -их, -ые, -ие. */
    private static boolean afterHigh(char last, char end) {
        return switch (last) {
            case 'й' -> "аеиоуыэюя".indexOf(end) < 0;
            case 'м' -> end == 'м' || end == 'ю';
            case 'е' -> end == 'ы' || end == 'и' || end == 'а' || end == 'я';
            default -> true;
        };
    }

    /** Endings -ое, -ее, -ом, -ем, -ой, -ей. */
    private static boolean afterMiddle(char last, char end) {
        return switch (last) {
            case 'е' -> end == 'о' || end == 'е' || end == 'я';
            case 'м' -> end == 'е' || end == 'и' || end == 'у' || end == 'ю';
            default -> true;
        };
    }
}
