package org.otklik.adapters.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.json.Fields;
import org.otklik.spi.Cursor;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PostPage;
import org.otklik.spi.PostPage.Unreadable;

/**
 * Reads new comments: lists the discussions of the token's user, then the comments of those in which something
 * happened, the newest first. Nothing is ever marked as read.
 */
final class DiscussionReader {

    private static final int MOST_COMMENTS = 100;
    private static final int LIST = 50;
    private static final int MOST_CALLS = 30;

    private final OkSettings.Intervals intervals;
    private final InstantSource time;
    private final SeenDiscussions seen;
    private final OkPages pages;
    private final OkPosts posts;

    DiscussionReader(
            OkSettings.Intervals intervals, InstantSource time, SeenDiscussions seen, OkPages pages, OkPosts posts) {
        this.intervals = intervals;
        this.time = time;
        this.seen = seen;
        this.pages = pages;
        this.posts = posts;
    }

    PostPage read(OkCalls calls, Optional<Cursor> cursor, int limit) {
        Round round = Round.of(cursor);
        Instant now = time.instant();
        if (round.isTooEarly(now, intervals.discussions())) {
            return PostPage.of(List.of(), round.cursor(), false);
        }
        if (!round.isUnderWay()) {
            pages.learn(calls);
            round.begin(now, intervals.reread(), intervals.rereadBack());
        }
        OkPosts.Found found = new OkPosts.Found();
        boolean over = false;
        for (int call = 0; !over && call < MOST_CALLS && found.changes().size() < limit; call++) {
            try {
                over = step(calls, round, limit - found.changes().size(), found);
            } catch (CallFailed e) {
                if (call == 0) {
                    throw e;
                }
                // What was read is kept; the next call meets the trouble again and tells of it.
                break;
            }
        }
        if (over) {
            round.end(time.instant());
        }
        return new PostPage(found.changes(), round.cursor(), !over, found.unreadable());
    }

    private boolean step(OkCalls calls, Round round, int wanted, OkPosts.Found found) {
        if (!round.todo.isEmpty()) {
            comments(calls, round, wanted, found);
        } else if (!round.listed) {
            list(calls, round);
        }
        return round.todo.isEmpty() && round.listed;
    }

    private void list(OkCalls calls, Round round) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("category", "GROUP");
        parameters.put("direction", "FORWARD");
        parameters.put("count", String.valueOf(LIST));
        parameters.put("fields", OkDiscussion.FIELDS);
        if (!round.anchor.isEmpty()) {
            parameters.put("anchor", round.anchor);
        }
        JsonNode answer = calls.call("discussions.getList", parameters);
        List<OkDiscussion> listed = Fields.items(answer, "discussions")
                .flatMap(node -> OkDiscussion.read(node).stream())
                .toList();
        boolean lively = false;
        for (OkDiscussion one : listed) {
            one.activeAt().ifPresent(round::saw);
            boolean grown = hasGrown(one);
            boolean recent =
                    one.activeAt().filter(at -> at.isBefore(round.floor)).isEmpty();
            lively |= recent;
            if (recent || grown) {
                round.todo.add(one.target().discussion());
            }
        }
        String next = Fields.text(answer, "anchor").orElse("");
        boolean more = Fields.flag(answer, "has_more").orElse(!listed.isEmpty());
        round.listed = !more || !lively || next.isEmpty() || next.equals(round.anchor);
        round.anchor = next;
    }

    /** The number of comments changed since this node last saw it. */
    private boolean hasGrown(OkDiscussion discussion) {
        return seen.put(discussion)
                .filter(before -> !before.comments().equals(discussion.comments()))
                .isPresent();
    }

    private void comments(OkCalls calls, Round round, int wanted, OkPosts.Found found) {
        String name = round.todo.get(0);
        try {
            page(calls, round, target(name), wanted, found);
        } catch (CallFailed e) {
            FailureKind kind = e.error().kind();
            if (kind != FailureKind.TARGET_GONE && kind != FailureKind.PERMISSION) {
                throw e;
            }
            found.unreadable().add(new Unreadable(name, e.error().code()));
            next(round);
        }
    }

    private static OkTarget.InDiscussion target(String name) {
        int colon = name.indexOf(':');
        return new OkTarget.InDiscussion(name.substring(0, colon), name.substring(colon + 1), Optional.empty());
    }

    private static void next(Round round) {
        round.todo.remove(0);
        round.inner = "";
    }

    private void page(OkCalls calls, Round round, OkTarget.InDiscussion target, int wanted, OkPosts.Found found) {
        OkDiscussion discussion = seen.get(target, calls);
        String anchor = round.inner.isEmpty() ? "LAST" : round.inner;
        JsonNode answer = calls.call("discussions.getComments", page(target, anchor, Math.min(wanted, MOST_COMMENTS)));
        Optional<Instant> oldest = posts.comments(answer, discussion, round.floor, calls, found);
        String next = Fields.text(answer, "anchor").orElse("");
        boolean more = Fields.flag(answer, "has_more").orElse(true) && !next.isEmpty() && !next.equals(anchor);
        if (more && oldest.filter(at -> !at.isBefore(round.floor)).isPresent()) {
            round.inner = next;
        } else {
            next(round);
        }
    }

    /** The parameters of a page of comments, from newer to older ones, with those of ours that others removed. */
    static Map<String, String> page(OkTarget.InDiscussion target, String anchor, int count) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("discussionId", target.id());
        parameters.put("discussionType", target.type());
        parameters.put("anchor", anchor);
        parameters.put("direction", "BACKWARD");
        parameters.put("count", String.valueOf(count));
        parameters.put("fields", OkPosts.COMMENT_FIELDS);
        parameters.put("includeRemoved", "true");
        return parameters;
    }
}
