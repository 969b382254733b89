package org.otklik.incident;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A page of a query's answer; immutable.
 *
 * @param lines in the query's order
 * @param next the key for the following page; empty on the last page
 */
public record IncidentPage(List<IncidentSummary> lines, Optional<IncidentQuery.PageKey> next) {

    /** Copies the list. */
    public IncidentPage {
        lines = List.copyOf(lines);
    }

    /**
     * Returns the first line.
     *
     * @return the line
     * @throws NoSuchElementException if the page is empty
     */
    public IncidentSummary first() {
        if (lines.isEmpty()) {
            throw new NoSuchElementException("No incident answers the query.");
        }
        return lines.get(0);
    }
}
