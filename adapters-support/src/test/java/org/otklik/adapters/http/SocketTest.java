package org.otklik.adapters.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.adapters.http.Failing.assertReason;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SocketTest {

    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Pattern KEY = Pattern.compile("(?i)Sec-WebSocket-Key: (\\S+)");
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CONTINUED = 0;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int LAST = 0x80;

    private final HttpTransport transport = JdkHttpTransport.of(HttpSettings.standard());

    /** What the network says after a proper handshake. */
    private interface Frames {
        void send(DataOutputStream out) throws IOException;
    }

    private static RawServer says(Frames frames) {
        return RawServer.open((server, line) -> {
            RawServer.say(line, welcome(server.readHead(line)));
            frames.send(new DataOutputStream(line.getOutputStream()));
            server.hang();
        });
    }

    private static String welcome(String head) {
        Matcher key = KEY.matcher(head);
        assertTrue(key.find(), head);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1")
                    .digest((key.group(1) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(UTF_8));
            return "HTTP/1.1 101 Yes\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                    + Base64.getEncoder().encodeToString(hash) + "\r\n\r\n";
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static void frame(DataOutputStream out, int kind, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeByte(kind);
        out.writeByte(127);
        out.writeLong(bytes.length);
        out.write(bytes);
        out.flush();
    }

    private static void shortFrame(DataOutputStream out, int kind, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeByte(kind);
        out.writeByte(bytes.length);
        out.write(bytes);
        out.flush();
    }

    private HttpTransport.MessageStream open(RawServer server) {
        return transport.socket(HttpCall.get(server.address("ws")).header("X-Own", "yes"));
    }

    @Test
    void messages_come_one_by_one_whole_and_pings_are_signs_of_life() throws IOException {
        Frames frames = out -> {
            shortFrame(out, TEXT | LAST, "раз");
            shortFrame(out, TEXT, "д");
            shortFrame(out, CONTINUED, "в");
            shortFrame(out, PING | LAST, "alive");
            shortFrame(out, CONTINUED | LAST, "а");
            shortFrame(out, BINARY | LAST, "nothing for us");
            shortFrame(out, TEXT | LAST, "три");
        };
        try (RawServer server = says(frames);
                HttpTransport.MessageStream messages = open(server)) {
            assertEquals("раз", messages.next(PATIENT));
            assertEquals("", messages.next(PATIENT));
            assertEquals("два", messages.next(PATIENT));
            assertEquals("три", messages.next(PATIENT));
            assertReason(HttpFailure.Reason.SILENT, () -> messages.next(SHORT));
            assertTrue(server.heads().get(0).contains("X-Own: yes"));
            assertTrue(server.heads().get(0).contains("User-Agent: otklik"));
        }
    }

    @Test
    void a_message_longer_than_a_million_characters_ends_the_stream() throws IOException {
        Frames frames = out -> {
            frame(out, TEXT, "x".repeat(1 << 20));
            frame(out, CONTINUED, "x".repeat(1 << 20));
        };
        try (RawServer server = says(frames);
                HttpTransport.MessageStream messages = open(server)) {
            assertReason(HttpFailure.Reason.TOO_LARGE, () -> messages.next(PATIENT));
            assertReason(HttpFailure.Reason.TOO_LARGE, () -> messages.next(PATIENT));
        }
    }

    @Test
    void a_farewell_or_a_cut_line_ends_the_stream() throws IOException {
        try (RawServer farewell = says(out -> shortFrame(out, CLOSE | LAST, ""));
                RawServer cut = RawServer.open((server, line) -> RawServer.say(line, welcome(server.readHead(line))));
                HttpTransport.MessageStream one = open(farewell);
                HttpTransport.MessageStream other = open(cut)) {
            assertReason(HttpFailure.Reason.BROKEN, () -> one.next(PATIENT));
            assertReason(HttpFailure.Reason.BROKEN, () -> other.next(PATIENT));
        }
    }

    @Test
    void another_thread_may_close_and_wakes_the_reader() throws IOException {
        try (RawServer server = says(out -> shortFrame(out, TEXT | LAST, "a"));
                HttpTransport.MessageStream messages = open(server)) {
            assertEquals("a", messages.next(PATIENT));
            RawServer.start(messages::close);

            assertReason(HttpFailure.Reason.BROKEN, () -> messages.next(PATIENT));
        }
    }

    @Test
    void a_refused_handshake_comes_with_its_status() throws IOException {
        RawServer.Script refuses = (server, line) -> {
            server.readHead(line);
            RawServer.say(line, "HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n");
        };
        try (RawServer server = RawServer.open(refuses)) {
            StreamRefused refusal = assertThrows(StreamRefused.class, () -> open(server));

            assertEquals(403, refusal.answer().status());
        }
    }

    @Test
    void a_handshake_that_nobody_answers_is_given_up() throws IOException {
        try (RawServer server = RawServer.open((self, line) -> self.hang())) {
            HttpCall call = HttpCall.get(server.address("ws")).within(new CallLimits(SHORT, 1000));

            assertReason(HttpFailure.Reason.TIMEOUT, () -> transport.socket(call));
        }
    }

    @Test
    void an_answer_that_is_no_handshake_is_broken() throws IOException {
        RawServer.Script nonsense = (RawServer server, Socket line) -> {
            server.readHead(line);
            RawServer.say(line, "nonsense\r\n\r\n");
        };
        try (RawServer server = RawServer.open(nonsense)) {
            assertReason(HttpFailure.Reason.BROKEN, () -> open(server));
        }
    }
}
