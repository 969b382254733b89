package org.otklik.benchmarks.storage;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows in the format of COPY, as text; for one thread. */
final class Rows {

    private final StringBuilder text = new StringBuilder();

    Rows row(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : "\t");
            append(values[i]);
        }
        text.append('\n');
        return this;
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof Optional<?> optional) {
            append(optional.orElse(null));
        } else {
            String plain = value.toString();
            for (int i = 0; i < plain.length(); i++) {
                switch (plain.charAt(i)) {
                    case '\\' -> text.append("\\\\");
                    case '\t' -> text.append("\\t");
                    case '\n' -> text.append("\\n");
                    default -> text.append(plain.charAt(i));
                }
            }
        }
    }

    /** Copies them in one statement. */
    void copy(Connection connection, String into) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + into + " FROM STDIN");
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        copy.endCopy();
    }
}
