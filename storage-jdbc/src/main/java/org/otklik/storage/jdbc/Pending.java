package org.otklik.storage.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a transaction on PostgreSQL has yet to write: rows by statement, to be sent in one go; for one thread.
 *
 * <p>Nothing refers from one table to another, so only the order within a table matters. Tables are written in one
 * order by all, so that two transactions do not wait for each other in a circle; the counter of events comes last,
 * because everybody waits for it.
 */
final class Pending {

    private static final List<String> TABLES = List.of(
            "stored_value",
            "author",
            "post",
            "post_revision",
            "capture_queue",
            "number_series",
            "incident",
            "incident_counter",
            "incident_body",
            "instruction",
            "instruction_incident",
            "free_text",
            "outbox",
            "deadline",
            "event");

    private final PostgresChanges changes;
    private final List<Group<?>> groups = new ArrayList<>();

    /** Objects that one statement writes. */
    private record Group<T>(Writing<T> writing, List<T> items, Set<Object> keys, List<Expected> expected) {

        boolean takes(Change change, Set<Object> others) {
            boolean onceEach = change instanceof Change.Update || change instanceof Change.Put;
            return writing.change().equals(change) && !(onceEach && touches(others));
        }

        boolean touches(Set<Object> others) {
            return !Collections.disjoint(keys, others);
        }

        String sql(PostgresChanges changes) {
            return items.size() == 1 ? changes.one(writing.change()) : changes.many(writing.change());
        }

        /** The numbers of events come from arrays even for one event. */
        boolean isPlain() {
            return items.size() == 1 && !(writing.change() instanceof Change.Numbered);
        }

        void bind(StatementParams params) throws SQLException {
            if (isPlain()) {
                writing.binder().bind(params, items.get(0));
            } else {
                Columns.of(items, writing.binder()).bind(params);
            }
        }
    }

    Pending(PostgresChanges changes) {
        this.changes = changes;
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** Lets objects wait until everything is written. */
    <T> void add(Writing<T> writing, Collection<T> items, Collection<Expected> expected) {
        Set<Object> keys = items.stream().map(writing.key()).collect(Collectors.toSet());
        Group<T> group = groupFor(writing, keys);
        group.items().addAll(items);
        group.keys().addAll(keys);
        group.expected().addAll(expected);
    }

    /** Finds the last group of the same change with no other behind it that touches these keys. */
    @SuppressWarnings("unchecked") // The same change of the same table is always made of the same objects.
    private <T> Group<T> groupFor(Writing<T> writing, Set<Object> keys) {
        for (int i = groups.size() - 1; i >= 0; i--) {
            Group<?> group = groups.get(i);
            if (group.takes(writing.change(), keys)) {
                return (Group<T>) group;
            }
            if (group.writing().change().table().equals(writing.change().table()) && group.touches(keys)) {
                break;
            }
        }
        Group<T> fresh = new Group<>(writing, new ArrayList<>(), new HashSet<>(), new ArrayList<>());
        groups.add(fresh);
        return fresh;
    }

    /** Lists in which versions something must be; the first of them is the likeliest to be named. */
    List<Expected> expected() {
        return groups.stream().flatMap(group -> group.expected().stream()).toList();
    }

    /** Returns one text of all statements, with a commit behind them if wanted. */
    String sql(boolean commit) {
        groups.sort(Comparator.comparingInt(
                group -> TABLES.indexOf(group.writing().change().table())));
        String all = groups.stream().map(group -> group.sql(changes)).collect(Collectors.joining(";\n"));
        return commit ? all + ";\nCOMMIT" : all;
    }

    /** Sets the parameters of {@link #sql}. */
    void bind(PreparedStatement statement) throws SQLException {
        StatementParams params = new StatementParams(statement);
        for (Group<?> group : groups) {
            group.bind(params);
        }
    }

    void clear() {
        groups.clear();
    }
}
