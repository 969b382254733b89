package org.otklik.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Stands between one client and its server and counts how often the client speaks after the server spoke; thread-safe. */
final class TurnCounter implements AutoCloseable {

    /**
     * The driver sends its buffer when it is full, before it has said all. The server may answer the beginning by then, such
     * as the BEGIN, but the client does not wait for that.
     */
    private static final int BUFFER = 8_192;

    private final ServerSocket door;
    private final String host;
    private final int port;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicBoolean serverSpoke = new AtomicBoolean();
    private final AtomicBoolean clientGoesOn = new AtomicBoolean();

    TurnCounter(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Counts the turns since it was asked before. */
    int turns() {
        serverSpoke.set(true);
        return turns.getAndSet(0);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket server = new Socket(host, port);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                threads.execute(() -> pass(client, server, this::hearClient));
                threads.execute(() -> pass(server, client, length -> serverSpoke.set(true)));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void hearClient(int length) {
        boolean begins = !clientGoesOn.getAndSet(length % BUFFER == 0);
        if (serverSpoke.getAndSet(false) && begins) {
            turns.incrementAndGet();
        }
    }

    private static void pass(Socket from, Socket to, IntConsumer heard) {
        byte[] bytes = new byte[65_536];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                heard.accept(read);
                out.write(bytes, 0, read);
                out.flush();
            }
        } catch (IOException closed) {
            // The other side hung up.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
