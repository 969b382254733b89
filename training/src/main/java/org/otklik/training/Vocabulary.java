package org.otklik.training;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The features that training rows have, each with a number and its weight by rarity; immutable once counted. */
final class Vocabulary {

    /** In how many texts a form must stand to have a row of its own. */
    private static final int COMMON = 2;

    /** A feature of the solver. */
    record Entry(int number, double rarity) {}

    private final Map<Long, Entry> stems;
    private final Map<Long, Entry> parts;
    private final Map<Long, Entry> pairs;
    private final Map<Long, Entry> signs;
    private final Map<Long, Integer> forms = new HashMap<>();
    private final Map<Long, Set<Long>> formsOfStem = new HashMap<>();
    private final double rarest;
    private int size;

    Vocabulary(Collection<Document> posts, Collection<Document> titles, Document.Reader reader, Recipe recipe) {
        Map<Long, Integer> stemCounts = new LinkedHashMap<>();
        Map<Long, Integer> partCounts = new LinkedHashMap<>();
        Map<Long, Integer> pairCounts = new LinkedHashMap<>();
        Map<Long, Integer> signCounts = new LinkedHashMap<>();
        for (Document post : posts) {
            count(post.stems, stemCounts);
            count(post.pairs, pairCounts);
            count(post.signs, signCounts);
            count(post.forms, forms);
            count(partsOf(post, reader), partCounts);
            relate(post);
        }
        rarest = rarity(posts.size(), 0);
        titles.forEach(title -> include(title.stems, stemCounts));
        titles.forEach(title -> include(title.signs, signCounts));
        titles.forEach(this::relate);
        stems = numbered(stemCounts, 0, posts.size());
        parts = numbered(partCounts, recipe.fewest(), posts.size());
        pairs = numbered(pairCounts, recipe.fewest(), posts.size());
        signs = numbered(signCounts, 0, posts.size());
    }

    private void relate(Document document) {
        for (int i = 0; i < document.forms.length; i++) {
            formsOfStem
                    .computeIfAbsent(document.stems[i], stem -> new TreeSet<>())
                    .add(document.forms[i]);
        }
    }

    private static long[] partsOf(Document post, Document.Reader reader) {
        Set<Long> all = new HashSet<>();
        for (long form : post.forms) {
            for (long part : reader.parts(form)) {
                all.add(part);
            }
        }
        return all.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static void count(long[] keys, Map<Long, Integer> counts) {
        Set<Long> seen = new HashSet<>();
        for (long key : keys) {
            if (seen.add(key)) {
                counts.merge(key, 1, Integer::sum);
            }
        }
    }

    private static void include(long[] keys, Map<Long, Integer> counts) {
        for (long key : keys) {
            counts.putIfAbsent(key, 0);
        }
    }

    private Map<Long, Entry> numbered(Map<Long, Integer> counts, int fewest, int texts) {
        Map<Long, Entry> entries = new LinkedHashMap<>();
        counts.forEach((key, count) -> {
            if (count >= fewest) {
                entries.put(key, new Entry(++size, rarity(texts, count)));
            }
        });
        return entries;
    }

    private static double rarity(int texts, int with) {
        return Math.log((1.0 + texts) / (1.0 + with)) + 1;
    }

    /** How many features there are; they are numbered from 1. */
    int size() {
        return size;
    }

    /** The weight of a stem that no row has. */
    double rarest() {
        return rarest;
    }

    double rarityOfStem(long key) {
        Entry entry = stems.get(key);
        return entry == null ? rarest : entry.rarity();
    }

    Map<Long, Entry> stems() {
        return stems;
    }

    Map<Long, Entry> parts() {
        return parts;
    }

    Map<Long, Entry> pairs() {
        return pairs;
    }

    Map<Long, Entry> signs() {
        return signs;
    }

    /** Tells whether a form has a row of its own; others are taken for any form of their stem. */
    boolean isCommon(long form) {
        return forms.getOrDefault(form, 0) >= COMMON;
    }

    /** The forms in which a stem was met; none if it is new. */
    Set<Long> formsOf(long stem) {
        return formsOfStem.getOrDefault(stem, Set.of());
    }

    /** Forms that have rows of their own. */
    List<Long> commonForms() {
        return forms.entrySet().stream()
                .filter(form -> form.getValue() >= COMMON)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
