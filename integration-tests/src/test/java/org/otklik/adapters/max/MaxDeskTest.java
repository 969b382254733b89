package org.otklik.adapters.max;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.adapters.max.MaxTown.ANNA;
import static org.otklik.adapters.max.MaxTown.BOT;
import static org.otklik.adapters.max.MaxTown.CHANNEL;
import static org.otklik.adapters.max.MaxTown.comment;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.IncidentDesk;
import org.otklik.PackSource;
import org.otklik.Region;
import org.otklik.access.Actor;
import org.otklik.access.Role;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.JdkHttpTransport;
import org.otklik.adapters.max.judge.MaxJudged;
import org.otklik.incident.Incident;
import org.otklik.incident.IncidentQuery;
import org.otklik.incident.IncidentState;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.reply.AnswerTime;
import org.otklik.reply.Draft;
import org.otklik.reply.OfficialAnswer;
import org.otklik.reply.PublicationState;
import org.otklik.reply.ReplyRequest;
import org.otklik.spi.WebhookAnswer;
import org.otklik.testkit.Desks;
import org.otklik.testkit.Fault;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.max.MaxDelivery;
import org.otklik.testkit.max.MaxFake;
import org.otklik.testkit.max.MaxQuirk;
import org.otklik.testkit.regions.MiniRegion;

/** A whole desk on the faked MAX: from a comment under a channel's post to the answer in its thread and what follows. */
class MaxDeskTest {

    private static final String PIT = "В Заречинске на дороге у вокзала яма, машины бьются каждый день";
    private static final String ANSWER = "Здравствуйте! Яму у вокзала заделают до 28 ноября.";
    private static final Actor COORDINATOR = Actor.of("coordinator", Role.COORDINATOR);
    private static final Actor MODERATOR = Actor.of("moderator", Role.MODERATOR);
    private static final Actor APPROVER = Actor.of("approver", Role.APPROVER);
    private static final AccountId TOWN = AccountId.of("max", "zarechinsk_official");
    private static final long KRAI = 229229230;

    private final SettableClock clock = SettableClock.startingAt(Instant.parse("2026-11-19T06:00:00Z"));
    private final MaxFake max = MaxJudged.open(clock)
            .person(ANNA, "Анна")
            .bot(BOT, "Заречинск отвечает", "bot-canary")
            .bot(KRAI, "Край отвечает", "krai-canary")
            .channel(CHANNEL, "Заречинск официально", BOT, KRAI);
    private final MaxSafe safe =
            new MaxSafe().put(TOWN, "bot-token", "bot-canary").put(TOWN, "webhook-secret", MaxTown.SECRET);
    private final String post = max.post(CHANNEL, "Спрашивайте, отвечаем");
    private IncidentDesk desk = open(settings());

    @AfterEach
    void close() {
        desk.close();
        max.close();
        MaxJudged.assertNoViolations(max);
    }

    private MaxSettingsBuilder settings() {
        return MaxSettings.builder(JdkHttpTransport.of(HttpSettings.standard()))
                .account(TOWN.name())
                .baseUrl(max.address());
    }

    private IncidentDesk open(MaxSettingsBuilder settings) {
        return Desks.inMemory(region(), clock)
                .network(MaxAdapter.of(settings.build()))
                .secrets(safe)
                .build();
    }

    /** The invented region, which speaks through bots. */
    private static Region region() {
        PackSource mini = MiniRegion.source();
        String accounts = "network,page,body,account,authorIds,mayReply,fallbackOrder,footnote\n"
                + "max," + CHANNEL + ",adm-zarechinsk,zarechinsk_official," + BOT + "|" + CHANNEL + ",yes,1,\n"
                + "max,krai,krai-government,krai_official," + KRAI + ",yes,1,\n";
        return Region.load(PackSource.named(
                "mini on MAX",
                file -> file.equals("accounts.csv")
                        ? Optional.of(new ByteArrayInputStream(accounts.getBytes(StandardCharsets.UTF_8)))
                        : mini.open(file)));
    }

    /** The desk steps once a second. */
    private void listen(int seconds) {
        for (int i = 0; i < seconds; i++) {
            desk.poll();
            clock.advance(Duration.ofSeconds(1));
        }
    }

    private List<Incident> incidents() {
        return desk.incidents().find(COORDINATOR, IncidentQuery.all().limit(100)).lines().stream()
                .map(line -> desk.incidents().get(COORDINATOR, line.id()))
                .toList();
    }

    private Incident incident() {
        assertEquals(1, incidents().size());
        return incidents().get(0);
    }

    private Optional<?> incidentOf(PostId id) {
        return desk.review().view(MODERATOR, id).orThrow().incident();
    }

    private void approve() {
        Incident incident = incident();
        Actor lead = Actor.of("executor", Role.EXECUTOR).in(incident.lead().orElseThrow());
        desk.incidents().accept(lead, incident.id()).orThrow();
        Draft draft = desk.replies()
                .draft(lead, ReplyRequest.finalTo(incident.id(), ANSWER))
                .orThrow();
        Draft submitted = desk.replies().submit(lead, draft.id()).orThrow();
        desk.replies().approve(APPROVER, submitted.id(), submitted.hash()).orThrow();
    }

    private void publish(int minutes) {
        desk.publishing().enable(COORDINATOR).orThrow();
        for (int i = 0; i < minutes; i++) {
            desk.publishDue();
            clock.advance(Duration.ofMinutes(1));
        }
    }

    @Test
    void a_comment_under_a_channel_becomes_an_incident_whose_answer_is_verified_in_its_thread() {
        String mid = max.comment(post, ANNA, PIT);
        listen(10);
        approve();
        publish(20);

        assertEquals(List.of(ANSWER), max.answers(mid));
        assertEquals(IncidentState.ANSWERED, incident().state());
        assertEquals(PublicationState.VERIFIED, incident().publications().get(0).state());
        listen(30);
        assertEquals(1, incidents().size(), "Our own words came back and were taken for a citizen's.");
        assertEquals(List.of(), incident().officialAnswers());
    }

    @Test
    void a_comment_whose_author_nobody_knows_is_heard_all_the_same() {
        max.quirks(MaxQuirk.COMMENTS_AS_MESSAGES, MaxQuirk.HIDDEN_COMMENTERS);
        String mid = max.comment(post, ANNA, PIT);
        listen(10);
        approve();
        publish(20);

        assertEquals(List.of(ANSWER), max.answers(mid));
        assertEquals(IncidentState.ANSWERED, incident().state());
    }

    @Test
    void what_the_citizen_replies_to_the_answer_reaches_the_incident() {
        max.comment(post, ANNA, PIT);
        listen(10);
        approve();
        publish(3);
        String reply = incident().publications().get(0).nativeReplyId().orElseThrow();

        String again = max.reply(
                reply.substring(reply.lastIndexOf(':') + 1), ANNA, "Яма всё ещё там, машины бьются каждый день");
        listen(10);

        assertEquals(Optional.of(incident().id()), incidentOf(comment(post, again)));
    }

    @Test
    void an_answer_of_another_official_bot_is_observed() {
        String mid = max.comment(post, ANNA, PIT);
        listen(10);
        String answer = max.reply(mid, KRAI, "Передали в администрацию, срок до 28 ноября.");
        listen(10);

        OfficialAnswer observed = incident().officialAnswers().get(0);
        assertEquals("post:max:post:" + post + ":" + answer, observed.key());
        assertEquals(AnswerTime.Source.NETWORK, observed.answered().source());
    }

    @Test
    void a_lost_answer_of_max_shows_the_reply_once() {
        String mid = max.comment(post, ANNA, PIT);
        listen(10);
        approve();
        max.trouble().breakNext(Fault.TIMEOUT_AFTER_APPLYING);
        publish(30);

        assertEquals(List.of(ANSWER), max.answers(mid));
        assertEquals(IncidentState.ANSWERED, incident().state());
    }

    @Test
    void an_answer_that_is_removed_before_it_is_verified_is_told() {
        String mid = max.comment(post, ANNA, PIT);
        listen(10);
        approve();
        publish(1);
        String reply = incident().publications().get(0).nativeReplyId().orElseThrow();
        max.remove(reply.substring(reply.lastIndexOf(':') + 1));
        publish(20);

        assertEquals(List.of(), max.answers(mid));
        assertEquals(PublicationState.VANISHED, incident().publications().get(0).state());
    }

    @Test
    void a_webhook_is_stored_before_it_is_answered() {
        desk.close();
        desk = open(settings().webhook(TOWN.name()));
        max.hooks(BOT).subscribe("https://zarechinsk.example/max", MaxTown.SECRET);
        String mid = max.comment(post, ANNA, PIT);
        MaxDelivery delivery = max.hooks(BOT).next().orElseThrow();

        WebhookAnswer answer =
                desk.webhooks().receive(TOWN, MaxNetworkUnderTest.request(delivery.body(), MaxTown.SECRET));

        assertEquals(200, answer.status());
        assertTrue(desk.review().view(MODERATOR, comment(post, mid)).isDone());
        listen(5);
        assertTrue(incidentOf(comment(post, mid)).isPresent());
        assertEquals(0, max.calls().stream().filter("GET /updates"::equals).count());
    }

    @Test
    void in_shadow_mode_the_desk_reads_and_decides_and_the_network_sees_nothing() {
        desk.close();
        desk = open(settings().readOnly());
        String mid = max.comment(post, ANNA, PIT);
        listen(10);

        assertTrue(incidentOf(comment(post, mid)).isPresent());
        assertTrue(max.calls().stream().noneMatch(call -> call.startsWith("POST")));
    }
}
