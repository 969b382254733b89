package org.otklik.adapters.meta;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.Cursor;
import org.otklik.spi.PostPage;

/** What one poll found so far; for one thread. */
final class Findings {

    private final List<PostChange> changes = new ArrayList<>();
    private final List<PostPage.Unreadable> unreadable = new ArrayList<>();
    private final Instant now;

    Findings(Instant now) {
        this.now = now;
    }

    void present(Post post) {
        changes.add(new PostChange.Present(post));
    }

    void gone(PostId id) {
        changes.add(new PostChange.Gone(id, now));
    }

    void unreadable(String nativeId, String reason) {
        unreadable.add(new PostPage.Unreadable(nativeId, reason));
    }

    int size() {
        return changes.size();
    }

    PostPage page(Cursor next, boolean more) {
        return new PostPage(changes, next, more, unreadable);
    }
}
