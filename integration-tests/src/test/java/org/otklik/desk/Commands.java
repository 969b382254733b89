package org.otklik.desk;

import static org.otklik.access.Role.APPROVER;
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
import static org.otklik.incident.IncidentState.ANSWERED;
import static org.otklik.incident.IncidentState.CLOSED;
import static org.otklik.incident.IncidentState.IN_WORK;
import static org.otklik.incident.IncidentState.MERGED;
import static org.otklik.incident.IncidentState.ON_APPROVAL;
import static org.otklik.incident.IncidentState.POSTPONED;
import static org.otklik.incident.IncidentState.REGISTERED;
import static org.otklik.incident.IncidentState.REJECTED;
import static org.otklik.incident.IncidentState.RETURNED;
import static org.otklik.incident.IncidentState.ROUTED;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.otklik.Replies.GivenAnswer;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.access.Role;
import org.otklik.classify.MessageKind;
import org.otklik.id.TopicId;
import org.otklik.incident.ExternalRef;
import org.otklik.incident.IncidentState;
import org.otklik.incident.Outcome;
import org.otklik.reply.ReplyRequest;
import org.otklik.sla.ClockName;

/** The table of commands, as the domain has it: who, from which states, and what else must hold. */
final class Commands {

    static final Set<Role> VIEWERS = Set.of(
            MODERATOR, COORDINATOR, CURATOR, EXECUTOR, APPROVER, PUBLISHER, CONTROLLER, HEAD, AUDITOR, PRIVACY_OFFICER);
    private static final Set<IncidentState> OPEN =
            Set.of(REGISTERED, ROUTED, IN_WORK, ON_APPROVAL, POSTPONED, RETURNED);
    private static final Set<IncidentState> ALIVE =
            Set.of(REGISTERED, ROUTED, IN_WORK, ON_APPROVAL, POSTPONED, RETURNED, ANSWERED);
    private static final Set<Role> WRITERS = Set.of(EXECUTOR, CURATOR, COORDINATOR);

    private Commands() {}

    static List<Command> all() {
        return Stream.of(views(), routing(), drafts(), answers(), lifeCycle(), joins(), clocks())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Command> views() {
        return Stream.of(
                        view("view", (c, a) -> c.office.desk.incidents().view(a, c.id)),
                        view("posts", (c, a) -> c.office.desk.incidents().posts(a, c.id, 10)),
                        view("history", (c, a) -> c.office.desk.incidents().history(a, c.id)),
                        view("links", (c, a) -> c.office.desk.incidents().links(a, c.id)),
                        view("ways", (c, a) -> c.office.desk.replies().ways(a, c.id)),
                        view("preview", (c, a) -> c.office.desk.replies().preview(a, c.draft)),
                        view(
                                "previewOfRequest",
                                (c, a) -> c.office
                                        .desk
                                        .replies()
                                        .preview(
                                                a,
                                                ReplyRequest.finalTo(c.id, Office.ANSWER)
                                                        .only(c.firstPost))),
                        view(
                                "mergeSuggestions",
                                (c, a) -> c.office.desk.review().mergeSuggestions(a, c.id)),
                        view("earlier", (c, a) -> c.office.desk.review().earlier(a, c.id)))
                .map(Command::reading)
                .toList();
    }

    private static Command view(String name, BiFunction<Case, Actor, Result<?>> call) {
        return Command.of(Operation.VIEW_INCIDENT, name, VIEWERS, Command.ANY, call);
    }

    private static List<Command> routing() {
        return List.of(
                Command.of(
                        Operation.REASSESS,
                        "reassess",
                        Set.of(SYSTEM, MODERATOR, COORDINATOR),
                        Set.of(REGISTERED, ROUTED, RETURNED, IN_WORK),
                        (c, a) -> c.office
                                .desk
                                .incidents()
                                .reassess(
                                        a,
                                        c.id,
                                        MessageKind.QUESTION,
                                        Optional.of(TopicId.of("health")),
                                        Optional.empty())),
                Command.of(
                        Operation.ROUTE,
                        "route",
                        Set.of(SYSTEM, COORDINATOR),
                        Set.of(REGISTERED, RETURNED),
                        (c, a) -> c.office.desk.incidents().route(a, c.id, Office.HEALTH)),
                Command.of(
                        Operation.ACCEPT,
                        "accept",
                        Set.of(CURATOR, EXECUTOR),
                        Set.of(ROUTED),
                        (c, a) -> c.office.desk.incidents().accept(a, c.id)),
                Command.of(
                                Operation.DECLINE,
                                "decline",
                                Set.of(CURATOR, EXECUTOR),
                                Set.of(ROUTED, IN_WORK),
                                (c, a) -> c.office.desk.incidents().decline(a, c.id, "NOT_OURS", Optional.empty()))
                        .onlyForLead(RefusalCode.NOT_ASSIGNED),
                Command.of(
                        Operation.REDIRECT,
                        "redirect",
                        Set.of(COORDINATOR),
                        Set.of(ROUTED, IN_WORK, RETURNED),
                        (c, a) -> c.office.desk.incidents().redirect(a, c.id, Office.HEALTH, "THEIR_ROAD")),
                Command.of(
                        Operation.ADD_CO_EXECUTOR,
                        "addCoExecutor",
                        Set.of(COORDINATOR, CURATOR),
                        Set.of(ROUTED, IN_WORK),
                        (c, a) -> c.office.desk.incidents().addCoExecutor(a, c.id, Office.HEALTH)));
    }

    private static List<Command> drafts() {
        return List.of(
                Command.of(
                        Operation.DRAFT,
                        "draft",
                        WRITERS,
                        Set.of(IN_WORK, POSTPONED),
                        (c, a) -> c.office.desk.replies().draft(a, ReplyRequest.finalTo(c.id, Office.ANSWER))),
                Command.of(
                        Operation.DRAFT,
                        "revise",
                        WRITERS,
                        Set.of(IN_WORK, POSTPONED),
                        (c, a) -> c.office.desk.replies().revise(a, c.draft, "Здравствуйте! Ямы больше нет.")),
                Command.of(
                        Operation.SUBMIT_REPLY,
                        "submit",
                        WRITERS,
                        Set.of(IN_WORK, POSTPONED),
                        (c, a) -> c.office.desk.replies().submit(a, c.draft)),
                Command.of(
                        Operation.REQUEST_REWORK,
                        "requestRework",
                        Set.of(APPROVER),
                        Set.of(ON_APPROVAL),
                        (c, a) -> c.office.desk.replies().requestRework(a, c.draft, "FORMAL")),
                Command.of(
                        Operation.APPROVE,
                        "approve",
                        Set.of(APPROVER),
                        Set.of(ON_APPROVAL),
                        (c, a) -> c.office
                                .desk
                                .replies()
                                .approve(
                                        a,
                                        c.draft,
                                        c.incident()
                                                .draft(c.draft)
                                                .orElseThrow()
                                                .hash())),
                Command.of(
                                Operation.VIEW_INCIDENT,
                                "withdraw",
                                Set.of(EXECUTOR, CURATOR, COORDINATOR, APPROVER),
                                Command.ANY,
                                (c, a) -> c.office.desk.replies().withdraw(a, c.draft, "OUTDATED"))
                        .guarded(RefusalCode.WRONG_STATE, ANSWERED));
    }

    private static List<Command> answers() {
        return List.of(
                Command.of(
                                Operation.RESOLVE_PUBLICATION,
                                "resolve",
                                Set.of(PUBLISHER, COORDINATOR),
                                Command.ANY,
                                (c, a) -> c.office.desk.replies().resolve(a, c.publication, true))
                        .guarded(RefusalCode.NOT_FOUND, IncidentState.values()),
                Command.of(
                        Operation.REGISTER_ANSWER,
                        "registerAnswer",
                        Set.of(SYSTEM, EXECUTOR, CURATOR, COORDINATOR, MODERATOR),
                        OPEN,
                        (c, a) -> c.office
                                .desk
                                .replies()
                                .registerAnswer(
                                        a,
                                        c.id,
                                        GivenAnswer.at(
                                                URI.create("https://example.org/answer"), c.office.clock.instant()))),
                Command.of(
                        Operation.JUDGE_ANSWER,
                        "acceptAnswer",
                        Set.of(COORDINATOR),
                        OPEN,
                        (c, a) -> c.office.desk.replies().acceptAnswer(a, c.id, c.answerKey)),
                Command.of(
                        Operation.JUDGE_ANSWER,
                        "declineAnswer",
                        Set.of(COORDINATOR),
                        OPEN,
                        (c, a) -> c.office.desk.replies().declineAnswer(a, c.id, c.answerKey, "OTHER_PIT")),
                Command.of(
                        Operation.WAIVE,
                        "waive",
                        Set.of(COORDINATOR),
                        OPEN,
                        (c, a) -> c.office.desk.incidents().waive(a, c.id, List.of(), "INSULT")));
    }

    private static List<Command> lifeCycle() {
        return List.of(
                Command.of(
                        Operation.POSTPONE,
                        "postpone",
                        Set.of(COORDINATOR),
                        Set.of(IN_WORK, ANSWERED),
                        (c, a) -> c.office
                                .desk
                                .incidents()
                                .postpone(a, c.id, c.office.clock.instant().plus(Duration.ofDays(2)), "SEASON")),
                Command.of(
                        Operation.RESUME,
                        "resume",
                        Set.of(SYSTEM, EXECUTOR, CURATOR, COORDINATOR),
                        Set.of(POSTPONED),
                        (c, a) -> c.office.desk.incidents().resume(a, c.id)),
                Command.of(
                        Operation.CLOSE,
                        "close",
                        Set.of(SYSTEM, CONTROLLER, COORDINATOR),
                        Set.of(ANSWERED, IN_WORK),
                        (c, a) -> c.office.desk.incidents().close(a, c.id, Outcome.SOLVED, Optional.of("DONE"))),
                Command.of(
                        Operation.REOPEN,
                        "reopen",
                        Set.of(SYSTEM, CONTROLLER, COORDINATOR),
                        Set.of(CLOSED, ANSWERED),
                        (c, a) -> c.office.desk.incidents().reopen(a, c.id, "NOT_DONE", true)),
                Command.of(
                        Operation.REJECT,
                        "reject",
                        Set.of(MODERATOR, COORDINATOR),
                        Set.of(REGISTERED, ROUTED, RETURNED, IN_WORK),
                        (c, a) -> c.office.desk.incidents().reject(a, c.id, "MISTAKE")),
                Command.of(
                        Operation.RESTORE,
                        "restore",
                        Set.of(COORDINATOR, CONTROLLER),
                        Set.of(REJECTED),
                        (c, a) -> c.office.desk.incidents().restore(a, c.id)));
    }

    private static List<Command> joins() {
        return List.of(
                Command.of(
                                Operation.MERGE,
                                "mergeInto",
                                Set.of(MODERATOR, COORDINATOR),
                                ALIVE,
                                (c, a) -> c.office.desk.incidents().mergeInto(a, c.id, c.other))
                        .guarded(RefusalCode.STILL_OPEN, ON_APPROVAL),
                Command.of(
                        Operation.UNMERGE,
                        "unmerge",
                        Set.of(COORDINATOR),
                        Set.of(MERGED),
                        (c, a) -> c.office.desk.incidents().unmerge(a, c.id)),
                Command.of(
                                Operation.ATTACH,
                                "attach",
                                Set.of(SYSTEM, MODERATOR, COORDINATOR),
                                ALIVE,
                                (c, a) -> c.office.desk.review().attach(a, c.unclear, c.id))
                        .open(),
                Command.of(
                        Operation.LINK_EXTERNAL,
                        "link",
                        Set.of(COORDINATOR, CURATOR, EXECUTOR, MODERATOR),
                        Command.ANY,
                        (c, a) -> c.office
                                .desk
                                .incidents()
                                .link(a, c.id, new ExternalRef("pos", "77", Optional.empty()))));
    }

    private static List<Command> clocks() {
        return List.of(
                Command.of(
                                Operation.PAUSE_CLOCK,
                                "pauseClock",
                                Set.of(COORDINATOR),
                                OPEN,
                                (c, a) -> c.office
                                        .desk
                                        .incidents()
                                        .pauseClock(a, c.id, ClockName.DRAFT, "WAITS_FOR_EXPERT"))
                        .guarded(RefusalCode.NOTHING_TO_DO, REGISTERED, RETURNED, ON_APPROVAL, POSTPONED),
                Command.of(
                                Operation.PAUSE_CLOCK,
                                "pauseClock of the citizen",
                                Set.of(COORDINATOR),
                                OPEN,
                                (c, a) -> c.office
                                        .desk
                                        .incidents()
                                        .pauseClock(a, c.id, ClockName.FINAL, "WAITS_FOR_EXPERT"))
                        .guarded(RefusalCode.NOT_PERMITTED, OPEN.toArray(IncidentState[]::new)),
                Command.of(
                                Operation.APPLY_POLICY,
                                "applyPolicy",
                                Set.of(COORDINATOR),
                                OPEN,
                                (c, a) -> c.office.desk.incidents().applyPolicy(a, c.id, false))
                        .reading(),
                Command.of(
                                Operation.RESUME_CLOCK,
                                "resumeClock",
                                Set.of(SYSTEM, COORDINATOR),
                                OPEN,
                                (c, a) -> c.office.desk.incidents().resumeClock(a, c.id, ClockName.DRAFT))
                        .guarded(RefusalCode.NOTHING_TO_DO, REGISTERED, ROUTED, RETURNED, IN_WORK, ON_APPROVAL));
    }
}
