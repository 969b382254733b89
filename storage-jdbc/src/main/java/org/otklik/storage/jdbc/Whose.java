package org.otklik.storage.jdbc;

import org.otklik.spi.storage.Foresight;

/**
 * The id of an incident within a question of PostgreSQL: itself, or where it is found; immutable.
 *
 * @param sql the id in SQL
 * @param binder sets its parameters
 */
record Whose(String sql, Session.Binder binder) {

    /** The types are those of the columns with ids, so that the index serves. */
    private static final String STORED = "(SELECT CAST(v.content AS varchar(26)) COLLATE \"C\" FROM stored_value v"
            + " WHERE v.scope = ? AND v.value_key = ?)";

    static Whose of(Foresight.Subject subject) {
        if (subject instanceof Foresight.Subject.Stored stored) {
            return new Whose(STORED, p -> p.text(stored.scope()).text(stored.key()));
        }
        if (subject instanceof Foresight.Subject.SurvivorOf joined) {
            return new Whose(Joins.SURVIVOR, p -> p.text(joined.incident()));
        }
        Foresight.Subject.Named named = (Foresight.Subject.Named) subject;
        return new Whose("?", p -> p.text(named.incident()));
    }
}
