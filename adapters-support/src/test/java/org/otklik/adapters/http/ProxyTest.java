package org.otklik.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.otklik.adapters.http.Failing.assertReason;

import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.OtklikException;

class ProxyTest {

    private static final RawServer.Script WANTS_LOGIN = (server, line) -> {
        server.readHead(line);
        RawServer.say(line, "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n");
    };

    @TempDir
    private Path folder;

    @Test
    void a_proxy_that_wants_a_login_is_an_error_of_the_settings() throws Exception {
        try (RawServer proxy = RawServer.open(WANTS_LOGIN)) {
            HttpTransport transport = JdkHttpTransport.of(
                    HttpSettings.builder().proxy("127.0.0.1", proxy.port()).build());

            for (String scheme : List.of("http", "https")) {
                HttpCall call = HttpCall.get(URI.create(scheme + "://network.example/"));
                assertReason(HttpFailure.Reason.PROXY, () -> transport.send(call));
                assertReason(HttpFailure.Reason.PROXY, () -> transport.lines(call));
            }
            HttpCall socket = HttpCall.get(URI.create("ws://network.example/"));
            assertReason(HttpFailure.Reason.PROXY, () -> transport.socket(socket));
        }
    }

    @Test
    void calls_go_through_a_proxy_with_a_login_that_the_network_does_not_see() throws Exception {
        Process trial = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djdk.http.auth.tunneling.disabledSchemes=",
                        "-cp",
                        classPath(),
                        ProxyTrial.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();

        String said = new String(trial.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(
                List.of(
                        "tls 200 false",
                        "plain 200 proxy",
                        "plain PROXY",
                        "unreachable NOT_CONNECTED",
                        "forbidden PROXY",
                        "fresh PROXY"),
                said.lines().toList());
    }

    /** Where this test's classes are, whoever started it. */
    private static String classPath() {
        return Stream.of(ProxyTrial.class, HttpSettings.class, OtklikException.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(place -> Path.of(URI.create(place.toString())).toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }
}
