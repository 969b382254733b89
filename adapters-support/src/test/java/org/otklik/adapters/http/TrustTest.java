package org.otklik.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.otklik.adapters.http.Failing.assertReason;
import static org.otklik.adapters.http.Failing.quickest;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {

    private static final CallLimits SHORT = new CallLimits(Duration.ofMillis(300), 1000);

    @TempDir
    private Path folder;

    @Test
    void a_certificate_that_nobody_trusts_ends_the_call_before_the_request() throws Exception {
        try (TlsServer server = TlsServer.open(folder, "ip:127.0.0.1")) {
            HttpTransport transport = JdkHttpTransport.of(HttpSettings.standard());

            assertReason(HttpFailure.Reason.TLS, () -> transport.send(HttpCall.get(server.address())));
            assertReason(HttpFailure.Reason.TLS, () -> transport.lines(HttpCall.get(server.address())));
        }
    }

    @Test
    void a_certificate_of_the_bundle_is_trusted() throws Exception {
        try (TlsServer server = TlsServer.open(folder, "ip:127.0.0.1")) {
            HttpSettings settings = HttpSettings.builder().trust(server.pem()).build();

            HttpAnswer answer = JdkHttpTransport.of(settings).send(HttpCall.get(server.address()));

            assertEquals(200, answer.status());
        }
    }

    @Test
    void the_hosts_own_context_is_used_as_it_is() throws Exception {
        try (TlsServer server = TlsServer.open(folder, "ip:127.0.0.1")) {
            HttpSettings settings =
                    HttpSettings.builder().trust(Trust.withBundle(server.pem())).build();

            HttpAnswer answer = JdkHttpTransport.of(settings).send(HttpCall.get(server.address()));

            assertEquals(200, answer.status());
        }
    }

    @Test
    void a_trusted_certificate_of_another_name_is_refused() throws Exception {
        try (TlsServer server = TlsServer.open(folder, "dns:elsewhere.example")) {
            HttpSettings settings = HttpSettings.builder().trust(server.pem()).build();
            HttpTransport transport = JdkHttpTransport.of(settings);

            assertReason(HttpFailure.Reason.TLS, () -> transport.send(HttpCall.get(server.address())));
        }
    }

    @Test
    void a_server_that_speaks_no_tls_is_found_out_before_the_request() throws Exception {
        RawServer.Script plain = (server, line) -> RawServer.say(line, "HTTP/1.1 400 Bad Request\r\n\r\n");
        try (RawServer server = RawServer.open(plain)) {
            HttpTransport transport = JdkHttpTransport.of(HttpSettings.standard());

            assertReason(HttpFailure.Reason.TLS, () -> transport.send(HttpCall.get(server.address("https"))));
        }
    }

    @Test
    void a_handshake_that_stalls_is_given_up_at_the_deadline() throws Throwable {
        try (RawServer server = RawServer.open((self, line) -> self.hang())) {
            HttpTransport transport = JdkHttpTransport.of(HttpSettings.standard());
            HttpCall call = HttpCall.get(server.address("https")).within(SHORT);

            Duration took = quickest(() -> assertReason(HttpFailure.Reason.TIMEOUT, () -> transport.send(call)));

            assertTrue(took.compareTo(Duration.ofMillis(450)) < 0, took::toString);
        }
    }
}
