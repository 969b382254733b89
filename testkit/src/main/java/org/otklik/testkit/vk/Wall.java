package org.otklik.testkit.vk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The wall of a user or community; posts and comments share one numbering. Guarded by the lock of its {@link Site}. */
final class Wall {

    private final long owner;
    private final Map<Integer, WallPost> posts = new HashMap<>();
    private final Map<Integer, WallComment> comments = new HashMap<>();
    private final List<WallPost> written = new ArrayList<>();
    private @Nullable List<WallPost> shown = new ArrayList<>();
    private @Nullable WallPost pinned;
    private int last;

    Wall(long owner) {
        this.owner = owner;
    }

    long owner() {
        return owner;
    }

    WallPost post(long from, long date, String text) {
        WallPost post = new WallPost(owner, ++last, from, date, text, true);
        posts.put(post.id(), post);
        written.add(post);
        if (shown != null) {
            shown.add(post);
        }
        return post;
    }

    WallComment comment(WallPost post, long from, long date, String text, @Nullable WallComment answered) {
        WallComment comment = new WallComment(post, ++last, from, date, text, answered);
        comments.put(comment.id(), comment);
        (answered == null ? post.top() : answered.root().thread()).add(comment);
        comment.changed();
        post.recount(1);
        return comment;
    }

    Optional<WallPost> post(int id) {
        return Optional.ofNullable(posts.get(id));
    }

    Optional<WallComment> comment(int id) {
        return Optional.ofNullable(comments.get(id));
    }

    void pin(WallPost post) {
        if (pinned != null) {
            pinned.pin(false);
        }
        pinned = post;
        post.pin(true);
    }

    /** Forgets which posts are shown, since one was deleted, hidden or restored. */
    void shuffled() {
        shown = null;
    }

    int size() {
        return shown().size();
    }

    private List<WallPost> shown() {
        List<WallPost> now = shown;
        if (now == null) {
            now = new ArrayList<>(written.stream().filter(Item::isVisible).toList());
            shown = now;
        }
        return now;
    }

    /** Returns a page, newest first, with the pinned post before all others. */
    List<WallPost> page(int offset, int count) {
        List<WallPost> visible = shown();
        WallPost first = pinned != null && pinned.isVisible() ? pinned : null;
        List<WallPost> page = new ArrayList<>(count);
        int place = offset;
        if (first != null && place == 0 && count > 0) {
            page.add(first);
        }
        int pinnedAt = first == null ? -1 : Collections.binarySearch(visible, first, Comparator.comparingInt(Item::id));
        place = first == null || place == 0 ? place : place - 1;
        int at = visible.size() - 1 - place;
        if (first != null && at <= pinnedAt) {
            at--;
        }
        for (; at >= 0 && page.size() < count; at--) {
            if (at != pinnedAt) {
                page.add(visible.get(at));
            }
        }
        return page;
    }
}
