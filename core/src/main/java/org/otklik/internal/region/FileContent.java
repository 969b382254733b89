package org.otklik.internal.region;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What could be read of one file; immutable.
 *
 * <p>An entry with a mistake still declares its id, and a file that cannot be read may declare anything: whoever names
 * such an id is not blamed for a mistake that stands elsewhere.
 *
 * @param sound entries without a mistake
 * @param declared ids of all entries, sound or not
 * @param read whether the file was read at all
 */
record FileContent<T>(List<Located<T>> sound, Set<String> declared, boolean read) {

    FileContent {
        sound = List.copyOf(sound);
        declared = Set.copyOf(declared);
    }

    /** Reads entries and notes those whose key stands before. */
    static <T> FileContent<T> of(
            Optional<List<Entry>> entries, Function<Entry, Optional<T>> reader, Function<T, ?> key, String what) {
        List<Located<T>> sound = new ArrayList<>();
        Set<String> declared = new HashSet<>();
        for (Entry entry : entries.orElse(List.of())) {
            reader.apply(entry).ifPresent(value -> sound.add(new Located<>(value, entry)));
            entry.peek("id").ifPresent(declared::add);
        }
        return new FileContent<>(Located.distinct(sound, key, what), declared, entries.isPresent());
    }

    boolean mayHave(Object id) {
        return !read || declared.contains(id.toString());
    }

    List<T> values() {
        return sound.stream().map(Located::value).toList();
    }
}
