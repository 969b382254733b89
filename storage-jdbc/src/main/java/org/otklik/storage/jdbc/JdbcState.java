package org.otklik.storage.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.spi.storage.StateStore;

/** Leases and small values in tables. */
final class JdbcState implements StateStore {

    private static final String RELEASE = "DELETE FROM lease WHERE name = ? AND owner = ?";
    private static final String READ = "SELECT content FROM stored_value WHERE scope = ? AND value_key = ?";
    private static final String READ_ALL =
            "SELECT value_key, content FROM stored_value WHERE scope = ? ORDER BY value_key";
    private static final String SWAP =
            "UPDATE stored_value SET content = ? WHERE scope = ? AND value_key = ? AND content = ?";
    private static final Change.Put PUT =
            new Change.Put("stored_value", List.of("scope", "value_key"), List.of("content"), Optional.empty());
    private static final Writing<Value> WRITE = new Writing<>(
            PUT,
            value -> List.of(value.scope(), value.key()),
            (p, value) -> p.text(value.scope()).text(value.key()).text(value.content()));
    private static final Change.Absent BEGIN =
            new Change.Absent("lease", List.of("name"), List.of("owner", "lease_until"));

    private final Session session;
    private final String prolong;

    private record Value(String scope, String key, String content) {}

    JdbcState(Session session) {
        Dialect dialect = session.dialect();
        this.session = session;
        this.prolong = "UPDATE lease SET owner = ?, lease_until = " + dialect.nowPlusMicros()
                + " WHERE name = ? AND (owner = ? OR lease_until <= " + dialect.now() + ")";
    }

    @Override
    public boolean lease(String name, String owner, Duration length) {
        return prolong(name, owner, length) || (begin(name, owner) && prolong(name, owner, length));
    }

    private boolean prolong(String name, String owner, Duration length) {
        return session.update(
                        prolong,
                        p -> p.text(owner).number(Micros.of(length)).text(name).text(owner))
                > 0;
    }

    /** The lease gets its end in the same transaction, by the clock of the database. */
    private boolean begin(String name, String owner) {
        return !session.insertAbsent(
                        BEGIN,
                        List.of(name),
                        (p, one) -> p.text(one).text(owner).instant(Instant.EPOCH))
                .isEmpty();
    }

    @Override
    public void release(String name, String owner) {
        session.update(RELEASE, p -> p.text(name).text(owner));
    }

    @Override
    public Optional<String> read(String scope, String key) {
        return session.first(READ, p -> p.text(scope).text(key), Row::text);
    }

    @Override
    public Map<String, String> readAll(String scope) {
        Map<String, String> values = new LinkedHashMap<>();
        session.query(READ_ALL, p -> p.text(scope), row -> Map.entry(row.text(), row.text()))
                .forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        return values;
    }

    @Override
    public void write(String scope, String key, String value) {
        session.later(WRITE, List.of(new Value(scope, key, value)));
    }

    private boolean add(String scope, String key, String value) {
        return !session.insertAbsent(PUT.absent(), List.of(new Value(scope, key, value)), WRITE.binder())
                .isEmpty();
    }

    @Override
    public boolean compareAndSet(String scope, String key, Optional<String> expected, String value) {
        if (expected.isEmpty()) {
            return add(scope, key, value);
        }
        return session.update(SWAP, p -> p.text(value).text(scope).text(key).text(expected)) > 0;
    }
}
