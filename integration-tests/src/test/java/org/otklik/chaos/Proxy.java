package org.otklik.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The wire between workers and server; thread-safe. What it swallowed it delivers when it is healed, as a real network
 * does: a commit may arrive long after the client gave up.
 */
final class Proxy implements AutoCloseable {

    private static final int CHUNK = 8_192;
    private static final int DRIP = 64;
    private static final int DRIP_MILLIS = 15;
    private static final int LOOK_MILLIS = 20;

    /** What the wire does to bytes. */
    enum Mode {
        PASS,
        /** All connections break, and new ones are closed at once. */
        CUT,
        /** Nothing arrives, nothing is closed. */
        BLACK_HOLE,
        /** A few bytes at a time. */
        DRIP
    }

    private final int target;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Mode mode = Mode.PASS;

    Proxy(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void mode(Mode next) {
        mode = next;
        if (next == Mode.CUT) {
            open.forEach(Proxy::close);
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                threads.execute(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        open.add(client);
        try {
            await();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(server);
            threads.execute(() -> pump(client, server));
            pump(server, client);
        } catch (IOException refused) {
            close(client);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[CHUNK];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                deliver(out, buffer, length);
            }
        } catch (IOException broken) {
            // Both ends learn of it by being closed.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void deliver(OutputStream out, byte[] bytes, int length) throws IOException {
        for (int at = 0; at < length; ) {
            await();
            int part = mode == Mode.DRIP ? Math.min(DRIP, length - at) : length - at;
            if (mode == Mode.DRIP) {
                pause(DRIP_MILLIS);
            }
            out.write(bytes, at, part);
            out.flush();
            at += part;
        }
    }

    private void await() throws IOException {
        while (mode == Mode.BLACK_HOLE) {
            pause(LOOK_MILLIS);
        }
        if (mode == Mode.CUT) {
            throw new IOException("cut");
        }
    }

    private static void pause(int millis) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException already) {
            // It is closed, then.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(Proxy::close);
        threads.shutdownNow();
    }
}
