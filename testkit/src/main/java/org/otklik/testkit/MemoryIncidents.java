package org.otklik.testkit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentQuery.Filter;
import org.otklik.incident.IncidentQuery.PageKey;
import org.otklik.incident.IncidentQuery.Sort;
import org.otklik.incident.IncidentSummary;
import org.otklik.incident.PostCounters;
import org.otklik.spi.storage.IncidentRow;
import org.otklik.spi.storage.IncidentStore;
import org.otklik.spi.storage.SearchWords;
import org.otklik.spi.storage.StaleVersionException;
import org.otklik.spi.storage.StorageException;

/** Incidents in memory, with an index for each order of a query. */
final class MemoryIncidents implements IncidentStore {

    private static final boolean ALL = true;

    private final Function<IncidentId, Stream<String>> texts;
    private final Rows<IncidentId, IncidentRow> rows;
    private final Rows<String, Long> numbers;
    private final Index<IncidentRow, String, String> byNumber;
    private final Index<IncidentRow, Boolean, Placed<String>> byDeadline;
    private final Index<IncidentRow, Boolean, Placed<String>> byRegistration;

    MemoryIncidents(Journal journal, Function<IncidentId, Stream<String>> texts) {
        this.texts = texts;
        rows = new Rows<>(journal);
        numbers = new Rows<>(journal);
        byNumber = rows.index(
                row -> List.of(row.summary().number()), row -> row.summary().number());
        byDeadline = rows.index(
                row -> List.of(ALL),
                row -> place(row.sortValue(true), row.summary().id().value()));
        byRegistration = rows.index(
                row -> List.of(ALL),
                row -> place(row.sortValue(false), row.summary().id().value()));
    }

    private static Placed<String> place(Optional<Instant> at, String id) {
        return new Placed<>(at.orElse(Instant.MAX), id);
    }

    @Override
    public long nextNumber(String series) {
        long next = numbers.find(series).orElse(0L) + 1;
        numbers.put(series, next);
        return next;
    }

    @Override
    public void insert(IncidentRow row) {
        if (findByNumber(row.summary().number()).isPresent()
                || !rows.putIfAbsent(row.summary().id(), row)) {
            throw new StorageException(
                    "Incident " + row.summary().id() + " or its number exists already; nothing was stored.");
        }
    }

    @Override
    public void update(IncidentRow row, long expectedVersion) {
        IncidentRow before = find(row.summary().id())
                .filter(found -> found.stream().version() == expectedVersion)
                .orElseThrow(() ->
                        new StaleVersionException("incident " + row.summary().id(), expectedVersion));
        put(row, before.counters());
    }

    private void put(IncidentRow row, PostCounters counters) {
        rows.put(
                row.summary().id(),
                new IncidentRow(
                        row.summary(),
                        row.network(),
                        row.bodies(),
                        row.unroutable(),
                        row.updatedAt(),
                        counters,
                        row.stream(),
                        row.snapshot()));
    }

    @Override
    public void count(IncidentId incident, int total, int awaiting, Optional<Instant> lastPublishedAt) {
        find(incident).ifPresent(row -> {
            PostCounters old = row.counters();
            Instant last = lastPublishedAt
                    .filter(at -> at.isAfter(old.lastPublishedAt()))
                    .orElse(old.lastPublishedAt());
            put(row, new PostCounters(old.total() + total, old.awaiting() + awaiting, last));
        });
    }

    @Override
    public PostCounters counted(IncidentId incident, int total, int awaiting, Optional<Instant> lastPublishedAt) {
        count(incident, total, awaiting, lastPublishedAt);
        return find(incident).orElseThrow().counters();
    }

    @Override
    public Optional<IncidentRow> find(IncidentId id) {
        return rows.find(id);
    }

    @Override
    public Map<IncidentId, IncidentRow> findAll(Collection<IncidentId> ids) {
        return ids.stream()
                .flatMap(id -> find(id).stream())
                .collect(Collectors.toUnmodifiableMap(row -> row.summary().id(), row -> row));
    }

    @Override
    public Optional<IncidentRow> findByNumber(String number) {
        return byNumber.of(number).values().stream().findFirst();
    }

    @Override
    public List<IncidentRow> query(IncidentQuery query) {
        return behind(inOrder(query.sort()), query.after()).stream()
                .filter(row -> matches(query.filter(), row))
                .limit(query.limit())
                .toList();
    }

    private boolean matches(Filter filter, IncidentRow row) {
        return IncidentMatch.matches(filter, row)
                && filter.words()
                        .map(SearchWords::of)
                        .map(words -> texts.apply(row.summary().id()).anyMatch(words::areIn))
                        .orElse(true);
    }

    private NavigableMap<Placed<String>, IncidentRow> inOrder(Sort sort) {
        return switch (sort) {
            case DEADLINE -> byDeadline.of(ALL);
            case OLDEST -> byRegistration.of(ALL);
            case NEWEST -> byRegistration.of(ALL).descendingMap();
        };
    }

    private static Collection<IncidentRow> behind(
            NavigableMap<Placed<String>, IncidentRow> lines, Optional<PageKey> after) {
        return after.map(key -> lines.tailMap(place(key.at(), key.id()), false))
                .orElse(lines)
                .values();
    }

    @Override
    public List<IncidentSummary> lines(IncidentQuery query) {
        return query(query).stream().map(IncidentRow::summary).toList();
    }

    @Override
    public long count(IncidentQuery query) {
        return rows.all().stream().filter(row -> matches(query.filter(), row)).count();
    }

    @Override
    public Set<BodyId> openBodies() {
        return rows.all().stream()
                .filter(row -> row.summary().state().isOpen())
                .flatMap(row -> row.bodies().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
