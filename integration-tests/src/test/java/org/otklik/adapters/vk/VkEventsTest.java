package org.otklik.adapters.vk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.Cursor;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookRequest;

/** Events of our own community: by Bots Long Poll with everything that can get lost, and by Callback API. */
class VkEventsTest {

    private final VkReading desk = new VkReading(settings -> VkReading.hasty()
            .apply(settings)
            .longPoll(Duration.ZERO, Duration.ofSeconds(1))
            .wallsEvery(Duration.ofDays(1)));
    private final String longPoll = "longpoll:" + desk.official;
    private final String ownWall = "wall:-" + desk.official;

    @BeforeEach
    void enable() {
        desk.unlimited();
        desk.administer(
                "groups.setLongPollSettings",
                Map.of(
                        "group_id", String.valueOf(desk.official),
                        "enabled", "1",
                        "api_version", "5.199",
                        "wall_post_new", "1",
                        "wall_reply_new", "1",
                        "wall_reply_edit", "1",
                        "wall_reply_delete", "1",
                        "wall_reply_restore", "1"));
        desk.read(longPoll, 100);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private String post(String text) {
        return desk.vk.post(-desk.official, VkReading.ANNA, text);
    }

    @Test
    void posts_comments_edits_and_deletions_arrive_as_events() {
        String post = post("Яма");
        String comment = desk.vk.comment(post, VkReading.BORIS, "Было");
        String reply = desk.vk.comment(comment, VkReading.ANNA, "Ответ");
        desk.vk.edit(comment, "Стало");
        desk.vk.delete(reply);

        List<PostChange> changes = desk.read(longPoll, 100);

        assertEquals("Яма", VkReading.post(changes, post).text());
        assertEquals("Стало", VkReading.post(changes, comment).text());
        assertEquals(
                Optional.of(PostId.of("vk", post)),
                VkReading.post(changes, comment).discussion().parent());
        assertInstanceOf(PostChange.Gone.class, VkReading.known(changes).get(reply));
    }

    @Test
    void events_that_were_not_stored_come_again() {
        String post = post("Яма");
        Cursor before = desk.cursors.get(VkReading.source(longPoll));
        desk.read(longPoll, 100);

        desk.restarted();
        desk.cursors.put(VkReading.source(longPoll), before);

        assertTrue(VkReading.known(desk.read(longPoll, 100)).containsKey(post));
    }

    @Test
    void an_expired_key_is_renewed_and_nothing_is_lost() {
        desk.read(longPoll, 100);
        String post = post("Яма");
        desk.vk.quirks().expireLongPollKey(desk.official);

        assertTrue(VkReading.known(desk.read(longPoll, 100)).containsKey(post));
    }

    @Test
    void lost_history_is_caught_up_from_the_wall_at_once() {
        desk.listen(1);
        String post = post("Яма");
        desk.vk.quirks().forgetHistory(desk.official);
        assertFalse(desk.adapter.sources().contains(VkReading.source(ownWall)));

        desk.read(longPoll, 100);
        assertTrue(desk.adapter.sources().contains(VkReading.source(ownWall)));
        assertTrue(VkReading.known(desk.listen(1)).containsKey(post));

        String next = post("Ещё яма");
        assertTrue(VkReading.known(desk.read(longPoll, 100)).containsKey(next));
    }

    @Test
    void a_number_that_the_server_never_gave_is_replaced_and_the_wall_is_read() {
        desk.listen(1);
        String post = post("Яма");
        desk.cursors.put(VkReading.source(longPoll), new Cursor("1|999999"));

        desk.read(longPoll, 100);

        assertTrue(VkReading.known(desk.listen(1)).containsKey(post));
    }

    @Test
    void a_callback_brings_the_same_as_long_poll_and_a_repeated_one_nothing_else() {
        desk.safe.put(VkReading.SPEAKER, "callback-secret", desk.vk.callbackSecret(desk.official));
        String post = post("Яма");
        String comment = desk.vk.comment(post, VkReading.BORIS, "И у нас");
        List<PostChange> polled = desk.read(longPoll, 100);

        List<byte[]> bodies = List.of(
                desk.vk.nextCallback(desk.official).orElseThrow(),
                desk.vk.nextCallback(desk.official).orElseThrow());

        for (int i = 0; i < 2; i++) {
            assertEquals(polled.get(i), genuine(bodies.get(i)).changes().get(0));
            assertEquals(genuine(bodies.get(i)), genuine(bodies.get(i)));
            assertEquals("ok", genuine(bodies.get(i)).answer().body());
        }
        assertEquals(comment, polled.get(1).id().nativeId());
    }

    private WebhookDecision.Genuine genuine(byte[] body) {
        WebhookRequest request = VkNetworkUnderTest.request(body);
        return assertInstanceOf(WebhookDecision.Genuine.class, desk.adapter.decode(VkReading.SPEAKER, request));
    }

    @Test
    void an_event_of_another_community_is_not_believed_and_an_unknown_one_brings_nothing() {
        String secret = desk.vk.callbackSecret(desk.official);
        desk.safe.put(VkReading.SPEAKER, "callback-secret", secret);

        WebhookDecision foreign = decode("wall_reply_new", desk.talk, secret);
        WebhookDecision unknown = decode("group_officers_edit", desk.official, secret);
        WebhookDecision message = decode("message_new", desk.official, secret);

        assertEquals(
                "OTHER_COMMUNITY",
                assertInstanceOf(WebhookDecision.Rejected.class, foreign).reason());
        assertEquals(
                List.of(),
                assertInstanceOf(WebhookDecision.Genuine.class, unknown).changes());
        assertEquals(
                "ok",
                assertInstanceOf(WebhookDecision.Genuine.class, message)
                        .answer()
                        .body());
    }

    private WebhookDecision decode(String type, long group, String secret) {
        String body = "{\"type\":\"" + type + "\",\"object\":{\"id\":5,\"text\":\"remove\"},\"group_id\":" + group
                + ",\"event_id\":\"1\",\"v\":\"5.199\",\"secret\":\"" + secret + "\"}";
        return desk.adapter.decode(
                VkReading.SPEAKER, VkNetworkUnderTest.request(body.getBytes(StandardCharsets.UTF_8)));
    }
}
