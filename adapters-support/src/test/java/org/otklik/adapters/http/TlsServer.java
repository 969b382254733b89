package org.otklik.adapters.http;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server over TLS with a certificate that Java's keytool signs by itself when the test runs. */
final class TlsServer implements AutoCloseable {

    private static final char[] PASSWORD = "only-for-this-test".toCharArray();

    private final Path keys;
    private final Path pem;
    private final HttpsServer server;

    private TlsServer(Path folder, String name) throws IOException, GeneralSecurityException, InterruptedException {
        keys = folder.resolve("keys.p12");
        pem = folder.resolve("certificate.pem");
        String[] store = {"-keystore", keys.toString(), "-storepass", new String(PASSWORD), "-alias", "one"};
        keytool(store, "-genkeypair", "-keyalg", "EC", "-dname", "CN=test", "-ext", "san=" + name, "-validity", "2");
        keytool(store, "-exportcert", "-rfc", "-file", pem.toString());
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context()));
        server.createContext("/", exchange -> {
            try (exchange;
                    OutputStream out = exchange.getResponseBody()) {
                byte[] body = String.valueOf(exchange.getRequestHeaders().containsKey("Proxy-Authorization"))
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                out.write(body);
            }
        });
        server.start();
    }

    /** Opens a server whose certificate holds for a name, such as {@code ip:127.0.0.1}. */
    static TlsServer open(Path folder, String name) throws IOException, GeneralSecurityException, InterruptedException {
        return new TlsServer(folder, name);
    }

    private static void keytool(String[] store, String... command) throws IOException, InterruptedException {
        List<String> words = Stream.concat(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString()),
                        Stream.concat(Arrays.stream(command), Arrays.stream(store)))
                .toList();
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        byte[] said = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IOException(new String(said, StandardCharsets.UTF_8));
        }
    }

    /** What the server presents, which a client may take as its own settings too. */
    private SSLContext context() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    Path pem() {
        return pem;
    }

    int port() {
        return server.getAddress().getPort();
    }

    URI address() {
        return URI.create("https://127.0.0.1:" + port() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
