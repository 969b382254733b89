package org.otklik.benchmarks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.otklik.place.Gazetteer;
import org.otklik.place.Place;

/**
 * Invents posts from a seed: templates with places and addresses, and small talk whose words follow Zipf's law.
 *
 * <p>Of 100 posts some 33 are noise, 43 are troubles, 6 are mild, 10 answer an earlier trouble and 8 repeat one word
 * for word.
 */
final class Generator {

    private static final long START = 1_760_000_000L;
    private static final int SECONDS_BETWEEN = 2;
    private static final int REMEMBERED = 500;

    private final SplittableRandom random;
    private final List<String> places = new ArrayList<>();
    private final double[] words = harmonic(Phrases.WORDS.size());
    private final Deque<GeneratedPost> troubles = new ArrayDeque<>();
    private int made;

    Generator(long seed, Gazetteer gazetteer) {
        random = new SplittableRandom(seed);
        for (Place place : gazetteer.all()) {
            switch (place.kind()) {
                case URBAN_OKRUG -> add(place.name(), 40);
                case MUNICIPAL_DISTRICT, INNER_DISTRICT -> add(place.name() + " район", 5);
                case SETTLEMENT -> add("с. " + place.name(), 1);
                case REGION -> add("Самарская область", 1);
            }
        }
    }

    private void add(String name, int times) {
        for (int i = 0; i < times; i++) {
            places.add(name);
        }
    }

    private static double[] harmonic(int size) {
        double[] sums = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += 1.0 / (i + 1);
            sums[i] = sum;
        }
        return sums;
    }

    GeneratedPost next() {
        int kind = random.nextInt(100);
        if (kind < 33) {
            return post("", with(Phrases.NOISE));
        }
        if (kind < 39) {
            return post("", with(Phrases.MILD));
        }
        if (kind < 49 && !troubles.isEmpty()) {
            return post(pick(List.copyOf(troubles)).id(), pick(Phrases.ECHOES));
        }
        if (kind < 57 && !troubles.isEmpty()) {
            return post("", troubles.getLast().text());
        }
        GeneratedPost trouble = post("", with(Phrases.TROUBLES));
        troubles.addLast(trouble);
        if (troubles.size() > REMEMBERED) {
            troubles.removeFirst();
        }
        return trouble;
    }

    private GeneratedPost post(String parent, String text) {
        made++;
        return new GeneratedPost(
                String.format(Locale.ROOT, "%09d", made),
                START + (long) made * SECONDS_BETWEEN,
                "u" + (int) (Math.pow(random.nextDouble(), 2) * 300_000),
                parent,
                text);
    }

    private String with(List<String> templates) {
        String text = pick(templates).replace("@", pick(places)).replace("#", address());
        StringBuilder whole = new StringBuilder();
        if (random.nextInt(3) == 0) {
            whole.append(talk()).append(". ");
        }
        whole.append(text);
        for (int i = random.nextInt(5); i > 0; i--) {
            whole.append(random.nextInt(4) == 0 ? "!\n" : ". ").append(talk());
        }
        return whole.toString();
    }

    private String address() {
        return "ул. " + pick(Phrases.STREETS).replace('-', ' ') + ", " + (1 + random.nextInt(150));
    }

    private String talk() {
        StringBuilder talk = new StringBuilder();
        for (int i = 4 + random.nextInt(14); i > 0; i--) {
            talk.append(talk.length() == 0 ? "" : " ").append(word());
        }
        return talk.substring(0, 1).toUpperCase(Locale.ROOT) + talk.substring(1);
    }

    private String word() {
        double at = random.nextDouble() * words[words.length - 1];
        int found = Arrays.binarySearch(words, at);
        return Phrases.WORDS.get(found < 0 ? -found - 1 : found);
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
