package org.otklik.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.id.DraftId;
import org.otklik.id.IncidentId;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.reply.PublicationState;
import org.otklik.spi.storage.OutboxRow;
import org.otklik.spi.storage.OutboxStore.ClaimRequest;
import org.otklik.spi.storage.OutboxStore.Lane;
import org.otklik.storage.jdbc.JdbcStorage;
import org.postgresql.ds.PGSimpleDataSource;

/** Claims of replies are planned once a connection, and the plan of an empty outbox still serves when it is full. */
class ClaimPlanTest {

    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final ClaimRequest DUE = new ClaimRequest(
            EnumSet.of(PublicationState.READY), NOON, "node", Duration.ofMinutes(2), 20, Set.of(), Lane.all());

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

    private static OutboxRow reply(int number) {
        String id = String.format(Locale.ROOT, "%026d", number);
        return new OutboxRow(
                PublicationId.of(id),
                IncidentId.of(id),
                DraftId.of(id),
                PostId.of("vk", "-1_" + number),
                AccountId.of("vk", "official"),
                PublicationState.READY,
                NOON.minusSeconds(number),
                OutboxRow.Claim.NEVER,
                Optional.empty());
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

    /** Shows the plan that the connection keeps for its claims. */
    private String keptPlan() throws SQLException {
        only.setAutoCommit(true);
        String name = asked("SELECT name FROM pg_prepared_statements WHERE statement LIKE '%WITH found (%'"
                        + " AND statement NOT LIKE '%pg_prepared%'")
                .get(0);
        int parameters = Integer.parseInt(
                asked("SELECT cardinality(parameter_types) FROM pg_prepared_statements WHERE name = '" + name + "'")
                        .get(0));
        try (Statement statement = only.createStatement()) {
            statement.execute("SET plan_cache_mode = force_generic_plan");
        }
        String nothing = String.join(", ", Collections.nCopies(parameters, "NULL"));
        return String.join("\n", asked("EXPLAIN EXECUTE \"" + name + "\" (" + nothing + ")"));
    }

    @Test
    void the_plan_of_an_empty_outbox_reads_a_full_one_in_order_and_by_keys() throws SQLException {
        try (JdbcStorage storage = JdbcStorage.over(OneConnection.of(only)).migrate()) {
            for (int i = 0; i < 8; i++) {
                storage.transact(unit -> unit.outbox().claim(DUE));
            }
            List<OutboxRow> many =
                    IntStream.range(0, 3_000).mapToObj(ClaimPlanTest::reply).toList();
            storage.transact(unit -> {
                unit.outbox().insert(many);
                return true;
            });

            List<?> claimed = storage.transact(unit -> unit.outbox().claim(DUE));

            assertEquals(20, claimed.size());
            String plan = keptPlan();
            assertTrue(plan.contains("Index Scan using outbox_in_order"), plan);
            assertTrue(plan.contains("Index Scan using outbox_pkey"), plan);
            assertFalse(plan.contains("Seq Scan on outbox") || plan.contains("Sort"), plan);
        }
    }
}
