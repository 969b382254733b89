package org.otklik.benchmarks.lag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The talks on each page that people still take part in; for one thread. */
final class Talks<T> {

    private static final int TALKED_ABOUT = 20;

    private final List<List<T>> pages = new ArrayList<>();
    private final Random random = new Random(11);

    Talks(int count) {
        for (int i = 0; i < count; i++) {
            pages.add(new ArrayList<>());
        }
    }

    T begin(int page, T talk) {
        List<T> talks = pages.get(page);
        talks.add(talk);
        if (talks.size() > TALKED_ABOUT) {
            talks.remove(0);
        }
        return talk;
    }

    Optional<T> any(int page) {
        List<T> talks = pages.get(page);
        return talks.isEmpty() ? Optional.empty() : Optional.of(talks.get(random.nextInt(talks.size())));
    }
}
