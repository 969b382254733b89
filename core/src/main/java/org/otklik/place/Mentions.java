package org.otklik.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.otklik.text.Evidence;
import org.otklik.text.Tokens;

/** Finds names in a text and decides by their neighbours whether they mean a place; immutable and thread-safe. */
final class Mentions {

    private static final WordSet KINDS = WordSet.of("село села селе селу селом деревня деревни деревне деревню "
            + "деревней посёлок поселок поселка поселке поселку поселком пос пгт рп станица хутор хутора хуторе станция "
            + "станции сельское поселение поселения поселении поселке ст х п пст снт массив массива массиве мкр "
            + "микрорайон микрорайона микрорайоне");
    private static final WordSet CITY_KINDS = WordSet.of("г гор город города городе городу городом го округ округа");
    private static final WordSet DOTTED_KINDS = WordSet.of("с д");
    private static final WordSet STREETS =
            WordSet.of("ул улица улицы улице улицу улицей улиц улицах проспект проспекта "
                    + "проспекте проспекту просп пр пер переулок переулка переулке бульвар бульвара бульваре шоссе ш площадь "
                    + "площади пл набережная набережной проезд проезда проезде тракт тракта аллея аллее сквер сквера парк "
                    + "парка парке имени им");
    private static final WordSet RIVERS = WordSet.of("река реки реке реку рекой речка речки речке озеро озера озере");
    private static final WordSet LEADS = WordSet.of("в во из под около возле между через до к ко на за у от по "
            + "жители житель жителей жительница рядом недалеко");

    private final NameIndex names;

    Mentions(NameIndex names) {
        this.names = names;
    }

    /** Returns what the text names, in its order; of overlapping names the longest stays. */
    List<Mention> in(SegmentText text) {
        if (text.tokens().size() == 0) {
            return List.of();
        }
        List<Mention> found = new ArrayList<>(0);
        boolean capitals = text.hasMeaningfulCapitals();
        names.find(text.tokens(), (number, first, last) -> {
            Mention mention = judge(text, capitals, names.group(number), first, last);
            if (mention.score() > 0) {
                found.add(mention);
            }
        });
        if (found.size() < 2) {
            return found;
        }
        found.sort(Comparator.comparingInt(Mention::length)
                .thenComparingDouble(Mention::score)
                .reversed());
        List<Mention> kept = new ArrayList<>();
        for (Mention mention : found) {
            if (kept.stream().noneMatch(mention::overlaps)) {
                kept.add(mention);
            }
        }
        kept.sort(Comparator.comparingInt(Mention::first));
        return kept;
    }

    private Mention judge(SegmentText text, boolean capitals, NameGroup group, int first, int last) {
        EnumSet<PlaceReason> reasons = EnumSet.noneOf(PlaceReason.class);
        boolean none = isStreet(text.tokens(), group, first, last) || isTorn(text.tokens(), group, first, last);
        double score = none ? 0 : score(text, capitals, group, first, last, reasons);
        reasons.add(group.type() == NameGroup.Type.ADJECTIVE ? PlaceReason.ADJECTIVE : PlaceReason.NAMED);
        Tokens tokens = text.tokens();
        String rule = "place." + group.places().get(0).id();
        Evidence evidence = new Evidence(rule, tokens.start(first), tokens.end(last), text.segment());
        return new Mention(group, first, last, score, Set.copyOf(reasons), evidence);
    }

    /** «ул. Победы», «Самарская улица» and «река Самара» name no place of the gazetteer. */
    private static boolean isStreet(Tokens tokens, NameGroup group, int first, int last) {
        if (group.type() == NameGroup.Type.FULL) {
            return false;
        }
        boolean before = first > 0 && !tokens.beginsSentence(first) && !tokens.followsComma(first);
        boolean after = last + 1 < tokens.size() && !tokens.beginsSentence(last + 1) && !tokens.followsComma(last + 1);
        return (before && (STREETS.has(tokens, first - 1) || RIVERS.has(tokens, first - 1)))
                || (after && group.adjective() && STREETS.has(tokens, last + 1));
    }

    /** «в Волжском (Красноярский р-н)» speaks of another district than the first word says. */
    private static boolean isTorn(Tokens tokens, NameGroup group, int first, int last) {
        if (group.type() != NameGroup.Type.FULL) {
            return false;
        }
        for (int i = first + 1; i <= last; i++) {
            if (tokens.followsComma(i)) {
                return true;
            }
        }
        return false;
    }

    private static double score(
            SegmentText text, boolean capitals, NameGroup group, int first, int last, Set<PlaceReason> reasons) {
        Tokens tokens = text.tokens();
        if (group.type() == NameGroup.Type.FULL) {
            reasons.add(PlaceReason.KIND_WORD);
            return group.places().get(0).kind() == Place.Kind.REGION ? 0.5 : 0.9;
        }
        if (group.type() == NameGroup.Type.ADJECTIVE) {
            return 0.5;
        }
        if (hasKindWord(text, group, first)) {
            reasons.add(PlaceReason.KIND_WORD);
            return 0.92;
        }
        boolean capital = tokens.isCapitalised(first);
        if (tokens.isHashtag(first) && !group.common()) {
            reasons.add(PlaceReason.HASHTAG);
            return 0.8;
        }
        return group.isMunicipality()
                ? bareMunicipality(tokens, group, first, capital || !capitals)
                : headsAddress(tokens, first, last) ? 0.7 : bareSettlement(tokens, group, first, capital, capitals);
    }

    private static boolean hasKindWord(SegmentText text, NameGroup group, int first) {
        Tokens tokens = text.tokens();
        int before = first - 1;
        if (before < 0 || (tokens.beginsSentence(first) && !text.hasStopAfter(before))) {
            return false;
        }
        return (group.isMunicipality() && CITY_KINDS.has(tokens, before))
                || (!group.isMunicipality() && KINDS.has(tokens, before))
                || (DOTTED_KINDS.has(tokens, before) && text.hasStopAfter(before) && tokens.isCapitalised(first));
    }

    private static double bareMunicipality(Tokens tokens, NameGroup group, int first, boolean capital) {
        if (!group.common()) {
            return 0.85;
        }
        boolean led = LEADS.has(tokens, first - 1) || tokens.followsComma(first);
        return capital && (led || !tokens.beginsSentence(first)) ? 0.75 : 0;
    }

    /** «Кошки, ул. Садовая» and «елховка, на Заречную»: a name at the head of the text, parted from what follows. */
    private static boolean headsAddress(Tokens tokens, int first, int last) {
        boolean parted = last + 1 < tokens.size() && (tokens.followsComma(last + 1) || tokens.beginsSentence(last + 1));
        return first == 0 && parted && (STREETS.has(tokens, last + 1) || LEADS.has(tokens, last + 1));
    }

    private static double bareSettlement(Tokens tokens, NameGroup group, int first, boolean capital, boolean capitals) {
        boolean led = LEADS.has(tokens, first - 1) && !tokens.beginsSentence(first);
        if (group.common()) {
            return capital && led && !tokens.beginsSentence(first) && !tokens.isUpperCase(first) ? 0.4 : 0;
        }
        if (capital && led) {
            return 0.8;
        }
        if (capital) {
            return 0.6;
        }
        return led && !capitals ? 0.55 : led ? 0.45 : 0;
    }
}
