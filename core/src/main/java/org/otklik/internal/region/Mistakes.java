package org.otklik.internal.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.otklik.PackMistake;

/** Gathers the mistakes of a whole pack; for one thread. */
final class Mistakes {

    private final List<PackMistake> noted = new ArrayList<>();

    void note(String file, int line, String code, Object... args) {
        List<String> texts = new ArrayList<>();
        for (Object arg : args) {
            texts.add(String.valueOf(arg));
        }
        noted.add(new PackMistake(file, line, code, texts));
    }

    boolean none() {
        return noted.isEmpty();
    }

    List<PackMistake> sorted() {
        return noted.stream()
                .distinct()
                .sorted(Comparator.comparing(PackMistake::file).thenComparingInt(PackMistake::line))
                .toList();
    }
}
