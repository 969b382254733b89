package org.otklik.adapters.twitter;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.spi.Cursor;
import org.otklik.spi.PostPage;

/**
 * Posts of the stream until they are polled; thread-safe. They are hints: what does not fit or is lost with the process
 * is found by the searches.
 *
 * <p>Each post has a number; a cursor names the last that was stored, so that a page which was not stored comes again.
 */
final class XBuffer {

    private static final int MOST = 10_000;

    private final String run;
    private final Deque<Numbered> waiting = new ArrayDeque<>();
    private long numbers;
    private long dropped;
    private Instant anew = Instant.MIN;

    /** Creates an empty buffer whose numbers nobody mistakes for those of another process. */
    XBuffer(long run) {
        this.run = Long.toString(run, Character.MAX_RADIX);
    }

    private record Numbered(long number, Post post) {}

    /** Adds a post; when there is no room the oldest goes, and the searches are to read again. */
    synchronized void add(Post post, Instant now) {
        if (waiting.size() == MOST) {
            waiting.removeFirst();
            dropped++;
            anew = now;
        }
        waiting.addLast(new Numbered(++numbers, post));
    }

    /** Notes that the stream lost nothing from now on, and may have lost everything before. */
    synchronized void connected(Instant now) {
        anew = now;
    }

    /** Since when nothing was lost; searches that were read before are to be read again. */
    synchronized Instant anew() {
        return anew;
    }

    synchronized long dropped() {
        return dropped;
    }

    synchronized PostPage poll(Optional<Cursor> cursor, int limit) {
        long stored = cursor.map(this::number).orElse(0L);
        while (!waiting.isEmpty() && waiting.getFirst().number() <= stored) {
            waiting.removeFirst();
        }
        List<PostChange> changes = new ArrayList<>();
        long last = stored;
        for (Numbered one : waiting) {
            if (changes.size() == Math.max(1, limit)) {
                break;
            }
            changes.add(new PostChange.Present(one.post()));
            last = one.number();
        }
        return PostPage.of(changes, new Cursor("1 " + run + " " + last), waiting.size() > changes.size());
    }

    /** A cursor of another process says nothing about this buffer. */
    private long number(Cursor cursor) {
        String[] parts = cursor.value().split(" ", -1);
        boolean ours = parts.length == 3 && parts[1].equals(run) && parts[2].matches("[0-9]{1,18}");
        return ours ? Long.parseLong(parts[2]) : 0;
    }
}
