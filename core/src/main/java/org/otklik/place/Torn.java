package org.otklik.place;

import org.otklik.text.Tokens;
import org.otklik.text.WordSet;

/** Tells a district's adjective from one that has nothing to do with the word «район» further on; stateless. */
final class Torn {

    private static final WordSet BETWEEN = WordSet.of("муниципальный муниципального муниципальному муниципальным "
            + "муниципальном городской городского городскому городским городском внутригородской внутригородского "
            + "внутригородском сельский сельского административный административного административном");
    private static final WordSet PLURAL = WordSet.of("районы районов районам районами районах");

    private Torn() {}

    /** «в Волжском (Красноярский р-н)» and «посёлок Октябрьский Кинельского района» speak of the second. */
    static boolean is(Tokens tokens, NameGroup group, int first, int last) {
        if (group.type() != NameGroup.Type.FULL) {
            return false;
        }
        int district = tokens.followsHyphen(last) ? last - 1 : last;
        boolean several = PLURAL.has(tokens, last);
        for (int i = first + 1; i <= last; i++) {
            if (tokens.followsComma(i) && !several) {
                return true;
            }
        }
        return !several && isApart(tokens, group, first, district);
    }

    private static boolean isApart(Tokens tokens, NameGroup group, int first, int district) {
        int words = group.nominative().length;
        for (int i = first + words; words > 0 && i < district; i++) {
            if (!BETWEEN.has(tokens, i)) {
                return true;
            }
        }
        return false;
    }
}
