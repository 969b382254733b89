package org.otklik.storage.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.otklik.post.NetworkId;
import org.otklik.post.PostId;
import org.otklik.spi.storage.StreamId;

/** Reads the columns of a row one after the other; for one thread. */
final class Row {

    private final ResultSet rows;
    private int index;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    /** Reads the rows of the first statement that has some; what stands before it only sets something. */
    static <T> List<T> all(PreparedStatement statement, Session.Reader<T> reader) throws SQLException {
        boolean isRows = statement.execute();
        while (!isRows && statement.getUpdateCount() >= 0) {
            isRows = statement.getMoreResults();
        }
        return all(statement.getResultSet(), reader);
    }

    /** Reads all rows and closes them. */
    static <T> List<T> all(ResultSet rows, Session.Reader<T> reader) throws SQLException {
        try (rows) {
            List<T> found = new ArrayList<>();
            Row row = new Row(rows);
            while (row.next()) {
                found.add(reader.read(row));
            }
            return found;
        }
    }

    /** Turns to the next row. */
    private boolean next() throws SQLException {
        index = 0;
        return rows.next();
    }

    String text() throws SQLException {
        return rows.getString(++index);
    }

    /** Reads some columns as texts. */
    List<String> texts(int count) throws SQLException {
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    Optional<String> optionalText() throws SQLException {
        return Optional.ofNullable(rows.getString(++index));
    }

    <T> Optional<T> optional(Function<String, T> reader) throws SQLException {
        return optionalText().map(reader);
    }

    long number() throws SQLException {
        return rows.getLong(++index);
    }

    int count() throws SQLException {
        return rows.getInt(++index);
    }

    boolean flag() throws SQLException {
        return rows.getBoolean(++index);
    }

    Instant instant() throws SQLException {
        return rows.getObject(++index, OffsetDateTime.class).toInstant();
    }

    Optional<Instant> optionalInstant() throws SQLException {
        return Optional.ofNullable(rows.getObject(++index, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    <E extends Enum<E>> E constant(Class<E> type) throws SQLException {
        return Enum.valueOf(type, text());
    }

    /** Reads native id and network, in this order. */
    PostId post() throws SQLException {
        String nativeId = text();
        return new PostId(NetworkId.of(text()), nativeId);
    }

    /** Reads kind and id, in this order. */
    StreamId stream() throws SQLException {
        return new StreamId(constant(StreamId.Kind.class), text());
    }
}
