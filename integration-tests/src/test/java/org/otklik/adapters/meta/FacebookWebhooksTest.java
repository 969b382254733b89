package org.otklik.adapters.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.adapters.meta.MetaHost.gone;
import static org.otklik.adapters.meta.MetaHost.only;
import static org.otklik.adapters.meta.MetaHost.texts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.adapters.meta.judge.MetaJudged;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.AdapterException;
import org.otklik.spi.FailureKind;
import org.otklik.spi.OwnReplyFinder;
import org.otklik.spi.PostPage;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReadBack;
import org.otklik.spi.Replyability;
import org.otklik.spi.SourceId;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookDecoder;
import org.otklik.spi.WebhookRequest;
import org.otklik.testkit.InMemoryContext;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.meta.MetaFake;

/** What Facebook tells by itself: comments, edits, deletions, and mentions elsewhere that are fetched. */
class FacebookWebhooksTest {

    private static final AccountId KRAI = AccountId.of("facebook", "krai");
    private static final AccountId TOWN = AccountId.of("facebook", "town");
    private static final PublicationId KEY = PublicationId.of("01m7rhmr00zg4mde7gwjmaq1ex");

    private final SettableClock time = SettableClock.startingAt(Instant.parse("2026-11-19T06:00:00Z"));
    private final MetaFake meta = MetaJudged.open(time);
    private final String page = meta.page("Озёрный край");
    private final String town = meta.page("Заречинск");
    private final String citizen = meta.person("Мария Петрова");
    private final String post = meta.post(page, page, "Чиним дороги");
    private final MetaSafe safe = MetaSafe.of(meta)
            .put(KRAI, "page-token", meta.pageToken(page))
            .put(TOWN, "page-token", meta.pageToken(town));
    private final AdapterContext context = InMemoryContext.of(time, safe);
    private MetaHost host = host();

    private MetaHost host() {
        return MetaHost.of(
                time,
                FacebookAdapter.of(MetaHost.settings(meta)
                        .page(KRAI, page, "krai")
                        .page(TOWN, town, "zarechinsk")
                        .build()),
                KRAI,
                context);
    }

    @AfterEach
    void close() {
        meta.close();
        MetaJudged.assertNoViolations(meta);
    }

    private List<PostChange> heard(WebhookRequest request) {
        WebhookDecision decision = ((WebhookDecoder) host.adapter()).decode(KRAI, request);
        return assertInstanceOf(WebhookDecision.Genuine.class, decision).changes();
    }

    private List<PostChange> heard() {
        return meta.webhooks().all(page).map(this::heard).orElse(List.of());
    }

    @Test
    void a_comment_comes_as_polling_will_show_it() {
        heard();
        host.read("page");
        String comment = meta.comment(post, citizen, "Яма");
        meta.comment(comment, citizen, "Большая");

        List<PostChange> told = heard();
        List<PostChange> read = host.read("page");

        for (String text : List.of("Яма", "Большая")) {
            Post heard = only(told, text);
            Post seen = only(read, text);
            assertEquals(seen.id(), heard.id());
            assertEquals(seen.publishedAt(), heard.publishedAt());
            assertEquals(seen.author(), heard.author());
            assertEquals(seen.discussion().parent(), heard.discussion().parent());
            assertEquals(seen.discussion().root(), heard.discussion().root());
            assertEquals(seen.discussion().page(), heard.discussion().page());
        }
        assertEquals("Чиним дороги", only(told, "Яма").discussion().parentText().orElseThrow());
    }

    @Test
    void edits_and_deletions_are_told_in_their_order() {
        heard();
        String comment = meta.comment(post, citizen, "Яма");
        time.advance(Duration.ofMinutes(1));
        meta.edit(comment, "Большая яма");
        time.advance(Duration.ofMinutes(1));
        meta.delete(comment);

        List<PostChange> told = heard();

        assertEquals(List.of("Яма", "Большая яма"), texts(told));
        assertTrue(only(told, "Большая яма").editedAt().isPresent());
        assertEquals(List.of(comment), gone(told));
        assertInstanceOf(PostChange.Gone.class, told.get(2));
    }

    @Test
    void what_is_hidden_takes_no_reply_until_it_is_shown_again() {
        String comment = meta.comment(post, citizen, "Яма");
        Post told = only(heard(), "Яма");
        meta.hide(comment);
        heard();
        assertInstanceOf(Replyability.Impossible.class, host.adapter().canReply(KRAI, told));

        meta.quirks().unhide(comment);
        heard();

        assertInstanceOf(Replyability.Possible.class, host.adapter().canReply(KRAI, told));
    }

    @Test
    void reactions_and_fields_of_tomorrow_are_left_out() {
        heard();
        meta.citizens().react(post, citizen);

        assertEquals(List.of(), heard());
        assertEquals(
                List.of(),
                heard(
                        meta.webhooks()
                                .signed(
                                        "{\"object\":\"page\",\"entry\":[{\"id\":\"" + page
                                                + "\",\"time\":1,\"changes\":[{\"field\":\"parking\"},{\"field\":\"feed\",\"value\":7}]}]}")));
    }

    @Test
    void an_application_has_one_address_for_all_its_pages_but_strangers_are_left_out() {
        String question = meta.post(town, citizen, "Где автобус?");
        WebhookRequest ofTown = meta.webhooks().all(town).orElseThrow();

        assertEquals(question, heard(ofTown).get(0).id().nativeId());
        safe.put(TOWN, "app-secret", "of another application");
        assertEquals(List.of(), heard(ofTown));
    }

    @Test
    void a_mention_elsewhere_is_fetched_answered_and_found() {
        heard();
        String mention = meta.citizens().mentioningComment(page, citizen, "Озёрный край, почините!");
        assertEquals(List.of(), heard());

        Post fetched = only(host.read("hints"), "Озёрный край, почините!");

        assertEquals(mention, fetched.id().nativeId());
        assertEquals("@krai", fetched.discussion().page().orElseThrow());
        assertInstanceOf(Replyability.Possible.class, host.adapter().canReply(KRAI, fetched));
        PublishOutcome outcome = host.adapter().publish(host.target(fetched), "Починим.", KEY);
        PublishOutcome.Sent sent = assertInstanceOf(PublishOutcome.Sent.class, outcome);
        ReadBack found = ((OwnReplyFinder) host.adapter()).find(host.target(fetched), "Починим.", KEY);
        assertEquals(
                sent.nativeReplyId(),
                assertInstanceOf(ReadBack.Visible.class, found).nativeReplyId());
        assertEquals(List.of(), host.read("hints"));
    }

    @Test
    void a_hint_survives_a_restart_and_a_page_that_was_not_stored() {
        String mention = meta.citizens().mentioningComment(page, citizen, "Озёрный край, почините!");
        heard();
        host = host();
        SourceId source = host.sources("hints").get(0);

        PostPage lost = host.adapter().poll(source, Optional.empty(), 10);
        PostPage again = host.adapter().poll(source, Optional.empty(), 10);
        PostPage behind = host.adapter().poll(source, Optional.of(again.next()), 10);

        assertEquals(List.of(PostId.of("facebook", mention)), ids(lost));
        assertEquals(ids(lost), ids(again));
        assertEquals(List.of(), ids(behind));
    }

    private static List<PostId> ids(PostPage page) {
        return page.changes().stream().map(PostChange::id).toList();
    }

    @Test
    void a_hint_that_leads_nowhere_fails_alone_and_one_that_failed_is_tried_again() {
        String first = meta.citizens().mentioningComment(page, citizen, "Раз");
        meta.citizens().mentioningComment(page, citizen, "Два");
        heard();
        meta.delete(first);
        meta.failNext(2, 0);

        AdapterException failure = host.failure("hints");
        time.advance(Duration.ofMinutes(5));

        assertEquals(FailureKind.TRANSIENT, failure.kind());
        assertEquals(List.of("Два"), texts(host.read("hints")));
        assertEquals(List.of(new PostPage.Unreadable(first, "TARGET_GONE")), host.unreadable);
    }

    @Test
    void a_delivery_that_comes_again_hints_once() {
        meta.citizens().mentioningComment(page, citizen, "Озёрный край, почините!");
        heard();
        heard(meta.webhooks().again(page).orElseThrow());

        assertEquals(1, host.read("hints").size());
    }
}
