package org.otklik.storage.jdbc;

import java.sql.SQLException;
import java.util.List;
import org.otklik.spi.storage.StorageException;

/** Turns the failure of statements that went to PostgreSQL together into what the desk understands. */
final class PipelineFailures {

    private static final String VERSION_OF_STREAM = "event_in_stream";
    private static final String NUMBER = "sequence";

    private final SqlFailures failures;

    PipelineFailures(SqlFailures failures) {
        this.failures = failures;
    }

    StorageException of(SQLException failure, List<Expected> expected, boolean commit) {
        String message = String.valueOf(failure.getMessage());
        boolean isStale = message.contains(PostgresChanges.STALE)
                || (SqlFailures.state(failure).equals("23505") && message.contains(VERSION_OF_STREAM));
        if (isStale && !expected.isEmpty()) {
            return Expected.stale(expected);
        }
        if (SqlFailures.state(failure).equals("23502") && message.contains(NUMBER)) {
            return JdbcEvents.counterIsGone();
        }
        return commit ? failures.ofCommit(failure) : failures.of("Writing", failure);
    }
}
