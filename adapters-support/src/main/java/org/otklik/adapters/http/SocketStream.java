package org.otklik.adapters.http;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Text messages of a web socket. The next message is asked for when the reader wants one; a message in many parts is
 * bounded in all.
 */
final class SocketStream implements WebSocket.Listener, HttpTransport.MessageStream {

    private static final int LONGEST_MESSAGE = 1 << 20;

    private final HttpCall call;
    private final BlockingQueue<Arrival> arrived = new LinkedBlockingQueue<>();
    private final StringBuilder message = new StringBuilder();
    private volatile @Nullable WebSocket socket;
    private volatile boolean closed;
    private boolean asked;
    private @Nullable HttpFailure ended;

    SocketStream(HttpCall call) {
        this.call = call;
    }

    /** A message, or how the socket ended. */
    private record Arrival(String text, @Nullable HttpFailure end) {}

    /** Java calls this some time after the socket is open, and also for one that nobody waits for any more. */
    @Override
    public void onOpen(WebSocket given) {
        opened(given);
    }

    void opened(WebSocket opened) {
        socket = opened;
        if (closed) {
            opened.abort();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        if (part.length() > LONGEST_MESSAGE - message.length()) {
            fail(new HttpFailure(HttpFailure.Reason.TOO_LARGE, call));
            from.abort();
            return null;
        }
        message.append(part);
        if (last) {
            arrived.add(new Arrival(message.toString(), null));
            message.setLength(0);
        } else {
            from.request(1);
        }
        return null;
    }

    /** Nothing that we read is binary. */
    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer ignored) {
        return signOfLife();
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer ignored) {
        return signOfLife();
    }

    private @Nullable CompletionStage<?> signOfLife() {
        arrived.add(new Arrival("", null));
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        fail(new HttpFailure(HttpFailure.Reason.BROKEN, call));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        fail(Failures.of(call, failure));
    }

    private void fail(HttpFailure why) {
        arrived.add(new Arrival("", why));
    }

    @Override
    public String next(Duration silence) {
        if (ended != null) {
            throw ended;
        }
        askOnce();
        Arrival arrival = take(silence);
        if (arrival == null) {
            throw end(new HttpFailure(HttpFailure.Reason.SILENT, call));
        }
        if (arrival.end() != null) {
            throw end(arrival.end());
        }
        asked = false;
        return arrival.text();
    }

    private void askOnce() {
        WebSocket source = socket;
        if (!asked && source != null) {
            asked = true;
            source.request(1);
        }
    }

    private @Nullable Arrival take(Duration silence) {
        try {
            return arrived.poll(silence.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw end(new HttpFailure(HttpFailure.Reason.INTERRUPTED, call));
        }
    }

    private HttpFailure end(HttpFailure why) {
        ended = why;
        close();
        return why;
    }

    /** Cuts the line instead of a polite farewell, which a dead network would never answer; wakes the reader. */
    @Override
    public void close() {
        closed = true;
        WebSocket source = socket;
        if (source != null) {
            source.abort();
        }
        fail(new HttpFailure(HttpFailure.Reason.BROKEN, call));
    }
}
