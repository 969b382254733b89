package org.otklik.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the same trouble is told of another place: the same text with another house, street or settlement. */
enum Elsewhere {
    HOUSE("(?:(?<=(?<!\\p{L})(?:дом|доме|дома|д)[ .№]{1,3})|(?<=\\p{Lu}\\p{L}{3,20}(?:ая|ой|а|ва|на|ского),? ))"
            + "\\d{1,3}(?![.:/]?\\d)"),
    STREET("(?<=(?<!\\p{L})(?iu:(?:ул|пр|пер)[. ]{1,2}|(?:улица|улице|улицы|улицу|проспект|проспекте|переулок|переулке|"
            + "бульвар|бульваре) ))\\p{Lu}\\p{Ll}{3,}"),
    SETTLEMENT(
            "(?<=(?<!\\p{L})(?iu:(?:дер|пос|мкр|снт)[. ]{1,2}|(?:деревня|деревне|деревни|село|селе|села|поселок|посёлок|"
                    + "поселке|посёлке|поселка|микрорайон|микрорайоне|район|районе) )[\"«]?)\\p{Lu}\\p{Ll}{3,}");

    private final Pattern named;

    Elsewhere(String named) {
        this.named = Pattern.compile(named);
    }

    /** Moves a text, or nothing where it names no such thing. */
    Optional<String> of(String text, SplittableRandom random) {
        Matcher found = named.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        String here = found.group();
        String there = there(here, random);
        if (here.equals(there) || isSaidAgain(text, here) || text.contains(there)) {
            return Optional.empty();
        }
        return Optional.of(Pattern.compile("(?<![\\p{L}\\d])" + here + "(?!\\d)")
                .matcher(text)
                .replaceAll(there));
    }

    /** Who names the old place once more in another form still speaks of it. */
    private static boolean isSaidAgain(String text, String here) {
        String stem = here.substring(0, Math.min(4, here.length())).toLowerCase(Locale.ROOT);
        String lower = text.toLowerCase(Locale.ROOT);
        return !Character.isDigit(here.charAt(0)) && lower.indexOf(stem) != lower.lastIndexOf(stem);
    }

    private String there(String here, SplittableRandom random) {
        if (this == HOUSE) {
            return Integer.toString((Integer.parseInt(here) + 1 + random.nextInt(40)) % 199 + 1);
        }
        List<String> names = this == STREET ? Phrases.STREETS : SETTLEMENTS;
        return names.get(random.nextInt(names.size()));
    }

    private static final List<String> SETTLEMENTS = List.of(
            "Берёзовка",
            "Каменное",
            "Сосновский",
            "Ольховка",
            "Красное",
            "Дубровка",
            "Ивановское",
            "Заозёрный",
            "Покровское",
            "Малиновка",
            "Никольское",
            "Отважный");
}
