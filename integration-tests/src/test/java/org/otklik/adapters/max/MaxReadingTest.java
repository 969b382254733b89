package org.otklik.adapters.max;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.adapters.max.MaxTown.ANNA;
import static org.otklik.adapters.max.MaxTown.BOT;
import static org.otklik.adapters.max.MaxTown.CHANNEL;
import static org.otklik.adapters.max.MaxTown.DIALOG;
import static org.otklik.adapters.max.MaxTown.GROUP;
import static org.otklik.adapters.max.MaxTown.comment;
import static org.otklik.adapters.max.MaxTown.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.id.PlaceId;
import org.otklik.post.AuthorRef;
import org.otklik.post.MediaRef;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterException;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PostPage;
import org.otklik.spi.Replyability;
import org.otklik.spi.SearchExpression;
import org.otklik.spi.WatchList;
import org.otklik.spi.WatchedPage;
import org.otklik.spi.WatchedQuery;
import org.otklik.testkit.max.MaxQuirk;
import org.otklik.testkit.wire.RequestInspector;
import org.otklik.testkit.wire.WireAnswer;

/** What a bot hears becomes posts; what updates leave out is found all the same. */
class MaxReadingTest {

    private final MaxTown town = new MaxTown();

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void a_message_of_a_dialog_comes_with_its_author() {
        String mid = town.max.say(DIALOG, ANNA, "Яма на улице Победы");

        Post post = last(town.updates());

        assertEquals(message(DIALOG, mid), post.id());
        assertEquals("Яма на улице Победы", post.text());
        assertEquals(Optional.of(AuthorRef.of("max", "101", "Анна")), post.author());
        assertEquals(Optional.of("182182182"), post.discussion().page());
    }

    private static Post last(List<PostChange> changes) {
        return assertInstanceOf(PostChange.Present.class, changes.get(changes.size() - 1))
                .post();
    }

    @Test
    void a_post_without_a_sender_is_the_channels_own() {
        town.max.post(CHANNEL, "Спрашивайте, отвечаем");

        Post post = last(town.updates());

        assertEquals("-70801090403050", post.author().orElseThrow().nativeId());
        assertTrue(post.address().isPresent());
    }

    @Test
    void a_comment_stands_under_its_post_whatever_its_update_is_called() {
        String post = town.max.post(CHANNEL, "Спрашивайте, отвечаем");
        town.updates();
        String first = town.max.comment(post, ANNA, "Когда заделают яму?");
        Post asComment = last(town.updates());
        town.max.quirks(MaxQuirk.COMMENTS_AS_MESSAGES, MaxQuirk.HIDDEN_COMMENTERS);
        String second = town.max.reply(first, ANNA, "И вторую тоже");
        Post asMessage = last(town.updates());

        assertEquals(comment(post, first), asComment.id());
        assertEquals(Optional.of(message(CHANNEL, post)), asComment.discussion().parent());
        assertEquals(comment(post, second), asMessage.id());
        assertEquals(Optional.of(comment(post, first)), asMessage.discussion().parent());
        assertEquals(Optional.of("Когда заделают яму?"), asMessage.discussion().parentText());
        assertEquals(Optional.of(message(CHANNEL, post)), asMessage.discussion().root());
        assertEquals(Optional.empty(), asMessage.author(), "Nobody named under a post is not the channel.");
    }

    @Test
    void a_pure_forward_says_what_it_forwards_and_a_picture_nothing() {
        String mid = town.max.say(GROUP, ANNA, "Яма на улице Победы");
        town.updates();

        town.max.forward(mid, DIALOG, ANNA);
        Post forward = last(town.updates());
        town.max.show(DIALOG, ANNA);
        Post picture = last(town.updates());

        assertEquals("Яма на улице Победы", forward.text());
        assertEquals("", picture.text());
        assertEquals(MediaRef.Kind.PHOTO, picture.media().get(0).kind());
        assertEquals(
                "NO_SUCH_POST",
                assertInstanceOf(Replyability.Impossible.class, town.adapter.canReply(MaxTown.ACCOUNT, forward))
                        .reason());
    }

    @Test
    void edits_count_at_the_time_of_their_update_and_removals_name_the_comment() {
        String post = town.max.post(CHANNEL, "Спрашивайте, отвечаем");
        String mid = town.max.comment(post, ANNA, "Яма");
        town.updates();
        town.clock.advance(Duration.ofMinutes(5));

        town.max.edit(mid, "Большая яма");
        Instant edited = town.clock.instant();
        Post changed = last(town.updates());
        town.max.remove(mid);
        PostChange gone = town.updates().get(0);

        assertEquals("Большая яма", changed.text());
        assertEquals(Optional.of(edited), changed.editedAt());
        assertEquals(
                comment(post, mid),
                assertInstanceOf(PostChange.Gone.class, gone).id());
    }

    @Test
    void a_comment_that_is_removed_as_a_message_is_known_by_its_place() {
        String post = town.max.post(CHANNEL, "Спрашивайте, отвечаем");
        String mid = town.max.comment(post, ANNA, "Яма");
        town.updates();

        town.max.trouble().answerReading(WireAnswer.of(200, "application/json", """
            {"updates":[{"update_type":"message_removed","timestamp":1,"message_id":"%s","chat_id":%d,"user_id":101}],\
            "marker":3}""".formatted(mid, CHANNEL)));
        PostChange gone = town.page("updates", 100).changes().get(0);

        assertEquals(comment(post, mid), gone.id());
    }

    @Test
    void strange_updates_are_counted_and_block_nothing() {
        town.updates();
        town.max.quirks(MaxQuirk.STRANGE_UPDATES);
        // The judge knows no such update; only here it must not see any.
        town.max.server().inspectedBy(RequestInspector.none());
        String mid = town.max.say(DIALOG, ANNA, "Яма");

        PostPage page = town.page("updates", 100);

        assertEquals(
                List.of(message(DIALOG, mid)),
                page.changes().stream().map(PostChange::id).toList());
        assertEquals("NO_TIME", page.unreadable().get(0).reason());
        assertEquals(1, page.unreadable().size());
    }

    @Test
    void a_marker_is_kept_when_an_answer_names_none() {
        town.max.say(DIALOG, ANNA, "Раз");
        town.updates();
        town.max.quirks(MaxQuirk.SILENT_MARKER, MaxQuirk.LAST_WITHOUT_MARKER);
        town.updates();
        String first = town.max.say(DIALOG, ANNA, "Два");
        String second = town.max.say(DIALOG, ANNA, "Три");

        assertEquals(
                List.of(message(DIALOG, first), message(DIALOG, second)),
                town.updates().stream().map(PostChange::id).toList());
    }

    @Test
    void updates_of_a_page_that_was_not_stored_are_not_given_up() {
        town.updates();
        String first = town.max.say(DIALOG, ANNA, "Раз");
        PostPage lost = town.page("updates", 1);
        PostPage again = town.page("updates", 1);
        town.keep("updates", again);
        String second = town.max.say(DIALOG, ANNA, "Два");

        assertEquals(message(DIALOG, first), lost.changes().get(0).id());
        assertEquals(lost.changes(), again.changes());
        assertEquals(message(DIALOG, second), town.only("updates").id());
    }

    @Test
    void updates_are_asked_for_no_faster_than_the_network_permits() {
        town.updates();

        assertFalse(town.sources().contains("updates"), "Asked again at once.");
        AdapterException early = assertThrows(
                AdapterException.class, () -> town.adapter.poll(MaxTown.source("updates"), Optional.empty(), 10));
        assertEquals(FailureKind.RATE_LIMIT, early.kind());
        town.clock.advance(Duration.ofMillis(500));
        assertTrue(town.sources().contains("updates"));
    }

    @Test
    void while_a_webhook_is_subscribed_polling_says_what_to_do() {
        town.max.hooks(BOT).subscribe("https://zarechinsk.example/max", MaxTown.SECRET);

        AdapterException refused = assertThrows(AdapterException.class, town::updates);

        assertEquals(FailureKind.CONFIGURATION, refused.kind());
        assertEquals(Optional.of("webhook-active"), refused.code());
        assertTrue(String.valueOf(refused.getMessage()).contains("MaxSettingsBuilder.webhook"), refused.getMessage());
        assertTrue(town.sources().stream().noneMatch("updates"::equals), "It is asked again without a rest.");
    }

    @Test
    void comments_of_which_no_update_told_are_found_once_under_recent_posts() {
        String post = town.max.post(CHANNEL, "Спрашивайте, отвечаем");
        town.updates();
        town.clock.advance(Duration.ofMinutes(10));
        String mid = lostComment(post, "Яма");
        town.clock.advance(Duration.ofMinutes(10));

        assertTrue(town.sources().contains("comments:" + CHANNEL));
        assertEquals(comment(post, mid), town.only("comments:" + CHANNEL).id());
        town.clock.advance(Duration.ofMinutes(10));
        assertEquals(List.of(), town.read("comments:" + CHANNEL));
        assertEquals(List.of(), town.updates());
    }

    /** The network forgets to tell. */
    private String lostComment(String post, String text) {
        town.max.permit(CHANNEL, BOT);
        String mid = town.max.comment(post, ANNA, text);
        town.max.permit(CHANNEL, BOT, "read_all_messages", "write");
        return mid;
    }

    @Test
    void what_was_said_while_nobody_listened_for_days_is_found_in_the_history() {
        town.max.say(GROUP, ANNA, "Первое");
        town.updates();
        town.read("chat:" + GROUP);
        town.max.say(GROUP, ANNA, "Второе");
        town.clock.advance(Duration.ofHours(30));
        town.restart();

        assertEquals(List.of(), town.updates(), "Updates are kept for a day.");
        assertTrue(town.read("chat:" + GROUP).stream()
                .map(change -> ((PostChange.Present) change).post().text())
                .toList()
                .contains("Второе"));
    }

    @Test
    void a_long_history_is_read_in_pages_without_a_gap() {
        town.max.say(GROUP, ANNA, "Первое");
        town.updates();
        for (int i = 0; i < 250; i++) {
            town.max.say(GROUP, ANNA, "Слово " + i);
            town.clock.advance(Duration.ofMillis(i % 3));
        }

        Set<PostId> found =
                town.read("chat:" + GROUP).stream().map(PostChange::id).collect(Collectors.toSet());

        assertEquals(251, found.size());
    }

    @Test
    void an_edit_of_which_no_update_told_is_found_when_the_history_is_read_again() {
        String mid = town.max.say(GROUP, ANNA, "Яма");
        town.updates();
        town.read("chat:" + GROUP);
        town.max.permit(GROUP, BOT);
        town.max.edit(mid, "Большая яма");
        town.max.permit(GROUP, BOT, "read_all_messages", "write");
        town.clock.advance(Duration.ofMinutes(70));

        assertEquals("Большая яма", last(town.read("chat:" + GROUP)).text());
    }

    @Test
    void chats_are_known_after_a_restart_and_forgotten_when_the_bot_is_thrown_out() {
        town.updates();
        town.restart();
        town.clock.advance(Duration.ofMinutes(1));

        assertEquals(List.of("chat:" + GROUP, "chat:" + CHANNEL, "comments:" + CHANNEL, "updates"), town.sources());
        town.max.expel(CHANNEL, BOT);
        town.updates();
        town.clock.advance(Duration.ofMinutes(1));
        assertEquals(List.of("chat:" + GROUP, "updates"), town.sources());
    }

    @Test
    void a_watched_chat_of_which_nobody_told_is_read_and_gives_its_posts_a_place() {
        town.updates();
        WatchedPage page = new WatchedPage(
                MaxTown.ACCOUNT.network(), String.valueOf(CHANNEL), Optional.of(new PlaceId("zarechinsk")));
        WatchedPage named = new WatchedPage(MaxTown.ACCOUNT.network(), "zarechinsk_official", Optional.empty());
        WatchedQuery query = new WatchedQuery("pits", Set.of(), SearchExpression.parse("яма"));
        town.watching(new WatchList(List.of(page, named), List.of(query)));
        town.max.post(CHANNEL, "Спрашивайте");

        assertEquals(List.of("chat:" + CHANNEL, "updates"), town.sources());
        Post post = town.only("chat:" + CHANNEL);
        assertEquals(Optional.of(new PlaceId("zarechinsk")), post.discussion().pagePlace());
        assertTrue(town.sources().contains("comments:" + CHANNEL), "What the chat is was asked.");
    }

    @Test
    void a_bot_without_rights_says_what_it_needs_and_rests() {
        town.updates();
        town.max.permit(CHANNEL, BOT);

        AdapterException deaf = assertThrows(AdapterException.class, () -> town.read("chat:" + CHANNEL));

        assertEquals(FailureKind.PERMISSION, deaf.kind());
        assertEquals(Optional.of("no-read_all_messages"), deaf.code());
        assertTrue(String.valueOf(deaf.getMessage()).contains("administrator"), deaf.getMessage());
        assertFalse(town.sources().contains("chat:" + CHANNEL));
    }

    @Test
    void a_post_that_is_gone_is_no_longer_looked_at_for_comments() {
        String stays = town.max.post(CHANNEL, "Спрашивайте");
        String gone = town.max.post(CHANNEL, "Ошибка");
        town.updates();
        town.max.remove(gone);
        String mid = lostComment(stays, "Яма");

        PostPage page = town.page("comments:" + CHANNEL, 100);
        town.keep("comments:" + CHANNEL, page);
        town.clock.advance(Duration.ofMinutes(10));
        PostPage later = town.page("comments:" + CHANNEL, 100);

        assertEquals(comment(stays, mid), page.changes().get(0).id());
        assertEquals(gone, page.unreadable().get(0).nativeId());
        assertEquals(List.of(), later.unreadable());
    }

    @Test
    void a_post_whose_comments_are_off_does_not_hide_those_of_others() {
        String open = town.max.post(CHANNEL, "Спрашивайте");
        String mid = town.max.comment(open, ANNA, "Яма");
        town.clock.advance(Duration.ofSeconds(1));
        String off = town.max.post(CHANNEL, "Без вопросов");
        town.updates();
        town.read("chat:" + CHANNEL);
        town.max.trouble().failReading(500, "internal.error");

        PostPage page = town.page("comments:" + CHANNEL, 100);
        town.keep("comments:" + CHANNEL, page);

        assertEquals(off, page.unreadable().get(0).nativeId());
        assertEquals(comment(open, mid), comments(page).get(0).id());
    }

    /** What the page brings, or the next one when the account had to rest. */
    private List<PostChange> comments(PostPage page) {
        return page.changes().isEmpty() ? town.read("comments:" + CHANNEL) : page.changes();
    }
}
