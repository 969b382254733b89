package org.otklik.place;

import org.otklik.text.Tokens;
import org.otklik.text.WordSet;

/** Streets, rivers, shops and clubs, which are named after places without being in them; stateless. */
final class Things {

    private static final WordSet STREETS = WordSet.of(
            "ул улица улицы улице улицу улицей улиц улицах проспект проспекта "
                    + "проспекте проспекту просп пр прт пер переулок переулка переулке бульвар бульвара бульваре шоссе ш площадь "
                    + "площади пл набережная набережной наб проезд проезда проезде тракт тракта аллея аллее спуск спуска спуске");
    private static final WordSet NAMED =
            WordSet.of("сквер сквера сквере парк парка парке имени им река реки реке реку рекой "
                    + "речка речки речке речку озеро озера озере снт сдт днт днп гск тсж тсн жк тц трц тк тд магазин магазина магазине "
                    + "кафе ресторан ресторане аптека аптеке аптеку стадион стадиона стадионе дк кинотеатр кинотеатре санаторий "
                    + "санатории лагерь лагере клуб клуба клубе колхоз колхоза газета газеты газете фильм фильма сериал сериала группа "
                    + "группы песня книга роман ао оао ооо зао пао ук школа рынок рынке остановка остановке гостиница отель отеле завод "
                    + "завода заводе авиакомпания самолет команда команды банк концерт ансамбль радиостанция смартфон");
    private static final WordSet DESCRIBED = WordSet.of(
            "мост моста мосту мостом трасса трассы трассе трассу поворот поворота "
                    + "повороту повороте кольцо кольца кольце рынок рынка рынке вокзал вокзала вокзале край края крае краю");

    private Things() {}

    static boolean isStreet(Tokens tokens, int token) {
        return STREETS.has(tokens, token);
    }

    /** «ул. Победы», «Самарская улица», «река Самара» and «магазин Победа» name no place of the gazetteer. */
    static boolean isNamedAfter(SegmentText text, NameGroup group, int first, int last) {
        if (group.type() == NameGroup.Type.FULL) {
            return false;
        }
        Tokens tokens = text.tokens();
        int before = first - 1;
        boolean joined = before >= 0 && !tokens.beginsSentence(first) && !tokens.followsComma(first);
        boolean named = joined
                && (STREETS.has(tokens, before)
                        || (NAMED.has(tokens, before)
                                && !(group.isMunicipality() && !group.traits().common())
                                && !tokens.isNumber(before)));
        int after = last + 1;
        boolean describes = after < tokens.size()
                && !tokens.beginsSentence(after)
                && group.traits().adjective()
                && (isHouse(tokens, group, after)
                        || (!tokens.followsComma(after)
                                && (STREETS.has(tokens, after) || DESCRIBED.has(tokens, after))));
        return named || describes || isRiver(tokens, before, joined);
    }

    /** «Чапаевская, 122» is a street. */
    private static boolean isHouse(Tokens tokens, NameGroup group, int after) {
        return group.type() == NameGroup.Type.ADJECTIVE && tokens.isNumber(after);
    }

    private static final WordSet RIVERS = WordSet.of("река реки реке реку рекой речка речки речке озеро озера озере");

    private static boolean isRiver(Tokens tokens, int before, boolean joined) {
        return joined && RIVERS.has(tokens, before);
    }
}
