package org.otklik.desk;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.access.Role;
import org.otklik.id.BodyId;
import org.otklik.incident.Assignment;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentState;
import org.otklik.incident.TransitionTable;

/** Every state × command × role, against a table that was written down by hand and not read from the code. */
class TransitionMatrixTest {

    private static final Set<Role> BOUND_TO_BODY = EnumSet.of(Role.CURATOR, Role.EXECUTOR);
    private static final Set<Operation> ELSEWHERE = EnumSet.of(
            // Tried in RolesElsewhereTest: they are not about one incident.
            Operation.REGISTER_POST,
            Operation.VIEW_SIGNALS,
            Operation.PROMOTE,
            Operation.DISMISS,
            Operation.RESTORE_SIGNAL,
            Operation.SWITCH_PUBLISHING,
            Operation.VIEW_HEALTH,
            Operation.TELL_AGAIN,
            Operation.FOLLOW_EVENTS,
            Operation.VIEW_INSTRUCTION,
            Operation.ISSUE_INSTRUCTION,
            Operation.WORK_ON_INSTRUCTION,
            Operation.CONTROL_INSTRUCTION,
            Operation.CANCEL_INSTRUCTION,
            Operation.VIEW_REPORT,
            Operation.ERASE_AUTHOR,
            Operation.VIEW_ACCESSES,
            Operation.APPLY_RETENTION);
    private static final Set<Operation> BY_THE_DESK = EnumSet.of(
            // Tried in ClockScenariosTest: nobody can command them.
            Operation.EXPIRE_ACCEPTANCE,
            Operation.RECORD_PUBLICATION,
            Operation.MARK_SOURCE_GONE,
            Operation.TAKE_LATE_POST,
            Operation.RECORD_DEADLINE,
            // Shows authors within another command.
            Operation.VIEW_AUTHOR);

    @Test
    void every_operation_has_its_place_in_a_matrix() {
        Set<Operation> placed = EnumSet.noneOf(Operation.class);
        placed.addAll(ELSEWHERE);
        placed.addAll(BY_THE_DESK);
        Commands.all().forEach(command -> placed.add(command.operation()));

        assertEquals(EnumSet.allOf(Operation.class), placed);
    }

    @Test
    void the_table_of_the_code_says_what_the_table_of_the_test_says() {
        for (Command command : Commands.all()) {
            if (!command.name().equals("withdraw")) {
                assertEquals(command.roles(), command.operation().roles(), command.name());
                assertEquals(command.states(), TransitionTable.statesFor(command.operation()), command.name());
            }
        }
    }

    /** Somebody who tries a command; the bound roles come as lead, as co-executor and as a stranger. */
    private record Person(String name, Actor actor, Role role) {}

    private static List<Person> people() {
        List<Person> people = new ArrayList<>();
        for (Role role : Role.values()) {
            if (BOUND_TO_BODY.contains(role)) {
                people.add(bound(role, "of Zarechinsk", Office.ZARECHINSK));
                people.add(bound(role, "of Lugograd", Office.LUGOGRAD));
                people.add(bound(role, "of the road ministry", Office.ROADS));
                people.add(bound(role, "of a stranger", BodyId.of("adm-svetloborsk")));
            } else {
                Actor actor = role == Role.SYSTEM ? Actor.system() : Actor.of("somebody", role);
                people.add(new Person(role.name(), actor, role));
            }
        }
        return people;
    }

    private static Person bound(Role role, String whose, BodyId body) {
        return new Person(role + " " + whose, Actor.of("somebody", role).in(body), role);
    }

    @TestFactory
    Stream<DynamicNode> every_cell_of_state_command_and_role() {
        return Arrays.stream(IncidentState.values()).map(state -> {
            Cases cases = new Cases(state);
            return dynamicContainer(
                    state.name(),
                    Stream.concat(
                            Commands.all().stream()
                                    .map(command -> dynamicTest(command.name(), () -> tryAll(cases, command))),
                            Stream.of(dynamicTest("the chain is whole", cases::verify))));
        });
    }

    /** Cases of one state in one desk: one that only refusals touch, and a new one for each command that succeeds. */
    private static final class Cases {

        private final IncidentState state;
        private final Office office = Case.office();
        private final Case untouched;
        private int count = 1;

        Cases(IncidentState state) {
            this.state = state;
            this.untouched = Case.in(office, count, state);
        }

        Case fresh() {
            count++;
            return Case.in(office, count, state);
        }

        void verify() {
            assertEquals("", office.chain());
        }
    }

    private static void tryAll(Cases cases, Command command) {
        List<String> wrong = new ArrayList<>();
        for (Person person : people()) {
            Optional<RefusalCode> expected = expected(cases.untouched.incident(), cases.state, command, person);
            Case tried = expected.isEmpty() && !command.onlyReads() ? cases.fresh() : cases.untouched;
            Case.Stored before = tried.stored();

            Result<?> result = command.run(tried, person.actor());

            Optional<RefusalCode> seen = result.refusal().map(refusal -> refusal.code());
            if (!seen.equals(expected)) {
                wrong.add(person.name() + ": expected " + expected + ", was " + result);
            }
            if (seen.isPresent() || command.onlyReads()) {
                assertEquals(before, tried.stored(), command.name() + " was refused and must change nothing");
            } else {
                assertFollows(before, tried.stored(), command);
            }
        }
        assertTrue(wrong.isEmpty(), () -> wrong.stream().collect(joining("\n", "\n", "")));
    }

    /** History only grows, and the row stands at its end. */
    private static void assertFollows(Case.Stored before, Case.Stored after, Command command) {
        assertNotEquals(before, after, command.name() + " must leave a trace");
        assertEquals(before.events(), after.events().subList(0, before.events().size()));
        assertEquals(after.events().size(), after.row().stream().version());
    }

    private static Optional<RefusalCode> expected(
            Incident incident, IncidentState state, Command command, Person person) {
        if (command.operation() == Operation.RESOLVE_PUBLICATION && !Case.wasSpokenOf(state)) {
            return Optional.of(RefusalCode.NOT_FOUND);
        }
        Set<BodyId> owners =
                incident.assignments().stream().map(Assignment::body).collect(Collectors.toUnmodifiableSet());
        if (!may(command.roles(), person, owners)) {
            boolean sees = may(Commands.VIEWERS, person, owners);
            return Optional.of(sees || !command.hides() ? RefusalCode.NOT_PERMITTED : RefusalCode.NOT_FOUND);
        }
        if (!command.states().contains(state)) {
            return Optional.of(RefusalCode.WRONG_STATE);
        }
        boolean isLead =
                incident.lead().filter(person.actor().bodies()::contains).isPresent();
        return command.guard().apply(state, isLead);
    }

    private static boolean may(Set<Role> roles, Person person, Set<BodyId> owners) {
        return roles.contains(person.role())
                && (!BOUND_TO_BODY.contains(person.role())
                        || person.actor().bodies().stream().anyMatch(owners::contains));
    }
}
