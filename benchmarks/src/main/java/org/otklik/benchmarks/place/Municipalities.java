package org.otklik.benchmarks.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The towns and districts of the pack, spoken of by name, adjective and inhabitants in all cases. */
final class Municipalities {

    /** Adjective and inhabitants of the ten towns, by hand. */
    private static final Map<String, List<String>> TOWNS = Map.of(
            "zhigulyovsk", List.of("жигулёвский", "жигулёвцы", "жигулёвцев"),
            "kinel", List.of("кинельский", "кинельцы", "кинельцев"),
            "novokuybyshevsk", List.of("новокуйбышевский", "новокуйбышевцы", "новокуйбышевцев"),
            "oktyabrsk", List.of("октябрьский", "октябряне", "октябрян"),
            "otradny", List.of("отрадненский", "отрадненцы", "отрадненцев"),
            "pokhvistnevo", List.of("похвистневский", "похвистневцы", "похвистневцев"),
            "samara", List.of("самарский", "самарцы", "самарцев"),
            "syzran", List.of("сызранский", "сызранцы", "сызранцев"),
            "tolyatti", List.of("тольяттинский", "тольяттинцы", "тольяттинцев"),
            "chapayevsk", List.of("чапаевский", "чапаевцы", "чапаевцев"));

    private static final List<String> OF_TOWNS =
            List.of("На # дорогах одни ямы", "# больница второй месяц без хирурга", "Почему молчит # администрация?");

    private Municipalities() {}

    static List<Said> sentences(Map<String, String> row) {
        List<Said> said = new ArrayList<>();
        if ("URBAN_OKRUG".equals(row.get("kind"))) {
            town(row.getOrDefault("id", ""), row.getOrDefault("name", ""), said);
        } else {
            district(row.getOrDefault("id", ""), row.getOrDefault("name", ""), said);
        }
        return said;
    }

    private static void town(String id, String name, List<Said> said) {
        for (Case which : Case.values()) {
            for (String sentence : Carriers.of(which)) {
                String text = Carriers.with(sentence, NameInCases.of(name, which, true));
                everySpelling(text, id, "town", said);
            }
            String town = Paradigm.decline("город", which) + " " + NameInCases.of(name, which, true);
            said.add(new Said(Carriers.with(Carriers.one(which, name), town), id, "town with a kind word"));
        }
        said.add(new Said("г. " + name + ", ул. Мира, 12, не убран снег", id, "town with a kind word"));
        said.add(new Said("г.о. " + name + ": не работает фонтан", id, "town with a kind word"));
        said.add(new Said("нет отопления #" + name.toLowerCase(Locale.ROOT), id, "town as a hashtag"));
        List<String> words = TOWNS.getOrDefault(id, List.of());
        if (!id.equals("oktyabrsk")) {
            adjectives(id, words.get(0), said);
        }
        said.add(new Said("Сколько ещё " + words.get(1) + " будут терпеть эту вонь?", id, "inhabitants"));
        said.add(new Said("Для " + words.get(2) + " опять отменили автобус", id, "inhabitants"));
    }

    private static void adjectives(String id, String adjective, List<Said> said) {
        String base = adjective.substring(0, adjective.length() - 2);
        List<String> forms = List.of(base + "их", base + "ая", base + "ая");
        for (int i = 0; i < OF_TOWNS.size(); i++) {
            String text = OF_TOWNS.get(i).replace("#", forms.get(i));
            said.add(new Said(Paradigm.capitalised(text), id, "adjective of a town"));
        }
    }

    private static void district(String id, String name, List<Said> said) {
        for (Case which : Case.values()) {
            String adjective = NameInCases.of(name, which, true);
            String declined = declinedDistrict(name, which);
            for (String sentence : Carriers.of(which)) {
                everySpelling(Carriers.with(sentence, declined), id, "district", said);
            }
            String shortly = (adjective.equals(name) ? name : whole(name, which)) + " р-н";
            said.add(new Said(Carriers.with(Carriers.one(which, name), shortly), id, "district shortened"));
        }
        String of = whole(name, Case.GENITIVE);
        said.add(new Said("Глава " + of + " района отписался", id, "district"));
        said.add(new Said("м.р. " + name + ", нет связи", id, "district shortened"));
        said.add(new Said("В " + whole(name, Case.LOCATIVE) + " муниципальном районе закрыли роддом", id, "district"));
    }

    private static String declinedDistrict(String name, Case which) {
        return whole(name, which) + " " + Paradigm.decline("район", which);
    }

    private static String whole(String name, Case which) {
        return NameInCases.of(name, which, true);
    }

    private static void everySpelling(String text, String id, String how, List<Said> said) {
        said.add(new Said(text, id, how + ", with a capital"));
        said.add(new Said(text.toLowerCase(Locale.ROOT), id, how + ", without capitals"));
        said.add(new Said(text.toUpperCase(Locale.ROOT), id, how + ", in capitals"));
    }
}
