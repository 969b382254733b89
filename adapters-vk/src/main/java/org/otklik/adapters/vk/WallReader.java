package org.otklik.adapters.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.json.Fields;
import org.otklik.post.Post;
import org.otklik.spi.PostPage;

/**
 * Reads a wall in rounds: the newest posts down to the known ones, then the comments of posts where their number
 * changed, and in turn those of one more post, so that edits and deletions are noticed too. One call a step; after each
 * the cursor is good to go on from.
 */
final class WallReader {

    private static final int LEAST = 5;
    private static final int MOST = 100;
    private static final int STEPS = 20;

    private final VkCalls calls;
    private final VkSettings settings;
    private final Items items;
    private final ClosedPosts closed;
    private final long owner;
    private final Instant now;
    private final int count;
    private final WallMemory memory;
    private final Findings findings;

    WallReader(Means means, VkCalls calls, long owner, WallMemory memory, int limit, Instant now) {
        this.calls = calls;
        this.settings = means.settings();
        this.items = means.items();
        this.closed = means.closed();
        this.owner = owner;
        this.memory = memory;
        this.count = Math.max(LEAST, Math.min(MOST, limit));
        this.now = now;
        this.findings = new Findings(now);
    }

    /** What readers of walls share. */
    record Means(VkSettings settings, Items items, ClosedPosts closed) {}

    /** Reads until enough was found or the round is over; a failure after a step keeps what was found. */
    PostPage read(int limit) {
        if (memory.atRest()) {
            memory.posts = WallMemory.Place.START;
        }
        boolean failed = false;
        for (int steps = 0; steps < STEPS && !failed && !memory.atRest() && findings.size() < limit; steps++) {
            try {
                step();
            } catch (CallFailed e) {
                if (steps == 0) {
                    throw e;
                }
                failed = true;
            }
        }
        if (memory.atRest()) {
            memory.readAt = now.getEpochSecond();
            memory.turn++;
        }
        return findings.page(memory.toCursor(), !memory.atRest() && !failed);
    }

    private void step() {
        WallMemory.Place place = memory.posts;
        if (place != null) {
            readPosts(place);
            return;
        }
        WallMemory.Talk talk = memory.talk;
        if (talk == null) {
            talk = new WallMemory.Talk(memory.waiting.remove());
        }
        new CommentReader(calls, items, owner, count, memory, findings).step(talk);
    }

    private void readPosts(WallMemory.Place place) {
        JsonNode wall = calls.call(
                "wall.get",
                Map.of(
                        "owner_id",
                        String.valueOf(owner),
                        "offset",
                        String.valueOf(place.offset()),
                        "count",
                        String.valueOf(count),
                        "extended",
                        "1"));
        List<JsonNode> page = Fields.items(wall, "items").toList();
        long total = Fields.number(wall, "count").orElse(0);
        if (hasSlipped(page, place)) {
            memory.posts = new WallMemory.Place(Math.max(0, place.offset() - count), place.low());
            return;
        }
        long low = page.stream()
                .filter(item -> !isPinned(item))
                .mapToLong(item -> Fields.number(item, "id").orElse(Long.MAX_VALUE))
                .min()
                .orElse(Long.MAX_VALUE);
        boolean end = page.isEmpty() || place.offset() + page.size() >= total;
        Collection<Long> gone = gone(page, end ? 0 : low, place.low());
        boolean first = memory.top == 0;
        boolean done = end || (first ? place.offset() + page.size() >= settings.recentPosts() : low <= lowestWanted());
        Names names = Names.of(wall);
        page.forEach(item -> take(item, names));
        gone.forEach(id -> {
            memory.known.remove(id);
            findings.gone(NativeId.ofPost(owner, id).id());
        });
        memory.keep(settings.recentPosts());
        if (done) {
            endPosts();
        } else {
            // One is read twice: if it is no longer there, something above it was deleted and others have slipped up.
            memory.posts = new WallMemory.Place(place.offset() + page.size() - 1, Math.min(low, place.low()));
        }
    }

    private static boolean isPinned(JsonNode item) {
        return Fields.flag(item, "is_pinned").orElse(false);
    }

    private static boolean hasSlipped(List<JsonNode> page, WallMemory.Place place) {
        long highest = page.stream()
                .filter(item -> !isPinned(item))
                .mapToLong(item -> Fields.number(item, "id").orElse(0))
                .max()
                .orElse(0);
        return place.offset() > 0 && highest < place.low();
    }

    /** Down to the oldest remembered post; after a silence in which more than those were written, to the known ones. */
    private long lowestWanted() {
        return memory.known.isEmpty() ? memory.top : Math.min(memory.top, memory.known.firstKey());
    }

    /** Known posts that should stand on this page and do not; VK is asked for each, since pages may shift. */
    private Collection<Long> gone(List<JsonNode> page, long from, long before) {
        Set<Long> missing = from >= before
                ? new HashSet<>()
                : new HashSet<>(memory.known.subMap(from, true, before, false).keySet());
        page.forEach(item -> Fields.number(item, "id").ifPresent(missing::remove));
        if (missing.isEmpty()) {
            return missing;
        }
        String ids = missing.stream()
                .map(id -> NativeId.ofPost(owner, id).toString())
                .collect(Collectors.joining(","));
        JsonNode found = calls.call("wall.getById", Map.of("posts", ids));
        for (JsonNode item : found.isArray() ? found : found.path("items")) {
            if (!Items.isDeleted(item)) {
                Fields.number(item, "id").ifPresent(missing::remove);
            }
        }
        return missing;
    }

    private void take(JsonNode item, Names names) {
        Optional<NativeId> id = Items.postId(item, owner).filter(one -> one.owner() == owner);
        if (id.isEmpty()) {
            findings.unreadable("wall" + owner, "NO_ID");
            return;
        }
        if (!Items.isPublic(item)) {
            return;
        }
        if (Items.isDeleted(item)) {
            memory.known.remove(id.get().post());
            findings.gone(id.get().id());
            return;
        }
        Optional<Post> post = items.post(item, id.get(), names);
        if (post.isEmpty()) {
            findings.unreadable(id.get().toString(), "NO_TIME");
            return;
        }
        findings.present(post.get());
        closed.note(id.get().root(), item.path("comments"));
        WallMemory.Known known = memory.known.computeIfAbsent(id.get().post(), fresh -> new WallMemory.Known());
        known.date = post.get().publishedAt().getEpochSecond();
        known.counted = Fields.number(item.path("comments"), "count").orElse(0);
    }

    private void endPosts() {
        memory.posts = null;
        memory.top = memory.known.isEmpty() ? memory.top : Math.max(memory.top, memory.known.lastKey());
        Instant oldest = now.minus(settings.commentsFor());
        List<Long> swept = new ArrayList<>();
        memory.known.descendingMap().forEach((id, post) -> {
            boolean young = !Instant.ofEpochSecond(post.date).isBefore(oldest);
            if (young && (post.counted > 0 || post.read > 0)) {
                (post.counted == post.read ? swept : memory.waiting).add(id);
            }
        });
        if (!swept.isEmpty()) {
            memory.waiting.add(swept.get((int) (memory.turn % swept.size())));
        }
    }
}
