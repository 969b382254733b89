package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.otklik.desk.Office.COORDINATOR;
import static org.otklik.desk.Office.LUGOGRAD;
import static org.otklik.desk.Office.ZARECHINSK;
import static org.otklik.desk.Office.executor;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.otklik.Incidents;
import org.otklik.access.Result;
import org.otklik.classify.MessageKind;
import org.otklik.id.IncidentId;
import org.otklik.incident.Incident;
import org.otklik.sla.ClockName;
import org.otklik.storage.PostgresServer;
import org.otklik.storage.jdbc.JdbcStorage;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.SettableClock;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** How often a command waits for PostgreSQL: counted on the wire. */
class RoundTripsTest {

    private PGSimpleDataSource schema;
    private TurnCounter wire;
    private JdbcConnectionPool pool;
    private JdbcStorage storage;
    private Office office;

    @BeforeEach
    void openDesk() throws IOException {
        schema = PostgresServer.newSchema();
        wire = new TurnCounter("localhost", schema.getPortNumbers()[0]);
        PGConnectionPoolDataSource through = new PGConnectionPoolDataSource();
        through.setUrl(schema.getUrl());
        through.setPortNumbers(new int[] {wire.port()});
        through.setCurrentSchema(schema.getCurrentSchema());
        pool = JdbcConnectionPool.create(through);
        storage = JdbcStorage.over(pool).migrate();
        office = Office.over(storage, SettableClock.startingAt(Office.MORNING), InMemoryNetwork.named("vk"));
    }

    @AfterEach
    void closeDesk() throws IOException {
        office.desk.close();
        storage.close();
        pool.dispose();
        wire.close();
        PostgresServer.drop(schema);
    }

    private interface Command extends BiFunction<Incidents, IncidentId, Result<Incident>> {}

    private record Step(String name, Command command) {}

    @TestFactory
    Stream<DynamicTest> a_command_on_an_incident_takes_two_round_trips_with_its_commit() {
        IncidentId id = office.register("p1", Office.PIT).id();

        return Stream.of(
                        new Step("redirect", (all, one) -> all.redirect(COORDINATOR, one, LUGOGRAD, "THEIR_ROAD")),
                        new Step(
                                "redirect back",
                                (all, one) -> all.redirect(COORDINATOR, one, ZARECHINSK, "THEIR_ROAD")),
                        new Step("accept", (all, one) -> all.accept(executor(ZARECHINSK), one)),
                        new Step(
                                "reassess",
                                (all, one) -> all.reassess(
                                        COORDINATOR, one, MessageKind.QUESTION, Optional.empty(), Optional.empty())),
                        new Step("addCoExecutor", (all, one) -> all.addCoExecutor(COORDINATOR, one, LUGOGRAD)),
                        new Step(
                                "pauseClock",
                                (all, one) -> all.pauseClock(COORDINATOR, one, ClockName.DRAFT, "WAITS_FOR_EXPERT")),
                        new Step("resumeClock", (all, one) -> all.resumeClock(COORDINATOR, one, ClockName.DRAFT)),
                        new Step(
                                "postpone",
                                (all, one) -> all.postpone(
                                        COORDINATOR, one, Office.MORNING.plus(Duration.ofDays(3)), "SEASON")),
                        new Step("resume", (all, one) -> all.resume(COORDINATOR, one)),
                        new Step(
                                "decline",
                                (all, one) -> all.decline(executor(ZARECHINSK), one, "NOT_OURS", Optional.empty())),
                        new Step("reject", (all, one) -> all.reject(COORDINATOR, one, "DUPLICATE")),
                        new Step("restore", (all, one) -> all.restore(COORDINATOR, one)))
                .map(step -> dynamicTest(step.name(), () -> {
                    wire.turns();

                    Result<Incident> result = step.command().apply(office.desk.incidents(), id);

                    int turns = wire.turns();
                    assertTrue(result.isDone(), result::toString);
                    assertEquals(2, turns);
                }));
    }

    @Test
    void looking_at_an_incident_takes_one_round_trip() {
        IncidentId id = office.register("p1", Office.PIT).id();
        wire.turns();

        office.desk.incidents().view(COORDINATOR, id);

        assertEquals(1, wire.turns());
    }

    @Test
    void a_sweep_that_finds_nothing_due_takes_one_round_trip() {
        office.register("p1", Office.PIT);
        wire.turns();

        office.desk.sweepDeadlines();

        assertEquals(1, wire.turns());
    }

    @Test
    void a_refused_command_only_reads() {
        Incident incident = office.register("p1", Office.PIT);
        wire.turns();

        Result<Incident> refused = office.desk.incidents().resume(COORDINATOR, incident.id());

        assertEquals(1, wire.turns());
        assertFalse(refused.isDone(), refused::toString);
    }
}
