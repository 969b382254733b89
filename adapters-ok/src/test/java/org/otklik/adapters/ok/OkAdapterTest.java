package org.otklik.adapters.ok;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.otklik.adapters.json.WireJson;
import org.otklik.post.AuthorRef;
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterException;
import org.otklik.spi.Cursor;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PostPage;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.SourceId;
import org.otklik.spi.WatchList;
import org.otklik.spi.WatchedPage;
import org.otklik.testkit.ok.OkFake;
import org.otklik.testkit.wire.Misbehaviour;

/** The adapter alone against its fake: reading, budgets, secrets. */
class OkAdapterTest {

    private final OkOffice office = new OkOffice();
    private final OkFake fake = office.fake;
    private final String topic = office.topic;
    private final SourceId discussions = office.discussions;

    @AfterEach
    void close() {
        office.close();
    }

    private PostPage poll(SourceId source, Optional<Cursor> cursor) {
        return office.adapter.poll(source, cursor, 100);
    }

    @Test
    void a_comment_knows_what_it_answers_on_whose_page_and_who_wrote_it() {
        String first = fake.comment(topic, OkOffice.CITIZEN, "Яма {user:5}у Петра{user}");
        fake.comment(topic, OkOffice.GROUP, "Где именно?", first);

        List<Post> posts = office.posts(discussions);

        Post question = posts.get(0);
        assertEquals("Яма у Петра", question.text());
        assertEquals(
                Optional.of(PostId.of("ok", "GROUP_TOPIC:" + topic)),
                question.discussion().parent());
        assertEquals(Optional.of("Вопросы"), question.discussion().parentText());
        assertEquals(Optional.of(OkOffice.GROUP), question.discussion().page());
        assertEquals(Optional.of("Мария"), question.author().flatMap(AuthorRef::displayName));
        assertEquals(
                "https://ok.ru/group/77/topic/" + topic,
                question.address().orElseThrow().toString());
        Post reply = posts.get(1);
        assertEquals(Optional.of(office.id(first)), reply.discussion().parent());
        assertEquals(Optional.of("Яма у Петра"), reply.discussion().parentText());
        assertEquals(Optional.of("Вопросы"), reply.discussion().rootText());
        assertEquals(Optional.of(OkOffice.GROUP), reply.author().map(AuthorRef::nativeId));
    }

    @Test
    void without_milliseconds_the_clock_of_moscow_is_read() {
        fake.withoutMillis();
        fake.comment(topic, OkOffice.CITIZEN, "Яма");

        assertEquals(office.clock.instant(), office.posts(discussions).get(0).publishedAt());
    }

    @Test
    void a_topic_of_a_watched_group_is_read_by_its_short_name() {
        office.context.watching(new WatchList(
                List.of(new WatchedPage(OkOffice.ACCOUNT.network(), "zarechinsk", Optional.empty())), List.of()));
        fake.topic(OkOffice.GROUP, OkOffice.CITIZEN, "Когда включат тепло?");

        Post newest =
                office.posts(new SourceId(OkOffice.ACCOUNT, "group:zarechinsk")).get(0);

        assertEquals("Когда включат тепло?", newest.text());
        assertEquals(Optional.of("zarechinsk"), newest.discussion().page());
        assertEquals(Optional.of("Мария"), newest.author().flatMap(AuthorRef::displayName));
        assertTrue(office.context
                .state(OkOffice.ACCOUNT)
                .read("page:zarechinsk")
                .filter(OkOffice.GROUP::equals)
                .isPresent());
    }

    @Test
    void a_page_that_is_no_group_is_a_mistake_of_the_settings() {
        AdapterException failure = assertThrows(
                AdapterException.class, () -> office.posts(new SourceId(OkOffice.ACCOUNT, "group:nobody")));

        assertEquals(FailureKind.CONFIGURATION, failure.kind());
        assertTrue(String.valueOf(failure.getMessage()).contains("nobody"));
    }

    @Test
    void our_own_comment_that_others_removed_is_reported_as_gone() {
        String ours = fake.comment(topic, OkOffice.GROUP, "Заделаем");
        fake.remove(topic, ours);

        assertEquals(
                office.id(ours),
                assertInstanceOf(
                                PostChange.Gone.class,
                                poll(discussions, Optional.empty()).changes().get(0))
                        .id());
    }

    @Test
    void a_discussion_that_is_gone_fails_alone() {
        String second = fake.topic(OkOffice.GROUP, OkOffice.GROUP, "Другая тема");
        fake.comment(topic, OkOffice.CITIZEN, "Первый");
        office.clock.advance(Duration.ofMinutes(1));
        fake.comment(second, OkOffice.CITIZEN, "Второй");
        PostPage begun = office.adapter.poll(discussions, Optional.empty(), 1);
        fake.removeTopic(topic);

        PostPage rest = poll(discussions, Optional.of(begun.next()));

        assertEquals(1, begun.changes().size());
        assertEquals("ok-300", rest.unreadable().get(0).reason());
        assertFalse(rest.more());
    }

    @Test
    void a_comment_without_time_or_with_an_id_that_cannot_be_a_key_fails_alone() {
        String page = "{\"comments\":[{\"id\":\"a\",\"text\":\"без времени\"},{\"date_ms\":1},"
                + "{\"id\":\"" + "x".repeat(300) + "\",\"date_ms\":5},"
                + "{\"id\":\"b\",\"date_ms\":5,\"author_id\":\"" + "1".repeat(300) + "\"},"
                + "{\"id\":\"c\",\"date_ms\":7,\"unknown\":[]}]}";
        OkPosts posts = new OkPosts(new OkPages(office.context), office.clock);
        OkPosts.Found found = new OkPosts.Found();
        OkDiscussion discussion =
                OkDiscussion.unknown(new OkTarget.InDiscussion("GROUP_TOPIC", topic, Optional.empty()));
        OkSettings settings =
                OkSettings.builder("KEY", new NoTransport()).account("official").build();

        posts.comments(
                WireJson.ofAnswers().read(page.getBytes(StandardCharsets.UTF_8)),
                discussion,
                Instant.EPOCH,
                new OkCalls(OkOffice.ACCOUNT, settings, office.context),
                found);

        assertEquals(
                List.of(office.id("c")),
                found.changes().stream().map(PostChange::id).toList());
        assertEquals(
                List.of("NO_ID_OR_TIME", "NO_ID_OR_TIME", "MALFORMED", "MALFORMED"),
                found.unreadable().stream().map(PostPage.Unreadable::reason).toList());
    }

    @Test
    void within_the_interval_another_node_reads_nothing() {
        OkAdapter other =
                office.adapter(settings -> settings.every(Duration.ofMinutes(2), Duration.ZERO, Duration.ZERO));
        PostPage end = other.poll(discussions, Optional.empty(), 100);
        int asked = fake.calls().size();
        OkAdapter second =
                office.adapter(settings -> settings.every(Duration.ofMinutes(2), Duration.ZERO, Duration.ZERO));

        PostPage nothing = second.poll(discussions, Optional.of(end.next()), 100);

        assertEquals(asked, fake.calls().size());
        assertEquals(end.next(), nothing.next());
        assertEquals(List.of(), other.sources());
        office.clock.advance(Duration.ofMinutes(2));
        assertEquals(List.of(discussions), other.sources());
    }

    @Test
    void a_spent_budget_is_told_before_the_first_call_and_kept_to_in_the_middle() {
        fake.comment(topic, OkOffice.CITIZEN, "Яма");
        OkAdapter poor = office.adapter(settings -> settings.calls(1, Duration.ofSeconds(1)));

        PostPage middle = poor.poll(discussions, Optional.empty(), 100);
        AdapterException spent =
                assertThrows(AdapterException.class, () -> poor.poll(discussions, Optional.of(middle.next()), 100));

        assertTrue(middle.more());
        assertEquals(FailureKind.RATE_LIMIT, spent.kind());
        assertEquals(Optional.of(Duration.ofSeconds(1)), spent.retryAfter());
        assertEquals(List.of(), poor.sources());
        office.clock.advance(Duration.ofSeconds(1));
        assertEquals(
                1,
                poor.poll(discussions, Optional.of(middle.next()), 100)
                        .changes()
                        .size());
        assertEquals(1, fake.busiestSecond());
    }

    @Test
    void without_a_secret_to_sign_with_nothing_is_sent() {
        office.secrets.remove("session-secret-key");

        AdapterException failure = assertThrows(AdapterException.class, () -> office.posts(discussions));

        assertEquals(FailureKind.CONFIGURATION, failure.kind());
        assertEquals(List.of(), fake.calls());
        fake.token("another", "1");
        office.secrets.putAll(Map.of("access-token", "another", "application-secret-key", OkFake.APPLICATION_SECRET));
        assertEquals(List.of(), office.posts(discussions));
    }

    @ParameterizedTest
    @EnumSource(Misbehaviour.class)
    void a_server_that_misbehaves_is_bounded_and_loses_nothing(Misbehaviour how) {
        String comment = fake.comment(topic, OkOffice.CITIZEN, "Яма");
        fake.server().misbehave(how);

        AdapterException failure = assertThrows(AdapterException.class, () -> office.posts(discussions));

        assertTrue(failure.kind().isPassing() || how == Misbehaviour.REDIRECT, how + " is " + failure.kind());
        assertEquals(office.id(comment), office.posts(discussions).get(0).id());
    }

    @Test
    void no_secret_stands_in_words_cursors_or_state() {
        fake.comment(topic, OkOffice.CITIZEN, "Яма");
        List<String> words = new ArrayList<>(List.of(discussions.toString()));
        words.add(poll(discussions, Optional.empty()).next().value());
        for (int code : new int[] {8, 102, 104, 9999}) {
            fake.failReading(code);
            office.secrets.put("access-token", "canary-token");
            AdapterException failure = assertThrows(AdapterException.class, () -> office.posts(discussions));
            for (Throwable one = failure; one != null; one = one.getCause()) {
                words.add(one.toString());
            }
            fake.token("canary-other", "1", "canary-session");
            office.secrets.put("access-token", "canary-other");
            office.posts(discussions);
        }
        fake.server().misbehave(Misbehaviour.CUT_BEFORE);
        ReplyTarget chat = ReplyTarget.of(OkOffice.ACCOUNT, PostId.of("ok", "chat:C1:C1.1"), Discussion.NONE);
        words.add(office.adapter.publish(chat, "Да.", OkOffice.KEY).toString());
        words.add(office.adapter.find(chat, "Да.", OkOffice.KEY).toString());

        String all = String.join("\n", words);
        assertFalse(all.contains("canary"), all);
        assertFalse(all.contains(Base64.getEncoder().encodeToString("canary".getBytes(StandardCharsets.UTF_8))), all);
        assertEquals(Set.of(), new HashSet<>(fake.server().violations()));
    }
}
