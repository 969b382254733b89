package org.otklik.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.otklik.text.WordSet;
import org.otklik.text.Words;

/**
 * Writes Russian place names in all their cases by the endings of the nominative.
 *
 * <p>It gives more forms than the language has (both genders of a soft sign, names in -ово both declined and not),
 * because people write both and a form that nobody writes does no harm.
 */
final class NameForms {

    private static final String VOWELS = "аеиоуыэюя";

    private NameForms() {}

    /** Returns for each word of a name, parted by blank or hyphen, all its forms. */
    static List<List<String>> ofName(String name) {
        List<List<String>> steps = new ArrayList<>();
        for (String part : name.split("[\\s\\-–.]+", -1)) {
            String word = Words.fold(part);
            if (!word.isEmpty()) {
                steps.add(List.copyOf(ofWord(word)));
            }
        }
        return List.copyOf(steps);
    }

    static Set<String> ofWord(String word) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(word);
        if (word.length() < 2 || !Character.isLetter(word.charAt(word.length() - 1))) {
            return forms;
        }
        if (word.equals("знамя")) {
            add(forms, "знамен", "и", "ем");
            return forms;
        }
        if (isAdjective(word)) {
            adjective(word, forms);
        } else {
            noun(word, forms);
        }
        return forms;
    }

    /** Tells whether a folded word has the ending of an adjective in the nominative; a village may be called so. */
    static boolean isAdjective(String word) {
        int length = word.length();
        if (length < 5) {
            return false;
        }
        boolean ending = endsWithOneOf(word, "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие");
        return ending && "кнврмлтдшчщгхсжзпб".indexOf(word.charAt(length - 3)) >= 0;
    }

    private static void adjective(String word, Set<String> forms) {
        String base = word.substring(0, word.length() - 2);
        if (word.endsWith("ая") || word.endsWith("яя")) {
            add(forms, base, "ая", "ой", "ую", "яя", "ей", "юю", "ою");
        } else if (word.endsWith("ые") || word.endsWith("ие")) {
            add(forms, base, "ые", "ых", "ым", "ыми", "ие", "их", "им", "ими");
        } else {
            add(forms, base, "ого", "ому", "ым", "им", "ом", "его", "ему", "ем");
        }
    }

    /** Returns all forms of an adjective, of every gender and number. */
    static List<String> allAdjectiveForms(String base) {
        Set<String> forms = new LinkedHashSet<>();
        add(forms, base, "ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими");
        return List.copyOf(forms);
    }

    private static void noun(String word, Set<String> forms) {
        String base = word.substring(0, word.length() - 1);
        switch (word.charAt(word.length() - 1)) {
            case 'а' -> add(forms, base, "ы", "и", "е", "у", "ой", "ою", "ей");
            case 'я' -> add(forms, base, "и", "е", "ю", "ей");
            case 'ь' -> add(forms, base, "и", "ью", "я", "ю", "ем", "е");
            case 'о' -> add(forms, base, "а", "у", "ом", "е");
            case 'е' -> add(forms, base, "я", "ю", "ем", "и", "а", "у");
            case 'й' -> add(forms, base, "я", "ю", "ем", "е");
            case 'ы', 'и' -> plural(base, forms);
            default -> consonant(word, forms);
        }
    }

    private static void plural(String base, Set<String> forms) {
        add(forms, base, "ам", "ами", "ах", "ям", "ями", "ях", "ов", "ей");
        char last = base.charAt(base.length() - 1);
        if (last == 'к' && base.length() > 3) {
            String stem = base.substring(0, base.length() - 1);
            add(forms, stem, "ок", "ек");
        } else if (base.length() > 3) {
            forms.add(base);
            forms.add(base.substring(0, base.length() - 1) + "е" + last);
        }
    }

    private static void consonant(String word, Set<String> forms) {
        if (VOWELS.indexOf(word.charAt(word.length() - 1)) >= 0) {
            return;
        }
        add(forms, word, "а", "у", "ом", "ем", "е", "ым");
        if (endsWithOneOf(word, "ок", "ек", "ец", "гор")) {
            String soft = word.endsWith("лек") ? "ь" : "";
            String stem = word.substring(0, word.length() - 2) + soft + word.charAt(word.length() - 1);
            add(forms, stem, "а", "у", "ом", "ем", "е");
        }
    }

    /** Returns the stem of a city's adjective, such as {@code тольяттинск} and {@code сызранск}. */
    static String adjectiveBase(String city) {
        String name = Words.fold(city);
        if (name.endsWith("ск")) {
            return name;
        }
        if (isAdjective(name)) {
            return name.substring(0, name.length() - 2) + "енск";
        }
        if (name.endsWith("ль")) {
            return name + "ск";
        }
        return (name.endsWith("и") ? name + "н" : withoutEnding(name)) + "ск";
    }

    private static String withoutEnding(String name) {
        return endsWithOneOf(name, "а", "о", "ь", "я", "ы", "е") ? name.substring(0, name.length() - 1) : name;
    }

    /** Returns what a city's inhabitants are called, in all cases. */
    static List<String> inhabitants(String city) {
        String base = adjectiveBase(city);
        String root = base.substring(0, base.length() - 2);
        Set<String> forms = new LinkedHashSet<>();
        add(forms, root + "ц", "ы", "ев", "ам", "ами", "ах", "а", "у", "ем");
        add(forms, root, "ец", "чане", "чан", "чанам", "чанами", "чанах", "чанин", "чанка", "чанки");
        if (base.endsWith("ьск")) {
            String stem = base.substring(0, base.length() - 3);
            add(forms, stem, "яне", "ян", "янам", "янами", "янах", "янин", "янка", "янки");
        }
        return List.copyOf(forms);
    }

    private static void add(Set<String> forms, String base, String... endings) {
        for (String ending : endings) {
            forms.add(base + ending);
        }
    }

    /** The words of a list in the nominative, in all the forms that names of their endings have. */
    static WordSet setOf(String words) {
        return WordSet.of(Arrays.stream(words.split("\\s+", -1)).flatMap(word -> ofWord(word).stream()));
    }

    /** The words of a list in the cases that answer «where» and «whose», without nominative and accusative. */
    static WordSet setOfOblique(String words) {
        return WordSet.of(Arrays.stream(words.split("\\s+", -1))
                .flatMap(word -> ofWord(word).stream()
                        .filter(form -> !form.equals(word)
                                && !(word.endsWith("а") && form.endsWith("у"))
                                && !(word.endsWith("я") && form.endsWith("ю")))));
    }

    private static boolean endsWithOneOf(String word, String... endings) {
        for (String ending : endings) {
            if (word.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }
}
