package org.otklik.testkit.meta;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.spi.WebhookRequest;

/**
 * What the networks deliver to the application about its pages and professional accounts, signed over raw bytes;
 * thread-safe. The latest 10,000 changes of each account are kept.
 */
public final class MetaWebhooks {

    private static final int CHANGES_OF_AN_ENTRY = 2;

    private final World world;
    private final Map<String, WebhookRequest> last = new HashMap<>();

    MetaWebhooks(World world) {
        this.world = world;
    }

    /**
     * Takes the oldest change that waits.
     *
     * @param account id of a page or professional account
     * @return a delivery of this change alone, if there is one
     */
    public Optional<WebhookRequest> next(String account) {
        return delivered(account, events -> events.isEmpty() ? List.of() : List.of(events.removeFirst()));
    }

    /**
     * Takes the newest change that waits, before all older ones.
     *
     * @param account id of a page or professional account
     * @return a delivery of this change alone, if there is one
     */
    public Optional<WebhookRequest> newest(String account) {
        return delivered(account, events -> events.isEmpty() ? List.of() : List.of(events.removeLast()));
    }

    /**
     * Takes all changes that wait.
     *
     * @param account id of a page or professional account
     * @return one delivery with several entries of up to two changes each, if there is anything
     */
    public Optional<WebhookRequest> all(String account) {
        return delivered(account, events -> {
            List<Events.Event> taken = List.copyOf(events);
            events.clear();
            return taken;
        });
    }

    /**
     * Repeats the last delivery, byte by byte.
     *
     * @param account id of a page or professional account
     * @return the same again, if there was one
     */
    public Optional<WebhookRequest> again(String account) {
        synchronized (world) {
            return Optional.ofNullable(last.get(account));
        }
    }

    /**
     * Tells how many changes wait.
     *
     * @param account id of a page or professional account
     * @return their number
     */
    public int waiting(String account) {
        synchronized (world) {
            return world.events.of(world.account(account)).size();
        }
    }

    /** Takes some of the changes that wait. */
    private interface Take {

        List<Events.Event> from(Deque<Events.Event> waiting);
    }

    private Optional<WebhookRequest> delivered(String id, Take take) {
        synchronized (world) {
            Account account = world.account(id);
            List<Events.Event> taken = take.from(world.events.of(account));
            if (taken.isEmpty()) {
                return Optional.empty();
            }
            WebhookRequest delivery = signed(body(account, taken));
            last.put(id, delivery);
            return Optional.of(delivery);
        }
    }

    private String body(Account account, List<Events.Event> events) {
        Deque<Events.Event> rest = new ArrayDeque<>(events);
        List<String> entries = new ArrayList<>();
        while (!rest.isEmpty()) {
            entries.add(entry(account, rest));
        }
        String object = account.kind == Kind.PAGE ? "page" : "instagram";
        return "{\"object\":\"" + object + "\",\"entry\":[" + String.join(",", entries) + "]}";
    }

    private String entry(Account account, Deque<Events.Event> rest) {
        List<String> changes = new ArrayList<>();
        while (!rest.isEmpty() && changes.size() < CHANGES_OF_AN_ENTRY) {
            Events.Event event = rest.removeFirst();
            changes.add("{\"value\":" + event.value() + ",\"field\":\"" + event.field() + "\"}");
        }
        return "{\"id\":\"" + account.id + "\",\"time\":" + world.now().getEpochSecond() + ",\"changes\":["
                + String.join(",", changes) + "]}";
    }

    /**
     * Signs a delivery of the test's own.
     *
     * @param json what it says; letters outside ASCII and slashes are escaped as the network does
     * @return the delivery
     */
    public WebhookRequest signed(String json) {
        byte[] body = Json.escaped(json).getBytes(StandardCharsets.US_ASCII);
        return WebhookRequest.of(
                "POST",
                "",
                Map.of(
                        "Content-Type", List.of("application/json"),
                        "User-Agent", List.of("facebookexternalua"),
                        "X-Hub-Signature", List.of("sha1=" + Hmac.sha1(MetaFake.APP_SECRET, body)),
                        "X-Hub-Signature-256", List.of("sha256=" + Hmac.sha256(MetaFake.APP_SECRET, body))),
                body,
                Optional.empty());
    }

    /**
     * Returns the question by which the network checks an address, in a GET request without a body.
     *
     * @param challenge digits, which must come back with status 200
     * @return the request
     */
    public WebhookRequest subscription(String challenge) {
        return WebhookRequest.of(
                "GET",
                "hub.mode=subscribe&hub.challenge=" + challenge + "&hub.verify_token=" + MetaFake.VERIFY_TOKEN,
                Map.of(),
                new byte[0],
                Optional.empty());
    }
}
