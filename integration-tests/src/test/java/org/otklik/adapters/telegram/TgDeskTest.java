package org.otklik.adapters.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.IncidentDesk;
import org.otklik.PackSource;
import org.otklik.Region;
import org.otklik.access.Actor;
import org.otklik.access.Role;
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
import org.otklik.testkit.Desks;
import org.otklik.testkit.Fault;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.regions.MiniRegion;
import org.otklik.testkit.telegram.TelegramFake;

/** A whole desk on the faked Telegram: from a comment under a channel to the answer and what follows. */
class TgDeskTest {

    private static final String PIT = "В Заречинске на дороге у вокзала яма, машины бьются каждый день";
    private static final Actor COORDINATOR = Actor.of("coordinator", Role.COORDINATOR);
    private static final Actor MODERATOR = Actor.of("moderator", Role.MODERATOR);
    private static final Actor APPROVER = Actor.of("approver", Role.APPROVER);
    private static final AccountId TOWN = AccountId.of("telegram", "zarechinsk_official");

    private final SettableClock clock = SettableClock.startingAt(TgHost.MORNING);
    private final TgNetworkUnderTest network = new TgNetworkUnderTest(clock);
    private final TelegramFake telegram = network.telegram;
    private final long krai = telegram.chats().channel("krai_official", "Край официально");
    private IncidentDesk desk;

    @BeforeEach
    void open() {
        network.safe.put(TOWN, "bot-token", telegram.token(network.bot));
        network.safe.put(TOWN, "webhook-secret", TgNetworkUnderTest.SECRET);
        desk = desk(false);
        desk.publishing().enable(COORDINATOR).orThrow();
    }

    @AfterEach
    void close() {
        desk.close();
        network.close();
    }

    private IncidentDesk desk(boolean delivered) {
        TelegramSettingsBuilder settings = network.settings();
        TelegramSettings built =
                (delivered ? settings.webhookAccount(TOWN.name()) : settings.account(TOWN.name())).build();
        return Desks.inMemory(region(), clock)
                .network(TelegramAdapter.of(built))
                .secrets(network.safe)
                .build();
    }

    /** The invented region, whose official accounts speak in Telegram as bot, channel and group. */
    private Region region() {
        PackSource mini = MiniRegion.source();
        String ours = "telegram,zarechinsk_official,adm-zarechinsk,zarechinsk_official," + network.bot + "|"
                + network.group + "|" + network.channel + ",yes,1,\n";
        String theirs = "telegram,krai_official,krai-government,krai_official," + krai + ",no,1,\n";
        return Region.load(PackSource.named(
                "mini on Telegram",
                file -> file.equals("accounts.csv")
                        ? Optional.of(more(mini.open(file), ours + theirs))
                        : mini.open(file)));
    }

    private static InputStream more(Optional<InputStream> file, String lines) {
        try (InputStream bytes = file.orElseThrow()) {
            String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8) + lines;
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        clock.advance(Duration.ofMinutes(1));
        desk.poll();
        desk.poll();
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

    private PostId comment(String text) {
        return network.publish(text);
    }

    private void approve() {
        Incident incident = incident();
        Actor lead = Actor.of("executor", Role.EXECUTOR).in(incident.lead().orElseThrow());
        desk.incidents().accept(lead, incident.id()).orThrow();
        Draft draft = desk.replies()
                .draft(lead, ReplyRequest.finalTo(incident.id(), TgHost.ANSWER))
                .orThrow();
        Draft submitted = desk.replies().submit(lead, draft.id()).orThrow();
        desk.replies().approve(APPROVER, submitted.id(), submitted.hash()).orThrow();
    }

    private void publishFor(int minutes) {
        for (int i = 0; i < minutes; i++) {
            desk.publishDue();
            clock.advance(Duration.ofMinutes(1));
        }
    }

    @Test
    void a_comment_under_a_channel_becomes_an_incident_that_is_answered_once() {
        PostId pit = comment(PIT);
        listen();
        approve();
        publishFor(60);
        listen();

        assertEquals(List.of(TgHost.ANSWER), network.repliesTo(pit));
        assertEquals(IncidentState.ANSWERED, incident().state());
        assertEquals(PublicationState.SENT, incident().publications().get(0).state());
    }

    @Test
    void what_the_citizen_replies_to_the_answer_reaches_the_incident() {
        comment(PIT);
        listen();
        approve();
        publishFor(3);
        String answer = incident().publications().get(0).nativeReplyId().orElseThrow();

        int again = telegram.talk()
                .reply(
                        network.group,
                        TgNetworkUnderTest.number(PostId.of("telegram", answer)),
                        network.citizen,
                        "Яма всё ещё там, машины бьются каждый день");
        listen();

        assertEquals(
                Optional.of(incident().id()),
                desk.review().view(MODERATOR, network.id(again)).orThrow().incident());
    }

    @Test
    void answers_of_anonymous_administrators_and_of_channels_are_observed() {
        PostId pit = comment(PIT);
        listen();
        int number = TgNetworkUnderTest.number(pit);
        int first = telegram.talk().replyAs(network.group, number, network.group, "Приняли, заделаем до пятницы.");
        int second = telegram.talk().replyAs(network.group, number, krai, "Держим на контроле.");
        listen();

        List<OfficialAnswer> observed = incident().officialAnswers();

        assertEquals(
                List.of("post:" + network.id(first), "post:" + network.id(second)),
                observed.stream().map(OfficialAnswer::key).sorted().toList());
        assertEquals(AnswerTime.Source.NETWORK, observed.get(0).answered().source());
    }

    @Test
    void posts_of_the_towns_own_channel_are_no_complaints() {
        telegram.talk().post(network.channel, PIT);
        listen();

        assertEquals(List.of(), incidents());
    }

    @Test
    void a_lost_answer_waits_for_a_person_and_is_never_sent_twice() {
        PostId pit = comment(PIT);
        listen();
        approve();
        telegram.breakNext(Fault.TIMEOUT_AFTER_APPLYING);
        publishFor(120);
        assertEquals(PublicationState.UNKNOWN, incident().publications().get(0).state());
        assertEquals(List.of(TgHost.ANSWER), network.repliesTo(pit));

        desk.replies()
                .resolve(COORDINATOR, incident().publications().get(0).id(), true)
                .orThrow();
        publishFor(60);

        assertEquals(List.of(TgHost.ANSWER), network.repliesTo(pit));
        assertEquals(IncidentState.ANSWERED, incident().state());
    }

    @Test
    void a_dead_token_delays_the_answer_until_the_host_has_a_new_one() {
        PostId pit = comment(PIT);
        listen();
        approve();
        String renewed = telegram.renew(network.bot, "renewed");
        publishFor(10);
        assertEquals(List.of(), network.repliesTo(pit));

        network.safe.put(TOWN, "bot-token", renewed);
        publishFor(10);

        assertEquals(List.of(TgHost.ANSWER), network.repliesTo(pit));
    }

    @Test
    void with_a_webhook_the_same_day_goes_the_same_way() {
        desk.close();
        desk = desk(true);
        desk.publishing().enable(COORDINATOR).orThrow();
        telegram.webhook(network.bot, TgNetworkUnderTest.SECRET);
        PostId pit = comment(PIT);
        for (var next = telegram.nextDelivery(network.bot);
                next.isPresent();
                next = telegram.nextDelivery(network.bot)) {
            TelegramFake.Delivery delivery = next.get();
            assertEquals(
                    200,
                    desk.webhooks()
                            .receive(TOWN, TgNetworkUnderTest.delivery(delivery.body(), delivery.secret()))
                            .status());
        }
        listen();
        approve();
        publishFor(5);

        assertEquals(List.of(TgHost.ANSWER), network.repliesTo(pit));
        assertTrue(telegram.calls().contains("getWebhookInfo"));
    }
}
