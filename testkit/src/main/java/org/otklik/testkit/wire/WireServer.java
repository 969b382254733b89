package org.otklik.testkit.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A fake network on a free port of the loopback interface; thread-safe. Closing it ends its threads and everything that
 * still hangs or drips.
 */
public final class WireServer implements AutoCloseable {

    private static final int MEGABYTE = 1 << 20;
    private static final int TEAPOT = 418;
    private static final int NO_LENGTH = 0;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(WireServer::daemon);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final WireService service;
    private final Queue<Misbehaviour> trouble = new ConcurrentLinkedQueue<>();
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Misbehaviour lasting;
    private volatile RequestInspector inspector = RequestInspector.none();

    private WireServer(WireService service) {
        this.service = service;
        // Without it each answer waits 40 ms for the client to acknowledge the headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("No fake network can be opened on the loopback interface.", e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setName("wire-server");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Opens a server.
     *
     * @param service what it does
     * @return the running server
     */
    public static WireServer open(WireService service) {
        return new WireServer(service);
    }

    /**
     * Tells where the server is.
     *
     * @return such as {@code http://127.0.0.1:40123}, without a slash at the end
     */
    public URI address() {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
    }

    /**
     * Sets who judges requests and answers.
     *
     * @param judge the inspector
     * @return this server
     */
    public WireServer inspectedBy(RequestInspector judge) {
        inspector = judge;
        return this;
    }

    /**
     * Lets the next requests meet trouble, one each.
     *
     * @param next in order
     */
    public void misbehave(Misbehaviour... next) {
        trouble.addAll(List.of(next));
    }

    /**
     * Lets every request meet trouble until {@link #heal()}.
     *
     * @param how which
     */
    public void keepMisbehaving(Misbehaviour how) {
        lasting = how;
    }

    /** Ends all trouble. */
    public void heal() {
        lasting = null;
        trouble.clear();
    }

    /**
     * Lists what the inspector objected to.
     *
     * @return in order
     */
    public List<String> violations() {
        return List.copyOf(violations);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** Says that the line is to break: the server drops a connection whose handler fails, closing ends it properly. */
    private static final class Cut extends IOException {

        private static final long serialVersionUID = 1L;

        Cut() {
            super("The fake breaks the line.");
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            converse(exchange);
        } catch (Cut cut) {
            throw cut;
        } catch (IOException | RuntimeException e) {
            exchange.close();
            throw e;
        }
        exchange.close();
    }

    private void converse(HttpExchange exchange) throws IOException {
        try {
            WireRequest request = new WireRequest(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    String.valueOf(
                            exchange.getRequestURI().getRawQuery() == null
                                    ? ""
                                    : exchange.getRequestURI().getRawQuery()),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes());
            Misbehaviour now = lasting;
            if (now == null) {
                now = trouble.poll();
            }
            if (now == null) {
                write(exchange, judged(request));
            } else {
                misbehave(exchange, request, now);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private WireAnswer judged(WireRequest request) {
        try {
            inspector.request(request);
            WireAnswer answer = service.answer(request);
            if (answer.status() != 0) {
                inspector.answer(request, answer);
            }
            return answer;
        } catch (RuntimeException | AssertionError e) {
            violations.add(request + ": " + e.getMessage());
            return WireAnswer.of(TEAPOT, "text/plain", String.valueOf(e.getMessage()));
        }
    }

    private static void write(HttpExchange exchange, WireAnswer answer) throws IOException, InterruptedException {
        if (answer.status() == 0) {
            return;
        }
        if (answer.stream().isPresent()) {
            pour(exchange, answer, answer.stream().get());
            return;
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    private static void pour(HttpExchange exchange, WireAnswer answer, WireStream stream)
            throws IOException, InterruptedException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        try {
            exchange.sendResponseHeaders(answer.status(), NO_LENGTH);
            OutputStream out = exchange.getResponseBody();
            out.flush();
            String piece = stream.next();
            while (!WireStream.isEnd(piece) && !WireStream.isCut(piece)) {
                out.write(piece.getBytes(StandardCharsets.UTF_8));
                out.flush();
                stream.written();
                piece = stream.next();
            }
            if (WireStream.isCut(piece)) {
                throw new Cut();
            }
            out.close();
        } finally {
            stream.closed();
        }
    }

    private void misbehave(HttpExchange exchange, WireRequest request, Misbehaviour how)
            throws IOException, InterruptedException {
        switch (how) {
            case CUT_BEFORE -> exchange.close();
            case CUT_AFTER -> judged(request);
            case HANG -> {
                judged(request);
                closed.await();
            }
            case DRIP -> drip(exchange, judged(request));
            case HUGE -> repeat(exchange, " ", 100 * MEGABYTE);
            case HTML -> write(exchange, WireAnswer.of(200, "text/html", "<html><body>502 Bad Gateway</body></html>"));
            case DEEP_JSON -> repeat(exchange, "[", 100_000);
            case WIDE_JSON ->
                write(exchange, WireAnswer.of(200, "application/json", "[" + "{},".repeat(999_999) + "{}]"));
            case HALF -> half(exchange, judged(request));
            case BAD_GATEWAY -> write(exchange, WireAnswer.of(502, "text/html", "<html>502</html>"));
            case REDIRECT ->
                write(exchange, WireAnswer.of(302, "text/plain", "").header("Location", address() + "/elsewhere"));
        }
    }

    private void drip(HttpExchange exchange, WireAnswer answer) throws IOException, InterruptedException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), NO_LENGTH);
        OutputStream out = exchange.getResponseBody();
        for (byte one : answer.body()) {
            out.write(one);
            out.flush();
            if (closed.await(100, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        out.close();
    }

    private static void repeat(HttpExchange exchange, String what, int times) throws IOException {
        byte[] piece = what.repeat(MEGABYTE / 16).getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(200, times);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int left = times; left > 0; left -= piece.length) {
                out.write(piece, 0, Math.min(left, piece.length));
            }
        }
    }

    private static void half(HttpExchange exchange, WireAnswer answer) throws IOException {
        byte[] body = answer.body();
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), Math.max(2, body.length));
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
    }
}
