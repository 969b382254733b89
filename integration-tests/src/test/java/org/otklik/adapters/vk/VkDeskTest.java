package org.otklik.adapters.vk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.otklik.reply.ReplyRequest;
import org.otklik.testkit.Desks;
import org.otklik.testkit.Fault;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.regions.MiniRegion;
import org.otklik.testkit.vk.VkFake;

/** A whole desk on the faked VKontakte: from a citizen's post to the answer in its comments and what follows. */
class VkDeskTest {

    private static final String PIT = "В Заречинске на дороге у вокзала яма, машины бьются каждый день";
    private static final String ANSWER = "Здравствуйте! Яму у вокзала заделают до 28 ноября.";
    private static final Actor COORDINATOR = Actor.of("coordinator", Role.COORDINATOR);
    private static final Actor MODERATOR = Actor.of("moderator", Role.MODERATOR);
    private static final Actor APPROVER = Actor.of("approver", Role.APPROVER);
    private static final AccountId READER = AccountId.of("vk", "reader");
    private static final AccountId TOWN = AccountId.of("vk", "zarechinsk_official");
    private static final long ANNA = 101;

    private final SettableClock clock = SettableClock.startingAt(Instant.parse("2026-11-19T06:00:00Z"));
    private final VkFake vk = VkFake.open(clock);
    private final long talk = vk.community("zarech_talk");
    private final long krai = vk.community("krai_official");
    private final long town = vk.community("zarechinsk_official");
    private final VkSafe safe = new VkSafe();
    private IncidentDesk desk = open(false);

    @BeforeEach
    void prepare() {
        vk.community("krai_online");
        safe.put(READER, "service-token", vk.serviceToken());
        safe.put(TOWN, "group-token", vk.groupToken(town));
    }

    @AfterEach
    void close() {
        vk.close();
    }

    private IncidentDesk open(boolean shadow) {
        VkSettingsBuilder settings = VkSettings.builder()
                .reader(READER)
                .community(TOWN, town)
                .baseUrl(vk.address())
                .wallsEvery(Duration.ofSeconds(10))
                .dailyQuota("wall.get", 100_000)
                .withoutLongPoll();
        if (shadow) {
            settings.readOnly();
        }
        return Desks.inMemory(region(), clock)
                .network(VkAdapter.of(settings.build()))
                .secrets(safe)
                .build();
    }

    /** The invented region, whose accounts have the numbers of their communities. */
    private Region region() {
        PackSource mini = MiniRegion.source();
        return Region.load(PackSource.named(
                "mini on VK",
                file -> file.equals("accounts.csv") ? Optional.of(numbered(mini.open(file))) : mini.open(file)));
    }

    private InputStream numbered(Optional<InputStream> accounts) {
        try (InputStream bytes = accounts.orElseThrow()) {
            String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(
                            "vk,krai_official,krai-government,krai_official,krai_official",
                            "vk,krai_official,krai-government,krai_official,-" + krai)
                    .replace(
                            "vk,zarechinsk_official,adm-zarechinsk,zarechinsk_official,zarechinsk_official",
                            "vk,zarechinsk_official,adm-zarechinsk,zarechinsk_official,-" + town);
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private Optional<?> incidentOf(String nativeId) {
        return desk.review()
                .view(MODERATOR, PostId.of("vk", nativeId))
                .orThrow()
                .incident();
    }

    private Draft approved() {
        Incident incident = incident();
        Actor lead = Actor.of("executor", Role.EXECUTOR).in(incident.lead().orElseThrow());
        desk.incidents().accept(lead, incident.id()).orThrow();
        Draft draft = desk.replies()
                .draft(lead, ReplyRequest.finalTo(incident.id(), ANSWER))
                .orThrow();
        Draft submitted = desk.replies().submit(lead, draft.id()).orThrow();
        desk.replies().approve(APPROVER, submitted.id(), submitted.hash()).orThrow();
        return submitted;
    }

    private void publish(int minutes) {
        desk.publishing().enable(COORDINATOR).orThrow();
        for (int i = 0; i < minutes; i++) {
            desk.publishDue();
            clock.advance(Duration.ofMinutes(1));
        }
    }

    @Test
    void a_post_on_a_watched_wall_becomes_an_incident_that_is_answered_in_its_comments() {
        String post = vk.post(-talk, ANNA, PIT);
        listen(30);
        approved();
        publish(15);

        assertEquals(List.of(ANSWER), vk.repliesTo(post));
        assertEquals(IncidentState.ANSWERED, incident().state());
        listen(60);
        assertEquals(1, incidents().size());
        assertEquals(List.of(), incident().officialAnswers());
    }

    @Test
    void what_the_citizen_replies_to_the_answer_reaches_the_incident() {
        String post = vk.post(-talk, ANNA, PIT);
        listen(30);
        approved();
        publish(3);
        String reply = incident().publications().get(0).nativeReplyId().orElseThrow();

        String again = vk.comment(reply, ANNA, "Яма всё ещё там, машины бьются каждый день");
        listen(60);

        assertEquals(Optional.of(incident().id()), incidentOf(again));
        assertEquals(post + "_", reply.substring(0, post.length() + 1));
    }

    @Test
    void an_answer_of_another_official_account_is_observed() {
        String post = vk.post(-talk, ANNA, PIT);
        listen(30);
        String answer = vk.comment(post, -krai, "Передали в администрацию, срок до 28 ноября.");
        listen(60);

        OfficialAnswer observed = incident().officialAnswers().get(0);
        assertEquals("post:vk:" + answer, observed.key());
        assertEquals(AnswerTime.Source.NETWORK, observed.answered().source());
    }

    @Test
    void a_dead_token_delays_the_answer_until_the_host_has_a_new_one() {
        String post = vk.post(-talk, ANNA, PIT);
        listen(30);
        approved();
        vk.revoke(safe.secret(TOWN, "group-token").orElseThrow());
        publish(10);
        assertEquals(List.of(), vk.repliesTo(post));

        safe.rotate(TOWN, "group-token", vk.groupToken(town));
        publish(10);

        assertEquals(List.of(ANSWER), vk.repliesTo(post));
    }

    @Test
    void a_lost_answer_of_vk_shows_the_reply_once() {
        String post = vk.post(-talk, ANNA, PIT);
        listen(30);
        approved();
        vk.breakNext(Fault.TIMEOUT_AFTER_APPLYING);
        publish(30);

        assertEquals(List.of(ANSWER), vk.repliesTo(post));
        assertEquals(IncidentState.ANSWERED, incident().state());
    }

    @Test
    void in_shadow_mode_the_desk_reads_and_decides_and_the_network_sees_nothing() {
        desk = open(true);
        String post = vk.post(-talk, ANNA, PIT);
        listen(30);

        assertTrue(incidentOf(post).isPresent());
        assertEquals(0, vk.callsOf("wall.createComment"));
        assertTrue(Set.of(IncidentState.REGISTERED, IncidentState.ROUTED)
                .contains(incident().state()));
    }
}
