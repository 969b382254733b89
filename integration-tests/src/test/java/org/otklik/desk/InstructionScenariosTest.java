package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.Instructions;
import org.otklik.Instructions.Order;
import org.otklik.access.Actor;
import org.otklik.access.RefusalCode;
import org.otklik.access.Role;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.id.InstructionId;
import org.otklik.incident.Incident;
import org.otklik.incident.Outcome;
import org.otklik.instruction.Instruction;
import org.otklik.instruction.InstructionOutcome;
import org.otklik.instruction.InstructionState;
import org.otklik.post.PostId;

/** Instructions: recognised in the head's own replies, carried out by bodies, confirmed by a controller. */
class InstructionScenariosTest {

    private final Office office = Office.open();
    private final Instructions instructions = office.desk.instructions();
    private final Actor roads = Office.executor(Office.ROADS);

    private Instant deadline() {
        return office.clock.instant().plus(Duration.ofDays(3));
    }

    private Instruction issue(List<IncidentId> about, Optional<PostId> origin) {
        return instructions
                .issue(Office.HEAD, new Order("Заделать яму.", List.of(Office.ROADS), deadline(), about, origin))
                .orThrow();
    }

    private Instruction reported() {
        InstructionId id = issue(List.of(), Optional.empty()).id();
        instructions.accept(roads, id).orThrow();
        return instructions
                .report(roads, id, InstructionOutcome.POSITIVE, "Заделали.")
                .orThrow();
    }

    @Test
    void the_heads_own_reply_is_offered_and_registered_as_an_instruction_about_its_incident() {
        Incident incident = office.register("p1", Office.PIT);
        office.vk.add(office.comment("h1", "p1", "krai_head", "Миндору: заделать до пятницы и доложить."));
        office.desk.poll();

        assertEquals(
                List.of(Office.id("h1")),
                instructions.offers(Office.HEAD, 10).orThrow().stream()
                        .map(post -> post.id())
                        .toList());
        assertEquals(1, office.notices().notices("INSTRUCTION_OFFER").size());
        assertEquals(List.of(), office.get(incident.id()).officialAnswers());
        Instruction issued = issue(List.of(), Optional.of(Office.id("h1")));

        assertEquals(List.of(incident.id()), issued.incidents());
        assertEquals(List.of(), instructions.offers(Office.HEAD, 10).orThrow());
        assertEquals(List.of(issued), instructions.about(Office.CONTROLLER, incident.id()));
        assertEquals(1, office.notices().notices("INSTRUCTION_ISSUED").size());
    }

    @Test
    void a_controller_confirms_the_outcome_and_never_the_executor() {
        Instruction reported = reported();
        Actor both = Actor.of("both", Role.EXECUTOR, Role.CONTROLLER).in(Office.ROADS);

        assertEquals(
                RefusalCode.NOT_PERMITTED,
                Office.refusal(instructions.confirm(roads, reported.id(), InstructionOutcome.POSITIVE)));
        assertEquals(
                RefusalCode.NOT_PERMITTED,
                Office.refusal(instructions.confirm(both, reported.id(), InstructionOutcome.POSITIVE)));
        Instruction confirmed = instructions
                .confirm(Office.CONTROLLER, reported.id(), InstructionOutcome.PARTIAL)
                .orThrow();

        assertEquals(InstructionState.CONFIRMED, confirmed.state());
        assertEquals(Optional.of(InstructionOutcome.PARTIAL), confirmed.outcome());
        assertEquals("", office.chain());
    }

    @Test
    void what_is_sent_back_is_reported_again() {
        Instruction reported = reported();

        assertEquals(
                InstructionState.RETURNED,
                instructions
                        .sendBack(Office.CONTROLLER, reported.id(), "NOT_DONE")
                        .orThrow()
                        .state());
        assertEquals(
                InstructionState.REPORTED,
                instructions
                        .report(roads, reported.id(), InstructionOutcome.POSITIVE, "Теперь заделали.")
                        .orThrow()
                        .state());
    }

    @Test
    void more_time_is_asked_for_and_decided_by_the_controller() {
        InstructionId id = issue(List.of(), Optional.empty()).id();
        instructions.accept(roads, id).orThrow();
        Instant later = deadline().plus(Duration.ofDays(2));

        instructions.requestExtension(roads, id, later, "RAIN").orThrow();
        assertEquals(
                RefusalCode.WRONG_STATE,
                Office.refusal(instructions.report(roads, id, InstructionOutcome.POSITIVE, "Заделали.")));
        assertEquals(
                later,
                instructions
                        .decideExtension(Office.CONTROLLER, id, true)
                        .orThrow()
                        .deadline());
        assertTrue(instructions.view(Office.HEAD, id).orThrow().overdue(later.plusSeconds(1)));
    }

    @Test
    void an_incident_with_an_open_instruction_is_not_closed() {
        Incident incident = office.answered("p1", Office.PIT);
        Instruction issued = issue(List.of(incident.id()), Optional.empty());

        assertEquals(
                RefusalCode.STILL_OPEN,
                Office.refusal(office.desk
                        .incidents()
                        .close(Office.COORDINATOR, incident.id(), Outcome.SOLVED, Optional.empty())));
        instructions.cancel(Office.HEAD, issued.id(), "OUTDATED").orThrow();

        assertTrue(office.desk
                .incidents()
                .close(Office.COORDINATOR, incident.id(), Outcome.SOLVED, Optional.empty())
                .isDone());
        Checker.check(office);
    }

    @Test
    void an_order_without_text_executor_or_time_is_refused() {
        Instant later = deadline();
        for (Order order : List.of(
                new Order(" ", List.of(Office.ROADS), later, List.of(), Optional.empty()),
                new Order("Заделать.", List.of(), later, List.of(), Optional.empty()),
                new Order("Заделать.", List.of(Office.ROADS), office.clock.instant(), List.of(), Optional.empty()))) {
            assertEquals(RefusalCode.INVALID, Office.refusal(instructions.issue(Office.HEAD, order)));
        }
        Order nobody = new Order("Заделать.", List.of(BodyId.of("nobody")), later, List.of(), Optional.empty());
        assertEquals(RefusalCode.UNKNOWN_BODY, Office.refusal(instructions.issue(Office.HEAD, nobody)));
    }
}
