package org.otklik.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A network behind HTTP that survives all workers; thread-safe.
 *
 * <p>Of a hundred replies five meet status 500 and five 429 before they are applied, seven are applied and the
 * connection is dropped, seven are applied half a second after the client has given up.
 */
final class FakeNetwork implements AutoCloseable {

    /** How long a client waits for an answer. */
    static final int CLIENT_MILLIS = 1_000;

    private static final int LATE_MILLIS = CLIENT_MILLIS + 500;
    private static final int INTERNAL_ERROR = 500;
    private static final int TOO_MANY = 429;
    private static final int FATES = 100;

    private final Proof proof;
    private final boolean calm;
    private final Random random;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(1);
    private final List<WirePost> feed = new ArrayList<>();
    private final List<Reply> replies = new ArrayList<>();
    private volatile Runnable beforeAnswer = () -> {};
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();

    /** A reply as it stands in the network. */
    record Reply(String nativeId, String key, String post, String text) {}

    FakeNetwork(Proof proof, boolean calm, long seed) throws IOException {
        this.proof = proof;
        this.calm = calm;
        random = new Random(seed);
        // Read once a process: without it each answer of this and every later server waits 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/poll", exchange -> answer(exchange, 200, page(exchange)));
        server.createContext("/publish", this::publish);
        server.createContext("/find", this::find);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Tells how doubtful replies are cleared up here. */
    Proof proof() {
        return proof;
    }

    synchronized void add(WirePost post) {
        feed.add(post);
    }

    synchronized List<WirePost> feed() {
        return List.copyOf(feed);
    }

    /** Lets something happen when a reply was applied and nobody knows yet. */
    void beforeAnswer(Runnable event) {
        beforeAnswer = event;
    }

    /** Tells how many calls were made to publish something. */
    int attempts() {
        return attempts.get();
    }

    /** Tells how many replies were applied without an answer. */
    int lost() {
        return lost.get();
    }

    /** Tells how often each reply is shown. */
    synchronized Map<String, Long> copies() {
        return replies.stream()
                .collect(Collectors.groupingBy(
                        one -> proof.mark(one.key(), one.post(), one.text()), Collectors.counting()));
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private synchronized String page(HttpExchange exchange) throws IOException {
        String[] asked = body(exchange).split(" ", -1);
        int after = Integer.parseInt(asked[0]);
        int limit = Integer.parseInt(asked[1]);
        return feed.subList(Math.min(after, feed.size()), Math.min(after + limit, feed.size())).stream()
                .map(WirePost::line)
                .collect(Collectors.joining("\n"));
    }

    private void publish(HttpExchange exchange) throws IOException {
        String[] asked = body(exchange).split(" ", -1);
        int fate = fate();
        attempts.incrementAndGet();
        if (fate < 5) {
            answer(exchange, INTERNAL_ERROR, "");
        } else if (fate < 10) {
            answer(exchange, TOO_MANY, "");
        } else if (fate < 17) {
            lost.incrementAndGet();
            apply(asked);
            exchange.close();
        } else if (fate < 24) {
            lost.incrementAndGet();
            ScheduledFuture<?> unused = later.schedule(
                    () -> {
                        apply(asked);
                        exchange.close();
                    },
                    LATE_MILLIS,
                    TimeUnit.MILLISECONDS);
        } else {
            String nativeId = apply(asked).nativeId();
            beforeAnswer.run();
            answer(exchange, 200, nativeId);
        }
    }

    private synchronized int fate() {
        return calm ? FATES - 1 : random.nextInt(FATES);
    }

    private synchronized Reply apply(String... asked) {
        Optional<Reply> shown = proof == Proof.KEY
                ? replies.stream().filter(one -> one.key().equals(asked[0])).findFirst()
                : Optional.empty();
        return shown.orElseGet(() -> show(asked));
    }

    private Reply show(String... asked) {
        Reply reply = new Reply("reply-" + replies.size(), asked[0], asked[1], asked[2]);
        replies.add(reply);
        return reply;
    }

    private void find(HttpExchange exchange) throws IOException {
        String[] asked = body(exchange).split(" ", -1);
        if (fate() < 5) {
            answer(exchange, INTERNAL_ERROR, "");
        } else {
            Optional<Reply> found = saying(asked[0], asked[1]);
            answer(
                    exchange,
                    found.isPresent() ? 200 : 404,
                    found.map(Reply::nativeId).orElse(""));
        }
    }

    private synchronized Optional<Reply> saying(String post, String text) {
        return replies.stream()
                .filter(one -> one.post().equals(post) && one.text().equals(text))
                .findFirst();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        later.shutdownNow();
    }
}
