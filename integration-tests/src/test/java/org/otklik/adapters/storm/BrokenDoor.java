package org.otklik.adapters.storm;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that speaks no whole sentence of HTTP; its threads end when it is closed. */
final class BrokenDoor implements AutoCloseable {

    /** How it is broken. */
    enum Way {
        /** The handshake of TLS is answered with words. */
        BROKEN_TLS("https"),
        /** Nothing ever comes, and the line stays open. */
        HALF_OPEN("http"),
        /** The line is reset as soon as it is there. */
        RESET("http"),
        /** One header follows the other without an end. */
        ENDLESS_HEAD("http");

        private final String scheme;

        Way(String scheme) {
            this.scheme = scheme;
        }
    }

    private final Way way;
    private final ServerSocket server;
    private final List<Socket> lines = new CopyOnWriteArrayList<>();

    private BrokenDoor(Way way, ServerSocket server) {
        this.way = way;
        this.server = server;
    }

    static BrokenDoor open(Way way) {
        try {
            BrokenDoor door = new BrokenDoor(way, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            door.start(door::accept);
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create(way.scheme + "://127.0.0.1:" + server.getLocalPort());
    }

    private void start(Runnable work) {
        Thread thread = new Thread(work, "broken-door");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket line = server.accept();
                lines.add(line);
                start(() -> talk(line));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket line) {
        try {
            switch (way) {
                case BROKEN_TLS ->
                    line.getOutputStream()
                            .write("220 good morning\r\n".repeat(20).getBytes(StandardCharsets.US_ASCII));
                case HALF_OPEN -> line.setKeepAlive(true);
                case RESET -> {
                    line.setSoLinger(true, 0);
                    line.close();
                }
                case ENDLESS_HEAD -> babble(line.getOutputStream());
            }
        } catch (IOException gone) {
            lines.remove(line);
        }
    }

    private static void babble(OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; ; i++) {
            out.write(("X-Header-" + i + ": and so on and so on\r\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket line : lines) {
                line.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
