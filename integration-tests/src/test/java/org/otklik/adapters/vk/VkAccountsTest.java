package org.otklik.adapters.vk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterException;
import org.otklik.spi.Capability;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReadBack;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;
import org.otklik.testkit.vk.VkLimits;
import org.otklik.testkit.wire.Misbehaviour;

/** Accounts in trouble: dead tokens, captchas, storms, limits; answers in threads; shadow mode. */
class VkAccountsTest {

    private static final PublicationId KEY = new PublicationId("01m7rhmr00zg4mde7gwjmaq1ex");
    private static final String ANSWER = "Здравствуйте! Яму заделают.";
    private static final String WALL = "wall:samara_talk";

    private final VkReading desk = new VkReading(VkSettingsBuilder::withoutLongPoll);

    @AfterEach
    void close() {
        desk.close();
    }

    private String post(String text) {
        return desk.vk.post(-desk.talk, VkReading.ANNA, text);
    }

    private static ReplyTarget target(String nativeId) {
        return ReplyTarget.of(VkReading.SPEAKER, PostId.of("vk", nativeId), Discussion.NONE);
    }

    private PublishOutcome publish(String nativeId) {
        return desk.adapter.publish(target(nativeId), ANSWER, KEY);
    }

    @Test
    void a_dead_token_stops_reading_at_once_and_a_new_one_resumes_it_without_a_restart() {
        String post = post("Яма");
        desk.vk.revoke(desk.safe.secret(VkReading.READER, "service-token").orElseThrow());

        for (int i = 0; i < 5; i++) {
            AdapterException dead = assertThrows(AdapterException.class, () -> desk.poll(WALL, 100));
            assertEquals(FailureKind.TOKEN_INVALID, dead.kind());
            desk.clock.advance(Duration.ofMinutes(1));
        }
        assertEquals(1, desk.vk.callsOf("utils.resolveScreenName"));
        assertInstanceOf(PublishOutcome.Sent.class, publish(post), "The community speaks on.");

        desk.safe.put(VkReading.READER, "service-token", desk.vk.serviceToken());
        assertTrue(VkReading.known(desk.read(WALL, 100)).containsKey(post));
    }

    @Test
    void a_captcha_waits_for_a_person_and_its_solution_is_sent_once() {
        String post = post("Яма");
        String solution = desk.vk.quirks().captcha("wall.createComment");

        PublishOutcome.Refused asked = assertInstanceOf(PublishOutcome.Refused.class, publish(post));
        assertEquals(FailureKind.HUMAN_NEEDED, asked.kind());
        assertEquals("https", asked.help().orElseThrow().getScheme());
        assertEquals(List.of(), desk.vk.repliesTo(post));

        desk.safe.rotate(VkReading.SPEAKER, "captcha-success-token", solution);
        desk.clock.advance(Duration.ofMinutes(10));
        assertInstanceOf(PublishOutcome.Sent.class, publish(post));
        assertEquals(List.of(ANSWER), desk.vk.repliesTo(post));

        desk.vk.quirks().captcha("wall.createComment");
        PublicationId other = new PublicationId("01m7rhmr00zg4mde7gwjmaq1ey");
        assertInstanceOf(PublishOutcome.Refused.class, desk.adapter.publish(target(post), "Другой ответ", other));
    }

    @Test
    void an_answer_to_a_reply_stands_in_its_thread_and_is_found_there_among_many() {
        desk.unlimited();
        String post = post("Яма");
        String top = desk.vk.comment(post, VkReading.BORIS, "И у нас");
        for (int i = 0; i < 120; i++) {
            desk.vk.comment(top, VkReading.ANNA, "Слово " + i);
        }
        String reply = desk.vk.comment(top, VkReading.ANNA, "А у нас две");
        for (int i = 0; i < 130; i++) {
            desk.vk.comment(post, VkReading.BORIS, "Другое " + i);
        }
        PublishOutcome.Sent sent = assertInstanceOf(PublishOutcome.Sent.class, publish(reply));
        desk.clock.advance(Duration.ofSeconds(1));
        ReadBack found = find(reply);

        assertEquals(List.of(ANSWER), desk.vk.repliesTo(reply));
        assertEquals(
                sent.nativeReplyId(),
                assertInstanceOf(ReadBack.Visible.class, found).nativeReplyId());
        assertInstanceOf(ReadBack.Absent.class, find(post("Лужа")));
    }

    private ReadBack find(String nativeId) {
        ReadBack found = new ReadBack.NotKnown(FailureKind.RATE_LIMIT);
        for (int i = 0; i < 10 && found instanceof ReadBack.NotKnown; i++) {
            desk.clock.advance(Duration.ofSeconds(2));
            found = desk.adapter.find(target(nativeId), ANSWER, KEY);
        }
        return found;
    }

    @Test
    void shadow_mode_reads_and_never_publishes() {
        try (VkReading shadow = new VkReading(VkSettingsBuilder::readOnly)) {
            String nativeId = shadow.vk.post(-shadow.talk, VkReading.ANNA, "Яма");
            Post post = VkReading.post(shadow.listen(5), nativeId);

            PublishOutcome outcome = shadow.adapter.publish(target(nativeId), ANSWER, KEY);

            assertEquals(new PublishOutcome.Refused(FailureKind.PERMISSION, "SHADOW_MODE"), outcome);
            assertEquals(
                    "SHADOW_MODE",
                    assertInstanceOf(Replyability.Impossible.class, shadow.adapter.canReply(VkReading.SPEAKER, post))
                            .reason());
            assertFalse(shadow.adapter.capabilities().contains(Capability.REPLY));
            assertFalse(shadow.adapter.capabilities().contains(Capability.READ_BACK));
            assertEquals(0, shadow.vk.callsOf("wall.createComment"));
        }
    }

    @Test
    void ten_minutes_of_refusals_for_haste_lose_nothing_and_are_not_answered_with_haste() {
        String post = post("Яма");
        desk.vk.failAlways("wall.get", 6);
        desk.listen(600);
        long during = desk.vk.callsOf("wall.get");
        desk.vk.heal();

        assertTrue(during <= 20 && during > 5, "so many calls: " + during);
        assertTrue(VkReading.known(desk.listen(400)).containsKey(post));
    }

    @Test
    void three_calls_a_second_are_never_exceeded_by_a_busy_wall() {
        desk.vk.withLimits(VkLimits.official());
        String post = post("Яма");
        for (int i = 0; i < 40; i++) {
            String top = desk.vk.comment(post, VkReading.BORIS, "Слово " + i);
            for (int j = 0; j < 12; j++) {
                desk.vk.comment(top, VkReading.ANNA, "Ответ " + j);
            }
        }

        List<PostChange> changes = desk.listen(60);

        assertEquals(1 + 40 * 13, VkReading.known(changes).size());
        assertEquals(
                List.of(),
                desk.failures.stream()
                        .filter(one -> !one.code().equals(Optional.of("own-budget")))
                        .toList());
    }

    @Test
    void broken_lines_and_strange_answers_lose_nothing() {
        String post = post("Яма");
        desk.vk
                .server()
                .misbehave(
                        Misbehaviour.CUT_BEFORE,
                        Misbehaviour.HTML,
                        Misbehaviour.BAD_GATEWAY,
                        Misbehaviour.HALF,
                        Misbehaviour.DEEP_JSON,
                        Misbehaviour.REDIRECT,
                        Misbehaviour.CUT_AFTER);

        assertTrue(VkReading.known(desk.listen(900)).containsKey(post));
        assertTrue(desk.failures.size() >= 5);
    }

    @Test
    void no_word_of_a_failure_shows_a_token() {
        String token = desk.safe.secret(VkReading.READER, "service-token").orElseThrow();
        post("Яма");
        for (int code : List.of(5, 14, 15, 100, 10, 6)) {
            desk.vk.failNext("wall.get", code);
        }
        desk.listen(400);

        assertFalse(desk.failures.isEmpty());
        for (Throwable failure : desk.failures) {
            for (Throwable one = failure; one != null; one = one.getCause()) {
                assertFalse(one.toString().contains(token));
            }
        }
        assertTrue(desk.cursors.values().stream()
                .noneMatch(cursor -> cursor.value().contains(token)));
    }

    @Test
    void without_a_community_of_that_account_nobody_speaks() {
        String post = post("Яма");
        Post read = VkReading.post(desk.listen(5), post);
        AccountId stranger = AccountId.of("vk", "stranger");

        Replyability answer = desk.adapter.canReply(stranger, read);

        assertEquals(new Replyability.Impossible("NO_COMMUNITY", read.address()), answer);
        assertInstanceOf(
                PublishOutcome.Refused.class,
                desk.adapter.publish(
                        new ReplyTarget(stranger, read.id(), Optional.empty(), Optional.empty()), ANSWER, KEY));
    }
}
