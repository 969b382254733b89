package org.otklik.benchmarks.place;

import java.util.Map;
import java.util.Optional;

/** The kinds of settlements as the classifier abbreviates them, in words and in cases. */
final class KindWords {

    private static final Map<String, String> WORDS = Map.of(
            "с", "село",
            "д", "деревня",
            "п", "поселок",
            "пгт", "поселок",
            "рзд", "разъезд",
            "ст", "станция",
            "х", "хутор",
            "аул", "аул",
            "мкр", "микрорайон",
            "г", "город");
    private static final Map<String, String> SHORT =
            Map.of("с", "с.", "д", "д.", "п", "пос.", "пгт", "пгт", "ст", "ст.", "мкр", "мкр.", "г", "г.", "х", "х.");

    private KindWords() {}

    static Optional<String> of(String type, Case which) {
        return Optional.ofNullable(WORDS.get(type)).map(word -> Paradigm.decline(word, which));
    }

    static Optional<String> shortly(String type) {
        return Optional.ofNullable(SHORT.get(type));
    }
}
