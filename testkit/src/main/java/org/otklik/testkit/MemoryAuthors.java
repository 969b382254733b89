package org.otklik.testkit;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.otklik.post.Pseudonym;
import org.otklik.spi.storage.AuthorRow;
import org.otklik.spi.storage.AuthorStore;

/** Authors in memory. */
final class MemoryAuthors implements AuthorStore {

    private final Rows<Pseudonym, AuthorRow> rows;

    MemoryAuthors(Journal journal) {
        rows = new Rows<>(journal);
    }

    @Override
    public void remember(Collection<AuthorRow> seen) {
        for (AuthorRow row : seen) {
            if (rows.find(row.pseudonym())
                    .filter(known -> known.seenAt().isAfter(row.seenAt()))
                    .isEmpty()) {
                rows.put(row.pseudonym(), row);
            }
        }
    }

    @Override
    public Map<Pseudonym, AuthorRow> find(Collection<Pseudonym> pseudonyms) {
        Map<Pseudonym, AuthorRow> found = new LinkedHashMap<>();
        pseudonyms.forEach(one -> rows.find(one).ifPresent(row -> found.put(one, row)));
        return found;
    }

    Stream<AuthorRow> seenBefore(Instant instant) {
        return rows.all().stream().filter(row -> row.seenAt().isBefore(instant));
    }

    @Override
    public boolean forget(Pseudonym pseudonym) {
        return rows.remove(pseudonym);
    }
}
