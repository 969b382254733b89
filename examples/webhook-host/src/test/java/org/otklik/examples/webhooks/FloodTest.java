package org.otklik.examples.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.otklik.IncidentDesk;
import org.otklik.PseudonymKey;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.regions.MiniRegion;

/** A hundred thousand malformed webhooks over 64 connections. */
class FloodTest {

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final int CONNECTIONS = 64;
    private static final int REQUESTS = Integer.getInteger("webhooks", 100_000);
    private static final int GOOD_ONES = 300;
    private static final long HEAP_TOLERANCE = 8L << 20;

    private final SettableClock clock = SettableClock.startingAt(Instant.parse("2026-11-19T00:00:00Z"));
    private final InMemoryStorage storage = InMemoryStorage.create(clock);

    @Test
    void store_nothing_grow_nothing_and_delay_nobody() throws Exception {
        try (IncidentDesk desk = IncidentDesk.builder(
                                MiniRegion.load(), storage, PseudonymKey.of("a key for tests, which is no secret"))
                        .network(new SignedBoard())
                        .secrets(new OneSecret(Board.KEY))
                        .time(clock)
                        .build();
                WebhookHost host = WebhookHost.open(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        desk,
                        Map.of(Board.PATH, HostMain.ACCOUNT),
                        Duration.ofSeconds(30))) {
            flood(host.port(), REQUESTS / 10);
            sendGoodOnes(host.port(), new AtomicBoolean());
            long heapBefore = heapAfterCollection();

            AtomicBoolean over = new AtomicBoolean();
            ExecutorService honest = Executors.newSingleThreadExecutor();
            Future<List<Duration>> good = honest.submit(() -> sendGoodOnes(host.port(), over));
            long began = System.nanoTime();
            flood(host.port(), REQUESTS);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            over.set(true);
            List<Duration> waits = good.get(60, TimeUnit.SECONDS);
            honest.shutdown();

            long grown = heapAfterCollection() - heapBefore;
            Duration longest = waits.stream().max(Duration::compareTo).orElseThrow();
            System.out.printf(
                    "%d malformed webhooks in %.1f s; %d good ones, the slowest in %d ms; heap %+d KB%n",
                    REQUESTS, took.toMillis() / 1000.0, waits.size(), longest.toMillis(), grown >> 10);
            long stored = storage.transact(unit -> unit.posts().captured());
            assertEquals(waits.size(), stored, "the good ones are stored, the same as before, and nothing else");
            assertTrue(grown < HEAP_TOLERANCE, "the heap grew by " + grown);
            assertTrue(longest.compareTo(Duration.ofSeconds(10)) < 0, "the slowest good one took " + longest);
        }
    }

    private static void flood(int port, int requests) throws Exception {
        ExecutorService attackers = Executors.newFixedThreadPool(CONNECTIONS);
        List<Callable<Integer>> attacks = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            attacks.add(() -> attack(port, requests / CONNECTIONS + 1));
        }
        int refused = 0;
        for (Future<Integer> done : attackers.invokeAll(attacks)) {
            refused += done.get();
        }
        attackers.shutdown();
        assertTrue(refused >= requests, "all of them are answered");
    }

    private static int attack(int port, int requests) throws IOException {
        List<byte[]> malformed = malformed();
        try (Client client = new Client(port)) {
            for (int i = 0; i < requests; i++) {
                client.send(malformed.get(i % malformed.size()));
                int status = client.status();
                if (status != 403 && status != 400) {
                    throw new AssertionError("A malformed webhook is answered " + status);
                }
            }
        }
        return requests;
    }

    private static List<byte[]> malformed() {
        byte[] body = Board.body("forged");
        byte[] bomb = "[".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        return List.of(
                Client.request(Board.PATH, "", body),
                Client.request(Board.PATH, "X-Signature: sha256=00\r\n", body),
                Client.request(Board.PATH, "X-Signature: " + SignedBoard.sign("guessed", body) + "\r\n", body),
                signed(bomb),
                signed("Яма".getBytes(StandardCharsets.UTF_8)),
                signed("{\"id\":\"1\",\"id\":\"2\"}".getBytes(StandardCharsets.UTF_8)),
                signed("{\"text\":\"Яма\"}".getBytes(StandardCharsets.UTF_8)),
                signed(new byte[0]));
    }

    private static byte[] signed(byte[] body) {
        return Client.request(Board.PATH, "X-Signature: " + SignedBoard.sign(Board.KEY, body) + "\r\n", body);
    }

    private static List<Duration> sendGoodOnes(int port, AtomicBoolean over) throws IOException {
        List<Duration> waits = new ArrayList<>();
        while (!over.get() && waits.size() < GOOD_ONES) {
            long began = System.nanoTime();
            try (Client client = new Client(port)) {
                client.send(Board.genuine("good-" + waits.size()));
                assertEquals(200, client.status());
            }
            waits.add(Duration.ofNanos(System.nanoTime() - began));
        }
        return waits;
    }

    private static long heapAfterCollection() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
