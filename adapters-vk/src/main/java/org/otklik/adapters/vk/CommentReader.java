package org.otklik.adapters.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.json.Fields;
import org.otklik.post.Post;
import org.otklik.spi.FailureKind;

/**
 * Reads the comments of a post, a call a step: the first level from the newest on, and each thread whose number of
 * replies changed.
 *
 * <p>It ends where known comments are reached and what was found and missed makes up the difference that VK counts; if VK
 * counts as many as before, after a few pages. New replies do not move their comment up, so that only the number tells.
 */
final class CommentReader {

    private static final String SHOWN_REPLIES = "10";
    private static final int SWEPT_PAGES = 5;

    private final VkCalls calls;
    private final Items items;
    private final long owner;
    private final int count;
    private final WallMemory memory;
    private final Findings findings;

    CommentReader(VkCalls calls, Items items, long owner, int count, WallMemory memory, Findings findings) {
        this.calls = calls;
        this.items = items;
        this.owner = owner;
        this.count = count;
        this.memory = memory;
        this.findings = findings;
    }

    /** Makes one call; leaves in the memory where to go on. */
    void step(WallMemory.Talk talk) {
        WallMemory.Known post = memory.known.get(talk.post);
        if (post == null) {
            memory.talk = null;
            return;
        }
        // Stands there before the call, so that one that fails is made again in the same round.
        memory.talk = talk;
        try {
            Long thread = talk.threads.peek();
            if (thread == null) {
                readFirstLevel(talk, post);
            } else {
                readThread(talk, post, thread);
            }
        } catch (CallFailed e) {
            if (!isAboutThePost(e)) {
                throw e;
            }
            skip(talk);
        }
        if (talk.threads.isEmpty() && isOver(talk, post)) {
            post.read = post.counted;
            post.forgotten = Math.max(post.forgotten, talk.forgotten);
            memory.talk = null;
        }
    }

    /** Comments that were closed or hidden, or a thread that is gone, shall not stop the wall. */
    private static boolean isAboutThePost(CallFailed failure) {
        FailureKind kind = failure.error().kind();
        return kind == FailureKind.TARGET_GONE
                || kind == FailureKind.PERMISSION
                || failure.error().code().equals(VkErrors.BAD_PARAMETER);
    }

    private void skip(WallMemory.Talk talk) {
        if (talk.threads.poll() == null) {
            talk.ended = true;
        }
        talk.inThread = WallMemory.Place.START;
        findings.unreadable(NativeId.ofPost(owner, talk.post).toString(), "COMMENTS_DENIED");
    }

    private static boolean isOver(WallMemory.Talk talk, WallMemory.Known post) {
        if (talk.ended) {
            return true;
        }
        boolean unchanged = post.read == post.counted;
        return unchanged
                ? talk.pages >= SWEPT_PAGES
                : talk.reached && post.read >= 0 && talk.found == post.counted - post.read;
    }

    private JsonNode comments(WallMemory.Talk talk, WallMemory.Place place, Optional<Long> thread) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("owner_id", String.valueOf(owner));
        parameters.put("post_id", String.valueOf(talk.post));
        parameters.put("offset", String.valueOf(place.offset()));
        parameters.put("count", String.valueOf(count));
        parameters.put("sort", "desc");
        parameters.put("preview_length", "0");
        parameters.put("extended", "1");
        thread.ifPresentOrElse(
                id -> parameters.put("comment_id", String.valueOf(id)),
                () -> parameters.put("thread_items_count", SHOWN_REPLIES));
        return calls.call("wall.getComments", parameters);
    }

    /** A page of a list that is read from the newest on. */
    private record Page(List<JsonNode> items, Set<Long> ids, long lowest, long highest, long total, Names names) {

        static Page of(JsonNode answer) {
            List<JsonNode> items = Fields.items(answer, "items").toList();
            Set<Long> ids = new HashSet<>();
            items.forEach(item -> Fields.number(item, "id").ifPresent(ids::add));
            return new Page(
                    items,
                    ids,
                    ids.stream().mapToLong(id -> id).min().orElse(0),
                    ids.stream().mapToLong(id -> id).max().orElse(0),
                    Fields.number(answer, "current_level_count", "count").orElse(0),
                    Names.of(answer));
        }

        /** Whether the comment that was last on the page before is missing, so that others may have slipped up. */
        boolean hasSlipped(WallMemory.Place place) {
            return place.offset() > 0 && highest < place.low();
        }

        boolean isLast(WallMemory.Place place) {
            return items.isEmpty() || place.offset() + items.size() >= total;
        }

        /** The next page begins with the last comment of this one. */
        WallMemory.Place next(WallMemory.Place place) {
            return new WallMemory.Place(place.offset() + items.size() - 1, Math.min(lowest, place.low()));
        }
    }

    private WallMemory.Place back(WallMemory.Place place) {
        return new WallMemory.Place(Math.max(0, place.offset() - count), place.low());
    }

    private void readFirstLevel(WallMemory.Talk talk, WallMemory.Known post) {
        Page page = Page.of(comments(talk, talk.place, Optional.empty()));
        if (page.hasSlipped(talk.place)) {
            talk.place = back(talk.place);
            return;
        }
        boolean last = page.isLast(talk.place);
        talk.reached |= page.ids().stream().anyMatch(id -> id < talk.place.low() && post.isSeen(id));
        removeMissing(talk, post, page, last ? 0 : page.lowest());
        for (JsonNode item : page.items()) {
            OptionalLong id = Fields.number(item, "id");
            boolean first = id.isPresent() && id.getAsLong() < talk.place.low();
            take(talk, post, item, 0, page.names());
            if (first) {
                lookIntoThread(talk, post, id.getAsLong(), item.path("thread"), page.names());
            }
        }
        talk.ended = last;
        talk.pages++;
        talk.place = page.next(talk.place);
    }

    /** Known comments of the first level that should stand on this page and do not, with all their replies. */
    private void removeMissing(WallMemory.Talk talk, WallMemory.Known post, Page page, long from) {
        if (from >= talk.place.low()) {
            return;
        }
        List<Long> missing = new ArrayList<>();
        post.comments.subMap(from, true, talk.place.low(), false).forEach((id, link) -> {
            if (link >= 0 && !page.ids().contains(id)) {
                missing.add(id);
            }
        });
        for (long id : missing) {
            removeReplies(talk, post, id, Set.of());
            remove(talk, post, id);
        }
    }

    private void removeReplies(WallMemory.Talk talk, WallMemory.Known post, long thread, Set<Long> present) {
        List<Long> missing = post.comments.entrySet().stream()
                .filter(entry -> entry.getValue() == -thread && !present.contains(entry.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        missing.forEach(id -> remove(talk, post, id));
    }

    private void remove(WallMemory.Talk talk, WallMemory.Known post, long comment) {
        post.comments.remove(comment);
        talk.found--;
        findings.gone(id(talk, comment).id());
    }

    private NativeId id(WallMemory.Talk talk, long comment) {
        return NativeId.ofPost(owner, talk.post).withComment(comment);
    }

    /** Reports a comment; remembers it if {@code thread} is the one under which it hangs, nought for none. */
    private void take(WallMemory.Talk talk, WallMemory.Known post, JsonNode item, long thread, Names names) {
        Optional<NativeId> id = Items.commentId(item, NativeId.ofPost(owner, talk.post));
        if (id.isEmpty()) {
            findings.unreadable(NativeId.ofPost(owner, talk.post).toString(), "COMMENT_WITHOUT_ID");
            return;
        }
        long number = id.get().comment();
        if (Items.isDeleted(item)) {
            if (post.comments.containsKey(number)) {
                remove(talk, post, number);
            }
            return;
        }
        Optional<Post> comment = items.comment(item, id.get(), names);
        comment.ifPresentOrElse(
                findings::present, () -> findings.unreadable(id.get().toString(), "NO_TIME"));
        if (!post.isSeen(number)) {
            talk.found++;
        }
        if (thread != 0) {
            post.comments.put(number, -thread);
        } else {
            post.comments.putIfAbsent(number, 0L);
        }
    }

    /** A short thread comes whole with its comment; a longer one is read if its number of replies changed. */
    private void lookIntoThread(
            WallMemory.Talk talk, WallMemory.Known post, long comment, JsonNode thread, Names names) {
        long replies = Fields.number(thread, "count").orElse(0);
        List<JsonNode> shown = Fields.items(thread, "items").toList();
        long known = post.comments.getOrDefault(comment, 0L);
        if (shown.size() >= replies) {
            Set<Long> present = new HashSet<>();
            shown.forEach(reply -> {
                Fields.number(reply, "id").ifPresent(present::add);
                take(talk, post, reply, comment, names);
            });
            removeReplies(talk, post, comment, present);
            post.comments.computeIfPresent(comment, (id, before) -> replies);
        } else if (replies != known) {
            talk.threads.add(comment);
        }
    }

    private static long remembered(WallMemory.Known post, long thread) {
        return post.comments.values().stream().filter(link -> link == -thread).count();
    }

    private void readThread(WallMemory.Talk talk, WallMemory.Known post, long thread) {
        WallMemory.Place place = talk.inThread;
        Page page = Page.of(comments(talk, place, Optional.of(thread)));
        if (page.hasSlipped(place)) {
            talk.inThread = back(place);
            return;
        }
        boolean last = page.isLast(place);
        boolean reached = page.ids().stream().anyMatch(id -> id < place.low() && post.isSeen(id));
        List<Long> missing = new ArrayList<>();
        long from = last ? 0 : page.lowest();
        if (from < place.low()) {
            post.comments.subMap(from, true, place.low(), false).forEach((id, link) -> {
                if (link == -thread && !page.ids().contains(id)) {
                    missing.add(id);
                }
            });
        }
        missing.forEach(id -> remove(talk, post, id));
        page.items().forEach(item -> take(talk, post, item, thread, page.names()));
        boolean explained = reached && remembered(post, thread) <= page.total();
        if (last || explained) {
            post.comments.computeIfPresent(thread, (id, before) -> page.total());
            talk.threads.remove();
            talk.inThread = WallMemory.Place.START;
        } else {
            talk.inThread = page.next(place);
        }
    }
}
