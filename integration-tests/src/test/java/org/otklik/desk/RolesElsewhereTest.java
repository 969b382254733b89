package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.otklik.access.Role.AUDITOR;
import static org.otklik.access.Role.CONTROLLER;
import static org.otklik.access.Role.COORDINATOR;
import static org.otklik.access.Role.CURATOR;
import static org.otklik.access.Role.EXECUTOR;
import static org.otklik.access.Role.HEAD;
import static org.otklik.access.Role.MODERATOR;
import static org.otklik.access.Role.PRIVACY_OFFICER;
import static org.otklik.access.Role.PUBLISHER;
import static org.otklik.access.Role.SYSTEM;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.otklik.Instructions.Order;
import org.otklik.ManualPost;
import org.otklik.access.Actor;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.access.Role;
import org.otklik.classify.MessageKind;
import org.otklik.id.BodyId;
import org.otklik.id.InstructionId;
import org.otklik.incident.ExternalRef;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentQuery;
import org.otklik.instruction.InstructionOutcome;
import org.otklik.post.AuthorRef;
import org.otklik.post.MediaRef;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.report.ReportPeriod;
import org.otklik.spi.storage.SignalState;

/** Who may do what is not done to one incident: posts in review, instructions, switches, reports, personal data. */
class RolesElsewhereTest {

    private static final Set<Role> REVIEWERS = Set.of(SYSTEM, MODERATOR, COORDINATOR);
    private static final Set<Role> SEE_INSTRUCTIONS = Set.of(HEAD, CONTROLLER, COORDINATOR, CURATOR, EXECUTOR, AUDITOR);
    private static final Set<Role> SEE_HEALTH = Set.of(PUBLISHER, COORDINATOR, MODERATOR, AUDITOR);
    private static final PostId UNCLEAR = Office.id("unclear");

    private final Office office = Office.open();
    private final InstructionId instruction;

    RolesElsewhereTest() {
        office.hear(office.post("unclear", "").toBuilder()
                .media(List.of(MediaRef.photo()))
                .build());
        instruction =
                office.desk.instructions().issue(Office.HEAD, order()).orThrow().id();
    }

    private Order order() {
        return new Order(
                "Отремонтировать дорогу у вокзала.",
                List.of(Office.ROADS),
                office.clock.instant().plus(Duration.ofDays(3)),
                List.of(),
                Optional.empty());
    }

    private record Row(String name, Set<Role> roles, boolean scoped, Function<Actor, Result<?>> call) {}

    private Stream<Row> rows() {
        var review = office.desk.review();
        var instructions = office.desk.instructions();
        var vk = UNCLEAR.network();
        return Stream.of(
                row(
                        "register",
                        Set.of(MODERATOR, COORDINATOR, CURATOR),
                        a -> office.desk.register(
                                a, ManualPost.of(ManualPost.Source.PHONE, Office.PIT, Office.MORNING))),
                row(
                        "review.list",
                        Set.of(MODERATOR, COORDINATOR, AUDITOR),
                        a -> review.list(a, SignalState.NEEDS_REVIEW, Optional.empty(), 10)),
                row("review.view", Set.of(MODERATOR, COORDINATOR, AUDITOR), a -> review.view(a, UNCLEAR)),
                row("review.revisions", Set.of(MODERATOR, COORDINATOR, AUDITOR), a -> review.revisions(a, UNCLEAR)),
                row(
                        "review.promote",
                        REVIEWERS,
                        a -> review.promote(a, UNCLEAR, MessageKind.COMPLAINT, Optional.empty(), Optional.empty())),
                row("review.dismiss", REVIEWERS, a -> review.dismiss(a, UNCLEAR, "NOISE")),
                row("review.restore", Set.of(MODERATOR, COORDINATOR), a -> review.restore(a, UNCLEAR)),
                row(
                        "publishing.enable",
                        Set.of(PUBLISHER, COORDINATOR),
                        a -> office.desk.publishing().enable(a)),
                row(
                        "publishing.stop",
                        Set.of(PUBLISHER, COORDINATOR),
                        a -> office.desk.publishing().stop(a)),
                row(
                        "publishing.stop network",
                        Set.of(PUBLISHER, COORDINATOR),
                        a -> office.desk.publishing().stop(a, vk, true)),
                row("health.accounts", SEE_HEALTH, a -> office.desk.health().accounts(a)),
                row("health.notices", SEE_HEALTH, a -> office.desk.health().notices(a)),
                row(
                        "health.tellAgain",
                        Set.of(PUBLISHER, COORDINATOR),
                        a -> office.desk.health().tellAgain(a)),
                row("health.queries", SEE_HEALTH, a -> office.desk.health().queries(a)),
                row("instructions.offers", Set.of(HEAD, CONTROLLER), a -> instructions.offers(a, 10)),
                row("instructions.issue", Set.of(HEAD, CONTROLLER), a -> instructions.issue(a, order())),
                scoped("instructions.view", SEE_INSTRUCTIONS, a -> instructions.view(a, instruction)),
                scoped("instructions.links", SEE_INSTRUCTIONS, a -> instructions.links(a, instruction)),
                scoped("instructions.accept", Set.of(CURATOR, EXECUTOR), a -> instructions.accept(a, instruction)),
                scoped(
                        "instructions.report",
                        Set.of(CURATOR, EXECUTOR),
                        a -> instructions.report(a, instruction, InstructionOutcome.POSITIVE, "Сделано.")),
                scoped(
                        "instructions.requestExtension",
                        Set.of(CURATOR, EXECUTOR),
                        a -> instructions.requestExtension(
                                a, instruction, Office.MORNING.plus(Duration.ofDays(9)), "RAIN")),
                scoped(
                        "instructions.decideExtension",
                        Set.of(CONTROLLER),
                        a -> instructions.decideExtension(a, instruction, true)),
                scoped(
                        "instructions.sendBack",
                        Set.of(CONTROLLER),
                        a -> instructions.sendBack(a, instruction, "NOT_DONE")),
                scoped(
                        "instructions.confirm",
                        Set.of(CONTROLLER),
                        a -> instructions.confirm(a, instruction, InstructionOutcome.POSITIVE)),
                scoped("instructions.cancel", Set.of(HEAD), a -> instructions.cancel(a, instruction, "OUTDATED")),
                scoped(
                        "instructions.link",
                        Set.of(CONTROLLER, CURATOR, EXECUTOR),
                        a -> instructions.link(a, instruction, ExternalRef.of("sed", "12"))),
                row(
                        "report",
                        Set.of(MODERATOR, COORDINATOR, CONTROLLER, HEAD, AUDITOR, CURATOR),
                        a -> office.desk.reports().report(a, day(), office.clock.instant())),
                row(
                        "verifyChain",
                        Set.of(MODERATOR, COORDINATOR, CONTROLLER, HEAD, AUDITOR, CURATOR),
                        a -> office.desk.privacy().verifyChain(a)),
                row(
                        "events",
                        Set.of(COORDINATOR, AUDITOR, CURATOR),
                        a -> office.desk.events().after(a, 0, 10)),
                row(
                        "erase",
                        Set.of(PRIVACY_OFFICER),
                        a -> office.desk.privacy().erase(a, AuthorRef.of("vk", "author-unclear"))));
    }

    private static Row row(String name, Set<Role> roles, Function<Actor, Result<?>> call) {
        return new Row(name, roles, false, call);
    }

    private static Row scoped(String name, Set<Role> roles, Function<Actor, Result<?>> call) {
        return new Row(name, roles, true, call);
    }

    private static ReportPeriod day() {
        return new ReportPeriod(Office.MORNING.minus(Duration.ofDays(1)), Office.MORNING.plus(Duration.ofDays(1)));
    }

    @TestFactory
    Stream<DynamicTest> every_role_meets_every_service() {
        return rows().flatMap(row -> Arrays.stream(Role.values())
                .flatMap(role -> Stream.of(Office.ROADS, Office.LUGOGRAD)
                        .map(body -> dynamicTest(
                                row.name() + " by " + role + " of " + body, () -> tryOne(row, role, body)))));
    }

    private void tryOne(Row row, Role role, BodyId body) {
        Actor actor =
                role == SYSTEM ? Actor.system() : Actor.of("somebody", role).in(body);
        long before = events();

        Optional<RefusalCode> code = row.call().apply(actor).refusal().map(refusal -> refusal.code());

        boolean bound = role == CURATOR || role == EXECUTOR;
        boolean inScope = !row.scoped() || !bound || body.equals(Office.ROADS);
        if (!row.roles().contains(role) || !inScope) {
            boolean sees = SEE_INSTRUCTIONS.contains(role) && inScope;
            assertEquals(Optional.of(row.scoped() && !sees ? RefusalCode.NOT_FOUND : RefusalCode.NOT_PERMITTED), code);
            assertEquals(before, events());
        } else {
            // The body of this head issued nothing; any other refusal is about the state of things.
            assertNotEquals(Optional.of(RefusalCode.NOT_FOUND), code);
            boolean foreignOrder = row.name().equals("instructions.cancel");
            assertEquals(foreignOrder, code.equals(Optional.of(RefusalCode.NOT_PERMITTED)), code.toString());
        }
    }

    private long events() {
        return office.storage.transact(
                unit -> (long) unit.events().after(0, 10_000).size());
    }

    @Test
    void a_body_sees_only_its_own_incidents_in_lists_counts_and_by_id() {
        Incident pit = office.register("p1", Office.PIT);
        Incident doctor = office.register("p2", "В Лугограде врач не пришёл в поликлинику, почему?");
        office.register("p3", Office.PIT_WITHOUT_PLACE);

        for (Role role : EnumSet.of(CURATOR, EXECUTOR)) {
            assertSees(Actor.of("a", role).in(Office.ZARECHINSK), List.of(pit), List.of(doctor));
            assertSees(Actor.of("b", role).in(Office.HEALTH), List.of(doctor), List.of(pit));
            assertSees(Actor.of("c", role).in(Office.LUGOGRAD), List.of(doctor), List.of(pit));
            assertSees(Actor.of("d", role).in(Office.ROADS), List.of(), List.of(pit, doctor));
            assertSees(Actor.of("e", role), List.of(), List.of(pit, doctor));
        }
        assertEquals(3, office.desk.incidents().count(Office.AUDITOR, IncidentQuery.all()));
    }

    @Test
    void a_body_that_gave_an_incident_away_sees_it_no_more() {
        Incident pit = office.register("p1", Office.PIT);

        office.desk
                .incidents()
                .redirect(Office.COORDINATOR, pit.id(), Office.LUGOGRAD, "THEIR_ROAD")
                .orThrow();

        assertSees(Office.executor(Office.ZARECHINSK), List.of(), List.of(pit));
        assertSees(Office.executor(Office.LUGOGRAD), List.of(pit), List.of());
    }

    private void assertSees(Actor actor, List<Incident> own, List<Incident> foreign) {
        var incidents = office.desk.incidents();
        for (IncidentQuery query : List.of(
                IncidentQuery.all(),
                IncidentQuery.open(),
                IncidentQuery.all().within(Set.of(Office.ZARECHINSK, Office.HEALTH, Office.LUGOGRAD, Office.ROADS)))) {
            assertEquals(
                    Set.copyOf(own.stream().map(Incident::id).toList()),
                    Set.copyOf(incidents.find(actor, query).lines().stream()
                            .map(line -> line.id())
                            .toList()),
                    actor.toString());
            assertEquals(own.size(), incidents.count(actor, query), actor.toString());
        }
        own.forEach(one -> assertEquals(one.id(), incidents.get(actor, one.id()).id()));
        foreign.forEach(one -> assertEquals(
                Optional.of(RefusalCode.NOT_FOUND),
                incidents.view(actor, one.id()).refusal().map(refusal -> refusal.code())));
    }

    @Test
    void authors_are_shown_only_to_those_who_must_know_them() {
        Incident pit = office.register("p1", Office.PIT);
        for (Role role : Role.values()) {
            Actor actor = Actor.of("somebody", role).in(Office.ZARECHINSK);
            Result<List<Post>> posts = office.desk.incidents().posts(actor, pit.id(), 10);

            boolean shown = posts.isDone() && posts.orThrow().get(0).author().isPresent();

            assertEquals(Set.of(MODERATOR, COORDINATOR, PRIVACY_OFFICER).contains(role), shown, role.name());
        }
    }
}
