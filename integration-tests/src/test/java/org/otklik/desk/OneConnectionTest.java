package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.otklik.id.IncidentId;
import org.otklik.incident.IncidentState;
import org.otklik.storage.PostgresServer;
import org.otklik.storage.jdbc.JdbcStorage;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.SettableClock;
import org.postgresql.ds.PGSimpleDataSource;

/** Nothing asks for a second connection while it holds one, or desks that use up their pool would wait for ever. */
class OneConnectionTest {

    @Test
    void the_whole_job_is_done_over_a_pool_of_one_connection() {
        PGSimpleDataSource schema = PostgresServer.newSchema();
        JdbcConnectionPool pool = JdbcConnectionPool.create(PostgresServer.pooled(schema));
        pool.setMaxConnections(1);
        pool.setLoginTimeout(3);
        try (JdbcStorage storage = JdbcStorage.over(pool).migrate()) {
            SettableClock clock = SettableClock.startingAt(Office.MORNING);
            InMemoryNetwork vk = InMemoryNetwork.named("vk");
            Office office = Office.over(storage, clock, vk).publishing();
            IncidentId id = office.accepted("p1", Office.PIT).id();
            office.approved(office.get(id));

            int sent = office.desk.publishDue().sent();

            assertEquals(1, sent);
            assertEquals(IncidentState.ANSWERED, office.get(id).state());
            office.desk.close();
        } finally {
            pool.dispose();
            PostgresServer.drop(schema);
        }
    }
}
