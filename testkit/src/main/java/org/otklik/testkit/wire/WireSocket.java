package org.otklik.testkit.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** One open web socket, seen from the server; writing is thread-safe. */
final class WireSocket {

    private static final int FIN = 0x80;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int SHORT = 126;
    private static final int LONG = 127;
    private static final int MASK_LENGTH = 4;

    private final Socket socket;
    private final DataInputStream in;

    WireSocket(Socket socket, DataInputStream in) {
        this.socket = socket;
        this.in = in;
    }

    void say(String text) throws IOException {
        write(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    void ping() throws IOException {
        write(PING, new byte[0]);
    }

    /** Breaks the line without a word. */
    void cut() throws IOException {
        socket.close();
    }

    private synchronized void write(int kind, byte[] payload) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(FIN | kind);
        if (payload.length < SHORT) {
            frame.write(payload.length);
        } else if (payload.length <= 0xFFFF) {
            frame.write(SHORT);
            frame.writeBytes(ByteBuffer.allocate(Short.BYTES)
                    .putShort((short) payload.length)
                    .array());
        } else {
            frame.write(LONG);
            frame.writeBytes(
                    ByteBuffer.allocate(Long.BYTES).putLong(payload.length).array());
        }
        frame.writeBytes(payload);
        OutputStream out = socket.getOutputStream();
        out.write(frame.toByteArray());
        out.flush();
    }

    /** Reads what the client sends until it closes; answers pings. */
    void readToEnd() throws IOException {
        int first = in.read();
        while (first >= 0) {
            byte[] payload = payload();
            int kind = first & 0xF;
            if (kind == CLOSE) {
                write(CLOSE, payload);
                return;
            }
            if (kind == PING) {
                write(PONG, payload);
            }
            first = in.read();
        }
    }

    private byte[] payload() throws IOException {
        int second = in.readUnsignedByte();
        int length = second & ~FIN;
        if (length == SHORT) {
            length = in.readUnsignedShort();
        } else if (length == LONG) {
            length = Math.toIntExact(in.readLong());
        }
        byte[] mask = (second & FIN) == 0 ? new byte[MASK_LENGTH] : in.readNBytes(MASK_LENGTH);
        byte[] payload = in.readNBytes(length);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % MASK_LENGTH];
        }
        return payload;
    }
}
