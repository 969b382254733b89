package org.otklik.storage.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import org.otklik.post.PostId;
import org.otklik.spi.storage.StreamId;

/** Sets the parameters of a statement one after the other; for one thread. */
final class Params {

    private static final String VARCHAR = "varchar";

    private final PreparedStatement statement;
    private int index;

    Params(PreparedStatement statement) {
        this.statement = statement;
    }

    /** Sets what is written; enum constants and ids by their {@code toString}. */
    Params text(Object value) throws SQLException {
        statement.setString(++index, value.toString());
        return this;
    }

    Params text(Optional<?> value) throws SQLException {
        if (value.isEmpty()) {
            statement.setNull(++index, Types.VARCHAR);
            return this;
        }
        return text(value.get());
    }

    Params number(long value) throws SQLException {
        statement.setLong(++index, value);
        return this;
    }

    Params count(int value) throws SQLException {
        statement.setInt(++index, value);
        return this;
    }

    Params flag(boolean value) throws SQLException {
        statement.setBoolean(++index, value);
        return this;
    }

    Params instant(Instant value) throws SQLException {
        statement.setObject(++index, utc(value));
        return this;
    }

    Params instant(Optional<Instant> value) throws SQLException {
        if (value.isEmpty()) {
            statement.setNull(++index, Types.TIMESTAMP_WITH_TIMEZONE);
            return this;
        }
        return instant(value.get());
    }

    Params texts(Collection<?> values) throws SQLException {
        Object[] elements = values.stream().map(Object::toString).toArray();
        statement.setArray(++index, statement.getConnection().createArrayOf(VARCHAR, elements));
        return this;
    }

    /** Sets native id and network, in this order. */
    Params post(PostId id) throws SQLException {
        return text(id.nativeId()).text(id.network());
    }

    /** Sets kind and id, in this order. */
    Params stream(StreamId id) throws SQLException {
        return text(id.kind()).text(id.id());
    }

    private static OffsetDateTime utc(Instant value) {
        return value.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
