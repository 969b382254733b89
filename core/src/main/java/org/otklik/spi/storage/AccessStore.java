package org.otklik.spi.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.otklik.post.Pseudonym;

/** Keeps who saw or erased whose name; only ever added to. */
public interface AccessStore {

    /**
     * Adds rows.
     *
     * @param rows without numbers
     */
    void add(Collection<AccessRow> rows);

    /**
     * Reads rows of a period.
     *
     * @param person only about this author; empty for all
     * @param from first instant
     * @param before first instant that no longer belongs to the period
     * @param afterNumber number of the last row of the page before; 0 for the first page
     * @param limit how many at the most
     * @return in order of numbers
     */
    List<AccessRow> find(Optional<Pseudonym> person, Instant from, Instant before, long afterNumber, int limit);
}
