package org.otklik.report;

/**
 * How often work turned back; immutable.
 *
 * @param redirects moves to another body
 * @param redirectedIncidents incidents that moved at least once
 * @param reworks drafts that were returned
 * @param reworkedIncidents incidents with a returned draft
 * @param reopenings how often a closed incident was opened again
 * @param reopenedIncidents incidents that were opened again
 */
public record Turns(
        long redirects,
        long redirectedIncidents,
        long reworks,
        long reworkedIncidents,
        long reopenings,
        long reopenedIncidents) {}
