package org.otklik.storage.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.classify.MessageKind;
import org.otklik.classify.Severity;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.incident.IncidentState;
import org.otklik.incident.IncidentSummary;
import org.otklik.incident.PostCounters;
import org.otklik.post.NetworkId;
import org.otklik.spi.storage.IncidentRow;
import org.otklik.spi.storage.StreamHead;

/** The columns of an incident, written and read in one order. */
final class IncidentColumns {

    /** Stands for "no deadline", so that one index serves the order; no deadline comes near it. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    static final List<String> CHANGING = List.of(
            "number",
            "version",
            "stream_hash",
            "state",
            "open",
            "kind",
            "topic",
            "lead_body",
            "municipality",
            "severity",
            "registered_at",
            "due",
            "network",
            "bodies",
            "unroutable",
            "updated_at",
            "snapshot");
    static final String ALL = "i.id, i.number, i.version, i.stream_hash, i.state, i.kind, i.topic, i.lead_body,"
            + " i.municipality, i.severity, i.registered_at, i.due, i.network, i.bodies, i.unroutable, i.updated_at,"
            + " c.posts, c.awaiting, c.last_published_at, i.snapshot";

    static final String LINE = "i.id, i.number, i.state, i.kind, i.topic, i.lead_body, i.municipality, i.severity,"
            + " i.registered_at, i.due";

    private static final String SEPARATOR = ",";

    private IncidentColumns() {}

    static Instant due(IncidentRow row) {
        return row.summary().deadline().orElse(NEVER);
    }

    /** Sets {@link #CHANGING}. */
    static Params bind(Params params, IncidentRow row) throws SQLException {
        IncidentSummary line = row.summary();
        return params.text(line.number())
                .number(row.stream().version())
                .text(row.stream().hash())
                .text(line.state())
                .flag(line.state().isOpen())
                .text(line.kind())
                .text(line.topic())
                .text(line.lead())
                .text(line.municipality())
                .text(line.severity())
                .instant(line.registeredAt())
                .instant(due(row))
                .text(row.network())
                .text(joined(row.bodies()))
                .flag(row.unroutable())
                .instant(row.updatedAt())
                .text(row.snapshot());
    }

    /** Reads {@link #ALL}. */
    static IncidentRow read(Row row) throws SQLException {
        IncidentId id = IncidentId.of(row.text());
        String number = row.text();
        StreamHead stream = new StreamHead(row.number(), row.text());
        IncidentSummary line = line(row, id, number);
        return new IncidentRow(
                line,
                NetworkId.of(row.text()),
                bodies(row.text()),
                row.flag(),
                row.instant(),
                new PostCounters(row.count(), row.count(), row.instant()),
                stream,
                row.text());
    }

    /** Reads {@link #LINE}. */
    static IncidentSummary readLine(Row row) throws SQLException {
        IncidentId id = IncidentId.of(row.text());
        return line(row, id, row.text());
    }

    private static IncidentSummary line(Row row, IncidentId id, String number) throws SQLException {
        return new IncidentSummary(
                id,
                number,
                row.constant(IncidentState.class),
                row.constant(MessageKind.class),
                row.optional(TopicId::of),
                row.optional(BodyId::of),
                row.optional(PlaceId::of),
                row.constant(Severity.class),
                row.instant(),
                Optional.of(row.instant()).filter(at -> at.isBefore(NEVER)));
    }

    /** Slugs have no comma. */
    static String joined(Collection<?> ids) {
        return ids.stream().map(Object::toString).sorted().collect(Collectors.joining(SEPARATOR));
    }

    static List<String> split(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(SEPARATOR, -1));
    }

    static Set<BodyId> bodies(String joined) {
        return split(joined).stream().map(BodyId::of).collect(Collectors.toUnmodifiableSet());
    }
}
