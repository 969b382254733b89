package org.otklik.adapters.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.JdkHttpTransport;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.spi.AdapterException;
import org.otklik.spi.Cursor;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PostPage;
import org.otklik.spi.SourceId;
import org.otklik.spi.WebhookDecision;
import org.otklik.testkit.InMemoryContext;
import org.otklik.testkit.telegram.TelegramFake;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireServer;

/** One poller at a time, and what is confirmed is gone: who asks for what, and when. */
class TgPollersTest {

    private final TgHost host = TgHost.open();

    @AfterEach
    void close() {
        host.close();
    }

    private AdapterException failure() {
        return assertThrows(AdapterException.class, host::poll);
    }

    @Test
    void nothing_is_confirmed_that_no_cursor_names() {
        host.read();
        host.telegram.talk().comment(host.channel, host.post, host.anna, "Раз");
        host.telegram.talk().comment(host.channel, host.post, host.anna, "Два");

        PostPage lost = host.adapter.poll(host.source(), host.cursor, 1);
        PostPage again = host.node().poll(host.source(), host.cursor, 2);

        assertEquals(1, lost.changes().size());
        assertEquals(2, again.changes().size());
    }

    @Test
    void numbers_that_began_anew_are_followed() {
        host.read();
        host.telegram.restartUpdates(host.bot, 1_000);
        host.telegram.talk().comment(host.channel, host.post, host.anna, "После тихой недели");

        List<String> texts = host.read().stream().map(Post::text).toList();
        host.telegram.talk().comment(host.channel, host.post, host.anna, "И ещё");

        assertEquals(List.of("После тихой недели"), texts);
        assertEquals(Optional.of(new Cursor("1:1001")), host.cursor);
        assertEquals("И ещё", host.only().text());
    }

    @Test
    void a_webhook_that_is_set_is_told_as_a_setting_that_a_person_must_change() {
        host.telegram.webhook(host.bot, "");

        AdapterException failure = failure();

        assertEquals(FailureKind.CONFIGURATION, failure.kind());
        assertEquals(Optional.of("tg-409-webhook"), failure.code());
        assertTrue(failure.help().isPresent());
    }

    @Test
    void another_poller_passes_and_does_not_hinder_answers() {
        try (TgHost resting = new TgHost(settings ->
                settings.account("official").rests(new Backoff(Duration.ofMinutes(1), Duration.ofMinutes(5))))) {
            int comment = resting.telegram.talk().comment(resting.channel, resting.post, resting.anna, "Яма");
            resting.telegram.failReading(409, "Conflict: terminated by other getUpdates request");

            AdapterException failure = assertThrows(AdapterException.class, resting::poll);
            resting.publish(resting.message(comment), TgHost.ANSWER);

            assertEquals(FailureKind.TRANSIENT, failure.kind());
            assertEquals(List.of(), resting.adapter.sources());
            assertEquals(List.of(TgHost.ANSWER), resting.telegram.talk().repliesTo(resting.group, comment));
            resting.minutePasses();
            assertEquals(1, resting.adapter.sources().size());
        }
    }

    @Test
    void a_token_of_a_wrong_form_is_a_setting_and_no_secret_is_told() {
        for (String token : List.of("no token", "7:a/../b", "7:a?b", "7:a#b")) {
            host.network.safe.put(TgHost.ACCOUNT, "bot-token", token);
            host.adapter = host.node();

            AdapterException failure = failure();

            assertEquals(FailureKind.CONFIGURATION, failure.kind());
            assertTrue(!String.valueOf(failure.getMessage()).contains(token), token);
        }
    }

    @Test
    void long_polling_waits_as_long_as_it_is_told() {
        try (TgHost patient = new TgHost(
                settings -> settings.account("official").polling(Duration.ofSeconds(10), Duration.ofSeconds(50)))) {
            patient.telegram.talk().comment(patient.channel, patient.post, patient.anna, "Яма");

            assertEquals(
                    "Яма",
                    patient.poll().changes().stream()
                            .map(change -> ((PostChange.Present) change).post().text())
                            .reduce((before, after) -> after)
                            .orElseThrow());
            assertEquals(List.of(), patient.adapter.sources());
            patient.minutePasses();
            assertEquals(List.of(patient.source()), patient.adapter.sources());
        }
    }

    /** A page that no reader takes must not stand in the way of all that follows. */
    @Test
    void a_page_that_is_too_much_is_asked_for_in_smaller_parts() {
        List<Integer> limits = new ArrayList<>();
        try (WireServer server = WireServer.open(request -> {
            int limit = Integer.parseInt(request.text().replaceAll(".*\"limit\":([0-9]+).*", "$1"));
            limits.add(limit);
            return WireAnswer.of(200, "application/json", limit > 5 ? "{\"ok\":true," : "{\"ok\":true,\"result\":[]}");
        })) {
            TelegramAdapter adapter =
                    TelegramAdapter.of(TelegramSettings.builder(JdkHttpTransport.of(HttpSettings.standard()))
                            .account("official")
                            .baseUrl(server.address())
                            .rests(new Backoff(Duration.ZERO, Duration.ZERO))
                            .build());
            adapter.attach(InMemoryContext.of(host.clock, host.network.safe));
            for (int i = 0; i < 2; i++) {
                assertThrows(AdapterException.class, () -> adapter.poll(host.source(), Optional.empty(), 100));
            }
            adapter.poll(host.source(), Optional.empty(), 100);
            assertThrows(AdapterException.class, () -> adapter.poll(host.source(), Optional.empty(), 100));

            assertEquals(List.of(100, 10, 1, 100), limits);
        }
    }

    @Test
    void an_account_with_a_webhook_is_looked_after_and_not_polled() {
        try (TgHost delivered = new TgHost(settings -> settings.webhookAccount("official"))) {
            SourceId source = delivered.adapter.sources().get(0);
            assertEquals("webhook", source.name());
            AdapterException missing =
                    assertThrows(AdapterException.class, () -> delivered.adapter.poll(source, Optional.empty(), 100));
            assertEquals(Optional.of("no-webhook"), missing.code());

            delivered.telegram.webhook(delivered.bot, TgNetworkUnderTest.SECRET);
            assertEquals(
                    List.of(),
                    delivered.adapter.poll(source, Optional.empty(), 100).changes());
            delivered.telegram.webhookFailed(delivered.bot);
            AdapterException failing =
                    assertThrows(AdapterException.class, () -> delivered.adapter.poll(source, Optional.empty(), 100));
            assertEquals(Optional.of("deliveries-fail"), failing.code());
            assertEquals(FailureKind.TRANSIENT, failing.kind());
        }
    }

    @Test
    void a_delivery_is_what_polling_would_have_brought() {
        host.telegram.talk().comment(host.channel, host.post, host.anna, "Яма");
        List<Post> polled = host.read();
        host.telegram.webhook(host.bot, TgNetworkUnderTest.SECRET);
        host.telegram.talk().comment(host.channel, host.post, host.anna, "Яма");

        Optional<TelegramFake.Delivery> last = Optional.empty();
        for (var next = host.telegram.nextDelivery(host.bot);
                next.isPresent();
                next = host.telegram.nextDelivery(host.bot)) {
            last = next;
        }
        WebhookDecision.Genuine genuine = (WebhookDecision.Genuine) host.adapter.decode(
                TgHost.ACCOUNT, TgNetworkUnderTest.delivery(last.orElseThrow().body(), TgNetworkUnderTest.SECRET));

        Post delivered = ((PostChange.Present) genuine.changes().get(0)).post();
        Post before = polled.get(polled.size() - 1);
        assertEquals(before.discussion(), delivered.discussion());
        assertEquals(before.author(), delivered.author());
    }

    @Test
    void a_delivery_that_cannot_be_read_is_taken_so_that_it_does_not_hold_up_the_others() {
        WebhookDecision decision = host.adapter.decode(
                TgHost.ACCOUNT,
                TgNetworkUnderTest.delivery("{\"update_id\":7,\"message\":{\"date\":0}}", TgNetworkUnderTest.SECRET));

        WebhookDecision.Genuine genuine = (WebhookDecision.Genuine) decision;
        assertEquals(List.of(), genuine.changes());
        assertEquals(200, genuine.answer().status());
    }
}
