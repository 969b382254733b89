package org.otklik.place;

import java.util.Set;
import org.otklik.text.Tokens;

/** How surely the words of a name mean the place; the numbers are set by hand. Immutable and thread-safe. */
final class NameScore {

    private static final double KIND = 0.92;
    private static final double EXACT_KIND = 0.95;

    private static final double BEYOND = 0.3;

    private final Elsewhere elsewhere;

    NameScore(Elsewhere elsewhere) {
        this.elsewhere = elsewhere;
    }

    /** Returns 0 to 1 and adds the reasons. */
    double of(SegmentText text, NameGroup group, int first, int last, Set<PlaceReason> reasons) {
        Tokens tokens = text.tokens();
        boolean town = group.isMunicipality()
                && group.type() == NameGroup.Type.NAME
                && !group.traits().common();
        if (Things.isNamedAfter(text, group, first, last) || (!town && elsewhere.isBeside(tokens, first, last))) {
            return 0;
        }
        return switch (group.type()) {
            case FULL -> full(group, reasons);
            case ADJECTIVE -> adjective(text, group, first, last);
            case NAME -> name(text, group, first, last, reasons);
        };
    }

    /** An adjective with nothing to describe is the name of something else, perhaps of a village. */
    private double adjective(SegmentText text, NameGroup group, int first, int last) {
        if (elsewhere.isRegion(text.tokens(), first) || Persons.isOne(text, group, first, last)) {
            return 0;
        }
        return group.traits().adjective() && Standing.isAlone(text, last) ? BEYOND : 0.5;
    }

    private boolean isElsewhere(Tokens tokens, NameGroup group, BareName bare, int first, int last) {
        return !group.isMunicipality()
                && ((first == last && elsewhere.isCity(tokens, first))
                        || (!bare.within() && elsewhere.isInSentence(tokens, last)));
    }

    private static double full(NameGroup group, Set<PlaceReason> reasons) {
        reasons.add(PlaceReason.KIND_WORD);
        return group.places().get(0).kind() == Place.Kind.REGION ? 0.5 : 0.9;
    }

    private double name(SegmentText text, NameGroup group, int first, int last, Set<PlaceReason> reasons) {
        if (Outskirts.isBeyond(text.tokens(), first)) {
            return BEYOND;
        }
        String type = KindWords.before(text, first);
        if (type != null && KindWords.fits(type, group)) {
            reasons.add(PlaceReason.KIND_WORD);
            return KindWords.isExactly(type, group.places()) ? EXACT_KIND : KIND;
        }
        if (group.traits().bound() || elsewhere.isRegion(text.tokens(), first)) {
            return 0;
        }
        if (text.tokens().isHashtag(first) && (!group.traits().common() || group.nominative().length > 1)) {
            reasons.add(PlaceReason.HASHTAG);
            return 0.8;
        }
        if (Persons.isOne(text, group, first, last)) {
            return 0;
        }
        BareName bare = BareName.of(text, group, first, last);
        return isElsewhere(text.tokens(), group, bare, first, last) ? Math.min(bare.score(), BEYOND) : bare.score();
    }
}
