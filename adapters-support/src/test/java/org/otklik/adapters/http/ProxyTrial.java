package org.otklik.adapters.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;

/** Calls through a proxy that wants a login, in a Java of its own, because a system property decides when Java starts. */
final class ProxyTrial {

    private static final String LOGIN =
            "Proxy-Authorization: Basic " + Base64.getEncoder().encodeToString("user:right".getBytes(UTF_8));

    private ProxyTrial() {}

    /** Prints what came of each call, a line each. */
    public static void main(String[] folder) throws Exception {
        AtomicReference<String> password = new AtomicReference<>("right");
        try (TlsServer network = TlsServer.open(Path.of(folder[0]), "ip:127.0.0.1");
                RawServer proxy = RawServer.open(ProxyTrial::serve)) {
            HttpTransport transport = JdkHttpTransport.of(HttpSettings.builder()
                    .proxy("127.0.0.1", proxy.port())
                    .proxyLogin("user", password::get)
                    .trust(network.pem())
                    .build());

            System.out.println("tls " + outcome(transport, network.address()));
            System.out.println("plain " + outcome(transport, URI.create("http://plain.example/")));
            password.set("wrong");
            System.out.println("plain " + outcome(transport, URI.create("http://plain.example/")));
            System.out.println("unreachable " + outcome(transport, URI.create("https://127.0.0.1:1/")));
            System.out.println("forbidden " + outcome(transport, URI.create("https://127.0.0.1:2/")));
            System.out.println("fresh " + outcome(transport, URI.create("https://localhost:" + network.port() + "/")));
        }
        System.exit(0);
    }

    private static String outcome(HttpTransport transport, URI address) {
        try {
            HttpAnswer answer = transport.send(HttpCall.get(address));
            return answer.status() + " " + answer.text();
        } catch (HttpFailure e) {
            return e.reason().toString();
        }
    }

    private static void serve(RawServer proxy, Socket line) throws IOException, InterruptedException {
        for (String head = proxy.readHead(line); !head.isEmpty(); head = proxy.readHead(line)) {
            if (head.startsWith("CONNECT 127.0.0.1:1 ")) {
                RawServer.say(line, "HTTP/1.1 504 Unreachable\r\nContent-Length: 0\r\n\r\n");
                return;
            }
            if (head.startsWith("CONNECT 127.0.0.1:2 ")) {
                RawServer.say(line, "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
                return;
            }
            if (!head.contains(LOGIN)) {
                RawServer.say(
                        line, "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n");
            } else if (head.startsWith("CONNECT ")) {
                tunnel(line, Integer.parseInt(head.substring(head.indexOf(':') + 1, head.indexOf(" HTTP"))));
                return;
            } else {
                RawServer.say(line, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nproxy");
            }
        }
    }

    private static void tunnel(Socket line, int port) throws IOException {
        try (Socket network = new Socket(InetAddress.getLoopbackAddress(), port)) {
            RawServer.say(line, "HTTP/1.1 200 OK\r\n\r\n");
            RawServer.start(() -> copy(network, line));
            copy(line, network);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of both has hung up.
        }
    }
}
