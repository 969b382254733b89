package org.otklik.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.adapters.http.Failing.assertReason;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireServer;

class LinesTest {

    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n";

    private final HttpTransport transport = JdkHttpTransport.of(HttpSettings.standard());

    private static RawServer says(String text) {
        return RawServer.open((server, line) -> {
            server.readHead(line);
            RawServer.say(line, HEAD + text);
            server.hang();
        });
    }

    private HttpTransport.MessageStream open(RawServer server) {
        return transport.lines(HttpCall.get(server.address("http")));
    }

    @Test
    void lines_come_one_by_one_and_blank_ones_are_signs_of_life() throws IOException {
        try (RawServer server = says("{\"a\":\"да\"}\r\n\r\n\nb\n half");
                HttpTransport.MessageStream lines = open(server)) {
            assertEquals("{\"a\":\"да\"}", lines.next(PATIENT));
            assertEquals("", lines.next(PATIENT));
            assertEquals("", lines.next(PATIENT));
            assertEquals("b", lines.next(PATIENT));
            assertReason(HttpFailure.Reason.SILENT, () -> lines.next(SHORT));
            assertReason(HttpFailure.Reason.SILENT, () -> lines.next(SHORT));
        }
    }

    @Test
    void a_line_that_drips_and_never_ends_is_silence() throws IOException {
        RawServer.Script drip = (server, line) -> {
            server.readHead(line);
            RawServer.say(line, HEAD);
            while (!server.isOverAfter(10)) {
                RawServer.say(line, "x");
            }
        };
        try (RawServer server = RawServer.open(drip);
                HttpTransport.MessageStream lines = open(server)) {
            assertReason(HttpFailure.Reason.SILENT, () -> lines.next(SHORT));
        }
    }

    @Test
    void a_line_longer_than_a_million_characters_ends_the_stream() throws IOException {
        try (RawServer server = says("x".repeat((1 << 20) + 1));
                HttpTransport.MessageStream lines = open(server)) {
            assertReason(HttpFailure.Reason.TOO_LARGE, () -> lines.next(PATIENT));
            assertReason(HttpFailure.Reason.TOO_LARGE, () -> lines.next(PATIENT));
        }
    }

    @Test
    void a_stream_that_ends_says_so() throws IOException {
        RawServer.Script ends = (server, line) -> {
            server.readHead(line);
            RawServer.say(line, HEAD + "a\n");
        };
        try (RawServer server = RawServer.open(ends);
                HttpTransport.MessageStream lines = open(server)) {
            assertEquals("a", lines.next(PATIENT));
            assertReason(HttpFailure.Reason.BROKEN, () -> lines.next(PATIENT));
        }
    }

    @Test
    void another_thread_may_close_and_wakes_the_reader() throws IOException {
        try (RawServer server = says("a\n");
                HttpTransport.MessageStream lines = open(server)) {
            assertEquals("a", lines.next(PATIENT));
            RawServer.start(lines::close);

            assertReason(HttpFailure.Reason.BROKEN, () -> lines.next(PATIENT));
        }
    }

    @Test
    void a_reader_who_takes_nothing_slows_the_network_down() throws IOException, InterruptedException {
        AtomicLong said = new AtomicLong();
        RawServer.Script floods = (server, line) -> {
            server.readHead(line);
            RawServer.say(line, HEAD);
            String megabyte = ("x".repeat(1023) + "\n").repeat(1024);
            while (!server.isOverAfter(0)) {
                RawServer.say(line, megabyte);
                said.addAndGet(megabyte.length());
            }
        };
        try (RawServer server = RawServer.open(floods);
                HttpTransport.MessageStream lines = open(server)) {
            lines.next(PATIENT);
            long before = -1;
            while (before != said.get()) {
                before = said.get();
                server.isOverAfter(200);
            }

            assertTrue(before < 64 << 20, () -> said + " bytes were taken from the network.");
            for (int i = 0; i < 100_000; i++) {
                assertEquals(1023, lines.next(PATIENT).length());
            }
        }
    }

    @Test
    void a_refusal_comes_with_what_the_network_said() {
        WireServer refuses = WireServer.open(
                request -> WireAnswer.of(429, "application/json", "{\"why\":1}").header("Retry-After", "7"));
        try (refuses) {
            HttpCall call = HttpCall.get(URI.create(refuses.address() + "/stream?token=canary"));

            StreamRefused refusal = assertThrows(StreamRefused.class, () -> transport.lines(call));

            assertEquals(429, refusal.answer().status());
            assertEquals("{\"why\":1}", refusal.answer().text());
            assertEquals("7", refusal.answer().header("Retry-After").orElseThrow());
            assertTrue(!refusal.toString().contains("canary"), refusal::toString);
        }
    }

    @Test
    void a_stream_whose_headers_do_not_come_is_given_up() throws IOException {
        try (RawServer server = RawServer.open((self, line) -> self.hang())) {
            HttpCall call = HttpCall.get(server.address("http")).within(new CallLimits(SHORT, 1000));

            assertReason(HttpFailure.Reason.TIMEOUT, () -> transport.lines(call));
        }
    }
}
