package org.otklik.benchmarks.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Declines whole names: which of their words change, and which never do. */
@SuppressWarnings("EnumOrdinal") // forms stand in the order of the cases
final class NameInCases {

    private static final Pattern PART = Pattern.compile("[^\\s\\-]+");
    private static final Set<String> NEVER_DECLINED = Set.of(
            "Льва Толстого",
            "имени Клары Цеткин",
            "Шмидта",
            "Лагода",
            "Ягана-Ту",
            "НПС \"Дружба\"",
            "ДЭУ-48",
            "Тольятти");
    private static final Set<String> HEAD_FIRST =
            Set.of("Ключ Мира", "Власть Труда", "Знамя Труда", "Любовь Труда", "Участок Сок");
    private static final Map<String, List<String>> BY_HAND = Map.of(
            "Два Ключа",
            List.of("Два Ключа", "Двух Ключей", "Двум Ключам", "Два Ключа", "Двумя Ключами", "Двух Ключах"),
            "Семь Ключей",
            List.of("Семь Ключей", "Семи Ключей", "Семи Ключам", "Семь Ключей", "Семью Ключами", "Семи Ключах"));

    private NameInCases() {}

    /** A name in a case; those in -ово and -ино undeclined if asked, as most people write them. */
    static String of(String name, Case which, boolean oldSchool) {
        if (BY_HAND.containsKey(name)) {
            return BY_HAND.get(name).get(which.ordinal());
        }
        if (NEVER_DECLINED.contains(name)) {
            return name;
        }
        List<String> words = words(name);
        StringBuilder said = new StringBuilder();
        Matcher part = PART.matcher(name);
        int copied = 0;
        for (int i = 0; part.find(); i++) {
            said.append(name, copied, part.start());
            boolean changes = HEAD_FIRST.contains(name) ? i == 0 : declined(words, i);
            String word = part.group();
            said.append(changes && !(isNeuterName(word) && !oldSchool) ? inCase(word, which) : word);
            copied = part.end();
        }
        return said.append(name.substring(copied)).toString();
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        PART.matcher(name).results().forEach(part -> words.add(part.group().toLowerCase(Locale.ROOT)));
        return words;
    }

    /** The last word, and adjectives before it; what ends in a number is told by its first word. */
    private static boolean declined(List<String> words, int index) {
        String word = words.get(index);
        if (!word.matches("[а-яё]{3,}")) {
            return false;
        }
        boolean last = index == words.size() - 1;
        boolean beforeNumber = !last && !words.get(index + 1).matches("[а-яё]{3,}");
        return last || beforeNumber || Paradigm.isAdjective(word) || Paradigm.isPossessive(word);
    }

    private static boolean isNeuterName(String word) {
        return word.matches(".*([оеи])(во|но)");
    }

    private static String inCase(String word, Case which) {
        boolean capital = Character.isUpperCase(word.charAt(0));
        boolean upper = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
        if (upper) {
            return word;
        }
        String said = Paradigm.decline(word.toLowerCase(Locale.ROOT).replace('ё', 'е'), which);
        return capital ? Paradigm.capitalised(said) : said;
    }
}
