package org.otklik.testkit.x;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A post on X, one version of it; what changes is volatile. */
final class XPost {

    /** Where a post hangs: what it answers, what it quotes, where its conversation began. */
    record Place(@Nullable XPost parent, @Nullable XPost quoted, long conversation) {}

    final long id;
    final XUser author;
    final Place place;
    /** As it was sent. */
    final String sent;
    /** As X shows it, with the automatic mentions. */
    final XText text;

    final boolean throughApi;
    final List<String> history;
    final AtomicInteger replies = new AtomicInteger();
    volatile boolean deleted;
    volatile boolean hidden;
    volatile boolean ghost;
    volatile @Nullable XPost next;
    volatile @Nullable Spot spot;
    private volatile @Nullable Rendered rendered;

    /** Where the author was. */
    record Spot(String placeId, String placeName, double longitude, double latitude) {}

    private record Rendered(String key, int replies, String json) {}

    XPost(long id, XUser author, Place place, String sent, XText text, boolean throughApi) {
        this.id = id;
        this.author = author;
        this.place = place;
        this.sent = sent;
        this.text = text;
        this.throughApi = throughApi;
        this.history = new CopyOnWriteArrayList<>(List.of(Long.toString(id)));
    }

    String idText() {
        return Long.toString(id);
    }

    Instant time() {
        return Snowflakes.time(id);
    }

    /** Whether strangers see it. */
    boolean isPublic() {
        return !deleted && !ghost && !author.isProtected && next == null;
    }

    /** Whether the author of this post addressed somebody. */
    boolean addresses(XUser user) {
        XPost quoted = place.quoted();
        XPost parent = place.parent();
        return text.mentions().contains(user.handle.toLowerCase(Locale.ROOT))
                || (quoted != null && quoted.author == user)
                || (parent != null && parent.author == user);
    }

    boolean isReply() {
        return place.parent() != null;
    }

    Set<String> words() {
        return text.words();
    }

    String rendered(String key, Function<XPost, String> fresh) {
        Rendered last = rendered;
        int count = replies.get();
        if (last == null || !last.key.equals(key) || last.replies != count) {
            last = new Rendered(key, count, fresh.apply(this));
            rendered = last;
        }
        return last.json;
    }

    void forgetRendered() {
        rendered = null;
    }

    Optional<XPost> parent() {
        return Optional.ofNullable(place.parent());
    }
}
