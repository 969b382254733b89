package org.otklik.storage;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.otklik.id.BodyId;
import org.otklik.incident.IncidentQuery;
import org.otklik.storage.jdbc.JdbcStorage;
import org.postgresql.ds.PGSimpleDataSource;

/** The search is written in the words of its indexes; if it were not, PostgreSQL would read every text. */
class WordIndexTest {

    private final List<String> asked = new ArrayList<>();

    /** Remembers what is prepared. */
    private final class Listening extends PGSimpleDataSource {

        private static final long serialVersionUID = 1L;

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    WordIndexTest.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")) {
                            asked.add((String) arguments[0]);
                        }
                        return method.invoke(real, arguments);
                    });
        }
    }

    private static String plan(PGSimpleDataSource database, String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.getConnection();
                PreparedStatement explain = connection.prepareStatement("EXPLAIN " + sql)) {
            explain.setString(1, "яма");
            explain.setString(2, "яма");
            explain.setString(3, "adm-zarechinsk");
            explain.setInt(4, 50);
            try (ResultSet lines = explain.executeQuery()) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
        }
        return plan.toString();
    }

    @Test
    void both_indexes_of_words_serve_the_search() throws SQLException {
        PGSimpleDataSource schema = PostgresServer.newSchema();
        Listening listening = new Listening();
        listening.setUrl(schema.getUrl());
        listening.setUser(schema.getUser());
        listening.setCurrentSchema(schema.getCurrentSchema());
        try (JdbcStorage storage = JdbcStorage.over(listening).migrate()) {
            IncidentQuery query = IncidentQuery.all().containing("яма").within(Set.of(BodyId.of("adm-zarechinsk")));
            storage.transact(unit -> unit.incidents().query(query));
        }
        GuardedPostgres.run(
                schema,
                "INSERT INTO free_text SELECT 'INCIDENT', i, 'draft', 'Асфальт', NULL, now() FROM"
                        + " generate_series(1, 2000) i; ANALYZE free_text");
        // The other tables are empty, so PostgreSQL must be kept from reading them as a whole.
        schema.setOptions("-c enable_seqscan=off");

        String plan = plan(schema, asked.get(asked.size() - 1));

        assertTrue(plan.contains("post_words") && plan.contains("free_text_words"), plan);
        PostgresServer.drop(schema);
    }
}
