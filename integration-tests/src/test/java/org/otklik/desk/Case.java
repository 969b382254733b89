package org.otklik.desk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.Replies.GivenAnswer;
import org.otklik.id.DraftId;
import org.otklik.id.IncidentId;
import org.otklik.id.PublicationId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentState;
import org.otklik.incident.Outcome;
import org.otklik.post.MediaRef;
import org.otklik.post.PostId;
import org.otklik.reply.Draft;
import org.otklik.reply.ReplyRequest;
import org.otklik.sla.ClockName;
import org.otklik.sla.ClockTarget;
import org.otklik.sla.SlaPolicy;
import org.otklik.sla.SlaTerms;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.IncidentRow;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.StreamId;
import org.otklik.spi.storage.TextRow;

/**
 * An incident in a wanted state with everything that a command on it could need: two bodies, a draft, an offered answer,
 * another incident to be joined with, and a post that waits for review.
 */
final class Case {

    static final SlaPolicy WITH_BODY_CLOCKS = subject -> SlaTerms.of(
            "with-body-clocks",
            Map.of(
                    ClockName.FINAL, target(24),
                    ClockName.FIRST_RESPONSE, target(12),
                    ClockName.TRIAGE, target(1),
                    ClockName.ACCEPT, target(2),
                    ClockName.DRAFT, target(8),
                    ClockName.APPROVE, target(3)));

    final Office office;
    final PostId firstPost;
    final PostId unclear;
    final IncidentId id;
    final IncidentId other;
    final DraftId draft;
    final String answerKey;
    final PublicationId publication;

    private Case(Office office, int number, IncidentState wanted) {
        this.office = office;
        firstPost = Office.id("first-" + number);
        unclear = Office.id("unclear-" + number);
        office.publishing();
        office.vk.add(office.post(unclear.nativeId(), "").toBuilder()
                .media(List.of(MediaRef.photo()))
                .build());
        other = office.register(
                        "other-" + number, "В Лугограде врач не пришёл в поликлинику, талон " + number + ", почему?")
                .id();
        id = office.register(firstPost.nativeId(), Office.PIT + ", дом " + number)
                .id();
        office.desk
                .incidents()
                .addCoExecutor(Office.COORDINATOR, id, Office.ROADS)
                .orThrow();
        office.desk.incidents().accept(Office.executor(Office.ZARECHINSK), id).orThrow();
        publication = wasSpokenOf(wanted) ? ask() : PublicationId.of("01m7rhmr00zg4mde7gwjmaq1ex");
        draft = office.drafted(incident()).id();
        answerKey = office.desk
                .replies()
                .registerAnswer(
                        Office.COORDINATOR, id, GivenAnswer.saying("Ответили на приёме.", office.clock.instant()))
                .orThrow()
                .key();
        bring(wanted);
        if (incident().state() != wanted) {
            throw new AssertionError("The case stands in " + incident().state() + ", not in " + wanted);
        }
    }

    static Office office() {
        return Office.open(builder -> builder.slaPolicy(WITH_BODY_CLOCKS));
    }

    static Case in(IncidentState wanted) {
        return in(office(), 1, wanted);
    }

    /** One of many cases of one desk, told apart by their number. */
    static Case in(Office office, int number, IncidentState wanted) {
        return new Case(office, number, wanted);
    }

    private static ClockTarget target(int hours) {
        return ClockTarget.aroundTheClock(Duration.ofHours(hours), 75, "with-body-clocks");
    }

    /** After a public question an incident cannot be rejected, so states near rejection do without. */
    static boolean wasSpokenOf(IncidentState state) {
        return switch (state) {
            case REGISTERED, ROUTED, IN_WORK, RETURNED, REJECTED -> false;
            default -> true;
        };
    }

    private PublicationId ask() {
        office.approved(ReplyRequest.askAuthor(id, "Здравствуйте! Уточните, пожалуйста, номер дома."));
        office.desk.publishDue();
        return incident().publications().get(0).id();
    }

    private void bring(IncidentState wanted) {
        var incidents = office.desk.incidents();
        switch (wanted) {
            case REGISTERED -> {
                incidents.reject(Office.COORDINATOR, id, "MISTAKE").orThrow();
                incidents.restore(Office.COORDINATOR, id).orThrow();
            }
            case ROUTED ->
                incidents
                        .redirect(Office.COORDINATOR, id, Office.LUGOGRAD, "THEIR_ROAD")
                        .orThrow();
            case RETURNED ->
                incidents
                        .decline(Office.executor(Office.ZARECHINSK), id, "NOT_OURS", Optional.empty())
                        .orThrow();
            case ON_APPROVAL -> submit();
            case ANSWERED -> {
                Draft submitted = submit();
                office.desk
                        .replies()
                        .approve(Office.APPROVER, draft, submitted.hash())
                        .orThrow();
                office.desk.publishDue();
            }
            case POSTPONED ->
                incidents
                        .postpone(Office.COORDINATOR, id, office.clock.instant().plus(Duration.ofDays(3)), "SEASON")
                        .orThrow();
            case CLOSED ->
                incidents
                        .close(Office.COORDINATOR, id, Outcome.NO_ANSWER_NEEDED, Optional.of("INSULT"))
                        .orThrow();
            case REJECTED -> incidents.reject(Office.COORDINATOR, id, "MISTAKE").orThrow();
            case MERGED -> incidents.mergeInto(Office.COORDINATOR, id, other).orThrow();
            default -> {
                // It is in work already.
            }
        }
    }

    private Draft submit() {
        return office.desk
                .replies()
                .submit(Office.executor(Office.ZARECHINSK), draft)
                .orThrow();
    }

    Incident incident() {
        return office.get(id);
    }

    /** Everything that is stored of the incident. */
    Stored stored() {
        return office.storage.transact(unit -> new Stored(
                unit.incidents().find(id).orElseThrow(),
                unit.events().read(StreamId.incident(id), 1, 10_000),
                unit.texts().of(StreamId.incident(id)),
                unit.posts().ofIncident(id, Set.of(), Optional.empty(), 100)));
    }

    record Stored(IncidentRow row, List<EventRow> events, List<TextRow> texts, List<PostRow> posts) {}
}
