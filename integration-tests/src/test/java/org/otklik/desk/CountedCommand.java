package org.otklik.desk;

import static org.otklik.desk.Office.APPROVER;
import static org.otklik.desk.Office.COORDINATOR;
import static org.otklik.desk.Office.LUGOGRAD;
import static org.otklik.desk.Office.ZARECHINSK;
import static org.otklik.desk.Office.executor;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.otklik.IncidentDesk;
import org.otklik.Replies.GivenAnswer;
import org.otklik.access.Result;
import org.otklik.classify.MessageKind;
import org.otklik.id.PublicationId;
import org.otklik.incident.ExternalRef;
import org.otklik.incident.Incident;
import org.otklik.incident.Outcome;
import org.otklik.post.PostId;
import org.otklik.reply.Draft;
import org.otklik.reply.OfficialAnswer;
import org.otklik.reply.ReplyRequest;
import org.otklik.reply.ReplyType;
import org.otklik.sla.ClockName;
import org.otklik.sla.ClockTarget;
import org.otklik.sla.SlaTerms;
import org.otklik.spi.storage.PostRow;

/** A command on an incident, with what must have happened before it. */
record CountedCommand(String name, Function<Office, Prepared> before) {

    static final String SCHOOL = "В Лугограде на дороге у школы яма, машины бьются каждый день";

    private static final SlaTerms TWO_DAYS = SlaTerms.of(
            "two-days", Map.of(ClockName.FINAL, ClockTarget.aroundTheClock(Duration.ofDays(2), 75, "two-days")));

    /** All is there that the command needs. */
    interface Prepared {
        Result<?> run();
    }

    private interface Work<T> extends BiFunction<IncidentDesk, T, Result<?>> {}

    Prepared prepare(Office office) {
        return before.apply(office);
    }

    private static <T> CountedCommand on(String name, Function<Office, T> subject, Work<T> work) {
        return new CountedCommand(name, office -> {
            T known = subject.apply(office);
            return () -> work.apply(office.desk, known);
        });
    }

    static List<CountedCommand> all() {
        return Stream.of(ofRouting(), ofLife(), ofClocks(), ofReplies(), ofAnswers())
                .flatMap(all -> all)
                .toList();
    }

    private static Incident registered(Office office) {
        return office.register("p1", Office.PIT);
    }

    private static Incident accepted(Office office) {
        return office.accepted("p1", Office.PIT);
    }

    private static Incident answered(Office office) {
        return office.answered("p1", Office.PIT);
    }

    private static Incident declined(Office office) {
        Incident incident = registered(office);
        return office.desk
                .incidents()
                .decline(executor(ZARECHINSK), incident.id(), "NOT_OURS", Optional.empty())
                .orThrow();
    }

    private static Incident rejected(Office office) {
        return office.desk
                .incidents()
                .reject(COORDINATOR, registered(office).id(), "SPAM")
                .orThrow();
    }

    private static Incident postponed(Office office) {
        Incident incident = accepted(office);
        return office.desk
                .incidents()
                .postpone(COORDINATOR, incident.id(), Office.MORNING.plus(Duration.ofDays(3)), "SEASON")
                .orThrow();
    }

    private static Stream<CountedCommand> ofRouting() {
        return Stream.of(
                on(
                        "route",
                        CountedCommand::declined,
                        (desk, one) -> desk.incidents().route(COORDINATOR, one.id(), LUGOGRAD)),
                on(
                        "accept",
                        CountedCommand::registered,
                        (desk, one) -> desk.incidents().accept(executor(ZARECHINSK), one.id())),
                on(
                        "decline",
                        CountedCommand::registered,
                        (desk, one) ->
                                desk.incidents().decline(executor(ZARECHINSK), one.id(), "NOT_OURS", Optional.empty())),
                on(
                        "redirect",
                        CountedCommand::registered,
                        (desk, one) -> desk.incidents().redirect(COORDINATOR, one.id(), LUGOGRAD, "THEIR_ROAD")),
                on(
                        "addCoExecutor",
                        CountedCommand::registered,
                        (desk, one) -> desk.incidents().addCoExecutor(COORDINATOR, one.id(), LUGOGRAD)),
                on(
                        "reassess",
                        CountedCommand::registered,
                        (desk, one) -> desk.incidents()
                                .reassess(
                                        COORDINATOR,
                                        one.id(),
                                        MessageKind.QUESTION,
                                        Optional.empty(),
                                        Optional.empty())),
                on(
                        "link",
                        CountedCommand::registered,
                        (desk, one) -> desk.incidents().link(COORDINATOR, one.id(), ExternalRef.of("edo", "1"))));
    }

    private static Stream<CountedCommand> ofLife() {
        return Stream.of(
                on(
                        "postpone",
                        CountedCommand::accepted,
                        (desk, one) -> desk.incidents()
                                .postpone(COORDINATOR, one.id(), Office.MORNING.plus(Duration.ofDays(3)), "SEASON")),
                on(
                        "resume",
                        CountedCommand::postponed,
                        (desk, one) -> desk.incidents().resume(COORDINATOR, one.id())),
                on(
                        "waive all",
                        CountedCommand::accepted,
                        (desk, one) -> desk.incidents().waive(COORDINATOR, one.id(), List.of(), "NO_ANSWER")),
                on(
                        "waive one",
                        CountedCommand::accepted,
                        (desk, one) ->
                                desk.incidents().waive(COORDINATOR, one.id(), List.of(Office.id("p1")), "NO_ANSWER")),
                on(
                        "close unanswered",
                        CountedCommand::accepted,
                        (desk, one) ->
                                desk.incidents().close(COORDINATOR, one.id(), Outcome.SOLVED, Optional.of("DONE"))),
                on(
                        "close answered",
                        CountedCommand::answered,
                        (desk, one) -> desk.incidents().close(COORDINATOR, one.id(), Outcome.SOLVED, Optional.empty())),
                on(
                        "reopen",
                        CountedCommand::answered,
                        (desk, one) -> desk.incidents().reopen(COORDINATOR, one.id(), "AGAIN", true)),
                on(
                        "reject",
                        CountedCommand::registered,
                        (desk, one) -> desk.incidents().reject(COORDINATOR, one.id(), "SPAM")),
                on(
                        "restore",
                        CountedCommand::rejected,
                        (desk, one) -> desk.incidents().restore(COORDINATOR, one.id())),
                on(
                        "mergeInto",
                        office -> List.of(registered(office), office.register("p2", SCHOOL)),
                        (desk, two) -> desk.incidents()
                                .mergeInto(
                                        COORDINATOR, two.get(0).id(), two.get(1).id())),
                on(
                        "unmerge",
                        office -> joined(office, List.of(registered(office), office.register("p2", SCHOOL))),
                        (desk, two) ->
                                desk.incidents().unmerge(COORDINATOR, two.get(0).id())));
    }

    /** Each is joined into the next. */
    static List<Incident> joined(Office office, List<Incident> incidents) {
        for (int i = 1; i < incidents.size(); i++) {
            office.desk
                    .incidents()
                    .mergeInto(
                            COORDINATOR,
                            incidents.get(i - 1).id(),
                            incidents.get(i).id())
                    .orThrow();
        }
        return incidents;
    }

    private static final ClockName BODYS = ClockName.ACCEPT;

    private static Incident underAnotherPolicy(Office office) {
        Office before = office.another(builder -> builder.slaPolicy(subject -> TWO_DAYS));
        Incident incident = accepted(before);
        before.desk.close();
        return incident;
    }

    private static Stream<CountedCommand> ofClocks() {
        return Stream.of(
                on(
                        "pauseClock",
                        CountedCommand::registered,
                        (desk, one) -> desk.incidents().pauseClock(COORDINATOR, one.id(), BODYS, "WAIT")),
                on(
                        "resumeClock",
                        office -> office.desk
                                .incidents()
                                .pauseClock(COORDINATOR, registered(office).id(), BODYS, "WAIT")
                                .orThrow(),
                        (desk, one) -> desk.incidents().resumeClock(COORDINATOR, one.id(), BODYS)),
                on(
                        "applyPolicy",
                        CountedCommand::underAnotherPolicy,
                        (desk, one) -> desk.incidents().applyPolicy(COORDINATOR, one.id(), true)));
    }

    private static Draft drafted(Office office) {
        return office.drafted(accepted(office));
    }

    private static Draft submitted(Office office) {
        return office.submitted(accepted(office));
    }

    private static Stream<CountedCommand> ofReplies() {
        return Stream.of(
                on(
                        "draft",
                        CountedCommand::accepted,
                        (desk, one) ->
                                desk.replies().draft(Office.lead(one), ReplyRequest.finalTo(one.id(), Office.ANSWER))),
                on(
                        "draft to named",
                        CountedCommand::accepted,
                        (desk, one) -> desk.replies().draft(Office.lead(one), toNamed(one))),
                on(
                        "revise",
                        CountedCommand::drafted,
                        (desk, draft) ->
                                desk.replies().revise(executor(ZARECHINSK), draft.id(), Office.ANSWER + " Спасибо.")),
                on(
                        "submit",
                        CountedCommand::drafted,
                        (desk, draft) -> desk.replies().submit(executor(ZARECHINSK), draft.id())),
                on(
                        "requestRework",
                        CountedCommand::submitted,
                        (desk, draft) -> desk.replies().requestRework(APPROVER, draft.id(), "TONE")),
                on(
                        "approve",
                        CountedCommand::submitted,
                        (desk, draft) -> desk.replies().approve(APPROVER, draft.id(), draft.hash())),
                on(
                        "withdraw submitted",
                        CountedCommand::submitted,
                        (desk, draft) -> desk.replies().withdraw(APPROVER, draft.id(), "ERROR")),
                on(
                        "withdraw approved",
                        office -> office.approved(accepted(office)),
                        (desk, draft) -> desk.replies().withdraw(APPROVER, draft.id(), "ERROR")),
                on(
                        "resolve published",
                        CountedCommand::doubtful,
                        (desk, one) -> desk.replies().resolve(Office.PUBLISHER, one, true)),
                on(
                        "resolve unpublished",
                        CountedCommand::doubtful,
                        (desk, one) -> desk.replies().resolve(Office.PUBLISHER, one, false)));
    }

    private static ReplyRequest toNamed(Incident incident) {
        return new ReplyRequest(
                incident.id(),
                ReplyType.FINAL,
                Office.ANSWER,
                List.of(incident.firstPost()),
                Optional.empty(),
                Optional.empty());
    }

    private static PublicationId doubtful(Office office) {
        Draft draft = office.approved(accepted(office));
        office.desk.publishing().restored(Office.PUBLISHER).orThrow();
        return office.get(draft.incident()).publications().get(0).id();
    }

    private static GivenAnswer given(Office office) {
        return GivenAnswer.at(URI.create("https://vk.com/wall-1_2"), office.clock.instant());
    }

    private static OfficialAnswer offered(Office office, Incident incident) {
        return office.desk
                .replies()
                .registerAnswer(Office.lead(incident), incident.id(), given(office))
                .orThrow();
    }

    private static Stream<CountedCommand> ofAnswers() {
        return Stream.of(
                new CountedCommand("registerAnswer", office -> {
                    Incident one = accepted(office);
                    return () -> office.desk.replies().registerAnswer(Office.lead(one), one.id(), given(office));
                }),
                new CountedCommand("acceptAnswer", office -> {
                    Incident one = accepted(office);
                    String key = offered(office, one).key();
                    return () -> office.desk.replies().acceptAnswer(COORDINATOR, one.id(), key);
                }),
                new CountedCommand("declineAnswer", office -> {
                    Incident one = accepted(office);
                    String key = offered(office, one).key();
                    return () -> office.desk.replies().declineAnswer(COORDINATOR, one.id(), key, "NOT_OURS");
                }));
    }

    /** Another post of the same incident. */
    static PostRow likeness(PostRow row, String nativeId) {
        return new PostRow(
                PostId.of("vk", nativeId),
                1,
                row.facts(),
                row.content(),
                row.signal(),
                row.decision(),
                row.link(),
                row.stream());
    }
}
