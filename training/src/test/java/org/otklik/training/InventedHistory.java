package org.otklik.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invented complaints about four things; some words stand under every label. */
final class InventedHistory {

    private static final String[][] OBJECTS = {
        {"яма", "асфальт", "дорога", "выбоина", "разметка"},
        {"вода", "труба", "кран", "колонка", "напор"},
        {"мусор", "контейнер", "свалка", "урна", "вывоз"},
        {"автобус", "маршрутка", "остановка", "водитель", "расписание"}
    };
    private static final String[] LABELS = {"Дороги", "Водоснабжение", "Мусор", "Транспорт"};
    private static final int[] SHARES = {0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3};
    private static final String[] PLACES = {"двор", "улица", "школа", "рынок", "парк", "больница"};
    private static final String[] TROUBLES = {"опять", "второй день", "третью неделю", "никто не отвечает", "плохо"};

    private InventedHistory() {}

    static List<LabelledPost> posts(int count, long seed) {
        Random random = new Random(seed);
        List<LabelledPost> posts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int label = SHARES[random.nextInt(SHARES.length)];
            String text = one(PLACES, random) + ": " + one(OBJECTS[label], random) + " " + one(TROUBLES, random) + ", "
                    + one(OBJECTS[label], random) + " дом " + random.nextInt(10_000);
            posts.add(new LabelledPost(text, LABELS[label]));
        }
        return posts;
    }

    static History history(int count, long seed) {
        return History.of(posts(count, seed).stream());
    }

    private static String one(String[] words, Random random) {
        return words[random.nextInt(words.length)];
    }
}
