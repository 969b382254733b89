package org.otklik.testkit.wire;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An endless answer that a test writes while the client reads; closed from either side; thread-safe. */
public final class WireStream {

    private static final String END = new String("end");
    private static final String CUT = new String("cut");

    private final BlockingQueue<String> pieces = new LinkedBlockingQueue<>();
    private final AtomicInteger unwritten = new AtomicInteger();
    private volatile boolean open = true;

    private WireStream() {}

    /**
     * Returns a stream that nothing was written to yet.
     *
     * @return the stream
     */
    public static WireStream empty() {
        return new WireStream();
    }

    /**
     * Sends a piece at once, such as a line with its end.
     *
     * @param piece sent as UTF-8 in a chunk of its own
     * @return this stream
     */
    public WireStream write(String piece) {
        if (open) {
            unwritten.incrementAndGet();
            pieces.add(piece);
        }
        return this;
    }

    /** Ends the answer properly, after all that was written before. */
    public void end() {
        pieces.add(END);
    }

    /** Breaks the line, after all that was written before. */
    public void cut() {
        pieces.add(CUT);
    }

    /**
     * Tells whether the stream still goes on; that a client left is seen at the next piece but one that is written to
     * it.
     *
     * @return false after either side closed it
     */
    public boolean isOpen() {
        return open;
    }

    /**
     * Waits until all that was written has left the server.
     *
     * @param millis longest wait
     * @return whether it has, or the stream is closed
     */
    public synchronized boolean drained(long millis) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            while (open && unwritten.get() > 0) {
                long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !open || unwritten.get() == 0;
    }

    /** Takes the next piece. */
    String next() throws InterruptedException {
        return pieces.take();
    }

    @SuppressWarnings("ReferenceEquality")
    static boolean isEnd(String piece) {
        return piece == END;
    }

    @SuppressWarnings("ReferenceEquality")
    static boolean isCut(String piece) {
        return piece == CUT;
    }

    synchronized void written() {
        unwritten.decrementAndGet();
        notifyAll();
    }

    synchronized void closed() {
        open = false;
        notifyAll();
    }
}
