package org.otklik.adapters.ok;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.PollReport;
import org.otklik.adapters.budget.Backoff;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentState;
import org.otklik.post.AccountId;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.reply.OfficialAnswer;
import org.otklik.reply.PublicationState;
import org.otklik.spi.Replyability;
import org.otklik.spi.SearchExpression;
import org.otklik.spi.WatchList;
import org.otklik.spi.WatchedPage;
import org.otklik.spi.WatchedQuery;
import org.otklik.testkit.ok.OkFake;
import org.otklik.testkit.wire.Misbehaviour;

/** Days of a desk that listens to Odnoklassniki and answers there. */
class OkScenariosTest {

    private static final String CITIZEN = OkNetworkUnderTest.CITIZEN;
    private static final String GROUP = OkNetworkUnderTest.GROUP;
    private static final AccountId ACCOUNT = AccountId.of("ok", OkTown.OFFICIAL);

    private final OkTown town = OkTown.open();

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void a_comment_becomes_an_incident_is_answered_once_and_the_echo_opens_none() {
        Incident incident = town.accepted();
        town.approve(incident);

        town.desk.publishDue();
        town.minute();
        town.minute();

        Incident answered = town.only();
        assertEquals(IncidentState.ANSWERED, answered.state());
        assertEquals(List.of(OkTown.ANSWER), town.fake.answers(town.topic, OkTown.last(answered.firstPost())));
        PostId echo =
                PostId.of("ok", answered.publications().get(0).nativeReplyId().orElseThrow());
        assertEquals("OWN_REPLY", town.item(echo).reason());
        assertEquals(List.of(), answered.officialAnswers());
    }

    @Test
    void what_was_sent_is_verified_by_reading_it_back() {
        town.approve(town.accepted());
        town.desk.publishDue();

        town.clock.advance(Duration.ofHours(1));
        town.desk.publishDue();

        assertEquals(
                PublicationState.VERIFIED, town.only().publications().get(0).state());
    }

    @Test
    void a_lost_answer_is_looked_up_and_not_sent_twice() {
        Incident incident = town.accepted();
        town.approve(incident);
        town.fake.server().misbehave(Misbehaviour.CUT_AFTER);

        town.desk.publishDue();
        town.clock.advance(Duration.ofMinutes(10));
        town.desk.publishDue();

        assertEquals(
                1,
                town.fake.answers(town.topic, OkTown.last(incident.firstPost())).size());
        assertEquals(IncidentState.ANSWERED, town.only().state());
    }

    @Test
    void an_official_who_answers_by_hand_is_observed() {
        Incident incident = town.accepted();
        town.reply(incident.firstPost(), OkTown.OFFICIAL, "Добрый день! Заделаем до пятницы.");

        town.minute();

        OfficialAnswer answer = town.only().officialAnswers().get(0);
        assertEquals(OfficialAnswer.Origin.OBSERVED, answer.origin());
        assertEquals(OfficialAnswer.State.OFFERED, answer.state());
    }

    @Test
    void a_citizens_reply_reaches_the_incident_of_his_thread() {
        Incident incident = town.accepted();
        PostId more = town.reply(incident.firstPost(), CITIZEN, "И сегодня там машина колесо пробила, яма огромная");

        town.minute();

        assertEquals(Optional.of(incident.id()), town.item(more).incident());
    }

    @Test
    void an_edited_comment_is_revised() {
        PostId id = town.comment(CITIZEN, OkTown.PIT);
        town.minute();
        town.fake.edit(town.topic, OkTown.last(id), OkTown.PIT + ", вчера тоже");

        assertEquals(1, town.minute().revised());
    }

    private void assertCannotAnswer(String reason) {
        town.accepted();

        Replyability.Impossible impossible = assertInstanceOf(
                Replyability.Impossible.class, town.ways().get(0).replyability());
        assertEquals(reason, impossible.reason());
        assertEquals(
                "https://ok.ru/group/" + GROUP + "/topic/" + town.topic,
                impossible.link().orElseThrow().toString());
        assertFalse(town.fake.calls().contains("discussions.addDiscussionComment"));
    }

    @Test
    void with_writing_off_the_desk_shows_where_a_person_can_answer() {
        town.restart(settings -> settings.writing(false));

        assertCannotAnswer("WRITING_OFF");
    }

    @Test
    void a_shadow_reads_and_decides_and_never_writes() {
        town.restart(OkSettingsBuilder::readOnly);

        assertCannotAnswer("SHADOW_MODE");
    }

    @Test
    void a_method_that_is_gone_is_told_in_clear_words_and_remembered() {
        assertRemembered(OkFake.Writing.NO_METHOD);
    }

    @Test
    void the_next_process_knows_that_the_method_is_gone() {
        town.approve(town.accepted());
        town.fake.writing(OkFake.Writing.NO_METHOD);
        town.desk.publishDue();

        town.restart(settings -> settings);
        town.minute();

        assertInstanceOf(Replyability.Impossible.class, town.ways().get(0).replyability());
    }

    @Test
    void a_permission_that_is_missing_is_told_in_clear_words_and_remembered() {
        assertRemembered(OkFake.Writing.DENIED);
    }

    private void assertRemembered(OkFake.Writing how) {
        town.approve(town.accepted());
        town.fake.writing(how);

        town.desk.publishDue();

        var publication = town.only().publications().get(0);
        assertEquals(PublicationState.REFUSED, publication.state());
        assertEquals(Optional.of("PERMISSION"), publication.reason());
        Post post = town.item(publication.target()).post();
        assertEquals(
                new Replyability.Impossible("METHOD_NOT_AVAILABLE", post.address()),
                town.adapter.canReply(ACCOUNT, post));
        assertInstanceOf(Replyability.Impossible.class, town.ways().get(0).replyability());
        town.clock.advance(Duration.ofHours(25));
        assertInstanceOf(Replyability.Possible.class, town.ways().get(0).replyability());
    }

    @Test
    void a_dead_token_stops_the_account_until_it_has_a_new_one_and_nothing_is_lost() {
        PostId before = town.comment(CITIZEN, OkTown.PIT);
        town.fake.expire(OkNetworkUnderTest.TOKEN);

        List<PollReport.Failure> failures = town.minute().failures();
        int asked = town.fake.calls().size();
        town.minute();
        assertEquals("TOKEN_INVALID", failures.get(0).code());
        assertEquals(asked, town.fake.calls().size());

        town.fake.token("tkn-canary-second", OkNetworkUnderTest.ADMIN);
        town.network.secrets.put("access-token", "tkn-canary-second");
        assertEquals(List.of(), town.minute().failures());
        assertEquals(before, town.item(before).post().id());
    }

    @Test
    void ten_minutes_of_flood_never_exceed_the_budget_and_lose_nothing() {
        town.fake.allowing(3, Integer.MAX_VALUE);
        town.restart(settings -> settings.calls(3, Duration.ofSeconds(1))
                .rests(Duration.ofSeconds(5), new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1))));
        Set<PostId> written = new HashSet<>();
        int flooded = 0;
        for (int second = 0; second < 600; second++) {
            if (second % 20 == 0) {
                written.add(town.comment(CITIZEN, "Сообщение номер " + second));
                town.fake.failReading(8);
            }
            town.clock.advance(Duration.ofSeconds(1));
            flooded += (int) town.desk.poll().failures().stream()
                    .filter(one -> one.code().equals("RATE_LIMIT"))
                    .count();
        }
        town.clock.advance(Duration.ofMinutes(2));
        for (int second = 0; second < 60; second++) {
            town.clock.advance(Duration.ofSeconds(1));
            town.desk.poll();
        }

        assertTrue(flooded >= 20, "The network refused " + flooded + " times.");
        assertTrue(town.fake.busiestSecond() <= 3, "There were " + town.fake.busiestSecond() + " calls in a second.");
        written.forEach(id -> assertEquals(id, town.item(id).post().id()));
    }

    @Test
    void a_process_that_dies_in_the_middle_of_paging_loses_nothing() {
        List<PostId> written = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            written.add(town.comment(CITIZEN, "Вопрос номер " + i));
            town.clock.advance(Duration.ofMinutes(1));
        }
        var source = town.adapter.sources().get(0);
        var page = town.adapter.poll(source, Optional.empty(), 4);
        town.adapter.poll(source, Optional.of(page.next()), 4);
        // Neither page was stored; the next process begins anew, breaks off in the middle, and goes on.
        town.restart(settings -> settings);
        town.fake.server().misbehave(Misbehaviour.HALF);
        town.desk.poll();
        town.restart(settings -> settings);
        town.desk.poll();

        written.forEach(id -> assertEquals(id, town.item(id).post().id()));
    }

    @Test
    void a_changed_query_and_a_new_page_are_heard_without_a_restart() {
        town.fake.group("53038939046009", "lugograd_ok", "Луговград", OkNetworkUnderTest.ADMIN);
        String mine = town.fake.topic("53038939046009", CITIZEN, "Нет воды #лугоград");
        PostId topic = PostId.of("ok", "GROUP_TOPIC:" + mine);
        town.minute();
        assertTrue(town.adapter.sources().size() == 1);

        town.watched = watching("#тепло");
        town.minute();
        assertEquals(Optional.empty(), town.item(topic).post().matchedQuery());
        assertEquals(
                Optional.of("lugograd_ok"), town.item(topic).post().discussion().page());

        String found = town.fake.topic("53038939046009", CITIZEN, "Снова нет воды #лугоград");
        town.watched = new WatchList(List.of(), watching("(#лугоград | #вода)").queries());
        town.minute();
        assertEquals(
                Optional.of("city"),
                town.item(PostId.of("ok", "GROUP_TOPIC:" + found)).post().matchedQuery());
        assertEquals(1, town.adapter.yields().size());
    }

    private static WatchList watching(String expression) {
        return new WatchList(
                List.of(new WatchedPage(ACCOUNT.network(), "lugograd_ok", Optional.empty())),
                List.of(new WatchedQuery("city", Set.of(), SearchExpression.parse(expression))));
    }

    @Test
    void searches_stop_when_the_days_budget_is_spent_and_words_alone_are_no_search() {
        town.restart(settings -> settings.searchesPerDay(2));
        town.watched = new WatchList(
                List.of(),
                List.of(
                        new WatchedQuery("tags", Set.of(), SearchExpression.parse("#тепло")),
                        new WatchedQuery("words", Set.of(), SearchExpression.parse("тепло Луговград"))));

        for (int i = 0; i < 5; i++) {
            town.minute();
        }

        assertEquals(
                2,
                town.fake.calls().stream().filter("search.tagContents"::equals).count());
        assertTrue(town.adapter.sources().stream().noneMatch(one -> one.name().startsWith("search:")));
        town.clock.advance(Duration.ofDays(1));
        assertTrue(town.adapter.sources().stream().anyMatch(one -> one.name().equals("search:tags")));
        assertTrue(town.adapter.sources().stream().noneMatch(one -> one.name().equals("search:words")));
    }

    @Test
    void a_message_of_a_chat_becomes_an_incident_and_is_answered_in_the_chat() {
        byte[] delivery = town.fake.say(OkNetworkUnderTest.CHAT, CITIZEN, OkTown.PIT);

        var answer = town.desk
                .webhooks()
                .receive(ACCOUNT, OkWebhookTest.request(delivery, "secret=hook-canary", "217.20.151.161"));
        town.minute();
        assertEquals(200, answer.status());
        Incident incident = town.only();
        assertTrue(incident.firstPost().nativeId().startsWith(OkNetworkUnderTest.CHAT + ":"));

        town.desk.incidents().accept(OkTown.EXECUTOR, incident.id()).orThrow();
        town.approve(incident);
        town.desk.publishDue();
        town.clock.advance(Duration.ofHours(1));
        town.desk.publishDue();
        assertEquals(List.of(OkTown.PIT, OkTown.ANSWER), town.fake.chat(OkNetworkUnderTest.CHAT));
        assertEquals(
                PublicationState.VERIFIED, town.only().publications().get(0).state());
    }

    @Test
    void a_delivery_from_elsewhere_stores_nothing() {
        byte[] delivery = town.fake.say(OkNetworkUnderTest.CHAT, CITIZEN, OkTown.PIT);

        for (String from : List.of("203.0.113.7", "127.0.0.1", "217.20.145.191")) {
            var answer =
                    town.desk.webhooks().receive(ACCOUNT, OkWebhookTest.request(delivery, "secret=hook-canary", from));
            assertNotEquals(200, answer.status());
        }
        town.minute();

        assertEquals(List.of(), town.all());
    }
}
