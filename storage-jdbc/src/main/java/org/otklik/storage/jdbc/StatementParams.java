package org.otklik.storage.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Sets the parameters of a statement; for one thread. */
final class StatementParams extends Params {

    private final PreparedStatement statement;
    private int index;

    StatementParams(PreparedStatement statement) {
        this.statement = statement;
    }

    @Override
    void putText(@Nullable String value) throws SQLException {
        if (value == null) {
            statement.setNull(++index, Types.VARCHAR);
        } else {
            statement.setString(++index, value);
        }
    }

    @Override
    void putNumber(long value) throws SQLException {
        statement.setLong(++index, value);
    }

    @Override
    void putCount(int value) throws SQLException {
        statement.setInt(++index, value);
    }

    @Override
    void putFlag(boolean value) throws SQLException {
        statement.setBoolean(++index, value);
    }

    @Override
    void putInstant(@Nullable Instant value) throws SQLException {
        if (value == null) {
            statement.setNull(++index, Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            statement.setObject(++index, value.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        }
    }

    @Override
    void putTexts(String[] values) throws SQLException {
        putArray("varchar", values);
    }

    void putArray(String type, Object[] values) throws SQLException {
        statement.setArray(++index, statement.getConnection().createArrayOf(type, values));
    }
}
