package org.otklik.benchmarks.place;

import java.util.List;
import java.util.Map;

/** Sentences in which a name stands in a case; written by hand, {@code @} is where the name goes. */
@SuppressWarnings("EnumOrdinal") // any number of a case does
final class Carriers {

    private static final Map<Case, List<String>> BY_CASE = Map.of(
            Case.NOMINATIVE,
            List.of(
                    "@ третий день без света, никто не чешется",
                    "Когда @ дождётся газа?",
                    "@, нет воды со вчерашнего вечера",
                    "Пишет вам @, у нас опять не вывезли мусор"),
            Case.GENITIVE,
            List.of(
                    "Жители @ просят вернуть автобус",
                    "Вечером из @ не уехать, маршрутку отменили",
                    "Дорога до @ вся в ямах",
                    "После @ асфальт кончается"),
            Case.DATIVE,
            List.of(
                    "По @ не пройти, фонари не горят",
                    "Автобус к @ больше не ходит",
                    "Дайте наконец тепло @, люди мёрзнут"),
            Case.ACCUSATIVE,
            List.of("Дорогу в @ не чистят вторую неделю", "Через @ день и ночь идут фуры", "Скорая в @ ехала два часа"),
            Case.INSTRUMENTAL,
            List.of("Под @ опять горит свалка", "Между @ и трассой нет тротуара", "Рядом с @ вырубили посадку"),
            Case.LOCATIVE,
            List.of(
                    "В @ нет воды второй день",
                    "У нас в @ темно на всех улицах",
                    "Почему в @ закрыли ФАП?",
                    "Сколько можно, в @ опять отключили отопление"));

    private Carriers() {}

    static List<String> of(Case which) {
        return BY_CASE.getOrDefault(which, List.of());
    }

    /** One of the sentences of a case, the same for the same name. */
    static String one(Case which, String name) {
        List<String> sentences = of(which);
        return sentences.get(Math.floorMod(name.hashCode() * 31 + which.ordinal(), sentences.size()));
    }

    static String with(String sentence, String name) {
        boolean first = sentence.startsWith("@");
        return sentence.replace("@", first ? Paradigm.capitalised(name) : name);
    }
}
