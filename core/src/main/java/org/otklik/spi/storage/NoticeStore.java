package org.otklik.spi.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Keeps what people should hear until they heard it; rows are deleted when told. */
public interface NoticeStore {

    /**
     * Adds notices behind all that were added before.
     *
     * @param rows in the order in which they happened; possibly none
     */
    void add(List<NoticeRow> rows);

    /**
     * Reads what is to be told now, without taking it.
     *
     * @param now what is due at this instant or before
     * @param limit how many at the most
     * @return in the order of adding; none that is held, and none behind a waiting one of the same subject that is not
     *     due
     */
    List<NoticeRow> due(Instant now, int limit);

    /**
     * Deletes what was told.
     *
     * @param ids ids of notices; unknown ones are passed over
     */
    void remove(Collection<String> ids);

    /**
     * Writes due time, attempts and hold of notices that are still there; their places stay.
     *
     * @param rows the new states
     */
    void update(Collection<NoticeRow> rows);

    /**
     * Counts what is kept.
     *
     * @return waiting and held ones
     */
    NoticeCount count();

    /**
     * Lets held notices be told again, as if they had never been tried.
     *
     * @param now from when on they are due
     * @return how many there were
     */
    int release(Instant now);
}
