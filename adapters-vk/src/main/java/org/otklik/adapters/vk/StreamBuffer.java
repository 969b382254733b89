package org.otklik.adapters.vk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.otklik.post.PostChange;
import org.otklik.spi.Cursor;
import org.otklik.spi.PostPage;

/**
 * What the stream brought and nobody polled yet; bounded, thread-safe. What does not fit, or is lost with the process,
 * the searches find.
 */
final class StreamBuffer {

    private static final int MOST = 2_000;
    private static final Cursor CURSOR = new Cursor("1|stream");

    private final Deque<PostChange> changes = new ArrayDeque<>();
    private long overflown;

    synchronized void add(PostChange change) {
        if (changes.size() < MOST) {
            changes.add(change);
        } else {
            overflown++;
        }
    }

    synchronized boolean isEmpty() {
        return changes.isEmpty();
    }

    synchronized long overflown() {
        return overflown;
    }

    synchronized PostPage drain(int limit) {
        List<PostChange> page = new ArrayList<>();
        while (page.size() < limit && !changes.isEmpty()) {
            page.add(changes.remove());
        }
        return PostPage.of(page, CURSOR, !changes.isEmpty());
    }
}
