package org.otklik.internal.instruction;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.otklik.Instructions.Order;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.access.Role;
import org.otklik.id.BodyId;
import org.otklik.id.IncidentId;
import org.otklik.id.InstructionId;
import org.otklik.instruction.Instruction;
import org.otklik.instruction.InstructionEvent;
import org.otklik.internal.incident.Routes;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.Session;
import org.otklik.internal.unit.Verdict;
import org.otklik.post.PostId;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.TextRow;

/** Gives instructions: checks the order, numbers it, tells the executors. */
final class Issuing {

    private final DeskParts parts;
    private final Offers offers;

    Issuing(DeskParts parts, Offers offers) {
        this.parts = parts;
        this.offers = offers;
    }

    Result<Instruction> issue(Session session, Order order) {
        Optional<Result<Instruction>> refusal = refusal(session, order);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        OpenInstruction open = OpenInstruction.issue(
                session,
                new InstructionEvent.Issued(
                        InstructionId.of(parts.ids().next()),
                        number(session),
                        session.actor().id(),
                        order.origin(),
                        incidents(session, order),
                        order.executors(),
                        session.now(),
                        order.deadline()));
        open.save();
        session.stores()
                .texts()
                .put(new TextRow("order", open.stream(), order.text(), Optional.empty(), session.now()));
        order.origin().ifPresent(post -> {
            session.stores()
                    .state()
                    .write(
                            Verdict.ORIGINS,
                            post.toString(),
                            open.instruction().id().value());
            offers.take(session, post);
        });
        order.executors().forEach(body -> tell(session, open.instruction(), body));
        return Result.done(open.instruction());
    }

    private Optional<Result<Instruction>> refusal(Session session, Order order) {
        if (order.text().isBlank()) {
            return refuse(RefusalCode.INVALID, "text");
        }
        if (order.executors().isEmpty()) {
            return refuse(RefusalCode.INVALID, "executors");
        }
        if (!order.deadline().isAfter(session.now())) {
            return refuse(RefusalCode.INVALID, "deadline");
        }
        for (BodyId body : order.executors()) {
            if (!Routes.isActive(parts, body, session.now())) {
                return refuse(RefusalCode.UNKNOWN_BODY, body);
            }
        }
        for (IncidentId incident : order.incidents()) {
            if (session.stores().incidents().find(incident).isEmpty()) {
                return refuse(RefusalCode.NOT_FOUND, "incident", incident);
            }
        }
        return Optional.empty();
    }

    private static Optional<Result<Instruction>> refuse(RefusalCode code, Object... arguments) {
        return Optional.of(Result.refused(code, arguments));
    }

    /** An instruction in the thread of an incident is about that incident, also when nobody names it. */
    private static List<IncidentId> incidents(Session session, Order order) {
        if (!order.incidents().isEmpty() || order.origin().isEmpty()) {
            return order.incidents();
        }
        PostId origin = order.origin().get();
        Optional<PostRow> post = Optional.ofNullable(
                session.stores().posts().find(List.of(origin)).get(origin));
        Optional<IncidentId> own = post.flatMap(row -> row.link().incident());
        return own.or(() -> post.flatMap(row -> row.facts().parent())
                        .flatMap(parent -> Optional.ofNullable(
                                session.stores().posts().find(List.of(parent)).get(parent)))
                        .flatMap(row -> row.link().incident()))
                .map(List::of)
                .orElse(List.of());
    }

    private String number(Session session) {
        int year = LocalDate.ofInstant(session.now(), parts.region().zone()).getYear();
        long number = session.stores().incidents().nextNumber("instruction-" + year);
        return String.format(Locale.ROOT, "П-%s-%d-%06d", parts.region().numberPrefix(), year, number);
    }

    private static void tell(Session session, Instruction instruction, BodyId body) {
        session.tell(
                "INSTRUCTION_ISSUED",
                instruction.id().value(),
                instruction.number(),
                Set.of(Role.CURATOR, Role.EXECUTOR),
                Optional.of(body));
    }
}
