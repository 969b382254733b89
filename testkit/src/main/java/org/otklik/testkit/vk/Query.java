package org.otklik.testkit.vk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A query of the site's search: words in any form, {@code "phrases"}, {@code -minus}, {@code #tags}; immutable. */
final class Query {

    private final Set<String> keys = new HashSet<>();
    private final Set<String> unwanted = new HashSet<>();
    private final List<String> phrases = new ArrayList<>();

    private Query() {}

    static Query parse(String text) {
        Query query = new Query();
        String[] pieces = text.split("\"", -1);
        for (int i = 0; i < pieces.length; i++) {
            if (i % 2 == 1) {
                query.phrase(pieces[i]);
            } else {
                query.words(pieces[i]);
            }
        }
        return query;
    }

    private void phrase(String text) {
        phrases.add(Words.chain(text));
        keys.addAll(Words.keys(text));
    }

    private void words(String text) {
        for (String word : text.trim().split("\\s+", -1)) {
            Set<String> target = word.startsWith("-") ? unwanted : keys;
            Words.of(word).forEach(one -> target.add(one.startsWith("#") ? one : Words.stem(one)));
        }
    }

    Set<String> keys() {
        return keys;
    }

    boolean fits(Item item) {
        return item.keys().containsAll(keys)
                && unwanted.stream().noneMatch(item.keys()::contains)
                && (phrases.isEmpty() || fitsPhrases(Words.chain(item.text())));
    }

    private boolean fitsPhrases(String chain) {
        return phrases.stream().allMatch(chain::contains);
    }
}
