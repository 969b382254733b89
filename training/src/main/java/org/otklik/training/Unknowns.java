package org.otklik.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts names that nobody knows, as many as a person could map; for one thread. */
final class Unknowns {

    private static final int MOST = 10_000;

    private final Map<ImportField, Map<String, UnknownName>> names = new EnumMap<>(ImportField.class);

    /** Counts a name; of its spellings the first is kept. */
    void add(ImportField field, String name) {
        Map<String, UnknownName> known = names.computeIfAbsent(field, fresh -> new HashMap<>());
        String key = NameMapping.key(name);
        if (known.size() < MOST || known.containsKey(key)) {
            known.merge(
                    key,
                    new UnknownName(field, name, 1),
                    (one, more) -> new UnknownName(field, one.name(), one.count() + more.count()));
        }
    }

    /** The most frequent first. */
    List<UnknownName> all() {
        List<UnknownName> all = new ArrayList<>();
        names.values().forEach(known -> all.addAll(known.values()));
        all.sort(Comparator.comparingLong(UnknownName::count)
                .reversed()
                .thenComparing(UnknownName::field)
                .thenComparing(UnknownName::name));
        return List.copyOf(all);
    }
}
