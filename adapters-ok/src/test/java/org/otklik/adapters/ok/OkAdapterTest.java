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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.http.CallLimits;
import org.otklik.adapters.http.HttpAnswer;
import org.otklik.adapters.http.HttpCall;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.HttpTransport;
import org.otklik.adapters.http.JdkHttpTransport;
import org.otklik.adapters.json.WireJson;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.AuthorRef;
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterException;
import org.otklik.spi.Cursor;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PostPage;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReadBack;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.SourceId;
import org.otklik.spi.WatchList;
import org.otklik.spi.WatchedPage;
import org.otklik.testkit.InMemoryContext;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.ok.OkFake;
import org.otklik.testkit.wire.Misbehaviour;

/** The adapter alone against its fake. */
class OkAdapterTest {

    private static final String GROUP = "77";
    private static final String CITIZEN = "2";
    private static final AccountId ACCOUNT = AccountId.of("ok", "official");
    private static final PublicationId KEY = PublicationId.of("01m7rhmr00zg4mde7gwjmaq1ex");
    private static final Duration NONE = Duration.ZERO;

    private final SettableClock clock = SettableClock.startingAt(Instant.parse("2026-11-19T06:00:00Z"));
    private final Map<String, String> secrets = new HashMap<>(Map.of(
            "access-token", "canary-token",
            "session-secret-key", "canary-session",
            "group-token", "canary-group",
            "webhook-secret", "canary-hook"));
    private final OkFake fake = OkFake.open(clock)
            .person("1", "Администратор")
            .person(CITIZEN, "Мария")
            .group(GROUP, "zarechinsk", "Заречинск", "1")
            .token("canary-token", "1", "canary-session")
            .graphToken("canary-group", GROUP);
    private final String topic = fake.topic(GROUP, GROUP, "Вопросы");
    private final InMemoryContext context = InMemoryContext.of(clock, new Secrets());
    private final OkAdapter adapter = adapter(settings -> settings);
    private final SourceId discussions = new SourceId(ACCOUNT, "discussions");

    private final class Secrets implements SecretProvider {

        @Override
        public Optional<String> secret(AccountId account, String name) {
            return Optional.ofNullable(secrets.get(name));
        }

        @Override
        public void rotate(AccountId account, String name, String value) {
            secrets.put(name, value);
        }
    }

    /** Four seconds are enough for a fake that answers at all, also for the first call of a process on a busy machine. */
    private static HttpTransport impatient() {
        JdkHttpTransport real = JdkHttpTransport.of(HttpSettings.standard());
        CallLimits limits = new CallLimits(Duration.ofSeconds(4), 1 << 20);
        return new HttpTransport() {
            @Override
            public HttpAnswer send(HttpCall call) {
                return real.send(call.within(limits));
            }

            @Override
            public MessageStream lines(HttpCall call) {
                return real.lines(call);
            }

            @Override
            public MessageStream socket(HttpCall call) {
                return real.socket(call);
            }
        };
    }

    private OkAdapter adapter(UnaryOperator<OkSettingsBuilder> wishes) {
        OkSettingsBuilder usual = OkSettings.builder(OkFake.APPLICATION_KEY, impatient())
                .account("official", GROUP)
                .baseUrl(fake.address())
                .every(NONE, NONE, NONE)
                .calls(10_000, Duration.ofSeconds(1))
                .rests(NONE, new Backoff(NONE, NONE))
                .writing(true);
        OkAdapter made = OkAdapter.of(wishes.apply(usual).build());
        made.attach(context);
        return made;
    }

    @AfterEach
    void close() {
        fake.close();
    }

    private PostPage poll(SourceId source, Optional<Cursor> cursor) {
        return adapter.poll(source, cursor, 100);
    }

    private List<Post> posts(SourceId source) {
        return poll(source, Optional.empty()).changes().stream()
                .map(change -> ((PostChange.Present) change).post())
                .toList();
    }

    private PostId id(String comment) {
        return PostId.of("ok", "GROUP_TOPIC:" + topic + ":" + comment);
    }

    private PublishOutcome answer(PostId post, String text) {
        return adapter.publish(ReplyTarget.of(ACCOUNT, post, Discussion.NONE), text, KEY);
    }

    private Replyability canAnswer(PostId post) {
        return adapter.canReply(ACCOUNT, Post.builder(post, clock.instant()).build());
    }

    @Test
    void a_comment_knows_what_it_answers_on_whose_page_and_who_wrote_it() {
        String first = fake.comment(topic, CITIZEN, "Яма {user:5}у Петра{user}");
        fake.comment(topic, GROUP, "Где именно?", first);

        List<Post> posts = posts(discussions);

        Post question = posts.get(0);
        assertEquals("Яма у Петра", question.text());
        assertEquals(
                Optional.of(PostId.of("ok", "GROUP_TOPIC:" + topic)),
                question.discussion().parent());
        assertEquals(Optional.of("Вопросы"), question.discussion().parentText());
        assertEquals(Optional.of(GROUP), question.discussion().page());
        assertEquals(Optional.of("Мария"), question.author().flatMap(AuthorRef::displayName));
        assertEquals(
                "https://ok.ru/group/77/topic/" + topic,
                question.address().orElseThrow().toString());
        Post reply = posts.get(1);
        assertEquals(Optional.of(id(first)), reply.discussion().parent());
        assertEquals(Optional.of("Яма у Петра"), reply.discussion().parentText());
        assertEquals(Optional.of("Вопросы"), reply.discussion().rootText());
        assertEquals(Optional.of(GROUP), reply.author().map(AuthorRef::nativeId));
    }

    @Test
    void without_milliseconds_the_clock_of_moscow_is_read() {
        fake.withoutMillis();
        fake.comment(topic, CITIZEN, "Яма");

        assertEquals(clock.instant(), posts(discussions).get(0).publishedAt());
    }

    @Test
    void a_topic_of_a_watched_group_is_read_by_its_short_name() {
        context.watching(
                new WatchList(List.of(new WatchedPage(ACCOUNT.network(), "zarechinsk", Optional.empty())), List.of()));
        fake.topic(GROUP, CITIZEN, "Когда включат тепло?");

        Post newest = posts(new SourceId(ACCOUNT, "group:zarechinsk")).get(0);

        assertEquals("Когда включат тепло?", newest.text());
        assertEquals(Optional.of("zarechinsk"), newest.discussion().page());
        assertEquals(Optional.of("Мария"), newest.author().flatMap(AuthorRef::displayName));
        assertTrue(context.state(ACCOUNT)
                .read("page:zarechinsk")
                .filter(GROUP::equals)
                .isPresent());
    }

    @Test
    void a_page_that_is_no_group_is_a_mistake_of_the_settings() {
        AdapterException failure =
                assertThrows(AdapterException.class, () -> posts(new SourceId(ACCOUNT, "group:nobody")));

        assertEquals(FailureKind.CONFIGURATION, failure.kind());
        assertTrue(String.valueOf(failure.getMessage()).contains("nobody"));
    }

    @Test
    void our_own_comment_that_others_removed_is_reported_as_gone() {
        String ours = fake.comment(topic, GROUP, "Заделаем");
        fake.remove(topic, ours);

        assertEquals(
                id(ours),
                assertInstanceOf(
                                PostChange.Gone.class,
                                poll(discussions, Optional.empty()).changes().get(0))
                        .id());
    }

    @Test
    void a_discussion_that_is_gone_fails_alone() {
        String second = fake.topic(GROUP, GROUP, "Другая тема");
        fake.comment(topic, CITIZEN, "Первый");
        clock.advance(Duration.ofMinutes(1));
        fake.comment(second, CITIZEN, "Второй");
        PostPage begun = adapter.poll(discussions, Optional.empty(), 1);
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
        OkPosts posts = new OkPosts(new OkPages(context), clock);
        OkPosts.Found found = new OkPosts.Found();
        OkDiscussion discussion =
                OkDiscussion.unknown(new OkTarget.InDiscussion("GROUP_TOPIC", topic, Optional.empty()));
        OkSettings settings =
                OkSettings.builder("KEY", new NoTransport()).account("official").build();

        posts.comments(
                WireJson.ofAnswers().read(page.getBytes(StandardCharsets.UTF_8)),
                discussion,
                Instant.EPOCH,
                new OkCalls(ACCOUNT, settings, context),
                found);

        assertEquals(
                List.of(id("c")), found.changes().stream().map(PostChange::id).toList());
        assertEquals(
                List.of("NO_ID_OR_TIME", "NO_ID_OR_TIME", "MALFORMED", "MALFORMED"),
                found.unreadable().stream().map(PostPage.Unreadable::reason).toList());
    }

    @Test
    void within_the_interval_another_node_reads_nothing() {
        OkAdapter other = adapter(settings -> settings.every(Duration.ofMinutes(2), NONE, NONE));
        PostPage end = other.poll(discussions, Optional.empty(), 100);
        int asked = fake.calls().size();
        OkAdapter second = adapter(settings -> settings.every(Duration.ofMinutes(2), NONE, NONE));

        PostPage nothing = second.poll(discussions, Optional.of(end.next()), 100);

        assertEquals(asked, fake.calls().size());
        assertEquals(end.next(), nothing.next());
        assertEquals(List.of(), other.sources());
        clock.advance(Duration.ofMinutes(2));
        assertEquals(List.of(discussions), other.sources());
    }

    @Test
    void a_spent_budget_is_told_before_the_first_call_and_kept_to_in_the_middle() {
        fake.comment(topic, CITIZEN, "Яма");
        OkAdapter poor = adapter(settings -> settings.calls(1, Duration.ofSeconds(1)));

        PostPage middle = poor.poll(discussions, Optional.empty(), 100);
        AdapterException spent =
                assertThrows(AdapterException.class, () -> poor.poll(discussions, Optional.of(middle.next()), 100));

        assertTrue(middle.more());
        assertEquals(FailureKind.RATE_LIMIT, spent.kind());
        assertEquals(Optional.of(Duration.ofSeconds(1)), spent.retryAfter());
        assertEquals(List.of(), poor.sources());
        clock.advance(Duration.ofSeconds(1));
        assertEquals(
                1,
                poor.poll(discussions, Optional.of(middle.next()), 100)
                        .changes()
                        .size());
        assertEquals(1, fake.busiestSecond());
    }

    @Test
    void a_topic_itself_can_be_answered() {
        PostId post = PostId.of("ok", "GROUP_TOPIC:" + topic);

        PublishOutcome.Sent sent = assertInstanceOf(PublishOutcome.Sent.class, answer(post, "Слушаем."));

        assertEquals(List.of("Слушаем."), fake.answers(topic, null));
        assertEquals(sent.nativeReplyId(), posts(discussions).get(0).id().nativeId());
    }

    @Test
    void the_same_words_of_another_group_or_person_are_not_our_answer() {
        String comment = fake.comment(topic, CITIZEN, "Яма");
        fake.group("78", "others", "Другие");
        fake.comment(topic, "78", "Заделаем.", comment);
        fake.comment(topic, CITIZEN, "Заделаем.", comment);
        ReplyTarget target = ReplyTarget.of(ACCOUNT, id(comment), Discussion.NONE);

        assertEquals(new ReadBack.Absent(), adapter.find(target, "Заделаем.", KEY));

        String ours = fake.comment(topic, GROUP, " Заделаем.\n", comment);
        assertEquals(
                new ReadBack.Visible(id(ours).nativeId(), Optional.of(clock.instant())),
                adapter.find(target, "Заделаем.", KEY));
    }

    @Test
    void a_closed_discussion_is_known_as_closed_once_it_was_read() {
        String comment = fake.comment(topic, CITIZEN, "Яма");
        fake.close(topic);
        assertInstanceOf(Replyability.Possible.class, canAnswer(id(comment)));

        posts(discussions);

        assertEquals(
                "COMMENTS_CLOSED",
                assertInstanceOf(Replyability.Impossible.class, canAnswer(id(comment)))
                        .reason());
    }

    @Test
    void too_long_an_answer_is_refused_without_a_call() {
        String comment = fake.comment(topic, CITIZEN, "Яма");

        PublishOutcome.Refused refused =
                assertInstanceOf(PublishOutcome.Refused.class, answer(id(comment), "😀".repeat(3001)));

        assertEquals(FailureKind.CONTENT_REJECTED, refused.kind());
        assertEquals("TOO_LONG", refused.detail());
        assertEquals(List.of(), fake.calls());
        assertInstanceOf(PublishOutcome.Sent.class, answer(id(comment), "😀".repeat(3000)));
    }

    @Test
    void a_missing_method_and_a_missing_permission_are_told_alike() {
        String comment = fake.comment(topic, CITIZEN, "Яма");
        for (OkFake.Writing how : List.of(OkFake.Writing.NO_METHOD, OkFake.Writing.DENIED)) {
            fake.writing(how);

            PublishOutcome.Refused refused = assertInstanceOf(PublishOutcome.Refused.class, answer(id(comment), "Да."));

            assertEquals(FailureKind.PERMISSION, refused.kind());
            assertEquals("METHOD_NOT_AVAILABLE", refused.detail());
            assertInstanceOf(Replyability.Impossible.class, canAnswer(id(comment)));
        }
        fake.writing(OkFake.Writing.AVAILABLE);
        assertInstanceOf(PublishOutcome.Sent.class, answer(id(comment), "Да."));
        assertInstanceOf(Replyability.Possible.class, canAnswer(id(comment)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 30, 31, 9999})
    void after_a_fault_of_the_network_nobody_knows_whether_it_was_written(int code) {
        String comment = fake.comment(topic, CITIZEN, "Яма");
        fake.failWriting(code);

        assertEquals(new PublishOutcome.Unknown("ok-" + code), answer(id(comment), "Да."));
    }

    @Test
    void writing_off_and_shadow_refuse_without_a_call() {
        String comment = fake.comment(topic, CITIZEN, "Яма");
        Map<String, OkAdapter> silent = Map.of(
                "WRITING_OFF", adapter(settings -> settings.writing(false)),
                "SHADOW_MODE", adapter(OkSettingsBuilder::readOnly));

        silent.forEach((reason, one) -> {
            ReplyTarget target = ReplyTarget.of(ACCOUNT, id(comment), Discussion.NONE);
            assertEquals(new PublishOutcome.Refused(FailureKind.PERMISSION, reason), one.publish(target, "Да.", KEY));
        });
        assertEquals(List.of(), fake.calls());
    }

    @Test
    void without_a_secret_to_sign_with_nothing_is_sent() {
        secrets.remove("session-secret-key");

        AdapterException failure = assertThrows(AdapterException.class, () -> posts(discussions));

        assertEquals(FailureKind.CONFIGURATION, failure.kind());
        assertEquals(List.of(), fake.calls());
        fake.token("another", "1");
        secrets.putAll(Map.of("access-token", "another", "application-secret-key", OkFake.APPLICATION_SECRET));
        assertEquals(List.of(), posts(discussions));
    }

    @ParameterizedTest
    @EnumSource(Misbehaviour.class)
    void a_server_that_misbehaves_is_bounded_and_loses_nothing(Misbehaviour how) {
        String comment = fake.comment(topic, CITIZEN, "Яма");
        fake.server().misbehave(how);

        AdapterException failure = assertThrows(AdapterException.class, () -> posts(discussions));

        assertTrue(failure.kind().isPassing() || how == Misbehaviour.REDIRECT, how + " is " + failure.kind());
        assertEquals(id(comment), posts(discussions).get(0).id());
    }

    @Test
    void no_secret_stands_in_words_cursors_or_state() {
        fake.comment(topic, CITIZEN, "Яма");
        List<String> words = new ArrayList<>(List.of(discussions.toString()));
        words.add(poll(discussions, Optional.empty()).next().value());
        for (int code : new int[] {8, 102, 104, 9999}) {
            fake.failReading(code);
            secrets.put("access-token", "canary-token");
            AdapterException failure = assertThrows(AdapterException.class, () -> posts(discussions));
            for (Throwable one = failure; one != null; one = one.getCause()) {
                words.add(one.toString());
            }
            fake.token("canary-other", "1", "canary-session");
            secrets.put("access-token", "canary-other");
            posts(discussions);
        }
        fake.server().misbehave(Misbehaviour.CUT_BEFORE);
        ReplyTarget chat = ReplyTarget.of(ACCOUNT, PostId.of("ok", "chat:C1:C1.1"), Discussion.NONE);
        words.add(adapter.publish(chat, "Да.", KEY).toString());
        words.add(adapter.find(chat, "Да.", KEY).toString());

        String all = String.join("\n", words);
        assertFalse(all.contains("canary"), all);
        assertFalse(all.contains(Base64.getEncoder().encodeToString("canary".getBytes(StandardCharsets.UTF_8))), all);
        assertEquals(Set.of(), new HashSet<>(fake.server().violations()));
    }
}
