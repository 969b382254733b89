package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.otklik.DeskLimits;
import org.otklik.IncidentDesk;
import org.otklik.id.IncidentId;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentEvent;
import org.otklik.post.AuthorRef;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.reply.PublicationState;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.RecordingNotifier;
import org.otklik.testkit.SettableClock;

/** Replies go out in lanes, one a network: none waits for another network, and within one they go one after another. */
@Timeout(60)
class LanesTest {

    private static final String WELL = "В Заречинске на улице Победы, 12 огромная яма, пробил колесо, почините";
    private static final String SCHOOL = "В Лугограде на дороге у школы яма, машины бьются каждый день";
    private static final String MARKET = "В Лугограде возле рынка на дороге яма, проехать нельзя";

    private final SettableClock clock = SettableClock.startingAt(Office.MORNING);
    private final InMemoryStorage storage = InMemoryStorage.create(clock);
    private final Office vk = Office.over(storage, clock, InMemoryNetwork.named("vk"));
    private final Office ok =
            Office.over(storage, clock, InMemoryNetwork.named("ok")).publishing();
    private final GatedAdapter quickOk = GatedAdapter.open(ok.vk, 1);
    private final GatedAdapter hangingVk = GatedAdapter.closed(vk.vk, 1);
    private final StepsByHand steps = new StepsByHand(6);

    @AfterEach
    void endAll() throws InterruptedException {
        hangingVk.open();
        steps.shutdown();
        assertTrue(steps.awaitTermination(30, TimeUnit.SECONDS), "A step goes on.");
    }

    private IncidentId approved(Office office, PostId id, String text) {
        Post post = Post.builder(id, clock.instant())
                .text(text)
                .author(AuthorRef.of(id.network().code(), "author-" + id.nativeId(), "Автор"))
                .build();
        Incident incident = office.incidentOf(office.hear(post).post().id());
        office.approved(office.desk
                .incidents()
                .accept(Office.lead(incident), incident.id())
                .orThrow());
        return incident.id();
    }

    private IncidentDesk desk(GatedAdapter first, GatedAdapter second) {
        return Office.builder(storage, first, clock)
                .network(second)
                .limits(DeskLimits.standard().withBatch(1))
                .node("sender")
                .build();
    }

    private void doAllButHangingVk() {
        steps.roundUpTo(1);
        hangingVk.awaitFirstCall();
    }

    private static PostId vk(String nativeId) {
        return PostId.of("vk", nativeId);
    }

    private static PostId ok(String nativeId) {
        return PostId.of("ok", nativeId);
    }

    @Test
    void a_network_that_hangs_does_not_hold_up_the_replies_of_another() throws InterruptedException {
        approved(vk, vk("1"), Office.PIT);
        clock.advance(Duration.ofMinutes(1));
        approved(ok, ok("1"), WELL);
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(6);
        IncidentDesk desk = desk(hangingVk, quickOk);

        desk.start(threads);
        hangingVk.awaitFirstCall();
        quickOk.awaitAllTaken();

        assertEquals(0, vk.vk.replies().size());
        assertEquals(1, ok.vk.replies().size());
        hangingVk.open();
        hangingVk.awaitAllTaken();
        end(desk, threads);
        assertEquals(1, vk.vk.replies().size());
    }

    private static void end(IncidentDesk desk, ScheduledExecutorService threads) throws InterruptedException {
        desk.close();
        threads.shutdown();
        assertTrue(threads.awaitTermination(30, TimeUnit.SECONDS), "A step goes on.");
    }

    @Test
    void replies_of_one_network_go_out_in_the_order_in_which_they_are_due_and_never_two_at_once() {
        approved(vk, vk("2"), SCHOOL);
        clock.advance(Duration.ofMinutes(1));
        approved(vk, vk("1"), Office.PIT);
        clock.advance(Duration.ofMinutes(1));
        approved(vk, vk("3"), MARKET);
        IncidentDesk desk = desk(hangingVk, quickOk);
        desk.start(steps);

        doAllButHangingVk();
        assertEquals(List.of(vk("2")), hangingVk.order());
        hangingVk.open();
        steps.awaitAllBut(0);
        steps.roundUpTo(0);
        steps.roundUpTo(0);

        assertEquals(List.of(vk("2"), vk("1"), vk("3")), hangingVk.order());
        assertEquals(1, hangingVk.mostAtOnce());
        desk.close();
    }

    @Test
    void a_reply_whose_network_has_no_adapter_is_put_off_and_its_account_is_said_to_be_ill() {
        IncidentId unserved = approved(ok, ok("1"), WELL);
        approved(vk, vk("1"), Office.PIT);
        RecordingNotifier heard = new RecordingNotifier();
        IncidentDesk desk = Office.builder(storage, hangingVk, clock)
                .notifier(heard)
                .node("sender")
                .build();
        desk.start(steps);

        doAllButHangingVk();

        assertEquals(PublicationState.RETRY, state(unserved));
        assertEquals(
                "CONFIGURATION",
                ok.events(unserved).stream()
                        .filter(IncidentEvent.PublicationDelayed.class::isInstance)
                        .map(IncidentEvent.PublicationDelayed.class::cast)
                        .findFirst()
                        .orElseThrow()
                        .reason());
        assertEquals(
                "CONFIGURATION",
                ok.notices().notices("ACCOUNT_UNHEALTHY").get(0).detail());
        hangingVk.open();
        desk.close();
    }

    private PublicationState state(IncidentId id) {
        return ok.get(id).publications().get(0).state();
    }

    @Test
    void a_step_that_the_host_takes_itself_sends_what_no_hanging_lane_holds() {
        approved(vk, vk("1"), Office.PIT);
        IncidentDesk desk = desk(hangingVk, quickOk);
        desk.start(steps);
        doAllButHangingVk();
        approved(ok, ok("1"), WELL);

        int sent = desk.publishDue().sent();

        assertEquals(1, sent);
        assertEquals(1, ok.vk.replies().size());
        assertEquals(List.of(vk("1")), hangingVk.order());
        hangingVk.open();
        steps.awaitAllBut(0);
        assertEquals(1, vk.vk.replies().size());
        desk.close();
    }

    @Test
    void one_thread_does_all_lanes_one_after_the_other() throws InterruptedException {
        approved(vk, vk("1"), Office.PIT);
        approved(vk, vk("2"), SCHOOL);
        approved(ok, ok("1"), WELL);
        GatedAdapter both = GatedAdapter.open(vk.vk, 2);
        ScheduledExecutorService one = Executors.newSingleThreadScheduledExecutor();
        IncidentDesk desk = desk(both, quickOk);

        desk.start(one);
        both.awaitAllTaken();
        quickOk.awaitAllTaken();

        end(desk, one);
        assertEquals(2, vk.vk.replies().size());
        assertEquals(1, ok.vk.replies().size());
    }
}
