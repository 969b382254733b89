package org.otklik.place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.otklik.text.Tokens;
import org.otklik.text.WordSet;
import org.otklik.text.Words;

/** Words that say what kind of place follows, in all their forms, with the classifier's abbreviation; immutable. */
final class KindWords {

    private static final String CITY = "г";
    private static final Map<Long, String> TYPES = types();
    private static final WordSet DOTTED = WordSet.of("с д");

    private KindWords() {}

    private static Map<Long, String> types() {
        Map<Long, String> types = new HashMap<>();
        add(types, "с", "село села селу селом селе сел селах");
        add(types, "д", "деревня деревни деревне деревню деревней деревень дер деревенька деревеньке");
        add(types, "п", "поселок поселка поселку поселком поселке поселки поселков поселках пос п х");
        add(types, "пгт", "пгт рп");
        add(types, "ст", "станция станции станцию станцией ст пст");
        add(types, "станица", "станица станицы станице станицу станицей");
        add(types, "х", "хутор хутора хутору хутором хуторе");
        add(types, "рзд", "разъезд разъезда разъезду разъездом разъезде рзд");
        add(types, "аул", "аул аула аулу аулом ауле");
        add(types, "платформа", "платформа платформы платформе платформу платформой");
        add(types, "казарма", "казарма казармы казарме казарму казармой");
        add(types, "кордон", "кордон кордона кордону кордоном кордоне");
        add(
                types,
                "мкр",
                "мкр мкрн микрорайон микрорайона микрорайону микрорайоном микрорайоне мкрн массив массива массиве");
        add(types, "п", "поселение поселения поселению поселением поселении");
        add(types, CITY, "г гор город города городу городом городе го округ округа округу округе");
        return Map.copyOf(types);
    }

    private static void add(Map<Long, String> types, String type, String words) {
        for (String word : words.split(" ", -1)) {
            types.put(Words.hash(word), type);
        }
    }

    /** The abbreviation of the kind word before a name; null if there is none. */
    static @Nullable String before(SegmentText text, int first) {
        Tokens tokens = text.tokens();
        int before = first - 1;
        if (before < 0 || (tokens.beginsSentence(first) && !text.hasStopAfter(before))) {
            return null;
        }
        if (DOTTED.has(tokens, before)) {
            boolean meant = text.hasStopAfter(before) && tokens.isCapitalised(first);
            return meant ? (tokens.word(before) == Words.hash("с") ? "с" : "д") : null;
        }
        return TYPES.get(tokens.word(before));
    }

    /** Tells whether a kind word can stand before the name of these places: a town is no village. */
    static boolean fits(String type, NameGroup group) {
        boolean city = type.equals(CITY);
        if (group.isMunicipality()) {
            return city;
        }
        return !city || group.places().stream().anyMatch(place -> isOf(place, CITY));
    }

    /** The places that are of the kind; all if none is, since people do not know the classifier. */
    static List<Place> of(String type, List<Place> places) {
        List<Place> fitting = places.stream().filter(place -> isOf(place, type)).toList();
        return fitting.isEmpty() ? places : fitting;
    }

    /** Tells whether the classifier calls one of the places so; urban settlements are settlements too. */
    static boolean isExactly(String type, List<Place> places) {
        return places.stream().anyMatch(place -> isOf(place, type));
    }

    private static boolean isOf(Place place, String type) {
        return place.type()
                .filter(known -> known.equals(type) || (type.equals("п") && known.equals("пгт")))
                .isPresent();
    }
}
