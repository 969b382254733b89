package org.otklik.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers that are slow, endless, dumb or somewhere else than they say. */
class PinnedTransportTest {

    private static final CallLimits SHORT = new CallLimits(Duration.ofMillis(400), 16_384);
    private static final AddressRules LOOPBACK = AddressRules.publicOnly().allowing("127.0.0.0/8");

    private final PinnedTransport transport = PinnedTransport.of(HttpSettings.standard(), LOOPBACK);

    private static HttpCall call(URI address) {
        return HttpCall.json(address, "{}".getBytes(StandardCharsets.UTF_8)).within(SHORT);
    }

    private HttpFailure.Reason failureOf(RawServer.Script script) throws IOException {
        try (RawServer server = RawServer.open(script)) {
            return assertThrows(HttpFailure.class, () -> transport.send(call(server.address("http"))))
                    .reason();
        }
    }

    @Test
    void status_and_headers_come_back_past_an_answer_that_says_to_go_on() throws IOException {
        try (RawServer server = RawServer.open((raw, line) -> {
            raw.readHead(line);
            RawServer.say(line, "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 429 Slow down\r\nRetry-After: 7\r\n\r\nwords");
        })) {
            HttpAnswer answer = transport.send(call(server.address("http")));

            assertEquals(429, answer.status());
            assertEquals("7", answer.header("retry-after").orElseThrow());
            assertTrue(server.heads().get(0).startsWith("POST /raw HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()));
        }
    }

    @Test
    void a_silent_receiver_is_given_up_at_the_deadline() throws IOException {
        assertEquals(HttpFailure.Reason.TIMEOUT, failureOf((raw, line) -> raw.hang()));
    }

    @Test
    void a_receiver_that_drips_is_given_up_at_the_same_deadline() throws IOException {
        long before = System.nanoTime();

        HttpFailure.Reason reason = failureOf((raw, line) -> {
            raw.readHead(line);
            RawServer.say(line, "HTTP/1.1 200 OK\r\nX: ");
            while (!raw.isOverAfter(20)) {
                RawServer.say(line, "y");
            }
        });

        assertEquals(HttpFailure.Reason.TIMEOUT, reason);
        assertTrue(System.nanoTime() - before < Duration.ofSeconds(10).toNanos());
    }

    @Test
    void a_receiver_that_does_not_read_is_given_up_too() throws IOException {
        try (RawServer server = RawServer.open((raw, line) -> raw.hang())) {
            HttpCall large = HttpCall.json(server.address("http"), new byte[PinnedTransport.LARGEST_BODY])
                    .within(SHORT);

            assertEquals(
                    HttpFailure.Reason.TIMEOUT,
                    assertThrows(HttpFailure.class, () -> transport.send(large)).reason());
        }
    }

    @Test
    void an_endless_head_and_an_answer_that_is_no_http_are_broken() throws IOException {
        assertEquals(HttpFailure.Reason.BROKEN, failureOf((raw, line) -> {
            raw.readHead(line);
            RawServer.say(line, "HTTP/1.1 200 OK\r\nX: " + "y".repeat(20_000));
            raw.hang();
        }));
        assertEquals(HttpFailure.Reason.BROKEN, failureOf((raw, line) -> {
            raw.readHead(line);
            RawServer.say(line, "SSH-2.0-OpenSSH\r\n\r\n");
        }));
    }

    @Test
    void a_name_of_a_private_address_is_not_called() throws IOException {
        try (RawServer server = RawServer.open((raw, line) -> raw.readHead(line))) {
            PinnedTransport strict = PinnedTransport.of(HttpSettings.standard(), AddressRules.publicOnly());
            URI byName = URI.create("https://localhost:" + server.port() + "/");
            URI byNumber = URI.create("https://2130706433:" + server.port() + "/");

            assertThrows(ForbiddenAddressException.class, () -> strict.send(call(byName)));
            assertThrows(RuntimeException.class, () -> strict.send(call(byNumber)));
            assertThrows(ForbiddenAddressException.class, () -> strict.send(call(server.address("http"))));
            assertTrue(server.heads().isEmpty());
        }
    }

    @Test
    void an_address_with_a_user_and_a_public_one_without_tls_are_refused() {
        assertThrows(
                ForbiddenAddressException.class, () -> transport.send(call(URI.create("http://user:word@127.0.0.1/"))));
        assertThrows(ForbiddenAddressException.class, () -> transport.send(call(URI.create("http://8.8.8.8/"))));
    }

    @Test
    void a_body_beyond_the_buffers_is_refused_at_once() {
        HttpCall large = HttpCall.json(URI.create("http://127.0.0.1/"), new byte[PinnedTransport.LARGEST_BODY + 1]);

        assertThrows(IllegalArgumentException.class, () -> transport.send(large));
    }

    private static HttpFailure.Reason tls(TlsServer server, HttpSettings settings) {
        PinnedTransport through = PinnedTransport.of(settings, LOOPBACK);
        return assertThrows(HttpFailure.class, () -> through.send(call(server.address())))
                .reason();
    }

    @Test
    void over_tls_the_certificate_must_be_trusted_and_of_the_name_that_was_called(@TempDir Path folder)
            throws Exception {
        try (TlsServer server = TlsServer.open(folder, "ip:127.0.0.1")) {
            HttpSettings trusting = HttpSettings.builder().trust(server.pem()).build();

            assertEquals(
                    200,
                    PinnedTransport.of(trusting, LOOPBACK)
                            .send(call(server.address()))
                            .status());
            assertEquals(HttpFailure.Reason.TLS, tls(server, HttpSettings.standard()));
        }
    }

    @Test
    void a_trusted_certificate_of_another_name_is_refused(@TempDir Path folder) throws Exception {
        try (TlsServer server = TlsServer.open(folder, "dns:elsewhere.example")) {
            HttpSettings trusting = HttpSettings.builder().trust(server.pem()).build();

            assertEquals(HttpFailure.Reason.TLS, tls(server, trusting));
        }
    }
}
