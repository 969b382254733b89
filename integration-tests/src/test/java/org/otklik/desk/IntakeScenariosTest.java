package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.IncidentDesk;
import org.otklik.ManualPost;
import org.otklik.ManualPost.Source;
import org.otklik.Region;
import org.otklik.Replies.GivenAnswer;
import org.otklik.access.RefusalCode;
import org.otklik.classify.MessageKind;
import org.otklik.id.IncidentId;
import org.otklik.id.PlaceId;
import org.otklik.id.TopicId;
import org.otklik.incident.ExternalRef;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentState;
import org.otklik.incident.Outcome;
import org.otklik.post.Discussion;
import org.otklik.post.MediaRef;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.post.PostRevision;
import org.otklik.spi.storage.SignalState;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.SettableClock;

/** How posts come in and what the desk makes of them. */
class IntakeScenariosTest {

    private final Office office = Office.open();

    @Test
    void the_same_here_alone_is_unsure_and_under_a_complaint_joins_it() {
        Region samara = Region.fromResources(getClass().getClassLoader(), "regions/samara");
        SettableClock clock = SettableClock.startingAt(Office.MORNING);
        InMemoryNetwork vk = InMemoryNetwork.named("vk");
        try (IncidentDesk desk = IncidentDesk.builder(samara, InMemoryStorage.create(clock), Office.KEY)
                .network(vk)
                .time(clock)
                .build()) {
            Post complaint = Post.builder(Office.id("p1"), clock.instant())
                    .text("В Тольятти на улице Победы огромная яма на дороге, машины бьются!")
                    .build();
            Post alone = Post.builder(Office.id("p2"), clock.instant())
                    .text("у нас то же самое")
                    .build();
            vk.add(complaint).add(alone);
            desk.poll();
            vk.add(under("p3", clock, complaint.id()));
            desk.poll();

            var review = desk.review();
            assertEquals(
                    SignalState.NEEDS_REVIEW,
                    review.view(Office.MODERATOR, alone.id()).orThrow().state());
            var joined = review.view(Office.MODERATOR, Office.id("p3")).orThrow();
            assertEquals(SignalState.ATTACHED, joined.state());
            IncidentId incident = review.view(Office.MODERATOR, complaint.id())
                    .orThrow()
                    .incident()
                    .orElseThrow();
            assertEquals(Optional.of(incident), joined.incident());
            assertEquals(
                    2,
                    desk.incidents().get(Office.COORDINATOR, incident).posts().total());
        }
    }

    private static Post under(String id, SettableClock clock, PostId parent) {
        return Post.builder(Office.id(id), clock.instant())
                .text("у нас то же самое")
                .discussion(Discussion.under(parent))
                .build();
    }

    @Test
    void a_phone_call_is_registered_with_the_place_that_the_caller_named() {
        PostId post = office.desk
                .register(
                        Office.MODERATOR,
                        ManualPost.of(Source.PHONE, Office.PIT_WITHOUT_PLACE, office.clock.instant())
                                .in(PlaceId.of("lugograd")))
                .orThrow();
        office.desk.poll();

        Incident incident = office.incidentOf(post);
        assertEquals(Optional.of(Office.LUGOGRAD), incident.lead());
        assertEquals(Optional.of(PlaceId.of("lugograd")), incident.municipality());
    }

    @Test
    void two_calls_are_two_posts_but_one_link_and_one_number_of_another_system_are_one() {
        ManualPost call = ManualPost.of(Source.PHONE, Office.PIT, office.clock.instant());
        ManualPost link =
                ManualPost.of(Source.LINK, "", office.clock.instant()).at(URI.create("https://vk.com/wall-1_2"));
        ManualPost pos =
                ManualPost.of(Source.POS, Office.PIT, office.clock.instant()).from(ExternalRef.of("pos", "2026-77"));

        assertNotEquals(register(call), register(call));
        assertEquals(register(link), register(link));
        assertEquals(register(pos), register(pos));
        long waiting = office.storage.transact(unit -> unit.posts().captured());
        assertEquals(4, waiting);
    }

    private PostId register(ManualPost post) {
        return office.desk.register(Office.MODERATOR, post).orThrow();
    }

    @Test
    void a_call_about_nothing_or_about_nowhere_is_refused() {
        ManualPost empty = ManualPost.of(Source.PHONE, " ", office.clock.instant());
        ManualPost nowhere =
                ManualPost.of(Source.PHONE, Office.PIT, office.clock.instant()).in(PlaceId.of("atlantis"));

        assertEquals(RefusalCode.INVALID, refusal(empty));
        assertEquals(RefusalCode.INVALID, refusal(nowhere));
        assertTrue(office.desk.poll().isIdle());
    }

    private RefusalCode refusal(ManualPost post) {
        return office.desk
                .register(Office.MODERATOR, post)
                .refusal()
                .orElseThrow()
                .code();
    }

    @Test
    void a_photo_without_words_goes_to_review_and_a_moderator_says_what_it_is() {
        var item = office.hear(office.post("p1", "").toBuilder()
                .media(List.of(MediaRef.photo()))
                .build());

        assertEquals(SignalState.NEEDS_REVIEW, item.state());
        assertEquals("NO_TEXT", item.reason());
        Incident incident = office.desk
                .review()
                .promote(
                        Office.MODERATOR,
                        Office.id("p1"),
                        MessageKind.COMPLAINT,
                        Optional.of(TopicId.of("roads.potholes")),
                        Optional.of(PlaceId.of("zarechinsk")))
                .orThrow();
        assertEquals(Optional.of(Office.ZARECHINSK), incident.lead());
        Checker.check(office);
    }

    @Test
    void what_has_no_place_and_what_belongs_to_a_federal_body_wait_in_the_queue_of_the_unroutable() {
        Incident nowhere = office.register("p1", Office.PIT_WITHOUT_PLACE);
        Incident federal = office.register("p2", "Хулиганы в Заречинске, где полиция?");
        office.register("p3", Office.PIT);

        assertEquals(Optional.of("NO_PLACE"), nowhere.unroutable());
        assertEquals(Optional.of("FEDERAL_EXTERNAL"), federal.unroutable());
        assertEquals(
                2,
                office.desk
                        .incidents()
                        .count(Office.COORDINATOR, IncidentQuery.all().unroutable()));
        office.desk
                .incidents()
                .route(Office.COORDINATOR, nowhere.id(), Office.ZARECHINSK)
                .orThrow();
        assertEquals(
                1,
                office.desk
                        .incidents()
                        .count(Office.COORDINATOR, IncidentQuery.all().unroutable()));
    }

    @Test
    void an_edit_is_decided_anew_while_no_incident_stands_on_the_post() {
        office.hear(office.post("p1", "Привет всем"));
        assertEquals(SignalState.REJECTED, office.item(Office.id("p1")).state());

        office.wait(Duration.ofMinutes(1)).vk.edit(Office.id("p1"), Office.PIT, office.clock.instant());
        office.desk.poll();

        assertEquals(IncidentState.ROUTED, office.incidentOf(Office.id("p1")).state());
        List<PostRevision> revisions = office.desk
                .review()
                .revisions(Office.MODERATOR, Office.id("p1"))
                .orThrow();
        assertEquals(
                List.of("Привет всем", Office.PIT),
                revisions.stream().map(one -> one.text().orElseThrow()).toList());
    }

    @Test
    void an_edit_of_a_registered_post_is_kept_and_moves_nothing() {
        Incident incident = office.register("p1", Office.PIT);

        office.wait(Duration.ofMinutes(1)).vk.edit(Office.id("p1"), "Уже не надо", office.clock.instant());
        office.desk.poll();

        assertEquals(incident.version(), office.get(incident.id()).version());
        assertEquals("Уже не надо", office.item(Office.id("p1")).post().text());
        assertEquals(SignalState.PROMOTED, office.item(Office.id("p1")).state());
    }

    @Test
    void a_deletion_leaves_a_tombstone_without_text_and_waives_the_answer() {
        Incident incident = office.accepted("p1", Office.PIT);

        office.wait(Duration.ofMinutes(1)).vk.delete(Office.id("p1"), office.clock.instant());
        office.desk.poll();

        assertEquals("", office.item(Office.id("p1")).post().text());
        assertEquals(0, office.get(incident.id()).posts().awaiting());
        assertEquals(1, office.get(incident.id()).posts().total());
        assertEquals(IncidentState.IN_WORK, office.get(incident.id()).state());
        assertTrue(office.events(incident.id()).contains(new IncidentEvent.SourceGone(Office.id("p1"))));
        assertTrue(office.desk.review().revisions(Office.MODERATOR, Office.id("p1")).orThrow().stream()
                .allMatch(one -> one.text().isEmpty()));
        Checker.check(office);
    }

    @Test
    void a_deleted_post_owes_no_answer_after_restoring_or_reopening_either() {
        Incident rejected = office.accepted("p1", Office.PIT);
        Incident closed = office.accepted("p2", "В Лугограде врач не пришёл в поликлинику, почему?");
        office.vk.delete(Office.id("p1"), office.clock.instant());
        office.vk.delete(Office.id("p2"), office.clock.instant());
        office.desk.poll();
        office.desk
                .incidents()
                .reject(Office.COORDINATOR, rejected.id(), "MISTAKE")
                .orThrow();
        office.desk
                .incidents()
                .close(Office.COORDINATOR, closed.id(), Outcome.NO_ANSWER_NEEDED, Optional.of("SOURCE_GONE"))
                .orThrow();

        office.desk.incidents().restore(Office.COORDINATOR, rejected.id()).orThrow();
        office.desk
                .incidents()
                .reopen(Office.COORDINATOR, closed.id(), "NOT_DONE", true)
                .orThrow();

        assertEquals(0, office.get(rejected.id()).posts().awaiting());
        assertEquals(0, office.get(closed.id()).posts().awaiting());
        Checker.check(office);
    }

    @Test
    void a_copy_of_a_post_opens_no_second_incident_even_after_a_restart() {
        Incident incident = office.register("p1", Office.PIT);
        office.hear(office.post("p2", Office.PIT));
        Office next = office.restarted();

        next.hear(next.post("p3", Office.PIT));

        assertEquals(3, next.get(incident.id()).posts().total());
        assertEquals(1, next.all().size());
        Checker.check(next);
    }

    @Test
    void a_late_post_returns_an_answered_incident_to_work_in_the_same_cycle() {
        Incident answered = office.answered("p1", Office.PIT);
        assertEquals(IncidentState.ANSWERED, answered.state());

        office.wait(Duration.ofHours(1)).hear(office.post("p2", Office.PIT));

        Incident late = office.get(answered.id());
        assertEquals(IncidentState.IN_WORK, late.state());
        assertEquals(1, late.life().tally().cycle());
        assertEquals(1, late.posts().awaiting());
        office.approved(late);
        office.desk.publishDue();
        assertEquals(IncidentState.ANSWERED, office.get(answered.id()).state());
        assertEquals(2, office.vk.replies().size());
        Checker.check(office);
    }

    @Test
    void a_late_post_to_what_was_answered_before_anybody_was_named_waits_for_a_body() {
        Incident nowhere = office.register("p1", Office.PIT_WITHOUT_PLACE);
        String key = office.desk
                .replies()
                .registerAnswer(
                        Office.MODERATOR,
                        nowhere.id(),
                        GivenAnswer.saying("Ответили на приёме.", office.clock.instant()))
                .orThrow()
                .key();
        office.desk
                .replies()
                .acceptAnswer(Office.COORDINATOR, nowhere.id(), key)
                .orThrow();
        office.hear(office.post("p2", "").toBuilder()
                .media(List.of(MediaRef.photo()))
                .build());
        office.desk
                .review()
                .attach(Office.MODERATOR, Office.id("p2"), nowhere.id())
                .orThrow();

        assertEquals(IncidentState.REGISTERED, office.get(nowhere.id()).state());
        assertEquals(
                IncidentState.ROUTED,
                office.desk
                        .incidents()
                        .route(Office.COORDINATOR, nowhere.id(), Office.LUGOGRAD)
                        .orThrow()
                        .state());
        Checker.check(office);
    }

    @Test
    void a_closed_incident_takes_no_late_post() {
        Incident answered = office.answered("p1", Office.PIT);
        office.desk
                .incidents()
                .close(Office.COORDINATOR, answered.id(), Outcome.SOLVED, Optional.empty())
                .orThrow();

        Incident next = office.incidentOf(office.wait(Duration.ofHours(1))
                .hear(office.post("p2", Office.PIT))
                .post()
                .id());

        assertNotEquals(answered.id(), next.id());
        assertEquals(IncidentState.CLOSED, office.get(answered.id()).state());
        assertEquals(1, office.get(answered.id()).posts().total());
        Checker.check(office);
    }
}
