package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.otklik.Incidents;
import org.otklik.Replies;
import org.otklik.access.Result;
import org.otklik.desk.CountedCommand.Prepared;
import org.otklik.id.IncidentId;
import org.otklik.incident.Incident;
import org.otklik.post.PostId;
import org.otklik.spi.storage.AnswerState;
import org.otklik.spi.storage.PostRow;
import org.otklik.storage.PostgresServer;
import org.otklik.storage.jdbc.JdbcStorage;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.SettableClock;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How often a command waits for PostgreSQL: counted on the wire. Each command on an incident takes one round trip to read
 * all it needs and one to write, with its commit.
 */
class RoundTripsTest {

    private static final Set<String> QUESTIONS =
            Set.of("find", "count", "get", "view", "posts", "history", "links", "ways", "preview");

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
        through.setServerNames(new String[] {"localhost"});
        through.setPortNumbers(new int[] {wire.port()});
        through.setDatabaseName(schema.getDatabaseName());
        through.setUser("postgres");
        through.setCurrentSchema(schema.getCurrentSchema());
        pool = JdbcConnectionPool.create(through);
        storage = JdbcStorage.over(pool).migrate();
        office = Office.over(storage, SettableClock.startingAt(Office.MORNING), InMemoryNetwork.named("vk"));
        office.desk.close();
        office = office.another(builder -> builder.slaPolicy(Case.WITH_BODY_CLOCKS));
    }

    @AfterEach
    void closeDesk() throws IOException {
        office.desk.close();
        storage.close();
        pool.dispose();
        wire.close();
        PostgresServer.drop(schema);
    }

    static Stream<Arguments> commands() {
        return CountedCommand.all().stream().map(command -> arguments(command.name(), command));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void a_command_on_an_incident_takes_two_round_trips_with_its_commit(String name, CountedCommand command) {
        Prepared prepared = command.prepare(office);
        wire.turns();

        Result<?> result = prepared.run();

        int turns = wire.turns();
        assertTrue(result.isDone(), result::toString);
        assertEquals(2, turns);
    }

    @Test
    void every_command_of_incidents_and_replies_is_counted() {
        Set<String> commands = Stream.of(Incidents.class, Replies.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .map(Method::getName)
                .filter(name -> !QUESTIONS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> counted = CountedCommand.all().stream()
                .map(command -> command.name().replaceAll(" .*", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(commands, counted);
    }

    @Test
    void an_incident_goes_out_of_the_last_of_many_joins_with_whoever_came_in_with_it_in_two_round_trips() {
        List<Incident> incidents = CountedCommand.joined(
                office,
                List.of(
                        office.register("p1", Office.PIT),
                        office.register("p2", CountedCommand.SCHOOL),
                        office.register("p3", "В Лугограде на дороге у больницы яма, машины бьются"),
                        office.register("p4", "В Заречинске на дороге у рынка яма, объехать нельзя"),
                        office.register("p5", "В Лугограде на дороге у бани яма, колесо пробили")));
        Incident back = incidents.get(2);
        wire.turns();

        office.desk.incidents().unmerge(Office.COORDINATOR, back.id()).orThrow();

        assertEquals(2, wire.turns());
        assertEquals(Set.of(Office.id("p1"), Office.id("p2"), Office.id("p3")), posts(back));
        assertEquals(Set.of(Office.id("p4"), Office.id("p5")), posts(incidents.get(4)));
        assertEquals(3, office.get(back.id()).posts().total());
        assertEquals(2, office.get(incidents.get(4).id()).posts().total());
    }

    private Set<PostId> posts(Incident incident) {
        return Checker.rows(office, incident).stream().map(PostRow::id).collect(Collectors.toSet());
    }

    /** Their posts are not read one by one, but counted, and changed by a condition that must hold for as many. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void a_command_on_an_incident_of_a_thousand_posts_takes_two_round_trips_too(String name, CountedCommand command) {
        Prepared prepared = command.prepare(office);
        crowd();
        wire.turns();

        Result<?> result = prepared.run();

        int turns = wire.turns();
        assertTrue(result.isDone(), result::toString);
        assertEquals(2, turns);
        Checker.check(office);
    }

    /** Adds a thousand others like each post of an incident. */
    private void crowd() {
        for (Incident incident : office.all()) {
            for (PostRow post : Checker.rows(office, incident)) {
                List<PostRow> others = IntStream.range(0, 1_000)
                        .mapToObj(number ->
                                CountedCommand.likeness(post, post.id().nativeId() + "q" + number))
                        .toList();
                int awaiting = post.link().answer() == AnswerState.AWAITING ? others.size() : 0;
                storage.transact(unit -> {
                    unit.incidents().count(incident.id(), others.size(), awaiting, Optional.empty());
                    return unit.posts().insertNew(others);
                });
            }
        }
    }

    @Test
    void looking_at_an_incident_takes_one_round_trip() {
        IncidentId id = office.register("p1", Office.PIT).id();
        wire.turns();

        office.desk.incidents().view(Office.COORDINATOR, id);

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

        Result<Incident> refused = office.desk.incidents().resume(Office.COORDINATOR, incident.id());

        assertEquals(1, wire.turns());
        assertFalse(refused.isDone(), refused::toString);
    }
}
