package org.otklik.testkit.x;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who and what is on X; thread-safe. */
final class XStore {

    private static final long FIRST_USER = 1_400_000_000_000_000_001L;

    private final InstantSource time;
    private final Snowflakes ids = new Snowflakes();
    private final AtomicInteger written = new AtomicInteger();
    private final Map<String, XUser> users = new ConcurrentHashMap<>();
    private final Map<String, XUser> handles = new ConcurrentHashMap<>();
    private final NavigableMap<Long, XPost> posts = newestFirst();
    private final Map<String, NavigableMap<Long, XPost>> byAuthor = new ConcurrentHashMap<>();
    private final Map<String, NavigableMap<Long, XPost>> byMention = new ConcurrentHashMap<>();
    private final List<Consumer<XPost>> listeners = new CopyOnWriteArrayList<>();
    private volatile Duration lag = Duration.ZERO;

    XStore(InstantSource time) {
        this.time = time;
    }

    /** Pages are read from the newest post on, and the map walks fast in its own order only. */
    private static NavigableMap<Long, XPost> newestFirst() {
        return new ConcurrentSkipListMap<>(Comparator.reverseOrder());
    }

    Instant now() {
        return time.instant();
    }

    void lag(Duration duration) {
        lag = duration;
    }

    /** Lets somebody hear of each new post. */
    void onPost(Consumer<XPost> listener) {
        listeners.add(listener);
    }

    synchronized XUser user(String handle) {
        return handles.computeIfAbsent(handle.toLowerCase(Locale.ROOT), unknown -> {
            XUser fresh = new XUser(Long.toString(FIRST_USER + users.size() * 1_000L), handle);
            users.put(fresh.id, fresh);
            return fresh;
        });
    }

    Optional<XUser> byHandle(String handle) {
        return Optional.ofNullable(handles.get(handle.toLowerCase(Locale.ROOT)));
    }

    Optional<XUser> byId(String id) {
        return Optional.ofNullable(users.get(id));
    }

    XUser known(String id) {
        return byId(id).orElseThrow(() -> new IllegalArgumentException("The fake knows no user " + id + "."));
    }

    XPost post(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("The fake knows no post " + id + "."));
    }

    Optional<XPost> find(String id) {
        return Optional.ofNullable(posts.get(Long.parseLong(id)));
    }

    XPost write(XUser author, @Nullable XPost parent, @Nullable XPost quoted, String sent, boolean throughApi) {
        XPost post = create(author, parent, quoted, sent, throughApi);
        announce(post);
        return post;
    }

    /** Lets others hear of a post. */
    void announce(XPost post) {
        post.parent().ifPresent(parent -> parent.replies.incrementAndGet());
        listeners.forEach(listener -> listener.accept(post));
    }

    /** Creates a post of which nobody hears. */
    XPost create(XUser author, @Nullable XPost parent, @Nullable XPost quoted, String sent, boolean throughApi) {
        long id = ids.next(now());
        String mention = parent == null || parent.author == author ? "" : "@" + parent.author.handle + " ";
        String lead = sent.startsWith(mention.strip()) ? "" : mention;
        long conversation = parent == null ? id : parent.place.conversation();
        XPost post = new XPost(
                id,
                author,
                new XPost.Place(parent, quoted, conversation),
                sent,
                XText.of(lead, sent, written.incrementAndGet()),
                throughApi);
        keep(post);
        return post;
    }

    XPost edit(XPost old, String sent) {
        XPost changed = new XPost(
                ids.next(now()),
                old.author,
                old.place,
                sent,
                XText.of(old.text.plain().substring(0, old.text.lead()), sent, written.incrementAndGet()),
                old.throughApi);
        changed.history.addAll(0, old.history);
        for (String version : old.history) {
            XPost earlier = post(version);
            earlier.history.add(changed.idText());
            earlier.forgetRendered();
        }
        old.next = changed;
        keep(changed);
        listeners.forEach(listener -> listener.accept(changed));
        return changed;
    }

    private void keep(XPost post) {
        posts.put(post.id, post);
        byAuthor.computeIfAbsent(post.author.id, fresh -> newestFirst()).put(post.id, post);
        for (String handle : post.text.mentions()) {
            byMention.computeIfAbsent(handle, fresh -> newestFirst()).put(post.id, post);
        }
    }

    void delete(XPost post) {
        post.history.forEach(version -> post(version).deleted = true);
        post.parent().ifPresent(parent -> parent.replies.decrementAndGet());
    }

    /** All posts, newest first. */
    NavigableMap<Long, XPost> all() {
        return posts;
    }

    NavigableMap<Long, XPost> by(XUser author) {
        return byAuthor.getOrDefault(author.id, newestFirst());
    }

    NavigableMap<Long, XPost> mentioning(XUser user) {
        return byMention.getOrDefault(user.handle.toLowerCase(Locale.ROOT), newestFirst());
    }

    /** The texts that were sent through the API in answer to any version of a post, oldest first. */
    List<String> repliesThroughApi(String id) {
        XPost post = post(id);
        return posts.descendingMap().values().stream()
                .filter(one -> one.throughApi && !one.deleted && one.next == null)
                .filter(one -> one.parent()
                        .filter(parent -> post.history.contains(parent.idText()))
                        .isPresent())
                .map(one -> one.sent)
                .toList();
    }

    /** The least id that the index does not know yet. */
    long indexEnd() {
        return lag.isZero() ? Long.MAX_VALUE : Snowflakes.first(now().minus(lag).plusMillis(1));
    }
}
