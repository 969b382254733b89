package org.otklik.adapters.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.otklik.adapters.call.CallFailed;
import org.otklik.post.Post;
import org.otklik.post.PostId;
import org.otklik.spi.FailureKind;

/**
 * Reads the comments of a post, a call a step, newest first.
 *
 * <p>It ends where known comments are reached and what was found and missed makes up the difference that the network
 * counts; if it counts as many as before, after a few pages. A comment that is missing may merely not be shown now, so it is gone only
 * if asking for it says so.
 */
final class TalkReader {

    private static final int SWEPT_PAGES = 5;

    /** Behind known comments nobody looks further than this for what does not add up. */
    private static final int MOST_PAGES = 20;

    /** Threads that go on are read from where they do; of more than so many, from their beginning. */
    private static final int MOST_PLACES = 10;

    private final PageReader.Means means;
    private final Stand stand;
    private final int count;
    private final PageMemory memory;
    private final Findings findings;

    /** What was seen of the discussion that is being read: its sets are not made anew for each page. */
    private @Nullable Seen seen;

    TalkReader(PageReader.Means means, Stand stand, int count, PageMemory memory, Findings findings) {
        this.means = means;
        this.stand = stand;
        this.count = count;
        this.memory = memory;
        this.findings = findings;
    }

    private Dialect dialect() {
        return means.dialect();
    }

    /** Makes one call; leaves in the memory where to go on. */
    void step(PageMemory.Talk talk) {
        PageMemory.Known post = memory.known.get(talk.post);
        if (post == null) {
            memory.talk = null;
            return;
        }
        // Stands there before the call, so that one that fails is made again in the same round.
        memory.talk = talk;
        String nativeId = Ids.expand(dialect().postPrefix(stand.account()), talk.post);
        try {
            step(talk, post, nativeId);
        } catch (CallFailed e) {
            skipOrThrow(talk, post, nativeId, e);
        }
        if (talk.judged && talk.missing.isEmpty()) {
            end(talk, post);
        }
    }

    private void step(PageMemory.Talk talk, PageMemory.Known post, String nativeId) {
        if (talk.judged) {
            lookFor(talk, post, nativeId);
            return;
        }
        Optional<Stand.Root> root = means.roots().find(nativeId);
        if (root.isEmpty()) {
            JsonNode shown =
                    means.calls().get("reading post " + nativeId, dialect().post(nativeId));
            dialect().readPost(stand, shown).ifPresentOrElse(means.roots()::note, () -> skip(talk, post, nativeId));
            return;
        }
        read(talk, post, root.get());
        if (talk.threads.isEmpty() && isOver(talk, post)) {
            judge(talk, post);
        }
    }

    /** Comments that were closed or hidden shall not stop the page; a page of them that Graph forgot is read again. */
    private void skipOrThrow(PageMemory.Talk talk, PageMemory.Known post, String nativeId, CallFailed failure) {
        FailureKind kind = failure.error().kind();
        boolean begun = !talk.after.isEmpty() || !talk.threads.isEmpty();
        if (kind == FailureKind.TARGET_GONE && !talk.threads.isEmpty()) {
            // A comment was deleted before its thread was read.
            talk.threads.remove();
        } else if (kind == FailureKind.TARGET_GONE || kind == FailureKind.PERMISSION) {
            skip(talk, post, nativeId);
        } else if (kind == FailureKind.CONFIGURATION && begun) {
            restart(talk, post);
        } else {
            throw failure;
        }
    }

    private void skip(PageMemory.Talk talk, PageMemory.Known post, String nativeId) {
        findings.unreadable(nativeId, "COMMENTS_DENIED");
        talk.ended = true;
        talk.judged = true;
        talk.missing.clear();
        talk.threads.clear();
        post.comments.addAll(talk.before);
    }

    private void restart(PageMemory.Talk talk, PageMemory.Known post) {
        seen = null;
        Set<String> both = new LinkedHashSet<>(post.comments);
        both.addAll(talk.before);
        talk.before.clear();
        talk.before.addAll(both);
        post.comments.clear();
        talk.threads.clear();
        talk.after = "";
        talk.found = 0;
        talk.pages = 0;
    }

    private void read(PageMemory.Talk talk, PageMemory.Known post, Stand.Root root) {
        Seen heard = seen != null && seen.talk == talk
                ? seen
                : new Seen(talk, post, root.id().nativeId());
        seen = heard;
        String thread = talk.threads.peek();
        if (thread != null) {
            int blank = thread.indexOf(' ');
            String comment = thread.substring(0, blank);
            JsonNode list = list(dialect().replies(comment), thread.substring(blank + 1));
            talk.threads.remove();
            dialect().readReplies(stand, root, comment, list, heard);
            return;
        }
        JsonNode list = list(dialect().comments(root.id().nativeId()), talk.after);
        dialect().readComments(stand, root, list, heard);
        talk.after = GraphCalls.next(list);
        talk.ended = talk.after.isEmpty();
        talk.pages++;
    }

    private JsonNode list(Edge edge, String after) {
        return means.calls().get("reading comments", edge.page(count, after));
    }

    /** Hears what a page says, and remembers it. */
    private final class Seen implements Dialect.Listener {

        private final PageMemory.Talk talk;
        private final PageMemory.Known post;
        private final String prefix;
        private final String nativeId;
        private final Set<String> before;
        private final Set<String> read;

        Seen(PageMemory.Talk talk, PageMemory.Known post, String nativeId) {
            this.talk = talk;
            this.post = post;
            this.nativeId = nativeId;
            prefix = dialect().commentPrefix(nativeId);
            before = new HashSet<>(talk.before);
            read = new HashSet<>(post.comments);
        }

        @Override
        public void said(String id, Optional<Post> comment) {
            if (comment.isEmpty()) {
                findings.unreadable(id.isEmpty() ? nativeId : id, "NO_ID_OR_TIME");
                return;
            }
            findings.present(comment.get());
            String known = Ids.shorten(prefix, id);
            if (!read.add(known)) {
                return;
            }
            long written = comment.get().publishedAt().getEpochSecond();
            boolean fresh = written >= post.until && !before.contains(known);
            talk.found += fresh ? 1 : 0;
            talk.reached |= !fresh;
            talk.newest = Math.max(talk.newest, written);
            post.comments.add(known);
        }

        @Override
        public void continues(String comment, String after) {
            // First, so that one thread at a time is under way; many places would not fit into a cursor.
            String place = talk.threads.size() < MOST_PLACES ? after : "";
            talk.threads.addFirst(comment + ' ' + place);
        }
    }

    private boolean isOver(PageMemory.Talk talk, PageMemory.Known post) {
        if (talk.ended) {
            return true;
        }
        if (post.read == post.counted && post.counted >= 0) {
            return talk.pages >= SWEPT_PAGES;
        }
        if (!talk.reached || post.read == PageMemory.NEVER) {
            return false;
        }
        return post.counted < 0
                || talk.pages >= MOST_PAGES
                || talk.found - missing(talk, post).size() == post.counted - post.read;
    }

    /** Known comments that should stand among those that were read. */
    private static List<String> missing(PageMemory.Talk talk, PageMemory.Known post) {
        Set<String> read = new HashSet<>(post.comments);
        List<String> missing = new ArrayList<>(talk.before.subList(0, passed(talk, read)));
        missing.removeIf(read::contains);
        return missing;
    }

    /** How many of the comments known before were passed. */
    private static int passed(PageMemory.Talk talk, Set<String> read) {
        int passed = talk.before.size();
        while (!talk.ended && passed > 0 && !read.contains(talk.before.get(passed - 1))) {
            passed--;
        }
        return passed;
    }

    /** Everything was read: what is missing is looked up, what was not reached is remembered as before. */
    private static void judge(PageMemory.Talk talk, PageMemory.Known post) {
        talk.judged = true;
        talk.missing.addAll(missing(talk, post));
        Set<String> read = new HashSet<>(post.comments);
        post.comments.addAll(talk.before.subList(passed(talk, read), talk.before.size()));
        talk.before.clear();
    }

    private void lookFor(PageMemory.Talk talk, PageMemory.Known post, String nativeId) {
        String missing = talk.missing.element();
        String id = Ids.expand(dialect().commentPrefix(nativeId), missing);
        boolean there = means.exists(id);
        talk.missing.remove();
        if (there) {
            post.comments.add(missing);
        } else {
            findings.gone(new PostId(dialect().network(), id));
        }
    }

    private void end(PageMemory.Talk talk, PageMemory.Known post) {
        post.read = post.counted;
        post.until = Math.max(post.until, talk.newest);
        memory.talk = null;
    }

    /** Begins to read a post's comments. */
    static PageMemory.Talk begin(String post, PageMemory.Known known) {
        PageMemory.Talk talk = new PageMemory.Talk(post);
        talk.before.addAll(known.comments);
        known.comments.clear();
        return talk;
    }

    /** Whether a post is young enough for its comments to be read. */
    static boolean isYoung(PageMemory.Known post, Instant oldest) {
        return post.date >= oldest.getEpochSecond();
    }
}
