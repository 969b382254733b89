package org.otklik.testkit.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A small server of web sockets and of plain requests beside them, on a free port of the loopback interface;
 * thread-safe. One connection takes one plain request.
 */
public final class WireSocketServer implements AutoCloseable {

    private static final int SWITCHING = 101;
    private static final String SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final ServerSocket server;
    private final WireService service;
    private final ExecutorService threads = Executors.newCachedThreadPool(WireSocketServer::daemon);
    private final List<WireSocket> open = new ArrayList<>();

    private WireSocketServer(WireService service) {
        this.service = service;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("No fake network can be opened on the loopback interface.", e);
        }
        threads.execute(this::accept);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "wire-socket-server");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Opens a server.
     *
     * @param service answers plain requests; its answer with status 101 to a request for a web socket opens it
     * @return the running server
     */
    public static WireSocketServer open(WireService service) {
        return new WireSocketServer(service);
    }

    /**
     * Tells where the server is.
     *
     * @return host and port, such as {@code 127.0.0.1:40123}
     */
    public String endpoint() {
        return InetAddress.getLoopbackAddress().getHostAddress() + ":" + server.getLocalPort();
    }

    /**
     * Says something on every open socket.
     *
     * @param text one message
     */
    public void say(String text) {
        each(socket -> socket.say(text));
    }

    /** Pings every open socket. */
    public void ping() {
        each(WireSocket::ping);
    }

    /** Breaks every open socket without a word. */
    public void cut() {
        each(WireSocket::cut);
    }

    /**
     * Waits until so many sockets are open.
     *
     * @param count at least, or exactly none if it is 0
     * @param longest how long, in real time
     * @return whether they are
     */
    public boolean await(int count, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        synchronized (open) {
            try {
                while (count == 0 ? !open.isEmpty() : open.size() < count) {
                    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                    if (left <= 0) {
                        return false;
                    }
                    open.wait(left);
                }
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    private interface Act {
        void on(WireSocket socket) throws IOException;
    }

    private void each(Act act) {
        List<WireSocket> now;
        synchronized (open) {
            now = List.copyOf(open);
        }
        for (WireSocket socket : now) {
            try {
                act.on(socket);
            } catch (IOException e) {
                left(socket);
            }
        }
    }

    private void left(WireSocket socket) {
        synchronized (open) {
            open.remove(socket);
            open.notifyAll();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A fake network does not close.", e);
        } finally {
            cut();
            threads.shutdownNow();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()))) {
            WireRequest request = read(in);
            if (request == null) {
                return;
            }
            WireAnswer answer = service.answer(request);
            if (answer.status() == SWITCHING) {
                socket.getOutputStream().write(welcome(request));
                talk(new WireSocket(socket, in));
            } else {
                socket.getOutputStream().write(plain(answer));
            }
        } catch (IOException e) {
            // The client went away; it will say so itself.
        }
    }

    private void talk(WireSocket socket) throws IOException {
        synchronized (open) {
            open.add(socket);
            open.notifyAll();
        }
        try {
            socket.readToEnd();
        } finally {
            left(socket);
        }
    }

    private static @Nullable WireRequest read(DataInputStream in) throws IOException {
        String[] start = line(in).split(" ", -1);
        if (start.length < 2) {
            return null;
        }
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    List.of(line.substring(colon + 1).trim()));
        }
        int length = Integer.parseInt(
                headers.getOrDefault("content-length", List.of("0")).get(0));
        int mark = start[1].indexOf('?');
        String path = mark < 0 ? start[1] : start[1].substring(0, mark);
        String query = mark < 0 ? "" : start[1].substring(mark + 1);
        return new WireRequest(start[0], path, query, headers, in.readNBytes(length));
    }

    private static String line(DataInputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int letter = in.read(); letter >= 0 && letter != '\n'; letter = in.read()) {
            line.write(letter);
        }
        return line.toString(StandardCharsets.ISO_8859_1).trim();
    }

    private static byte[] welcome(WireRequest request) {
        String key = request.header("Sec-WebSocket-Key").orElse("") + SALT;
        String proof = Base64.getEncoder().encodeToString(sha1(key.getBytes(StandardCharsets.US_ASCII)));
        return ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                        + proof + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The handshake of web sockets is made with SHA-1; nothing is protected by it. */
    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] plain(WireAnswer answer) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " -\r\nConnection: close\r\n");
        answer.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        head.append("Content-Length: " + answer.body().length + "\r\n\r\n");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(answer.body());
        return all.toByteArray();
    }
}
