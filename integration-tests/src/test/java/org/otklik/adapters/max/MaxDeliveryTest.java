package org.otklik.adapters.max;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterException;
import org.otklik.spi.FailureKind;
import org.otklik.spi.WebhookDecision;

/** Where MAX delivers updates: what it delivers, what it leaves out, and that it may stop without a word. */
class MaxDeliveryTest {

    private static final String URL = "https://zarechinsk.example/max";

    private MaxTown town = new MaxTown(settings -> settings.webhook("zarechinsk"));

    @AfterEach
    void close() {
        town.close();
    }

    private List<PostChange> genuine(WebhookDecision decision) {
        WebhookDecision.Genuine genuine = assertInstanceOf(WebhookDecision.Genuine.class, decision);
        assertEquals(200, genuine.answer().status());
        return genuine.changes();
    }

    private void subscribed() {
        town.max.hooks(BOT).subscribe(URL, MaxTown.SECRET);
        town.max.admit(CHANNEL, BOT);
        town.max.admit(GROUP, BOT);
        genuine(town.deliver());
        genuine(town.deliver());
    }

    @Test
    void deliveries_bring_comments_edits_and_removals() {
        subscribed();
        String post = town.max.post(CHANNEL, "Спрашивайте");
        genuine(town.deliver());
        String mid = town.max.comment(post, ANNA, "Яма");

        List<PostChange> written = genuine(town.deliver());
        town.max.edit(mid, "Большая яма");
        List<PostChange> edited = genuine(town.deliver());
        town.max.remove(mid);
        List<PostChange> removed = genuine(town.deliver());

        assertEquals(comment(post, mid), written.get(0).id());
        assertEquals("Большая яма", ((PostChange.Present) edited.get(0)).post().text());
        assertEquals(
                comment(post, mid),
                assertInstanceOf(PostChange.Gone.class, removed.get(0)).id());
    }

    @Test
    void whatever_is_genuine_is_answered_200_so_that_max_goes_on_delivering() {
        for (String body : List.of(
                "{}",
                "{\"update_type\":\"poll_closed\",\"timestamp\":1}",
                "{\"update_type\":\"message_created\",\"timestamp\":1}",
                "{\"update_type\":\"message_created\",\"timestamp\":1,\"message\":{\"timestamp\":\"soon\"}}",
                "{\"update_type\":\"message_removed\",\"timestamp\":1}",
                "{\"update_type\":\"message_removed\",\"chat_id\":1,\"message_id\":\"" + "m".repeat(300) + "\"}")) {
            assertEquals(List.of(), genuine(town.deliver(body)), body);
        }
    }

    @Test
    void updates_are_not_polled_and_what_was_not_delivered_is_read_all_the_same() {
        subscribed();
        String post = town.max.post(CHANNEL, "Спрашивайте");
        genuine(town.deliver());
        String inGroup = town.max.say(GROUP, ANNA, "Яма");
        String inDialog = town.max.say(DIALOG, ANNA, "Яма");
        genuine(town.deliver());
        genuine(town.deliver());
        String mid = town.max.comment(post, ANNA, "Яма");
        town.clock.advance(Duration.ofMinutes(15));

        assertEquals(
                List.of("chat:" + DIALOG, "chat:" + GROUP, "chat:" + CHANNEL, "comments:" + CHANNEL, "subscription")
                        .stream()
                        .sorted()
                        .toList(),
                town.sources());
        assertEquals(message(GROUP, inGroup), town.only("chat:" + GROUP).id());
        assertEquals(message(DIALOG, inDialog), town.only("chat:" + DIALOG).id());
        assertEquals(comment(post, mid), town.only("comments:" + CHANNEL).id());
        assertEquals(0, town.callsOf("GET /updates"));
    }

    @Test
    void a_subscription_that_stands_is_looked_at_once_an_hour() {
        subscribed();

        assertEquals(List.of(), town.read("subscription"));
        assertTrue(town.sources().stream().noneMatch("subscription"::equals));
        town.clock.advance(Duration.ofHours(1));
        assertTrue(town.sources().contains("subscription"));
    }

    @Test
    void a_subscription_that_max_dropped_silently_is_reported() {
        subscribed();
        town.max.hooks(BOT).drop();

        AdapterException gone = assertThrows(AdapterException.class, () -> town.read("subscription"));

        assertEquals(FailureKind.CONFIGURATION, gone.kind());
        assertEquals(Optional.of("unsubscribed"), gone.code());
        assertTrue(town.sources().stream().noneMatch("subscription"::equals), "It is asked again without a rest.");
    }

    @Test
    void a_subscription_is_made_again_if_the_host_told_its_address() {
        reopen(new MaxTown(settings -> settings.webhook("zarechinsk", URI.create(URL))));

        town.read("subscription");
        town.max.say(DIALOG, ANNA, "Яма");

        assertEquals(List.of(URL), town.max.hooks(BOT).addresses());
        PostId read = genuine(town.deliver()).get(0).id();
        assertTrue(read.nativeId().startsWith("chat:" + DIALOG));
    }

    private void reopen(MaxTown other) {
        town.close();
        town = other;
    }

    @Test
    void success_false_under_status_200_is_a_failure() {
        reopen(new MaxTown(settings -> settings.webhook("zarechinsk", URI.create(URL))));
        town.max.trouble().refuseWriting();

        AdapterException refused = assertThrows(AdapterException.class, () -> town.read("subscription"));

        assertEquals(Optional.of("success-false"), refused.code());
        assertEquals(List.of(), town.max.hooks(BOT).addresses());
    }

    @Test
    void nothing_is_subscribed_in_shadow_mode_or_with_a_secret_that_max_does_not_take() {
        reopen(new MaxTown(
                settings -> settings.webhook("zarechinsk", URI.create(URL)).readOnly()));
        assertThrows(AdapterException.class, () -> town.read("subscription"));

        reopen(new MaxTown(settings -> settings.webhook("zarechinsk", URI.create(URL))));
        town.safe.put(MaxTown.ACCOUNT, "webhook-secret", "not allowed!");
        AdapterException malformed = assertThrows(AdapterException.class, () -> town.read("subscription"));

        assertEquals(Optional.of("malformed-webhook-secret"), malformed.code());
        assertEquals(List.of(), town.max.hooks(BOT).addresses());
    }
}
