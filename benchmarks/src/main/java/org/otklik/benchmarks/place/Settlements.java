package org.otklik.benchmarks.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All settlements of the pack whose name is theirs alone, spoken of in every case and every spelling. */
final class Settlements {

    private final List<Map<String, String>> rows;
    private final Set<String> everyday;

    Settlements(List<Map<String, String>> rows) {
        this.rows = rows;
        everyday = everyday();
    }

    private static Set<String> everyday() {
        Set<String> names = new HashSet<>();
        for (String line : Table.lines("org/otklik/benchmarks/place/everyday.txt")) {
            names.addAll(List.of(
                    line.contains("|") ? line.split("\\|") : line.strip().split("\\s+")));
        }
        return names;
    }

    /** Settlements that share their name with no other place. */
    List<Map<String, String>> unambiguous() {
        Map<String, Integer> uses = new HashMap<>();
        rows.forEach(row -> uses.merge(key(row), 1, Integer::sum));
        return settlements().stream()
                .filter(row -> uses.getOrDefault(key(row), 0) == 1)
                .toList();
    }

    /** Settlements that share it with others of other municipalities. */
    List<Map<String, String>> namesakes() {
        Set<String> alone = new HashSet<>();
        unambiguous().forEach(row -> alone.add(row.get("id")));
        return settlements().stream()
                .filter(row -> !alone.contains(row.get("id")))
                .toList();
    }

    private List<Map<String, String>> settlements() {
        return rows.stream()
                .filter(row -> "SETTLEMENT".equals(row.get("kind")))
                .filter(row -> !row.getOrDefault("name", "").startsWith("№"))
                .toList();
    }

    private static String key(Map<String, String> row) {
        return row.getOrDefault("name", "").toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    List<Said> sentences(Map<String, String> row) {
        List<Said> said = new ArrayList<>();
        String id = row.getOrDefault("id", "");
        String name = row.getOrDefault("name", "");
        for (Case which : Case.values()) {
            String sentence = Carriers.one(which, name);
            kinds(row, which)
                    .forEach(named -> said.add(new Said(Carriers.with(sentence, named), id, "with a kind word")));
            if (isBare(name)) {
                bare(name, which, sentence, id, said);
            }
        }
        if (isBare(name)) {
            String tag = "#" + name.toLowerCase(Locale.ROOT).replaceAll("[ -]", "");
            said.add(new Said("Опять без света! " + tag, id, "as a hashtag"));
            said.add(new Said(name + ", ул. Садовая, 5 - яма на дороге", id, "at the head of an address"));
        }
        return said;
    }

    private static List<String> kinds(Map<String, String> row, Case which) {
        String name = row.getOrDefault("name", "");
        String type = row.getOrDefault("type", "");
        List<String> named = new ArrayList<>();
        Optional<String> word = KindWords.of(type, which);
        boolean agrees = name.hashCode() % 2 == 0;
        if (word.isEmpty()) {
            named.add(NameInCases.of(name, which, true));
        }
        word.ifPresent(kind -> named.add(kind + " " + (agrees ? NameInCases.of(name, which, true) : name)));
        word.ifPresent(kind ->
                named.add((kind + " " + (agrees ? name : NameInCases.of(name, which, true))).toLowerCase(Locale.ROOT)));
        KindWords.shortly(type).ifPresent(kind -> named.add(kind + " " + name));
        return named;
    }

    private static void bare(String name, Case which, String sentence, String id, List<Said> said) {
        boolean oldSchool = name.hashCode() % 3 == 0;
        String declined = NameInCases.of(name, which, oldSchool);
        String text = Carriers.with(sentence, declined);
        said.add(new Said(text, id, "alone, with a capital"));
        said.add(new Said(text.toLowerCase(Locale.ROOT), id, "alone, without capitals"));
        said.add(new Said(text.toUpperCase(Locale.ROOT), id, "alone, in capitals"));
        if (name.contains("-")) {
            said.add(new Said(text.replace("-", " "), id, "alone, without its hyphen"));
        }
    }

    private boolean isBare(String name) {
        return !everyday.contains(name) && !name.matches(".*\\d.*");
    }

    /** Namesakes told apart by the district that stands beside them. */
    static Optional<Said> withDistrict(Map<String, String> row, String district) {
        String name = row.getOrDefault("name", "");
        return KindWords.of(row.getOrDefault("type", ""), Case.LOCATIVE)
                .map(kind -> new Said(
                        "В " + kind + " " + name + " " + NameInCases.of(district, Case.GENITIVE, true)
                                + " района нет воды",
                        row.getOrDefault("id", ""),
                        "a namesake with its district"));
    }
}
