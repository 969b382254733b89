package org.otklik.spi.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentSummary;
import org.otklik.incident.PostCounters;

/** Keeps incidents: one row each, with its version. */
public interface IncidentStore {

    /**
     * Gives the next number of a year; numbers may have gaps, never repeat, and start at 1 each year.
     *
     * @param series such as {@code incident-2026}
     * @return the number
     */
    long nextNumber(String series);

    /**
     * Inserts an incident.
     *
     * @param row with the version of its stream
     */
    void insert(IncidentRow row);

    /**
     * Replaces an incident, except its counters.
     *
     * @param row the new state
     * @param expectedVersion the version that was read
     * @throws StaleVersionException if it has another version now; may come as late as the commit
     */
    void update(IncidentRow row, long expectedVersion);

    /**
     * Changes the counters of an incident without touching its version.
     *
     * @param incident which
     * @param total by how many posts it grew; negative if it shrank
     * @param awaiting by how many posts that need an answer it grew; negative if it shrank
     * @param lastPublishedAt the newest publication among the new posts; empty if none is new
     */
    void count(IncidentId incident, int total, int awaiting, Optional<Instant> lastPublishedAt);

    /**
     * Changes the counters of an incident as {@link #count} does, and tells them.
     *
     * @param incident which
     * @param total by how many posts it grew; negative if it shrank
     * @param awaiting by how many posts that need an answer it grew; negative if it shrank
     * @param lastPublishedAt the newest publication among the new posts; empty if none is new
     * @return the counters after this change
     * @throws StaleVersionException if somebody else changed them since this transaction read them; may come as late as
     *     the commit
     */
    PostCounters counted(IncidentId incident, int total, int awaiting, Optional<Instant> lastPublishedAt);

    /**
     * Finds an incident.
     *
     * @param id which
     * @return the row, if it exists
     */
    Optional<IncidentRow> find(IncidentId id);

    /**
     * Finds some incidents.
     *
     * @param ids which, each once
     * @return those that exist, by id
     */
    Map<IncidentId, IncidentRow> findAll(Collection<IncidentId> ids);

    /**
     * Finds an incident by its human number.
     *
     * @param number such as {@code 63-2026-000123}
     * @return the row, if it exists
     */
    Optional<IncidentRow> findByNumber(String number);

    /**
     * Answers a query; at most its limit.
     *
     * @param query filters, order, page
     * @return rows in the query's order; ties by id, ascending (descending for newest first)
     */
    List<IncidentRow> query(IncidentQuery query);

    /**
     * Answers a query by the lines alone, which costs less.
     *
     * @param query filters, order, page
     * @return the lines of what {@link #query} finds, in the same order
     */
    List<IncidentSummary> lines(IncidentQuery query);

    /**
     * Counts what a query would find without its page.
     *
     * @param query filters
     * @return how many
     */
    long count(IncidentQuery query);

    /**
     * Lists the bodies with a part in incidents that need work.
     *
     * @return each body once; possibly empty
     */
    Set<BodyId> openBodies();
}
