package org.otklik.adapters.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server that does to each connection what no HTTP server would. */
final class RawServer implements AutoCloseable {

    private final ServerSocket server;
    private final Script script;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Queue<Socket> lines = new ConcurrentLinkedQueue<>();
    private final Queue<String> heads = new ConcurrentLinkedQueue<>();

    /** What happens on a connection. */
    interface Script {
        void play(RawServer server, Socket line) throws IOException, InterruptedException;
    }

    private RawServer(Script script) {
        this.script = script;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RawServer open(Script script) {
        RawServer opened = new RawServer(script);
        start(opened::accept);
        return opened;
    }

    static void start(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket line = server.accept();
                lines.add(line);
                start(() -> serve(line));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket line) {
        try (line) {
            script.play(this, line);
        } catch (IOException | InterruptedException e) {
            // The client has gone, or the test is over.
        }
    }

    /** Reads and notes a request up to its empty line; empty at the end of the connection. */
    String readHead(Socket line) throws IOException {
        InputStream in = line.getInputStream();
        StringBuilder head = new StringBuilder();
        int one = in.read();
        while (one >= 0) {
            head.append((char) one);
            if (head.toString().endsWith("\r\n\r\n")) {
                heads.add(head.toString());
                return head.toString();
            }
            one = in.read();
        }
        return "";
    }

    static void say(Socket line, String text) throws IOException {
        line.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        line.getOutputStream().flush();
    }

    /** Keeps the connection open until the test is over. */
    void hang() throws InterruptedException {
        closed.await();
    }

    /** Waits for a moment; true when the test is over. */
    boolean isOverAfter(long millis) throws InterruptedException {
        return closed.await(millis, TimeUnit.MILLISECONDS);
    }

    List<String> heads() {
        return List.copyOf(heads);
    }

    int port() {
        return server.getLocalPort();
    }

    URI address(String scheme) {
        return URI.create(scheme + "://127.0.0.1:" + port() + "/raw");
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        for (Socket line : lines) {
            line.close();
        }
    }
}
