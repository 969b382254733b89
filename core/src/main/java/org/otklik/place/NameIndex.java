package org.otklik.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.otklik.id.PlaceId;
import org.otklik.text.PhraseAutomaton;
import org.otklik.text.Words;

/** All names of a gazetteer in all their forms, as phrases of an automaton; immutable and thread-safe. */
final class NameIndex {

    private static final List<String> DISTRICT_WORDS =
            List.of("район", "района", "району", "районом", "районе", "районы", "районов", "районам", "районах", "рн");

    private final List<NameGroup> groups = new ArrayList<>();
    /** What evidence of a place names as its rule. */
    private final Map<PlaceId, String> ruleOfPlace = new HashMap<>();

    /**
     * Adds the names to an automaton on stems, numbered from 0 on.
     *
     * @param phrases takes them
     */
    NameIndex(Gazetteer gazetteer, PhraseAutomaton.Builder phrases) {
        ExactPhrases builder = new ExactPhrases(phrases);
        gazetteer.all().forEach(place -> ruleOfPlace.put(place.id(), "place." + place.id()));
        CommonWords common = CommonWords.load();
        Map<String, List<Place>> byName = new LinkedHashMap<>();
        for (Place place : gazetteer.all()) {
            switch (place.kind()) {
                case MUNICIPAL_DISTRICT, INNER_DISTRICT -> {
                    addDistrict(place, builder);
                    addNames(
                            place,
                            place.aliases().stream().filter(NameIndex::isProper).toList(),
                            byName);
                }
                case REGION -> addFull(place, builder);
                case URBAN_OKRUG -> {
                    addNames(place, allNames(place), byName);
                    addAdjectives(place, builder);
                }
                case SETTLEMENT -> addNames(place, allNames(place), byName);
            }
        }
        byName.forEach((name, places) -> addGroup(name, places, builder, common));
    }

    /** Adds phrases of forms, each of which stands for itself alone. */
    private record ExactPhrases(PhraseAutomaton.Builder phrases) {

        void add(int number, List<List<String>> steps) {
            add(number, steps, new int[steps.size()]);
        }

        void add(int number, List<List<String>> steps, int[] gaps) {
            phrases.add(
                    number,
                    steps.stream()
                            .map(forms -> forms.stream().map(form -> "=" + form).toList())
                            .toList(),
                    gaps);
        }
    }

    /** Counts the groups of names, which have the numbers below it. */
    int size() {
        return groups.size();
    }

    /** What evidence names as its rule. */
    String rule(Place place) {
        return Objects.requireNonNull(ruleOfPlace.get(place.id()), place::toString);
    }

    private static List<String> allNames(Place place) {
        List<String> names = new ArrayList<>(place.aliases());
        names.add(place.name());
        return names;
    }

    /** A district's adjective needs the word «район» beside it; any other name of it stands alone. */
    private static boolean isProper(String name) {
        return !NameForms.isAdjective(Words.fold(name));
    }

    private static void addNames(Place place, List<String> names, Map<String, List<Place>> byName) {
        for (String name : names) {
            List<Place> namesakes = byName.computeIfAbsent(key(name), any -> new ArrayList<>());
            if (!namesakes.contains(place)) {
                namesakes.add(place);
            }
        }
    }

    private static String key(String name) {
        StringBuilder key = new StringBuilder();
        for (String part : name.split("[\\s\\-–.]+", 0)) {
            key.append(key.length() == 0 ? "" : " ").append(Words.fold(part));
        }
        return key.toString();
    }

    private void addGroup(String name, List<Place> places, ExactPhrases builder, CommonWords common) {
        List<List<String>> steps = NameForms.ofName(name);
        if (steps.isEmpty()) {
            return;
        }
        List<String> words = List.of(name.split(" ", -1));
        builder.add(groups.size(), steps);
        if (words.size() > 1) {
            builder.add(groups.size(), List.of(List.of(String.join("", words))));
        }
        groups.add(new NameGroup(
                List.copyOf(places), NameGroup.Type.NAME, NameTraits.of(words, common), nominative(words)));
    }

    private static long[] nominative(List<String> words) {
        return words.stream().mapToLong(Words::hash).toArray();
    }

    private void addDistrict(Place place, ExactPhrases builder) {
        for (String name : allNames(place)) {
            List<List<String>> steps = new ArrayList<>(NameForms.ofName(name));
            steps.removeIf(step -> step.contains("район"));
            if (steps.isEmpty()) {
                continue;
            }
            int last = steps.size();
            addSteps(place, builder, with(steps, List.of(DISTRICT_WORDS)), last, 2);
            addSteps(place, builder, with(steps, List.of(List.of("р"), List.of("н", "не", "на", "ну"))), last, 1);
            addShort(place, builder, steps);
        }
    }

    /** «м.р. Волжский» and «МР Волжский», as papers have it. */
    private void addShort(Place place, ExactPhrases builder, List<List<String>> steps) {
        builder.add(groups.size(), with(List.of(List.of("м"), List.of("р")), steps));
        builder.add(groups.size(), with(List.of(List.of("мр")), steps));
        groups.add(full(place, 0));
    }

    private static NameGroup full(Place place, int words) {
        return new NameGroup(List.of(place), NameGroup.Type.FULL, NameTraits.NONE, new long[words]);
    }

    private void addSteps(Place place, ExactPhrases builder, List<List<String>> steps, int gapAt, int gap) {
        int[] gaps = new int[steps.size()];
        gaps[gapAt] = gap;
        builder.add(groups.size(), steps, gaps);
        groups.add(full(place, gapAt));
    }

    private static List<List<String>> with(List<List<String>> steps, List<List<String>> more) {
        List<List<String>> all = new ArrayList<>(steps);
        all.addAll(more);
        return all;
    }

    private void addFull(Place place, ExactPhrases builder) {
        for (String name : allNames(place)) {
            List<List<String>> steps = NameForms.ofName(name);
            if (steps.size() > 1) {
                builder.add(groups.size(), steps);
                builder.add(groups.size(), List.of(List.of(key(name).replace(" ", ""))));
                groups.add(full(place, 0));
            }
        }
    }

    private void addAdjectives(Place place, ExactPhrases builder) {
        String base = NameForms.adjectiveBase(place.name());
        add(place, builder, NameForms.inhabitants(place.name()), false);
        if (!isMonth(base)) {
            add(place, builder, NameForms.allAdjectiveForms(base), true);
        }
    }

    private void add(Place place, ExactPhrases builder, List<String> forms, boolean adjective) {
        builder.add(groups.size(), List.of(forms));
        NameTraits traits = new NameTraits(false, adjective, false, new long[0]);
        groups.add(new NameGroup(List.of(place), NameGroup.Type.ADJECTIVE, traits, new long[0]));
    }

    /** A town named after a month shares its adjective with the month and with half of all streets. */
    private static boolean isMonth(String base) {
        return List.of("октябрьск", "майск", "первомайск", "апрельск").contains(base);
    }

    NameGroup group(int number) {
        return groups.get(number);
    }
}
