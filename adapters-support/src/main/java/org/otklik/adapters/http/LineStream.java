package org.otklik.adapters.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an endless body into lines. At most one piece of the body waits here: the next is asked for when the reader has
 * used it up, so that a slow reader slows the network down instead of filling the memory.
 */
final class LineStream implements BodySubscriber<Body>, HttpTransport.MessageStream {

    private static final int LONGEST_LINE = 1 << 20;

    private final HttpCall call;
    private final BlockingQueue<Piece> arrived = new LinkedBlockingQueue<>();
    private final Deque<ByteBuffer> unread = new ArrayDeque<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private volatile @Nullable Subscription subscription;
    private volatile boolean closed;
    private @Nullable HttpFailure ended;

    LineStream(HttpCall call) {
        this.call = call;
    }

    /** Bytes, or how the body ended. */
    private record Piece(List<ByteBuffer> bytes, @Nullable HttpFailure end) {}

    @Override
    public CompletionStage<Body> getBody() {
        return CompletableFuture.completedFuture(new Body.Lines(this));
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        if (closed) {
            given.cancel();
        } else {
            given.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> items) {
        arrived.add(new Piece(List.copyOf(items), null));
    }

    @Override
    public void onError(Throwable failure) {
        arrived.add(new Piece(List.of(), Failures.of(call, failure)));
    }

    @Override
    public void onComplete() {
        arrived.add(new Piece(List.of(), new HttpFailure(HttpFailure.Reason.BROKEN, call)));
    }

    @Override
    public String next(Duration silence) {
        long start = System.nanoTime();
        while (true) {
            if (isLineComplete()) {
                return cutLine();
            }
            receive(silence.toNanos() - (System.nanoTime() - start));
        }
    }

    /** Moves unread bytes into the line up to the line's end. */
    private boolean isLineComplete() {
        while (!unread.isEmpty()) {
            ByteBuffer bytes = unread.element();
            while (bytes.hasRemaining()) {
                byte one = bytes.get();
                if (one == '\n') {
                    return true;
                }
                if (line.size() == LONGEST_LINE) {
                    throw end(new HttpFailure(HttpFailure.Reason.TOO_LARGE, call));
                }
                line.write(one);
            }
            unread.remove();
        }
        return false;
    }

    private String cutLine() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private void receive(long nanos) {
        if (ended != null) {
            throw ended;
        }
        Piece piece = take(nanos);
        if (piece == null) {
            throw end(new HttpFailure(HttpFailure.Reason.SILENT, call));
        }
        if (piece.end() != null) {
            throw end(piece.end());
        }
        unread.addAll(piece.bytes());
        Subscription source = subscription;
        if (source != null) {
            source.request(1);
        }
    }

    private @Nullable Piece take(long nanos) {
        try {
            return arrived.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
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

    /** Closes the connection, which waits for no answer, and wakes the reader. */
    @Override
    public void close() {
        closed = true;
        Subscription source = subscription;
        if (source != null) {
            source.cancel();
        }
        onComplete();
    }
}
