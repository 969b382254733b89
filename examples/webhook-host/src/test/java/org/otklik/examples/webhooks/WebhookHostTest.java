package org.otklik.examples.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.IncidentDesk;
import org.otklik.PseudonymKey;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.regions.MiniRegion;

class WebhookHostTest {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final SettableClock clock = SettableClock.startingAt(Instant.parse("2026-11-19T00:00:00Z"));
    private final InMemoryStorage storage = InMemoryStorage.create(clock);
    private final IncidentDesk desk = IncidentDesk.builder(
                    MiniRegion.load(), storage, PseudonymKey.of("a key for tests, which is no secret"))
            .network(new SignedBoard())
            .secrets(new OneSecret(Board.KEY))
            .time(clock)
            .build();
    private WebhookHost host;

    @BeforeEach
    void open() throws IOException {
        host = WebhookHost.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                desk,
                Map.of(Board.PATH, HostMain.ACCOUNT),
                PATIENCE);
    }

    @AfterEach
    void close() {
        host.close();
        desk.close();
    }

    private int answer(byte[] request) throws IOException {
        try (Client client = new Client(host.port())) {
            client.send(request);
            return client.status();
        }
    }

    private long stored() {
        return storage.transact(unit -> unit.posts().captured());
    }

    @Test
    void what_is_genuine_is_stored_before_it_is_answered_and_a_replay_changes_nothing() throws IOException {
        assertEquals(200, answer(Board.genuine("1")));
        assertEquals(1, stored());

        assertEquals(200, answer(Board.genuine("1")));
        assertEquals(200, answer(Board.genuine("2")));

        assertEquals(2, stored());
    }

    @Test
    void what_is_forged_packed_too_large_or_elsewhere_stores_nothing() throws IOException {
        byte[] body = Board.body("1");

        assertEquals(403, answer(Client.request(Board.PATH, "", body)));
        assertEquals(404, answer(Client.request("/board/city", "", body)));
        assertEquals(415, answer(Client.request(Board.PATH, "Content-Encoding: gzip\r\n", body)));
        assertEquals(413, answer(Client.request(Board.PATH, "", new byte[(1 << 20) + 1])));
        assertEquals(413, answer(chunked((1 << 20) + 1)));
        assertEquals(0, stored());
    }

    /** A body that does not say how long it is. */
    private static byte[] chunked(int length) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(("POST " + Board.PATH + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(length) + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(new byte[length]);
        request.writeBytes("\r\n0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        return request.toByteArray();
    }

    @Test
    void who_sends_too_slowly_loses_his_connection_and_nobody_else_does() throws IOException {
        List<Client> slow = new ArrayList<>();
        byte[] request = Board.genuine("slow");
        for (int i = 0; i < 48; i++) {
            Client client = new Client(host.port());
            client.send(Arrays.copyOf(request, i % 2 == 0 ? 10 : request.length - 5));
            slow.add(client);
        }

        long began = System.nanoTime();
        assertEquals(200, answer(Board.genuine("quick")));
        Duration waited = Duration.ofNanos(System.nanoTime() - began);

        for (Client client : slow) {
            assertTrue(isClosed(client));
        }
        assertEquals(1, stored());
        assertTrue(waited.compareTo(Duration.ofSeconds(20)) < 0, "waited " + waited);
    }

    private static boolean isClosed(Client client) throws IOException {
        try (client) {
            return client.status() == -1;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Test
    void a_host_that_is_closed_leaves_no_thread() throws IOException {
        answer(Board.genuine("1"));

        host.close();

        assertTrue(await(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("HTTP-Dispatcher"))));
    }

    private static boolean await(BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        return condition.getAsBoolean();
    }
}
