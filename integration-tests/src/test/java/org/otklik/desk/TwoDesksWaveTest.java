package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.benchmarks.DesksWave;
import org.otklik.storage.PostgresServer;
import org.otklik.storage.jdbc.JdbcStorage;
import org.postgresql.ds.PGSimpleDataSource;

/** Two desks over one PostgreSQL decide a wave side by side. */
class TwoDesksWaveTest {

    private static final int POSTS = 2_000;

    @Test
    void what_two_desks_double_is_suggested_for_joining_and_no_post_is_lost(@TempDir Path folder) throws Exception {
        PGSimpleDataSource schema = PostgresServer.newSchema();
        JdbcConnectionPool pool = JdbcConnectionPool.create(PostgresServer.pooled(schema));
        try (JdbcStorage storage = JdbcStorage.over(pool).migrate()) {

            DesksWave.Outcome outcome =
                    new DesksWave(POSTS, folder.resolve("posts.jsonl")).play(List.of(storage, storage));

            assertEquals(POSTS, outcome.posts());
            assertEquals(outcome.taken(), outcome.counted());
            assertEquals(outcome.doubled(), outcome.suggested());
            assertTrue(outcome.incidents() >= outcome.matters(), outcome::toString);
        } finally {
            pool.dispose();
            PostgresServer.drop(schema);
        }
    }
}
