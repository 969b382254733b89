package org.otklik.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.post.AuthorRef;
import org.otklik.post.NetworkId;
import org.otklik.post.Pseudonym;
import org.otklik.spi.storage.AuthorRow;
import org.otklik.spi.storage.ClaimedOutboxRow;
import org.otklik.spi.storage.OutboxRow;
import org.otklik.storage.jdbc.JdbcStorage;
import org.postgresql.ds.PGSimpleDataSource;

/** What is planned once a connection while tables are small still serves when they are large. */
class KeptPlanTest {

    private final PGSimpleDataSource schema = PostgresServer.newSchema();
    private Connection only;

    @BeforeEach
    void connect() throws SQLException {
        schema.setPrepareThreshold(1);
        only = schema.getConnection();
    }

    @AfterEach
    void disconnect() throws SQLException {
        only.close();
        PostgresServer.drop(schema);
    }

    /** Each is due a second before the one before. */
    private static OutboxRow reply(int number) {
        return Replies.reply(number, Replies.NOON.minusSeconds(number));
    }

    private static void insert(JdbcStorage storage, Stream<OutboxRow> replies) {
        storage.transact(unit -> {
            unit.outbox().insert(replies.toList());
            return true;
        });
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = only.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> asked(String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = only.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    /** Shows the plan that the connection keeps for a statement with these words. */
    private String keptPlan(String words) throws SQLException {
        only.setAutoCommit(true);
        String name = asked("SELECT name FROM pg_prepared_statements WHERE statement LIKE '%" + words + "%'"
                        + " AND statement NOT LIKE '%pg_prepared%'")
                .get(0);
        int parameters = Integer.parseInt(
                asked("SELECT cardinality(parameter_types) FROM pg_prepared_statements WHERE name = '" + name + "'")
                        .get(0));
        run("SET plan_cache_mode = force_generic_plan");
        String nothing = String.join(", ", Collections.nCopies(parameters, "NULL"));
        return String.join("\n", asked("EXPLAIN EXECUTE \"" + name + "\" (" + nothing + ")"));
    }

    /** The index of the order serves too, if it is not searched by its second column alone. */
    private static void assertFindsEachByItsKey(String plan) {
        assertTrue(plan.contains("= (found.found_id)::text"), plan);
        assertFalse(plan.contains("Seq Scan on outbox"), plan);
        assertFalse(plan.matches("(?s).*Index Scan using outbox_in_order[^\\n]*\\n *Index Cond: \\(\\(id\\).*"), plan);
    }

    @Test
    void the_plan_of_an_empty_outbox_reads_a_full_one_in_order_and_by_keys() throws SQLException {
        try (JdbcStorage storage = JdbcStorage.over(OneConnection.of(only)).migrate()) {
            for (int i = 0; i < 8; i++) {
                storage.transact(unit -> unit.outbox().claim(Replies.DUE));
            }
            insert(storage, IntStream.range(0, 3_000).mapToObj(KeptPlanTest::reply));

            List<?> claimed = storage.transact(unit -> unit.outbox().claim(Replies.DUE));

            assertEquals(20, claimed.size());
            String plan = keptPlan("WITH found (");
            assertTrue(plan.contains("Index Scan using outbox_in_order"), plan);
            assertFindsEachByItsKey(plan);
            assertFalse(plan.contains("Sort"), plan);
        }
    }

    @Test
    void the_plan_of_an_outbox_where_all_is_due_at_once_still_finds_each_by_its_key() throws SQLException {
        try (JdbcStorage storage = JdbcStorage.over(OneConnection.of(only)).migrate()) {
            insert(storage, IntStream.range(0, 60).mapToObj(number -> Replies.reply(number, Replies.NOON)));
            run("ANALYZE outbox");
            for (int i = 0; i < 8; i++) {
                storage.transact(unit -> unit.outbox().claim(Replies.DUE));
            }

            assertFindsEachByItsKey(keptPlan("WITH found ("));
        }
    }

    private static AuthorRow author(int number) {
        return new AuthorRow(
                new Pseudonym(String.format(Locale.ROOT, "%032x", number)),
                new AuthorRef(NetworkId.of("vk"), "id" + number, Optional.empty()),
                Replies.NOON);
    }

    @Test
    void the_plan_of_a_few_rows_looks_each_of_many_keys_up_by_an_index() throws SQLException {
        try (JdbcStorage storage = JdbcStorage.over(OneConnection.of(only)).migrate()) {
            List<AuthorRow> authors =
                    IntStream.range(0, 30).mapToObj(KeptPlanTest::author).toList();
            storage.transact(unit -> {
                unit.authors().remember(authors);
                return true;
            });
            run("ANALYZE author");
            List<Pseudonym> keys = authors.stream().map(AuthorRow::pseudonym).toList();
            for (int i = 0; i < 8; i++) {
                assertEquals(
                        30, storage.transact(unit -> unit.authors().find(keys)).size());
            }

            String plan = keptPlan("CROSS JOIN LATERAL");

            assertTrue(plan.contains("Index Scan using author_"), plan);
        }
    }

    @Test
    void the_plan_of_a_few_rows_changes_one_row_among_others_by_an_index() throws SQLException {
        try (JdbcStorage storage = JdbcStorage.over(OneConnection.of(only)).migrate()) {
            insert(storage, IntStream.range(0, 40).mapToObj(KeptPlanTest::reply));
            run("ANALYZE outbox");
            List<ClaimedOutboxRow> claimed =
                    storage.transact(unit -> unit.outbox().claim(Replies.DUE));
            for (ClaimedOutboxRow one : claimed) {
                storage.transact(unit -> {
                    unit.state().write("test", "last", one.row().id().toString());
                    return unit.outbox().finish(one.row());
                });
            }

            String plan = keptPlan("DELETE FROM outbox");

            assertTrue(plan.contains("Index Scan using outbox_pkey"), plan);
        }
    }
}
