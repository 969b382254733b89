package org.otklik.spi.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Keeps only what will become due; narrow rows that are deleted when taken. */
public interface DeadlineStore {

    /**
     * Sets all that will become due for an owner, in place of what was set before.
     *
     * @param owner the incident or instruction
     * @param rows possibly none
     */
    void replace(StreamId owner, Collection<DeadlineRow> rows);

    /**
     * Takes what is due out of the store, earliest first, skipping what other transactions are taking.
     *
     * @param now what is due at this instant or before
     * @param limit how many at the most
     * @return what was taken; it is back if the transaction fails
     */
    List<DeadlineRow> takeDue(Instant now, int limit);
}
