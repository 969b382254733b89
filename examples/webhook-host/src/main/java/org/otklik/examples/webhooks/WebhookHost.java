package org.otklik.examples.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.otklik.IncidentDesk;
import org.otklik.post.AccountId;
import org.otklik.spi.WebhookAnswer;
import org.otklik.spi.WebhookRequest;

/**
 * Takes the webhooks of a desk with the server of the JDK: what is too large, too slow, packed or unknown never reaches
 * the desk, and what the desk took was stored before it is answered.
 */
public final class WebhookHost implements AutoCloseable {

    private static final int LARGEST = 1 << 20;
    private static final int THREADS = 16;
    private static final WebhookAnswer UNKNOWN = WebhookAnswer.text(404, "");
    private static final WebhookAnswer TOO_LARGE = WebhookAnswer.text(413, "");
    private static final WebhookAnswer PACKED = WebhookAnswer.text(415, "");

    private final IncidentDesk desk;
    private final Map<String, AccountId> accounts;
    private final ReadingDeadline deadline;
    private final HttpServer server;

    private WebhookHost(IncidentDesk desk, Map<String, AccountId> accounts, Duration patience, HttpServer server) {
        this.desk = desk;
        this.accounts = Map.copyOf(accounts);
        this.deadline = new ReadingDeadline(THREADS, patience);
        this.server = server;
    }

    /**
     * Opens a host.
     *
     * @param at where to listen; behind a proxy that speaks TLS
     * @param desk who takes the webhooks; stays open when the host is closed
     * @param accounts whose webhooks arrive at which path; a path has a part that cannot be guessed
     * @param patience how long a request may take to arrive
     * @return the running host
     * @throws IOException if the address is not free
     */
    public static WebhookHost open(
            InetSocketAddress at, IncidentDesk desk, Map<String, AccountId> accounts, Duration patience)
            throws IOException {
        HttpServer server = HttpServer.create(at, 0);
        WebhookHost host = new WebhookHost(desk, accounts, patience, server);
        server.setExecutor(host.deadline);
        server.createContext("/", host::handle);
        server.start();
        return host;
    }

    /**
     * Tells where the host listens.
     *
     * @return the port
     */
    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<AccountId> account =
                    Optional.ofNullable(accounts.get(exchange.getRequestURI().getPath()));
            if (account.isEmpty()) {
                answer(exchange, UNKNOWN);
            } else if (isPacked(exchange)) {
                answer(exchange, PACKED);
            } else if (announced(exchange) > LARGEST) {
                answer(exchange, TOO_LARGE);
            } else {
                take(exchange, account.get());
            }
        }
    }

    /** Nothing is unpacked here: a few bytes may become gigabytes. */
    private static boolean isPacked(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Encoding"))
                .filter(coding -> !coding.equalsIgnoreCase("identity"))
                .isPresent();
    }

    private static long announced(HttpExchange exchange) {
        try {
            return Long.parseLong(
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Length"))
                            .orElse("0"));
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private void take(HttpExchange exchange, AccountId account) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
        if (!deadline.wasReadInTime()) {
            return;
        }
        answer(exchange, body.length > LARGEST ? TOO_LARGE : desk.webhooks().receive(account, request(exchange, body)));
    }

    /** Behind a proxy the sender's address would come from the header that only this proxy sets. */
    private static WebhookRequest request(HttpExchange exchange, byte[] body) {
        return WebhookRequest.of(
                exchange.getRequestMethod(),
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
                exchange.getRequestHeaders(),
                body,
                Optional.of(exchange.getRemoteAddress().getAddress().getHostAddress()));
    }

    private static void answer(HttpExchange exchange, WebhookAnswer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        deadline.close();
    }
}
