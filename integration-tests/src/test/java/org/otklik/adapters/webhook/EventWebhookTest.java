package org.otklik.adapters.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.IncidentDesk;
import org.otklik.ManualPost;
import org.otklik.PseudonymKey;
import org.otklik.access.Actor;
import org.otklik.access.RefusedException;
import org.otklik.access.Role;
import org.otklik.adapters.http.AddressRules;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.PinnedTransport;
import org.otklik.post.AccountId;
import org.otklik.spi.SecretProvider;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.regions.MiniRegion;
import org.otklik.testkit.wire.Misbehaviour;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;
import org.otklik.testkit.wire.WireServer;

/** A warehouse in the host's own network gets every event, whatever becomes of it or of us in between. */
class EventWebhookTest {

    private static final String FIRST_KEY = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5";
    private static final String SECOND_KEY = "whsec_OTg3NjU0MzIxMDk4NzY1NDMyMTA5ODc2NTQzMjEw";
    private static final Instant MORNING = Instant.parse("2026-11-19T00:00:00Z");
    private static final Actor AUDITOR = Actor.of("warehouse", Role.AUDITOR);
    private static final Actor COORDINATOR = Actor.of("coordinator", Role.COORDINATOR);
    private static final AddressRules OWN_NETWORK = AddressRules.publicOnly().allowing("127.0.0.0/8");

    private final SettableClock clock = SettableClock.startingAt(MORNING);
    private final InMemoryStorage storage = InMemoryStorage.create(clock);
    private final IncidentDesk desk = IncidentDesk.builder(
                    MiniRegion.load(), storage, PseudonymKey.of("a key for tests, which is no secret"))
            .time(clock)
            .build();
    private final Map<String, String> safe = new ConcurrentHashMap<>(Map.of(EventWebhook.KEY, FIRST_KEY));
    private final List<WireRequest> received = new CopyOnWriteArrayList<>();
    private volatile int status = 204;
    private final WireServer warehouse = WireServer.open(this::receive);

    private WireAnswer receive(WireRequest request) {
        received.add(request);
        return WireAnswer.of(status, "text/plain", "").header("Location", "http://127.0.0.1:1/elsewhere");
    }

    /** Keys of one receiver by name. */
    private final class Safe implements SecretProvider {

        @Override
        public Optional<String> secret(AccountId account, String name) {
            return account.equals(AccountId.of("webhook", "warehouse"))
                    ? Optional.ofNullable(safe.get(name))
                    : Optional.empty();
        }

        @Override
        public void rotate(AccountId account, String name, String value) {
            throw new AssertionError("Nobody rotates keys of webhooks by himself.");
        }
    }

    @BeforeEach
    void something_happened() {
        for (int house = 1; house <= 3; house++) {
            String text = "В Заречинске у дома " + house + "7 по улице Победы яма на дороге, машины бьются";
            desk.register(COORDINATOR, ManualPost.of(ManualPost.Source.PHONE, text, MORNING))
                    .orThrow();
        }
        desk.poll();
    }

    @AfterEach
    void close() {
        warehouse.close();
        desk.close();
    }

    private EventWebhook webhook() {
        return webhook(URI.create(warehouse.address() + "/events?source=otklik"), OWN_NETWORK);
    }

    private EventWebhook webhook(URI address, AddressRules rules) {
        return new EventWebhook(
                "warehouse",
                address,
                AUDITOR,
                desk.events(),
                new Safe(),
                PinnedTransport.of(HttpSettings.standard(), rules),
                clock,
                new Random(1));
    }

    private long last() {
        return storage.transact(unit -> unit.events().last());
    }

    private static JsonNode json(WireRequest request) {
        try {
            return new ObjectMapper().readTree(request.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<Long> sequences() {
        List<Long> all = new ArrayList<>();
        received.forEach(request -> json(request)
                .at("/data/events")
                .forEach(event -> all.add(event.path("sequence").asLong())));
        return all;
    }

    private WebhookSignature.Check check(WireRequest request, String... keys) {
        return WebhookSignature.verify(
                List.of(keys),
                request.header(WebhookSignature.ID).orElse(""),
                request.header(WebhookSignature.TIMESTAMP).orElse(""),
                request.header(WebhookSignature.SIGNATURE).orElse(""),
                request.body(),
                clock.instant());
    }

    @Test
    void the_warehouse_gets_every_event_once_in_order_signed_and_without_words() {
        DeliveryReport report = webhook().deliverDue();

        assertEquals(new DeliveryReport(1, last(), 0, Optional.empty(), Optional.empty(), false), report);
        assertEquals(LongStream.rangeClosed(1, last()).boxed().toList(), sequences());
        WireRequest message = received.get(0);
        assertEquals("POST", message.method());
        assertEquals("/events", message.path());
        assertEquals(WebhookSignature.Check.GENUINE, check(message, FIRST_KEY));
        assertEquals("otklik-1-" + last(), message.header(WebhookSignature.ID).orElseThrow());
        assertFalse(message.text().contains("машины"), message.text());
        JsonNode incident = json(message).at("/data/events").findValue("incident");
        assertEquals("REGISTERED", incident.path("state").asText());

        assertEquals(0, webhook().deliverDue().messages(), "nothing is new");
        assertEquals(1, received.size());
    }

    @Test
    void a_receiver_that_is_down_gets_the_same_message_later_and_misses_nothing() {
        status = 503;
        DeliveryReport failed = webhook().deliverDue();
        assertEquals(Optional.of("http-503"), failed.cause());
        assertEquals(1, failed.failures());
        assertEquals(0, webhook().deliverDue().messages(), "it waits");
        assertEquals(1, received.size());
        desk.register(
                        COORDINATOR,
                        ManualPost.of(ManualPost.Source.PHONE, "В Лугограде врач не пришёл, почему?", MORNING))
                .orThrow();
        desk.poll();

        status = 200;
        clock.advance(Duration.ofSeconds(11));
        webhook().deliverDue();

        assertEquals(
                received.get(0).header(WebhookSignature.ID), received.get(1).header(WebhookSignature.ID));
        assertEquals(received.get(0).text(), received.get(1).text());
        received.remove(0);
        assertEquals(LongStream.rangeClosed(1, last()).boxed().toList(), sequences());
    }

    @Test
    void a_receiver_whose_answer_is_lost_gets_the_message_again_under_its_id() {
        warehouse.misbehave(Misbehaviour.CUT_AFTER);
        DeliveryReport lost = webhook().deliverDue();
        assertEquals(0, lost.delivered());
        clock.advance(Duration.ofSeconds(11));

        webhook().deliverDue();

        assertEquals(2, received.size());
        assertEquals(
                received.get(0).header(WebhookSignature.ID), received.get(1).header(WebhookSignature.ID));
    }

    @Test
    void a_redirect_is_not_followed_and_counts_as_a_failure() {
        status = 307;

        DeliveryReport report = webhook().deliverDue();

        assertEquals(Optional.of("http-307"), report.cause());
        assertEquals(1, received.size());
    }

    @Test
    void a_receiver_that_is_gone_is_left_alone_until_somebody_resumes() {
        status = 410;
        assertTrue(webhook().deliverDue().stopped());
        status = 200;
        clock.advance(Duration.ofDays(2));
        assertEquals(0, webhook().deliverDue().messages());

        webhook().resume();

        assertEquals(1, webhook().deliverDue().messages());
        assertEquals(last(), webhook().deliverDue().delivered());
    }

    @Test
    void a_dead_receiver_is_a_failure_that_waits_longer_each_time() {
        warehouse.close();
        Duration waited = Duration.ZERO;
        for (int i = 1; i <= 12; i++) {
            DeliveryReport report = webhook().deliverDue();
            assertEquals(Optional.of("http-NOT_CONNECTED"), report.cause());
            assertEquals(i, report.failures());
            waited = Duration.between(clock.instant(), report.again().orElseThrow());
            clock.advance(waited);
        }

        assertTrue(waited.compareTo(Duration.ofMinutes(30)) >= 0, waited.toString());
        assertTrue(waited.compareTo(Duration.ofHours(1)) <= 0, waited.toString());
    }

    @Test
    void a_private_address_is_refused_unless_the_host_allows_it() {
        DeliveryReport report = webhook(URI.create(warehouse.address() + "/"), AddressRules.publicOnly())
                .deliverDue();

        assertEquals(Optional.of("forbidden-address"), report.cause());
        assertEquals(List.of(), received);
        assertEquals(0, report.delivered());
    }

    @Test
    void while_keys_are_changed_both_sides_may_know_either() {
        safe.put(EventWebhook.OTHER_KEY, SECOND_KEY);

        webhook().deliverDue();

        WireRequest message = received.get(0);
        assertEquals(WebhookSignature.Check.GENUINE, check(message, FIRST_KEY));
        assertEquals(WebhookSignature.Check.GENUINE, check(message, SECOND_KEY));
    }

    @Test
    void without_a_key_nothing_is_sent() {
        safe.clear();

        assertEquals(Optional.of("no-webhook-key"), webhook().deliverDue().cause());
        assertEquals(List.of(), received);
    }

    @Test
    void a_node_that_died_while_sending_is_followed_by_another_after_its_turn() {
        webhook().deliverDue();
        desk.register(
                        COORDINATOR,
                        ManualPost.of(
                                ManualPost.Source.PHONE, "В Лугограде врач не пришёл в поликлинику, почему?", MORNING))
                .orThrow();
        desk.poll();
        var memory = desk.events().memory(AUDITOR, "warehouse").orThrow();
        Optional<String> known = memory.read("webhook-progress");
        Progress begun = Progress.of(known.orElseThrow())
                .begun(last() - 1, clock.instant().plusSeconds(60));
        assertTrue(memory.compareAndSet("webhook-progress", known, begun.text()));

        assertEquals(0, webhook().deliverDue().messages(), "another node has its turn");
        clock.advance(Duration.ofMinutes(2));

        assertEquals(2, webhook().deliverDue().messages());
        assertEquals(LongStream.rangeClosed(1, last()).boxed().toList(), sequences());
    }

    @Test
    void who_may_not_follow_events_sends_none() {
        assertThrows(
                RefusedException.class,
                () -> new EventWebhook(
                        "warehouse",
                        warehouse.address(),
                        Actor.of("executor", Role.EXECUTOR),
                        desk.events(),
                        new Safe(),
                        PinnedTransport.of(HttpSettings.standard(), OWN_NETWORK),
                        clock,
                        new Random(1)));
    }
}
