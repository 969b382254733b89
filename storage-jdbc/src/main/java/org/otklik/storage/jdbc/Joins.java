package org.otklik.storage.jdbc;

/**
 * Texts of questions that follow joins from incident to incident within one turn; each has one parameter, the id to begin
 * with. Only PostgreSQL is asked so. A join stands in the snapshot of the incident that went, and in an event of the one
 * that took it in, which stays there when they are taken apart again.
 */
final class Joins {

    private static final String MERGED_INTO =
            "CAST(CAST(i.snapshot AS json) #>> '{timing,life,mergedInto}' AS varchar(26)) COLLATE \"C\"";

    /** Begins a question for what an incident was joined into, itself first: {@code up (id, survivor)}. */
    static final String UP = "WITH RECURSIVE up (id, survivor) AS (SELECT i.id, " + MERGED_INTO
            + " FROM incident i WHERE i.id = ? UNION SELECT i.id, " + MERGED_INTO
            + " FROM up u JOIN incident i ON i.id = u.survivor) ";

    /** The id of the one that stands for an incident. */
    static final String SURVIVOR = "(" + UP + "SELECT u.id FROM up u WHERE u.survivor IS NULL)";

    /** Begins a question for what was ever joined into an incident, itself first: {@code within (id)}. */
    static final String DOWN = "WITH RECURSIVE within (id) AS (SELECT CAST(? AS varchar(250)) COLLATE \"C\""
            + " UNION SELECT CAST(CAST(e.payload AS json) ->> 'absorbed' AS varchar(250)) COLLATE \"C\""
            + " FROM within w JOIN event e ON e.stream_kind = 'INCIDENT' AND e.stream_id = w.id"
            + " AND e.type LIKE 'absorbed/%') ";

    private Joins() {}
}
