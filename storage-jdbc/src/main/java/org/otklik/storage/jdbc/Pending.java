package org.otklik.storage.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a transaction has yet to write: rows by statement; for one thread.
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
            "notice",
            "event");

    private final List<Group<?>> groups = new ArrayList<>();

    /** A row that must be in the version that was read. */
    private record Versioned(String table, Object key) {}

    /** Objects that one statement writes. */
    private record Group<T>(
            Writing<T> writing, List<T> items, Set<Object> keys, Optional<Function<T, Expected>> expected) {

        boolean takes(Change change, Set<Object> others) {
            boolean onceEach = change instanceof Change.Update || change instanceof Change.Put;
            return writing.change().equals(change) && !isByCondition() && !(onceEach && touches(others));
        }

        /** Rows are found by what they hold, so that nobody knows which these are; no other group joins it. */
        boolean isByCondition() {
            return writing.change() instanceof Change.UpdateAll;
        }

        int rows() {
            return isByCondition() ? JointCommits.MOST_ROWS : items.size();
        }

        boolean touches(Set<Object> others) {
            return !Collections.disjoint(keys, others);
        }

        /** In the order of keys, so that two transactions do not wait for each other; what is new keeps its own order. */
        void sort() {
            if (items.size() > 1 && !(writing.change() instanceof Change.Insert) && !isNumbered()) {
                items.sort(
                        Comparator.comparing(item -> writing.key().apply(item).toString()));
            }
        }

        private boolean isNumbered() {
            return writing.change() instanceof Change.Numbered;
        }

        boolean isOneStatement() {
            return items.size() == 1 && !isByCondition();
        }

        /** Returns the statement of a row that must be there, without a look at whether it was. */
        Optional<String> exact() {
            if (writing.change() instanceof Change.Update update && update.exact()) {
                return Optional.of(update.plain());
            }
            return writing.change() instanceof Change.Delete delete && delete.exact()
                    ? Optional.of(delete.plain())
                    : Optional.empty();
        }

        boolean isFew() {
            return PostgresChanges.areFew(writing.change(), items.size());
        }

        String sql(PostgresChanges changes) {
            return isFew() ? changes.few(writing.change(), items.size()) : changes.many(writing.change());
        }

        /** Many rows are found by a join, for which there are good plans and bad ones. */
        boolean joins() {
            return isByCondition() || PostgresChanges.joins(writing.change(), items.size());
        }

        /** Rows are found by keys or by what they hold. */
        boolean finds() {
            return isByCondition()
                    || writing.change() instanceof Change.Update
                    || writing.change() instanceof Change.Delete;
        }

        /** Adds these objects to others that wait. */
        void addTo(Pending others) {
            others.add(writing, items, expected);
        }

        /** Names the rows that must be in a version; of events the database sees to it. */
        Stream<Versioned> versioned() {
            return expected.isEmpty() || isNumbered()
                    ? Stream.of()
                    : keys.stream().map(key -> new Versioned(writing.change().table(), key));
        }

        void lock(PlainWriting plain) {
            if (writing.change() instanceof Change.Update update && expected.isPresent()) {
                plain.lock(update, items, writing.binder(), expected.get());
            }
        }

        void write(PlainWriting plain) {
            plain.write(writing, items, expected);
        }

        Stream<Expected> versions() {
            return expected.stream().flatMap(version -> items.stream().map(version));
        }

        void bind(StatementParams params) throws SQLException {
            if (isFew()) {
                for (T item : items) {
                    writing.binder().bind(params, item);
                }
            } else {
                Columns.of(items, writing.binder()).bind(params);
            }
        }
    }

    /** Puts together what several transactions have yet to write, one after the other. */
    static Pending joined(List<Pending> all) {
        Pending joint = new Pending();
        all.forEach(one -> one.groups.forEach(group -> group.addTo(joint)));
        return joint;
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** Counts the rows; those found by a condition as so many that nothing else goes along. */
    int rows() {
        return groups.stream().mapToInt(Group::rows).sum();
    }

    /** Returns what tells the rows that must be in a version from all others. */
    Set<Object> versioned() {
        return groups.stream().flatMap(Group::versioned).collect(Collectors.toSet());
    }

    /** Lets objects wait until everything is written. */
    <T> void add(Writing<T> writing, Collection<T> items, Optional<Function<T, Expected>> expected) {
        Set<Object> keys = new HashSet<>();
        for (T item : items) {
            keys.add(writing.key().apply(item));
        }
        Group<T> group = groupFor(writing, keys, expected);
        group.items().addAll(items);
        group.keys().addAll(keys);
    }

    /** Finds the last group of the same change with no other behind it that touches these keys. */
    @SuppressWarnings("unchecked") // The same change of the same table is always made of the same objects.
    private <T> Group<T> groupFor(Writing<T> writing, Set<Object> keys, Optional<Function<T, Expected>> expected) {
        for (int i = groups.size() - 1; i >= 0; i--) {
            Group<?> group = groups.get(i);
            if (group.takes(writing.change(), keys)) {
                return (Group<T>) group;
            }
            if (group.writing().change().table().equals(writing.change().table())
                    && (group.isByCondition() || group.touches(keys))) {
                break;
            }
        }
        Group<T> fresh = new Group<>(writing, new ArrayList<>(), new HashSet<>(), expected);
        groups.add(fresh);
        return fresh;
    }

    /** Lists in which versions something must be; the first of them is the likeliest to be named. */
    List<Expected> expected() {
        return groups.stream().flatMap(Group::versions).toList();
    }

    /** Puts all in the order in which everybody writes. */
    Pending inOrder() {
        if (groups.size() > 1) {
            groups.sort(Comparator.comparingInt(
                    group -> TABLES.indexOf(group.writing().change().table())));
        }
        groups.forEach(Group::sort);
        return this;
    }

    /** Locks and writes all, a statement a row. */
    void write(PlainWriting plain, boolean lockFirst) {
        if (lockFirst) {
            groups.stream().filter(this::isStored).forEach(group -> group.lock(plain));
        }
        groups.forEach(group -> group.write(plain));
    }

    /** What is written before, such as a row that is inserted first, cannot be locked yet. */
    private boolean isStored(Group<?> group) {
        return groups.subList(0, groups.indexOf(group)).stream()
                .filter(before -> before.writing()
                        .change()
                        .table()
                        .equals(group.writing().change().table()))
                .noneMatch(before -> before.touches(group.keys()));
    }

    /** Returns one text of all statements for a transaction that was begun, and commits it. */
    String sqlWithCommit(PostgresChanges changes) {
        return settings(false) + statements(changes) + PostgresChanges.COMMIT;
    }

    /** Returns one text of all statements for a transaction that was begun, and goes on. */
    String sql(PostgresChanges changes) {
        String after = joins() ? PostgresChanges.BY_ANY_WAY : "";
        return PostgresChanges.settings(joins(), joins(), false) + statements(changes) + after;
    }

    /** Returns one text of all statements that is a transaction by itself, as one statement alone is. */
    String whole(PostgresChanges changes) {
        return isOneStatement() ? statements(changes) : transaction(changes, false);
    }

    private boolean isOneStatement() {
        return groups.size() == 1 && groups.get(0).isOneStatement();
    }

    /** Tells whether this is one row, and none that takes a number for which everybody waits. */
    boolean isOneFreeRow() {
        return isOneStatement() && !groups.get(0).isNumbered();
    }

    /** Returns the statement of a row that must be there, without a look at whether it was; empty if there is no such row alone. */
    Optional<String> oneExact() {
        return isOneStatement() ? groups.get(0).exact() : Optional.empty();
    }

    /** As {@link #whole}, for what several transactions want. */
    String wholeOfSeveral(PostgresChanges changes) {
        return transaction(changes, true);
    }

    private String transaction(PostgresChanges changes, boolean together) {
        return PostgresChanges.BEGIN + settings(together) + statements(changes) + PostgresChanges.COMMIT;
    }

    private String settings(boolean together) {
        return PostgresChanges.settings(finds(), joins(), together);
    }

    private boolean joins() {
        return groups.stream().anyMatch(Group::joins);
    }

    private boolean finds() {
        return groups.stream().anyMatch(Group::finds);
    }

    private String statements(PostgresChanges changes) {
        return groups.stream().map(group -> group.sql(changes)).collect(Collectors.joining(";\n"));
    }

    /** Sets the parameters of the statements. */
    void bind(PreparedStatement statement) throws SQLException {
        StatementParams params = new StatementParams(statement);
        for (Group<?> group : groups) {
            group.bind(params);
        }
    }
}
