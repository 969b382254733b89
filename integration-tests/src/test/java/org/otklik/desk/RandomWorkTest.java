package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.otklik.Replies.GivenAnswer;
import org.otklik.access.Actor;
import org.otklik.access.Result;
import org.otklik.access.Role;
import org.otklik.classify.MessageKind;
import org.otklik.id.BodyId;
import org.otklik.id.DraftId;
import org.otklik.id.IncidentId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.Outcome;
import org.otklik.post.AuthorRef;
import org.otklik.post.PostId;
import org.otklik.reply.Draft;
import org.otklik.reply.OfficialAnswer;
import org.otklik.reply.ReplyRequest;
import org.otklik.report.ReportPeriod;
import org.otklik.report.ReportText;
import org.otklik.sla.ClockEvent;
import org.otklik.sla.ClockName;
import org.otklik.sla.ClockTarget;
import org.otklik.sla.SlaClock;
import org.otklik.sla.SlaPolicy;
import org.otklik.sla.SlaTerms;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.StreamId;
import org.otklik.testkit.Fault;

/** Hundreds of arbitrary commands, posts, faults, crashes of nothing but time: the invariants of the domain hold. */
class RandomWorkTest {

    private static final List<BodyId> BODIES = List.of(Office.ZARECHINSK, Office.LUGOGRAD, Office.HEALTH, Office.ROADS);
    private static final Set<Fault> FAULTS = Set.of(
            Fault.TIMEOUT_AFTER_APPLYING,
            Fault.TIMEOUT_BEFORE_APPLYING,
            Fault.RATE_LIMIT,
            Fault.TARGET_DELETED,
            Fault.HIDDEN_REPLY,
            Fault.POLL_TWICE,
            Fault.POLL_OUT_OF_ORDER,
            Fault.LOOKUP_FAILS);

    /** Terms without a clock of acceptance, or everything would be returned before anybody worked on it. */
    private static final SlaPolicy PATIENT = subject -> {
        SlaTerms terms = Case.WITH_BODY_CLOCKS.terms(subject);
        Map<ClockName, ClockTarget> targets = new HashMap<>(terms.targets());
        targets.remove(ClockName.ACCEPT);
        return SlaTerms.of(terms.policyVersion(), targets);
    };

    /** A day of an office in which everybody does whatever comes to his mind. */
    private static final class Day {

        Office office = Office.open(builder -> builder.slaPolicy(PATIENT)).publishing();
        final Random random;
        final Map<IncidentId, Instant> citizenStarts = new HashMap<>();
        final List<PostId> posts = new ArrayList<>();
        private int number;

        Day(long seed) {
            random = new Random(seed);
            office.vk.faults().bySeed(seed, 25, FAULTS);
            newPost();
            newPost();
            newPost();
        }

        void newPost() {
            number++;
            String text = random.nextInt(3) == 0
                    ? Office.PIT
                    : (random.nextBoolean() ? Office.PIT : "В Лугограде врач не пришёл в поликлинику") + ", дом "
                            + number;
            posts.add(Office.id("p" + number));
            office.vk.add(office.post("p" + number, text).toBuilder()
                    .author(AuthorRef.of("vk", "author-" + number % 3))
                    .build());
            office.desk.poll();
        }

        <T> T pick(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        void step() {
            int kind = random.nextInt(20);
            if (kind == 0) {
                newPost();
            } else if (kind < 3) {
                office.wait(Duration.ofMinutes(random.nextInt(200)));
                office.desk.sweepDeadlines();
            } else if (kind < 7) {
                office.desk.publishDue();
                office.desk.poll();
            } else if (kind == 7) {
                disturb();
            } else {
                List<Incident> all = office.all();
                command(pick(all.subList(Math.max(0, all.size() - 3), all.size())));
            }
            remember();
        }

        private void disturb() {
            PostId post = pick(posts);
            try {
                if (random.nextInt(4) == 0) {
                    office.vk.delete(post, office.clock.instant());
                } else {
                    office.vk.edit(post, Office.PIT + " " + random.nextInt(9), office.clock.instant());
                }
            } catch (IllegalArgumentException gone) {
                office = office.restarted();
            }
            office.desk.poll();
        }

        /** Mostly one who may do everything, sometimes one who may not. */
        private Actor somebody(Incident incident) {
            BodyId body =
                    random.nextInt(6) == 0 ? pick(BODIES) : incident.lead().orElse(Office.ZARECHINSK);
            Role role = pick(List.of(Role.values()));
            Role[] roles = random.nextInt(4) == 0 ? new Role[] {role} : Role.values();
            return Actor.of("person" + random.nextInt(3), roles).in(body);
        }

        /** Commands one incident; whatever was refused changed nothing. */
        private void command(Incident incident) {
            List<Object> before = stored(incident.id());

            Result<?> result = anything(somebody(incident), incident);

            result.refusal().ifPresent(why -> assertEquals(before, stored(incident.id()), () -> "refused with " + why));
        }

        private List<Object> stored(IncidentId id) {
            return office.storage.transact(unit -> List.of(
                    unit.incidents().find(id).orElseThrow(),
                    unit.events().read(StreamId.incident(id), 1, 10_000),
                    unit.posts().ofIncident(id, Set.of(), Optional.empty(), 1_000),
                    unit.texts().of(StreamId.incident(id)),
                    unit.incidents().find(id).orElseThrow().counters()));
        }

        private Result<?> anything(Actor actor, Incident incident) {
            var incidents = office.desk.incidents();
            IncidentId id = incident.id();
            Instant soon = office.clock.instant().plus(Duration.ofMinutes(random.nextInt(3_000) - 100));
            return switch (random.nextInt(40)) {
                case 0 -> incidents.route(actor, id, pick(BODIES));
                case 1, 2, 16, 17, 18, 19, 20 -> incidents.accept(actor, id);
                case 3 -> incidents.decline(actor, id, "NOT_OURS", Optional.empty());
                case 4 -> incidents.redirect(actor, id, pick(BODIES), "THEIRS");
                case 5 -> incidents.addCoExecutor(actor, id, pick(BODIES));
                case 6 -> incidents.postpone(actor, id, soon, "SEASON");
                case 7 -> incidents.resume(actor, id);
                case 8 -> incidents.close(actor, id, pick(List.of(Outcome.values())), Optional.of("DONE"));
                case 9 -> incidents.reopen(actor, id, "NOT_DONE", random.nextBoolean());
                case 10 -> random.nextBoolean() ? incidents.reject(actor, id, "MISTAKE") : incidents.restore(actor, id);
                case 11 ->
                    random.nextBoolean()
                            ? incidents.mergeInto(actor, id, pick(office.all()).id())
                            : incidents.unmerge(actor, id);
                case 12 -> incidents.waive(actor, id, List.of(), "INSULT");
                case 13 ->
                    random.nextBoolean()
                            ? incidents.pauseClock(actor, id, ClockName.DRAFT, "WAITS")
                            : incidents.resumeClock(actor, id, ClockName.DRAFT);
                case 14 ->
                    incidents.reassess(
                            actor, id, pick(List.of(MessageKind.values())), Optional.empty(), Optional.empty());
                case 15 -> officialAnswer(actor, incident);
                default -> reply(actor, incident, soon);
            };
        }

        private Result<?> officialAnswer(Actor actor, Incident incident) {
            List<OfficialAnswer> answers = incident.officialAnswers();
            if (answers.isEmpty()) {
                return office.desk
                        .replies()
                        .registerAnswer(
                                actor,
                                incident.id(),
                                GivenAnswer.saying(
                                        "Ответ " + number,
                                        office.clock.instant().minusSeconds(60)));
            }
            String key = pick(answers).key();
            return random.nextBoolean()
                    ? office.desk.replies().acceptAnswer(actor, incident.id(), key)
                    : office.desk.replies().declineAnswer(actor, incident.id(), key, "OTHER");
        }

        private Result<?> reply(Actor actor, Incident incident, Instant soon) {
            var replies = office.desk.replies();
            List<Draft> drafts = incident.drafts();
            if (drafts.isEmpty() || random.nextInt(6) == 0) {
                return replies.draft(
                        actor,
                        pick(List.of(
                                ReplyRequest.finalTo(incident.id(), Office.ANSWER + " " + number),
                                ReplyRequest.interimTo(incident.id(), "Здравствуйте! Займёмся скоро.", soon),
                                ReplyRequest.askAuthor(incident.id(), "Здравствуйте! Уточните, пожалуйста, дом."))));
            }
            DraftId draft = drafts.get(drafts.size() - 1).id();
            return switch (random.nextInt(8)) {
                case 0 -> replies.revise(actor, draft, Office.ANSWER + " Проверим " + number + ".");
                case 1 -> replies.requestRework(actor, draft, "FORMAL");
                case 2 -> replies.withdraw(actor, draft, "OUTDATED");
                case 3, 4 -> replies.submit(actor, draft);
                default ->
                    replies.approve(actor, draft, drafts.get(drafts.size() - 1).hash());
            };
        }

        /** The citizen's clock never starts later than it once did; only a late post after an answer begins a new round. */
        private void remember() {
            for (Incident incident : office.all()) {
                Instant first = incident.pastCycles().isEmpty()
                        ? incident.life().registeredAt()
                        : incident.pastCycles().get(0).startedAt();
                assertEquals(first, citizenStarts.computeIfAbsent(incident.id(), fresh -> first));
                incident.clock(ClockName.FINAL)
                        .filter(clock -> clock.round() == 1)
                        .ifPresent(clock -> assertFalse(
                                clock.startedAt().isAfter(incident.life().registeredAt()),
                                () -> incident + " answers to a clock that began at " + clock.startedAt()));
            }
        }

        String report() {
            return ReportText.render(
                    office.desk
                            .reports()
                            .report(
                                    Office.COORDINATOR,
                                    new ReportPeriod(Office.MORNING, Office.MORNING.plus(Duration.ofDays(60))),
                                    office.clock.instant())
                            .orThrow(),
                    Locale.ENGLISH);
        }
    }

    private static Day day(long seed, int steps) {
        Day day = new Day(seed);
        for (int i = 0; i < steps; i++) {
            day.step();
        }
        return day;
    }

    @Property(tries = 25, seed = "20261119")
    void after_any_work_state_is_the_fold_of_history_counts_are_true_and_nothing_is_said_twice_or_unapproved(
            @ForAll long seed, @ForAll @IntRange(min = 20, max = 150) int steps) {
        Day day = day(seed, steps);

        Checker.check(day.office);
    }

    @Property(tries = 15, seed = "20261119")
    void whatever_is_closed_owes_no_answer_and_no_clock_runs(@ForAll long seed) {
        Day day = day(seed, 80);
        day.office.vk.faults().heal();
        for (int i = 0; i < 4; i++) {
            day.office.wait(Duration.ofMinutes(4)).desk.publishDue();
        }

        for (Incident incident : day.office.all()) {
            day.office
                    .desk
                    .incidents()
                    .close(Office.COORDINATOR, incident.id(), Outcome.EXPLAINED, Optional.of("DONE"));
        }

        Checker.check(day.office);
    }

    @Property(tries = 15, seed = "20261119")
    void erasing_authors_changes_no_count_and_breaks_no_chain(@ForAll long seed) {
        Day day = day(seed, 80);
        String before = day.report();

        for (int i = 0; i < 3; i++) {
            day.office
                    .desk
                    .privacy()
                    .erase(Office.PRIVACY_OFFICER, AuthorRef.of("vk", "author-" + i))
                    .orThrow();
        }

        assertEquals(before, day.report());
        Checker.check(day.office);
    }

    @Property(tries = 20, seed = "20261119")
    void taking_a_join_back_restores_posts_and_clocks_of_both(@ForAll long seed) {
        Day day = day(seed, 60);
        List<Incident> all = day.office.all();
        Incident gone = day.pick(all);
        Incident survivor = day.pick(all);
        Map<IncidentId, Set<PostId>> posts = posts(day, gone, survivor);
        List<SlaClock> goneClocks = gone.clocks().all();
        List<SlaClock> survivorClocks = survivor.clocks().all();

        boolean joined = day.office
                .desk
                .incidents()
                .mergeInto(Office.COORDINATOR, gone.id(), survivor.id())
                .isDone();
        if (joined) {
            boolean stirred = changesOf(day, survivor).stream().anyMatch(ClockEvent.Started.class::isInstance)
                    && day.office.get(survivor.id()).state() != survivor.state();
            day.office.wait(Duration.ofHours(1));
            day.office.desk.incidents().unmerge(Office.COORDINATOR, gone.id()).orThrow();

            assertEquals(posts, posts(day, gone, survivor));
            assertEquals(goneClocks, day.office.get(gone.id()).clocks().all());
            assertEquals(gone.state(), day.office.get(gone.id()).state());
            if (!stirred) {
                assertEquals(
                        survivorClocks, day.office.get(survivor.id()).clocks().all());
            }
        }
        Checker.check(day.office);
        assertTrue(joined || day.office.get(gone.id()).equals(gone));
    }

    private static List<ClockEvent> changesOf(Day day, Incident incident) {
        return day.office.events(incident.id()).stream()
                .skip(incident.version())
                .filter(IncidentEvent.ClockChanged.class::isInstance)
                .map(event -> ((IncidentEvent.ClockChanged) event).change())
                .toList();
    }

    private static Map<IncidentId, Set<PostId>> posts(Day day, Incident... incidents) {
        Map<IncidentId, Set<PostId>> posts = new HashMap<>();
        for (Incident incident : incidents) {
            posts.put(
                    incident.id(),
                    Checker.rows(day.office, incident).stream().map(PostRow::id).collect(Collectors.toSet()));
        }
        return posts;
    }
}
