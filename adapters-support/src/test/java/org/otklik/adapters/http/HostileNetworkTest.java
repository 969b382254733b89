package org.otklik.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.adapters.http.Failing.assertReason;
import static org.otklik.adapters.http.Failing.quickest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.otklik.testkit.wire.Misbehaviour;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireServer;

class HostileNetworkTest {

    private static final Duration DEADLINE = Duration.ofMillis(300);
    private static final Duration DEADLINE_AND_A_HALF = Duration.ofMillis(450);
    private static final CallLimits SHORT = new CallLimits(DEADLINE, 100_000);
    private static final CallLimits PATIENT = new CallLimits(Duration.ofSeconds(20), 100_000);

    private final HttpTransport transport = JdkHttpTransport.of(HttpSettings.standard());
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();
    private final WireServer network = WireServer.open(request -> {
        seen.add(request.method() + " " + request.path() + " " + request.text());
        return WireAnswer.of(200, "application/json", "{\"all\":\"" + "x".repeat(200) + "\"}");
    });

    @AfterEach
    void close() {
        network.close();
    }

    private HttpCall read(CallLimits limits) {
        return HttpCall.get(URI.create(network.address() + "/read")).within(limits);
    }

    private HttpCall post(CallLimits limits) {
        return HttpCall.form(URI.create(network.address() + "/post"), Map.of("a", "b c"))
                .within(limits);
    }

    @Test
    void a_call_brings_the_whole_answer() {
        HttpAnswer answer = transport.send(post(PATIENT));

        assertEquals(200, answer.status());
        assertTrue(answer.text().startsWith("{\"all\""));
        assertEquals("application/json", answer.header("content-type").orElseThrow());
        assertEquals("POST /post a=b+c", seen.remove());
    }

    @ParameterizedTest
    @EnumSource(
            value = Misbehaviour.class,
            names = {"DRIP", "HANG"})
    void the_deadline_holds_to_the_last_byte(Misbehaviour slow) throws Throwable {
        network.keepMisbehaving(slow);

        Duration took = quickest(() -> assertReason(HttpFailure.Reason.TIMEOUT, () -> transport.send(post(SHORT))));

        assertTrue(took.compareTo(DEADLINE_AND_A_HALF) < 0, took::toString);
    }

    @Test
    void headers_that_never_end_are_given_up() throws IOException {
        RawServer.Script endless = (server, line) -> {
            server.readHead(line);
            RawServer.say(line, "HTTP/1.1 200 OK\r\n");
            for (int i = 0; !server.isOverAfter(5); i++) {
                RawServer.say(line, "X-" + i + ": " + "x".repeat(100) + "\r\n");
            }
        };
        try (RawServer server = RawServer.open(endless)) {
            HttpCall call = HttpCall.get(server.address("http")).within(SHORT);

            assertReason(HttpFailure.Reason.TIMEOUT, () -> transport.send(call));
        }
    }

    @Test
    void a_line_on_which_nobody_speaks_is_given_up() throws IOException {
        try (RawServer server = RawServer.open((self, line) -> self.hang())) {
            HttpCall call = HttpCall.get(server.address("http")).within(SHORT);

            assertReason(HttpFailure.Reason.TIMEOUT, () -> transport.send(call));
        }
    }

    @Test
    void a_body_has_what_the_headers_left_of_the_deadline_and_its_connection_is_closed_then() throws Throwable {
        BlockingQueue<String> afterwards = new LinkedBlockingQueue<>();
        RawServer.Script stalls = (server, line) -> {
            server.readHead(line);
            server.isOverAfter(200);
            RawServer.say(line, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{");
            afterwards.add("the client said <" + server.readHead(line) + ">");
        };
        try (RawServer server = RawServer.open(stalls)) {
            HttpCall call = HttpCall.get(server.address("http")).within(SHORT);

            Duration took = quickest(() -> assertReason(HttpFailure.Reason.TIMEOUT, () -> transport.send(call)));

            assertTrue(took.compareTo(DEADLINE_AND_A_HALF) < 0, took::toString);
            assertEquals("the client said <>", afterwards.poll(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void each_of_two_bodies_that_stall_has_its_own_deadline() throws Throwable {
        RawServer.Script stalls = (server, line) -> {
            server.readHead(line);
            RawServer.say(line, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{");
            server.hang();
        };
        try (RawServer server = RawServer.open(stalls)) {
            HttpCall brief = HttpCall.get(server.address("http")).within(SHORT);
            HttpCall longer = brief.within(new CallLimits(DEADLINE.multipliedBy(4), 1000));
            transport.send(read(PATIENT));

            Duration took = quickest(() -> {
                CompletableFuture<Void> beside = CompletableFuture.runAsync(
                        () -> assertReason(HttpFailure.Reason.TIMEOUT, () -> transport.send(longer)), RawServer::start);
                assertReason(HttpFailure.Reason.TIMEOUT, () -> transport.send(brief));
                assertFalse(beside.isDone());
                beside.get(DEADLINE.multipliedBy(20).toMillis(), TimeUnit.MILLISECONDS);
            });

            assertTrue(took.compareTo(DEADLINE.multipliedBy(4)) >= 0, took::toString);
        }
    }

    @Test
    void a_body_of_unknown_length_is_whole_however_often_its_room_grows() throws IOException {
        RawServer.Script chunks = (server, line) -> {
            server.readHead(line);
            RawServer.say(line, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int i = 0; i < 90; i++) {
                RawServer.say(line, "3e8\r\n" + String.valueOf(i % 10).repeat(1000) + "\r\n");
            }
            RawServer.say(line, "0\r\n\r\n");
            server.hang();
        };
        try (RawServer server = RawServer.open(chunks)) {
            String body = transport
                    .send(HttpCall.get(server.address("http")).within(PATIENT))
                    .text();

            assertEquals(90_000, body.length());
            assertTrue(body.startsWith("0".repeat(1000) + "1") && body.endsWith("8" + "9".repeat(1000)));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Misbehaviour.class,
            names = {"HUGE", "WIDE_JSON"})
    void a_body_larger_than_allowed_is_given_up(Misbehaviour large) {
        network.misbehave(large);

        assertReason(HttpFailure.Reason.TOO_LARGE, () -> transport.send(read(PATIENT)));
    }

    @Test
    void a_body_that_is_announced_too_large_is_not_waited_for() throws IOException {
        RawServer.Script announces = (server, line) -> {
            server.readHead(line);
            RawServer.say(line, "HTTP/1.1 200 OK\r\nContent-Length: 104857600\r\n\r\n");
            server.hang();
        };
        try (RawServer server = RawServer.open(announces)) {
            HttpCall call = HttpCall.get(server.address("http")).within(PATIENT);

            assertReason(HttpFailure.Reason.TOO_LARGE, () -> transport.send(call));
        }
    }

    @Test
    void a_body_of_the_allowed_size_is_taken() {
        int size = transport.send(read(PATIENT)).body().length;

        assertEquals(
                size,
                transport
                        .send(read(new CallLimits(DEADLINE.multipliedBy(60), size)))
                        .body()
                        .length);
        assertReason(
                HttpFailure.Reason.TOO_LARGE,
                () -> transport.send(read(new CallLimits(DEADLINE.multipliedBy(60), size - 1))));
    }

    @Test
    void a_packed_answer_is_refused_because_it_may_be_a_bomb() throws IOException {
        RawServer.Script packed = (server, line) -> {
            server.readHead(line);
            RawServer.say(line, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc");
            server.hang();
        };
        try (RawServer server = RawServer.open(packed)) {
            HttpCall call = HttpCall.get(server.address("http")).within(PATIENT);

            assertReason(HttpFailure.Reason.BROKEN, () -> transport.send(call));
            assertReason(HttpFailure.Reason.BROKEN, () -> transport.lines(call));
            assertFalse(server.heads().get(0).toLowerCase(Locale.ROOT).contains("accept-encoding"));
        }
    }

    @Test
    void half_an_answer_is_none() {
        network.misbehave(Misbehaviour.HALF);

        assertReason(HttpFailure.Reason.BROKEN, () -> transport.send(read(PATIENT)));
    }

    @Test
    void an_answer_that_is_no_http_is_broken_and_not_quoted() throws IOException {
        RawServer.Script nonsense = (server, line) -> {
            server.readHead(line);
            RawServer.say(line, "SSH-2.0-canary\r\n\r\n");
        };
        try (RawServer server = RawServer.open(nonsense)) {
            HttpCall call = HttpCall.get(server.address("http")).within(PATIENT);

            assertReason(HttpFailure.Reason.BROKEN, () -> transport.send(call));
        }
    }

    @Test
    void a_redirect_is_not_followed() {
        network.misbehave(Misbehaviour.REDIRECT);

        assertEquals(302, transport.send(post(PATIENT)).status());
        assertTrue(seen.isEmpty());
    }

    @Test
    void an_answer_of_a_gateway_is_an_answer() {
        network.misbehave(Misbehaviour.BAD_GATEWAY, Misbehaviour.HTML);

        assertEquals(502, transport.send(read(PATIENT)).status());
        assertTrue(transport.send(read(PATIENT)).text().startsWith("<html>"));
    }

    @Test
    void an_error_without_its_usual_header_is_an_answer_too() throws IOException {
        RawServer.Script unauthorized = (server, line) -> {
            server.readHead(line);
            RawServer.say(line, "HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n");
        };
        try (RawServer server = RawServer.open(unauthorized)) {
            assertEquals(
                    401, transport.send(HttpCall.get(server.address("http"))).status());
        }
    }

    @Test
    void nobody_at_home_means_that_nothing_was_done() throws IOException {
        ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        gone.close();
        HttpCall call = HttpCall.get(URI.create("http://127.0.0.1:" + gone.getLocalPort() + "/"));

        assertReason(HttpFailure.Reason.NOT_CONNECTED, () -> transport.send(call));
        assertReason(HttpFailure.Reason.NOT_CONNECTED, () -> transport.lines(call));
    }

    @Test
    void a_post_goes_once_when_the_line_is_cut_before_the_answer() {
        network.misbehave(Misbehaviour.CUT_AFTER);

        assertReason(HttpFailure.Reason.BROKEN, () -> transport.send(post(PATIENT)));

        assertEquals(1, seen.size());
    }

    @Test
    void a_post_goes_once_on_a_kept_connection_that_the_network_cuts() throws IOException {
        RawServer.Script second = (server, line) -> {
            server.readHead(line);
            RawServer.say(line, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            server.readHead(line);
        };
        try (RawServer server = RawServer.open(second)) {
            HttpCall call = HttpCall.json(server.address("http"), "{}".getBytes(StandardCharsets.UTF_8));
            transport.send(HttpCall.get(server.address("http")));

            assertReason(HttpFailure.Reason.BROKEN, () -> transport.send(call));

            assertEquals(2, server.heads().size());
        }
    }

    @Test
    void an_interrupted_caller_stops_at_once_and_stays_interrupted() throws IOException {
        try (RawServer server = RawServer.open((self, line) -> self.hang())) {
            Thread.currentThread().interrupt();

            assertReason(
                    HttpFailure.Reason.INTERRUPTED,
                    () -> transport.send(HttpCall.get(server.address("http")).within(PATIENT)));

            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void threads_do_not_pile_up_behind_calls_that_hang() {
        network.keepMisbehaving(Misbehaviour.HANG);
        CallLimits blink = new CallLimits(Duration.ofMillis(15), 1000);
        for (int i = 0; i < 10; i++) {
            assertReason(HttpFailure.Reason.TIMEOUT, () -> transport.send(read(blink)));
        }
        long before = clientThreads();

        for (int i = 0; i < 60; i++) {
            assertReason(HttpFailure.Reason.TIMEOUT, () -> transport.send(read(blink)));
        }

        assertTrue(clientThreads() <= before + 2, () -> before + " became " + clientThreads());
    }

    private static long clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("HttpClient-"))
                .count();
    }
}
