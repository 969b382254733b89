package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.otklik.IncidentDesk;
import org.otklik.PackSource;
import org.otklik.Region;
import org.otklik.Replies.TargetPreview;
import org.otklik.access.Refusal;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.incident.Incident;
import org.otklik.post.Post;
import org.otklik.reply.Draft;
import org.otklik.reply.ReplyRequest;
import org.otklik.spi.ReplyPreview;
import org.otklik.spi.ReplyTarget;
import org.otklik.tck.HonestAdapter;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.regions.MiniRegion;

/** What an official and his approver see is what citizens will read, counted as the network counts. */
class PreviewTest {

    private static final String LINE = "Официальный ответ. Справки: 8 (800) 555-35-35";

    private final Office office = Office.open().publishing();

    private List<TargetPreview> preview(ReplyRequest request) {
        return office.desk.replies().preview(Office.COORDINATOR, request).orThrow();
    }

    @Test
    void a_request_is_previewed_for_each_target_without_writing_anything() {
        Incident incident = office.accepted("p1", Office.PIT);
        office.hear(office.post("p2", Office.PIT));
        int events = office.history(incident.id()).size();

        List<TargetPreview> shown = preview(ReplyRequest.finalTo(incident.id(), "Яму № 5 заделают до 28 ноября."));

        assertEquals(
                List.of("p1", "p2"),
                shown.stream().map(one -> one.post().nativeId()).toList());
        TargetPreview first = shown.get(0);
        assertEquals("vk:zarechinsk_official", first.account().toString());
        assertEquals("Яму № 5 заделают до 28 ноября.", first.text());
        assertEquals(31, first.length(), "a № counts for two there");
        assertEquals(4000, first.longest());
        assertTrue(first.fits());
        assertEquals(events, office.history(incident.id()).size());
    }

    @Test
    void what_the_network_finds_too_long_is_refused_with_the_excess_and_the_network() {
        Incident incident = office.accepted("p1", Office.PIT);
        String longest = "д".repeat(4000);

        Refusal refusal = refusal(ReplyRequest.finalTo(incident.id(), longest.replaceFirst("ддд", "№№№")));

        assertEquals(RefusalCode.TOO_LONG, refusal.code());
        assertEquals(List.of("vk", "3", "4000"), refusal.arguments());
        assertTrue(refusal.message(Locale.ROOT).contains("vk"));
        assertTrue(refusal.message(Locale.ROOT).contains("3"));
        TargetPreview shown =
                preview(ReplyRequest.finalTo(incident.id(), longest + "№")).get(0);
        assertFalse(shown.fits());
        assertEquals(2, shown.excess());
        assertEquals(longest + "№", shown.text(), "nothing is cut");
        assertTrue(preview(ReplyRequest.finalTo(incident.id(), longest)).get(0).fits());
    }

    private Refusal refusal(ReplyRequest request) {
        return office.desk
                .replies()
                .draft(Office.lead(office.get(request.incident())), request)
                .refusal()
                .orElseThrow();
    }

    @Test
    void characters_outside_the_basic_plane_are_not_counted_twice_by_us() {
        Incident incident = office.accepted("p1", Office.PIT);

        Result<Draft> draft = office.desk
                .replies()
                .draft(Office.lead(incident), ReplyRequest.finalTo(incident.id(), "🙂".repeat(4000)));

        assertTrue(draft.isDone());
    }

    @Test
    void a_revision_that_is_too_long_is_refused_too() {
        Incident incident = office.accepted("p1", Office.PIT);
        Draft draft = office.drafted(incident);

        Result<Draft> revised = office.desk.replies().revise(Office.lead(incident), draft.id(), "д".repeat(4001));

        assertEquals(RefusalCode.TOO_LONG, Office.refusal(revised));
        assertEquals(
                Office.ANSWER,
                office.desk
                        .replies()
                        .preview(Office.COORDINATOR, draft.id())
                        .orThrow()
                        .text());
    }

    @Test
    void where_the_account_cannot_answer_the_reason_stands_beside_the_text_to_copy() {
        Incident incident = office.accepted("p1", Office.PIT);
        office.vk.closeComments(Office.id("p1"));

        TargetPreview shown =
                preview(ReplyRequest.finalTo(incident.id(), Office.ANSWER)).get(0);

        assertEquals(Optional.of("COMMENTS_CLOSED"), shown.obstacle());
        assertEquals(Office.ANSWER, shown.text());
        assertFalse(shown.fits());
    }

    @Test
    void the_line_that_the_law_wants_is_previewed_counted_approved_and_published_once() {
        Region region = Region.load(footnoted());
        SettableClock clock = SettableClock.startingAt(Office.MORNING);
        InMemoryNetwork vk = InMemoryNetwork.named("vk");
        try (IncidentDesk desk = IncidentDesk.builder(region, InMemoryStorage.create(clock), Office.KEY)
                .network(vk)
                .time(clock)
                .build()) {
            Incident incident = accepted(desk, vk, clock);
            ReplyRequest request = ReplyRequest.finalTo(incident.id(), Office.ANSWER + "\n");
            ReplyRequest tooLong = ReplyRequest.finalTo(incident.id(), "д".repeat(4000 - LINE.length()));
            String published = Office.ANSWER + "\n\n" + LINE;
            assertEquals(
                    List.of("vk", "2", "4000"),
                    desk.replies()
                            .draft(Office.lead(incident), tooLong)
                            .refusal()
                            .orElseThrow()
                            .arguments());

            TargetPreview shown = desk.replies()
                    .preview(Office.COORDINATOR, request)
                    .orThrow()
                    .get(0);
            Draft draft = desk.replies().draft(Office.lead(incident), request).orThrow();
            Draft revised = desk.replies()
                    .revise(Office.lead(incident), draft.id(), published)
                    .orThrow();
            desk.replies().submit(Office.lead(incident), draft.id()).orThrow();
            desk.replies().approve(Office.APPROVER, draft.id(), draft.hash()).orThrow();
            desk.publishing().enable(Office.COORDINATOR).orThrow();
            desk.publishDue();

            assertEquals(published, shown.text());
            assertEquals(published.length(), shown.length());
            assertEquals(draft.hash(), revised.hash(), "the line is not added twice");
            assertEquals(published, vk.replies(Office.id("p1")).get(0).text());
        }
    }

    private static Incident accepted(IncidentDesk desk, InMemoryNetwork vk, SettableClock clock) {
        vk.add(Post.builder(Office.id("p1"), clock.instant()).text(Office.PIT).build());
        desk.poll();
        Incident incident = desk.incidents()
                .get(
                        Office.COORDINATOR,
                        desk.review()
                                .view(Office.MODERATOR, Office.id("p1"))
                                .orThrow()
                                .incident()
                                .orElseThrow());
        return desk.incidents().accept(Office.lead(incident), incident.id()).orThrow();
    }

    private static PackSource footnoted() {
        PackSource mini = MiniRegion.source();
        return PackSource.named(
                "footnoted",
                asked -> asked.equals("accounts.csv")
                        ? mini.open(asked)
                                .map(file -> changed(
                                        file,
                                        text -> text.replace(
                                                "vk,zarechinsk_official,adm-zarechinsk,zarechinsk_official,zarechinsk_official,yes,1,",
                                                "vk,zarechinsk_official,adm-zarechinsk,zarechinsk_official,zarechinsk_official,yes,1,"
                                                        + LINE)))
                        : mini.open(asked));
    }

    private static InputStream changed(InputStream file, UnaryOperator<String> change) {
        try (file) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new ByteArrayInputStream(change.apply(text).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_an_adapter_would_show_otherwise_is_what_is_approved_and_no_longer_if_it_changes_its_mind() {
        SettableClock clock = SettableClock.startingAt(Office.MORNING);
        InMemoryNetwork vk = InMemoryNetwork.named("vk");
        InMemoryStorage storage = InMemoryStorage.create(clock);
        AtomicReference<UnaryOperator<String>> habit = new AtomicReference<>(String::strip);
        IncidentDesk desk = Office.builder(
                        storage,
                        new HonestAdapter(vk) {
                            @Override
                            public ReplyPreview preview(ReplyTarget target, String text) {
                                return super.preview(target, habit.get().apply(text));
                            }
                        },
                        clock)
                .build();
        Incident incident = accepted(desk, vk, clock);
        Draft draft = desk.replies()
                .draft(Office.lead(incident), ReplyRequest.finalTo(incident.id(), "  " + Office.ANSWER + "\n"))
                .orThrow();
        desk.replies().submit(Office.lead(incident), draft.id()).orThrow();

        assertEquals(
                Office.ANSWER,
                desk.replies().preview(Office.APPROVER, draft.id()).orThrow().text());
        habit.set(text -> text + " #отклик");
        assertEquals(
                RefusalCode.HASH_DIFFERS,
                desk.replies()
                        .approve(Office.APPROVER, draft.id(), draft.hash())
                        .refusal()
                        .orElseThrow()
                        .code());
        habit.set(String::strip);
        desk.replies().approve(Office.APPROVER, draft.id(), draft.hash()).orThrow();
        desk.publishing().enable(Office.COORDINATOR).orThrow();
        desk.publishDue();
        assertEquals(Office.ANSWER, vk.replies(Office.id("p1")).get(0).text());
    }
}
