package org.otklik.adapters.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.call.CallFailed;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PostPage;

/**
 * Reads an account's own page in rounds: the newest posts, then the comments of posts where their number changed, and in
 * turn those of one more post, so that edits and deletions are noticed too. One call a step; after each the cursor is good
 * to go on from.
 */
final class PageReader {

    private static final int STEPS = 20;

    private final Means means;
    private final Stand stand;
    private final PageMemory memory;
    private final Instant now;
    private final int count;
    private final Findings findings;
    private final TalkReader talks;

    PageReader(Means means, Stand stand, PageMemory memory, int limit, Instant now) {
        this.means = means;
        this.stand = stand;
        this.memory = memory;
        this.now = now;
        this.count = Math.max(1, Math.min(means.dialect().largestPage(), limit));
        this.findings = new Findings(now);
        this.talks = new TalkReader(means, stand, count, memory, findings);
    }

    /** What readers of a page share. */
    record Means(MetaSettings settings, Dialect dialect, Roots roots, GraphCalls calls) {

        /** Asks whether something is still there; only Graph's own word that it is gone counts. */
        boolean exists(String nativeId) {
            try {
                calls.get("looking for " + nativeId, dialect.existence(nativeId));
                return true;
            } catch (CallFailed e) {
                if (e.error().kind() == FailureKind.TARGET_GONE) {
                    return false;
                }
                if (e.error().kind() == FailureKind.PERMISSION) {
                    return true;
                }
                throw e;
            }
        }
    }

    /** Reads until enough was found or the round is over; a failure after a step keeps what was found. */
    PostPage read(int limit) {
        if (memory.atRest()) {
            memory.posts = PageMemory.Place.START;
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
        if (memory.posts != null) {
            readPosts(memory.posts);
        } else if (!memory.missing.isEmpty()) {
            lookFor(memory.missing.element());
        } else {
            PageMemory.Talk talk = memory.talk;
            talks.step(talk == null ? next() : talk);
        }
    }

    private PageMemory.Talk next() {
        String post = memory.waiting.remove();
        PageMemory.Known known = memory.known.get(post);
        return known == null ? new PageMemory.Talk(post) : TalkReader.begin(post, known);
    }

    private void readPosts(PageMemory.Place place) {
        Edge posts = means.dialect().posts(stand.account());
        JsonNode list;
        try {
            list = means.calls().get("reading the page", posts.page(count, place.after()));
        } catch (CallFailed e) {
            if (e.error().kind() != FailureKind.CONFIGURATION || place.after().isEmpty()) {
                throw e;
            }
            // Graph forgot the place; the next step reads the whole round again.
            memory.posts = PageMemory.Place.START;
            return;
        }
        readPosts(place, list);
    }

    private void readPosts(PageMemory.Place place, JsonNode list) {
        long oldest = place.oldest();
        int passed = 0;
        for (JsonNode node : list.path("data")) {
            Optional<Post> post = means.dialect().readPost(stand, node);
            passed++;
            if (post.isEmpty()) {
                findings.unreadable(node.path("id").asText("unknown"), "NO_ID_OR_TIME");
            } else {
                oldest = Math.min(oldest, post.get().publishedAt().getEpochSecond());
                take(post.get(), means.dialect().countComments(node));
            }
        }
        String next = GraphCalls.next(list);
        PageMemory.Place at = new PageMemory.Place(next, place.passed() + passed, oldest);
        boolean enough = at.passed() >= means.settings().recentPosts() && (memory.top == 0 || oldest < memory.top);
        if (next.isEmpty() || enough) {
            endPosts(at);
        } else {
            memory.posts = at;
        }
    }

    private void take(Post post, long comments) {
        findings.present(post);
        means.roots().note(post);
        String id = Ids.shorten(
                means.dialect().postPrefix(stand.account()), post.id().nativeId());
        PageMemory.Known known = memory.known.computeIfAbsent(id, fresh -> new PageMemory.Known());
        known.date = post.publishedAt().getEpochSecond();
        known.counted = comments;
        known.turn = memory.turn;
    }

    /** Posts that should have stood among those that were read are looked up; then it is the comments' turn. */
    private void endPosts(PageMemory.Place at) {
        memory.posts = null;
        boolean all = at.after().isEmpty();
        for (Map.Entry<String, PageMemory.Known> entry : memory.known.entrySet()) {
            PageMemory.Known post = entry.getValue();
            memory.top = Math.max(memory.top, post.date);
            if (post.turn != memory.turn && (all || post.date > at.oldest())) {
                memory.missing.add(entry.getKey());
            }
        }
        memory.keep(means.settings().recentPosts());
        memory.missing.retainAll(memory.known.keySet());
        wait(now.minus(means.settings().commentsFor()));
    }

    private void wait(Instant oldest) {
        List<String> swept = new ArrayList<>();
        memory.known.forEach((id, post) -> {
            boolean silent = post.counted == 0 && post.read <= 0;
            if (silent) {
                post.read = 0;
            } else if (TalkReader.isYoung(post, oldest)) {
                boolean same = post.counted == post.read && post.counted >= 0;
                (same ? swept : memory.waiting).add(id);
            }
        });
        if (!swept.isEmpty()) {
            memory.waiting.add(swept.get((int) (memory.turn % swept.size())));
        }
    }

    private void lookFor(String post) {
        String id = Ids.expand(means.dialect().postPrefix(stand.account()), post);
        boolean there = means.exists(id);
        memory.missing.remove();
        if (!there) {
            memory.known.remove(post);
            memory.waiting.remove(post);
            findings.gone(new PostId(means.dialect().network(), id));
        }
    }
}
