package org.otklik.storage.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.id.BodyId;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentQuery.Filter;
import org.otklik.incident.IncidentQuery.PageKey;
import org.otklik.incident.IncidentQuery.Sort;
import org.otklik.incident.IncidentState;

/**
 * A query over incidents as SQL, composed of constant pieces with parameters; for one thread.
 *
 * <p>What is fixed by equality and stands first in an index is repeated in ORDER BY: PostgreSQL drops it, and H2 needs
 * it to see that the index gives the order, so that it stops after the page.
 */
final class IncidentSelect {

    private static final Set<IncidentState> OPEN =
            Arrays.stream(IncidentState.values()).filter(IncidentState::isOpen).collect(Collectors.toUnmodifiableSet());

    private final IncidentQuery query;
    private final Filter filter;
    private final List<String> conditions = new ArrayList<>();
    private final List<Session.Binder> binders = new ArrayList<>();
    private final List<String> fixed = new ArrayList<>();
    private final Optional<WordSearch> search;
    private final boolean byBody;

    IncidentSelect(IncidentQuery query, Dialect dialect) {
        this.query = query;
        this.filter = query.filter();
        this.search = filter.words().map(dialect::search);
        search.ifPresent(found -> binders.add(found.binder()));
        this.byBody = filter.scope().filter(scope -> scope.size() == 1).isPresent();
        restrictScope();
        restrictEquals();
        restrictStates();
        restrictRest();
    }

    /** Tells whether the scope lets nothing through. */
    boolean isEmpty() {
        return filter.scope().filter(Set::isEmpty).isPresent();
    }

    /** Returns a query for whole incidents. */
    String page() {
        return "SELECT " + IncidentColumns.ALL + from() + " JOIN incident_counter c ON c.incident = i.id" + pageOf();
    }

    /** Returns a query for the lines of incidents. */
    String lines() {
        return "SELECT " + IncidentColumns.LINE + from() + pageOf();
    }

    private String pageOf() {
        query.after().ifPresent(this::restrictAfter);
        return where() + " ORDER BY " + order() + " FETCH FIRST ? ROWS ONLY";
    }

    String count() {
        return "SELECT COUNT(*)" + from() + where();
    }

    void bind(Params params) throws SQLException {
        for (Session.Binder binder : binders) {
            binder.bind(params);
        }
    }

    private String from() {
        String incidents = byBody ? " FROM incident_body b JOIN incident i ON i.id = b.incident" : " FROM incident i";
        return incidents
                + search.map(found -> " JOIN (" + found.sql() + ") w ON w.incident = i.id")
                        .orElse("");
    }

    private String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    /** The column of a sort key: of the body's own list where one body asks. */
    private String column(String name) {
        return (byBody ? "b." : "i.") + name;
    }

    private String id() {
        return byBody ? "b.incident" : "i.id";
    }

    private String sortColumn() {
        return column(query.sort() == Sort.DEADLINE ? "due" : "registered_at");
    }

    private String order() {
        if (query.sort() == Sort.NEWEST) {
            String prefix = byBody ? "b.body DESC, " : "";
            return prefix + sortColumn() + " DESC, " + id() + " DESC";
        }
        List<String> columns = new ArrayList<>(query.sort() == Sort.DEADLINE ? fixed : List.of());
        if (query.sort() == Sort.OLDEST && byBody) {
            columns.add("b.body");
        }
        columns.add(sortColumn());
        columns.add(id());
        return String.join(", ", columns);
    }

    private void restrictScope() {
        if (filter.scope().isEmpty()) {
            return;
        }
        Set<BodyId> scope = filter.scope().get();
        if (byBody) {
            conditions.add("b.body = ?");
            binders.add(p -> p.text(scope.iterator().next()));
            fixed.add("b.body");
        } else {
            conditions.add("EXISTS (SELECT 1 FROM incident_body s WHERE s.incident = i.id AND s.body = ANY(?))");
            binders.add(p -> p.texts(scope));
        }
    }

    private void restrictEquals() {
        filter.lead().ifPresent(lead -> {
            equal("i.lead_body = ?", lead);
            if (!byBody) {
                fixed.add("i.lead_body");
            }
        });
        filter.municipality().ifPresent(place -> equal("i.municipality = ?", place));
        filter.kind().ifPresent(kind -> equal("i.kind = ?", kind));
        filter.network().ifPresent(network -> equal("i.network = ?", network));
        if (filter.unroutable()) {
            conditions.add("i.unroutable = TRUE");
        }
    }

    private void equal(String condition, Object value) {
        conditions.add(condition);
        binders.add(p -> p.text(value));
    }

    private void restrictStates() {
        Set<IncidentState> states = filter.states();
        if (states.isEmpty()) {
            return;
        }
        if (OPEN.containsAll(states)) {
            conditions.add(column("open") + " = TRUE");
            fixed.add(column("open"));
        }
        if (!states.equals(OPEN)) {
            conditions.add("i.state = ANY(?)");
            binders.add(p -> p.texts(states));
        }
    }

    private void restrictRest() {
        filter.topic().ifPresent(topic -> {
            // The sign behind '.' is '/': the range holds all that begins with "topic.".
            conditions.add("(i.topic = ? OR (i.topic >= ? AND i.topic < ?))");
            binders.add(p -> p.text(topic).text(topic + ".").text(topic + "/"));
        });
        filter.registeredFrom().ifPresent(from -> {
            conditions.add(column("registered_at") + " >= ?");
            binders.add(p -> p.instant(from));
        });
        filter.registeredBefore().ifPresent(before -> {
            conditions.add(column("registered_at") + " < ?");
            binders.add(p -> p.instant(before));
        });
    }

    private void restrictAfter(PageKey key) {
        String sort = sortColumn();
        Instant at = key.at().orElse(IncidentColumns.NEVER);
        conditions.add(
                query.sort() == Sort.NEWEST
                        ? sort + " <= ? AND (" + sort + " < ? OR " + id() + " < ?)"
                        : sort + " >= ? AND (" + sort + " > ? OR " + id() + " > ?)");
        binders.add(p -> p.instant(at).instant(at).text(key.id()));
    }
}
