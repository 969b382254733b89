package org.otklik.benchmarks.place;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Declines the words of place names as a grammar book does, written by hand for this measurement.
 *
 * <p>It knows nothing of the locator's own forms: one form for one case, with lists for what endings do not tell.
 */
@SuppressWarnings("EnumOrdinal") // forms stand in the order of the cases
final class Paradigm {

    private static final Set<String> MASCULINE_SOFT =
            Set.of("богатырь", "волгарь", "ильмень", "пахарь", "кинель", "терегель", "строитель", "кордонь");
    private static final Set<String> POSSESSIVE =
            Set.of("бикулов", "ганькин", "власова", "гаврилова", "бахилова", "домашкины", "фомкины");
    private static final Map<String, String> FLEETING = Map.ofEntries(
            Map.entry("городок", "городк"),
            Map.entry("тополек", "топольк"),
            Map.entry("морец", "морц"),
            Map.entry("земледелец", "земледельц"),
            Map.entry("колок", "колк"),
            Map.entry("бугор", "бугр"),
            Map.entry("починок", "починк"),
            Map.entry("солонец", "солонц"),
            Map.entry("участок", "участк"),
            Map.entry("поселок", "поселк"));
    private static final Map<String, String> GENITIVE_PLURAL = Map.ofEntries(
            Map.entry("аскулы", "аскул"),
            Map.entry("брусяны", "брусян"),
            Map.entry("бугры", "бугров"),
            Map.entry("валы", "валов"),
            Map.entry("вершины", "вершин"),
            Map.entry("гвардейцы", "гвардейцев"),
            Map.entry("исаклы", "исаклов"),
            Map.entry("кармалы", "кармалов"),
            Map.entry("коханы", "кохан"),
            Map.entry("мосты", "мостов"),
            Map.entry("пискалы", "пискалов"),
            Map.entry("подгоры", "подгор"),
            Map.entry("сестры", "сестер"),
            Map.entry("студенцы", "студенцов"),
            Map.entry("черкассы", "черкасс"),
            Map.entry("челны", "челнов"),
            Map.entry("сады", "садов"),
            Map.entry("сосны", "сосен"),
            Map.entry("дома", "домов"),
            Map.entry("шигоны", "шигон"),
            Map.entry("бутырки", "бутырок"),
            Map.entry("выселки", "выселок"),
            Map.entry("горки", "горок"),
            Map.entry("зорьки", "зорек"),
            Map.entry("кошки", "кошек"),
            Map.entry("красноселки", "красноселок"),
            Map.entry("новинки", "новинок"),
            Map.entry("новоселки", "новоселок"),
            Map.entry("осинки", "осинок"),
            Map.entry("подстепки", "подстепок"),
            Map.entry("прокопенки", "прокопенок"),
            Map.entry("рамушки", "рамушек"),
            Map.entry("черемушки", "черемушек"),
            Map.entry("печерки", "печерок"),
            Map.entry("озерки", "озерков"),
            Map.entry("белозерки", "белозерок"),
            Map.entry("трехколки", "трехколок"));

    private Paradigm() {}

    static boolean isAdjective(String word) {
        return word.length() > 4 && word.matches(".*([кнвмлтдшчщгхсзжпр])(ый|ий|ой|ая|яя|ое|ее|ые|ие)");
    }

    static boolean isPossessive(String word) {
        return POSSESSIVE.contains(word);
    }

    /** One word, small letters, in one case. */
    static String decline(String word, Case which) {
        if (which == Case.NOMINATIVE) {
            return word;
        }
        if (isPossessive(word)) {
            return possessive(word, which);
        }
        return isAdjective(word) ? adjective(word, which) : noun(word, which);
    }

    private static String adjective(String word, Case which) {
        String base = word.substring(0, word.length() - 2);
        String ending = word.substring(word.length() - 2);
        boolean soft = ending.equals("яя") || (ending.matches("ий|ее|ие") && base.endsWith("н"));
        char last = base.charAt(base.length() - 1);
        boolean hissing = "жчшщ".indexOf(last) >= 0 && !ending.equals("ой") && !word.startsWith("больш");
        boolean velar = "кгхжчшщ".indexOf(last) >= 0;
        return switch (ending) {
            case "ая", "яя" ->
                base
                        + pick(
                                which,
                                soft || hissing ? "ей" : "ой",
                                soft || hissing ? "ей" : "ой",
                                soft ? "юю" : "ую",
                                soft || hissing ? "ей" : "ой",
                                soft || hissing ? "ей" : "ой");
            case "ые", "ие" ->
                soft || velar
                        ? base + pick(which, "их", "им", "ие", "ими", "их")
                        : base + pick(which, "ых", "ым", "ые", "ыми", "ых");
            default ->
                soft || hissing
                        ? base + pick(which, "его", "ему", ending, "им", "ем")
                        : base + pick(which, "ого", "ому", ending, velar ? "им" : "ым", "ом");
        };
    }

    private static String possessive(String word, Case which) {
        if (word.endsWith("а")) {
            return word.substring(0, word.length() - 1) + pick(which, "ой", "ой", "у", "ой", "ой");
        }
        if (word.endsWith("ы")) {
            return word.substring(0, word.length() - 1) + pick(which, "ых", "ым", "ы", "ыми", "ых");
        }
        return word + pick(which, "а", "у", "", "ым", "ом");
    }

    private static String noun(String word, Case which) {
        if (word.equals("знамя")) {
            return pick(which, "знамени", "знамени", "знамя", "знаменем", "знамени");
        }
        if (isPlural(word)) {
            return plural(word, which);
        }
        String base = word.substring(0, word.length() - 1);
        char before = base.charAt(base.length() - 1);
        boolean velar = "кгхжчшщ".indexOf(before) >= 0;
        boolean hissing = "жчшщц".indexOf(before) >= 0;
        return switch (word.charAt(word.length() - 1)) {
            case 'а' -> base + pick(which, velar ? "и" : "ы", "е", "у", hissing ? "ей" : "ой", "е");
            case 'я' ->
                before == 'и'
                        ? base + pick(which, "и", "и", "ю", "ей", "и")
                        : base + pick(which, "и", "е", "ю", "ей", "е");
            case 'о' -> base + pick(which, "а", "у", "о", "ом", "е");
            case 'е' ->
                hissing ? base + pick(which, "а", "у", "е", "ем", "е") : base + pick(which, "я", "ю", "е", "ем", "е");
            case 'ь' ->
                MASCULINE_SOFT.contains(word)
                        ? base + pick(which, "я", "ю", "ь", "ем", "е")
                        : base + pick(which, "и", "и", "ь", "ью", "и");
            case 'й' -> base + pick(which, "я", "ю", "й", "ем", "е");
            case 'и', 'у', 'ю', 'э' -> word;
            default -> consonant(word, which);
        };
    }

    private static String consonant(String word, Case which) {
        if (which == Case.ACCUSATIVE) {
            return word;
        }
        String stem = FLEETING.getOrDefault(word, word);
        boolean hissing = "жчшщц".indexOf(stem.charAt(stem.length() - 1)) >= 0 && !word.matches("ключ|луч");
        return stem + pick(which, "а", "у", "", hissing ? "ем" : "ом", "е");
    }

    private static boolean isPlural(String word) {
        return word.equals("дома") || word.endsWith("ы") || (word.endsWith("и") && !word.equals("тольятти"));
    }

    private static String plural(String word, Case which) {
        String base = word.substring(0, word.length() - 1);
        char last = base.charAt(base.length() - 1);
        boolean hard = word.endsWith("ы") || word.endsWith("а") || "кгхжчшщ".indexOf(last) >= 0;
        String genitive =
                GENITIVE_PLURAL.getOrDefault(word, hard && "жчшщ".indexOf(last) < 0 ? base + "ов" : base + "ей");
        return switch (which) {
            case GENITIVE -> genitive;
            case DATIVE -> base + (hard ? "ам" : "ям");
            case INSTRUMENTAL -> base + (hard ? "ами" : "ями");
            case LOCATIVE -> base + (hard ? "ах" : "ях");
            default -> word;
        };
    }

    private static String pick(Case which, String gen, String dat, String acc, String ins, String loc) {
        return List.of("", gen, dat, acc, ins, loc).get(which.ordinal());
    }

    static String capitalised(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
