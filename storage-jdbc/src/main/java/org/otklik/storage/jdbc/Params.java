package org.otklik.storage.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.post.PostId;
import org.otklik.spi.storage.StreamId;

/** Takes the values of a statement or of a row one after the other; for one thread. */
abstract class Params {

    abstract void putText(@Nullable String value) throws SQLException;

    abstract void putNumber(long value) throws SQLException;

    abstract void putCount(int value) throws SQLException;

    abstract void putFlag(boolean value) throws SQLException;

    abstract void putInstant(@Nullable Instant value) throws SQLException;

    abstract void putTexts(String[] values) throws SQLException;

    /** Takes what is written; enum constants and ids by their {@code toString}. */
    final Params text(Object value) throws SQLException {
        putText(value.toString());
        return this;
    }

    final Params text(Optional<?> value) throws SQLException {
        putText(value.isPresent() ? value.get().toString() : null);
        return this;
    }

    final Params number(long value) throws SQLException {
        putNumber(value);
        return this;
    }

    final Params count(int value) throws SQLException {
        putCount(value);
        return this;
    }

    final Params flag(boolean value) throws SQLException {
        putFlag(value);
        return this;
    }

    final Params instant(Instant value) throws SQLException {
        putInstant(value);
        return this;
    }

    final Params instant(Optional<Instant> value) throws SQLException {
        putInstant(value.orElse(null));
        return this;
    }

    final Params texts(Collection<?> values) throws SQLException {
        putTexts(values.stream().map(Object::toString).toArray(String[]::new));
        return this;
    }

    /** Takes native id and network, in this order. */
    final Params post(PostId id) throws SQLException {
        return text(id.nativeId()).text(id.network());
    }

    /** Takes kind and id, in this order. */
    final Params stream(StreamId id) throws SQLException {
        return text(id.kind()).text(id.id());
    }
}
