package org.otklik.testkit;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.otklik.post.Pseudonym;
import org.otklik.spi.storage.AccessRow;
import org.otklik.spi.storage.AccessStore;

/** Who saw or erased whose name, in memory. */
final class MemoryAccesses implements AccessStore {

    private final Rows<Long, AccessRow> rows;

    MemoryAccesses(Journal journal) {
        rows = new Rows<>(journal);
    }

    @Override
    public void add(Collection<AccessRow> added) {
        for (AccessRow row : added) {
            long number = rows.all().size() + 1L;
            rows.put(
                    number,
                    new AccessRow(
                            number, row.at(), row.actor(), row.action(), row.person(), row.subject(), row.reason()));
        }
    }

    @Override
    public List<AccessRow> find(Optional<Pseudonym> person, Instant from, Instant before, long afterNumber, int limit) {
        return rows.all().stream()
                .filter(row -> row.number() > afterNumber)
                .filter(row -> !row.at().isBefore(from) && row.at().isBefore(before))
                .filter(row -> person.isEmpty() || person.get().equals(row.person()))
                .sorted(Comparator.comparing(AccessRow::number))
                .limit(limit)
                .toList();
    }
}
