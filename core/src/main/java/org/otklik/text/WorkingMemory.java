package org.otklik.text;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lends out memory to work in, so that reading one text after another leaves no garbage; thread-safe.
 *
 * <p>It keeps a few pieces, each at a place where one thread of many looks first, and never waits: a thread that finds
 * its place empty gets a new piece. It belongs to what uses it and goes with it; no thread holds on to it.
 *
 * @param <T> what is lent; for one thread at a time
 */
public final class WorkingMemory<T> {

    private static final int PLACES = 32;
    /** Places of different threads share no line of the cache. */
    private static final int APART = 16;

    private final AtomicReferenceArray<@Nullable T> kept = new AtomicReferenceArray<>(PLACES * APART);
    private final Supplier<? extends T> make;

    /**
     * Creates a memory that holds nothing yet.
     *
     * @param make makes a piece
     */
    public WorkingMemory(Supplier<? extends T> make) {
        this.make = Objects.requireNonNull(make, "make");
    }

    /**
     * Takes a piece out.
     *
     * @return a new one, or one as it was given back
     */
    public T take() {
        T piece = kept.getAndSet(place(), null);
        return piece == null ? make.get() : piece;
    }

    /**
     * Gives a piece back. Who fails while using it lets it go instead.
     *
     * @param piece what was taken; nobody may use it any more
     */
    public void giveBack(T piece) {
        kept.setRelease(place(), piece);
    }

    private static int place() {
        long thread = Thread.currentThread().getId() * 0x9E3779B97F4A7C15L;
        return (int) (thread >>> 59) * APART;
    }
}
