package org.otklik.adapters.twitter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.json.Fields;
import org.otklik.post.PostChange;
import org.otklik.spi.Cursor;
import org.otklik.spi.PostPage;
import org.otklik.spi.QueryYield;

/** Reads the next page of a search or of mentions: one call a page, nothing kept outside the cursor; thread-safe. */
final class XReading {

    private static final int MOST = 100;
    private static final Duration SEARCHED = Duration.ofDays(7);
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final XSettings settings;
    private final XPosts posts;
    private final XSpend spend;
    private final XLookup lookup;
    private final InstantSource time;
    private final XYields yields;

    XReading(XSettings settings, XPosts posts, XSpend spend, InstantSource time) {
        this.settings = settings;
        this.posts = posts;
        this.spend = spend;
        this.time = time;
        this.yields = new XYields(time.instant());
        this.lookup = new XLookup(settings, posts, spend, time, yields);
    }

    List<QueryYield> yields() {
        return yields.all();
    }

    /**
     * Reads a page.
     *
     * @param anew whether to read although the interval is not over, because a stream lost something
     */
    PostPage poll(XFeed feed, XCalls calls, Optional<Cursor> cursor, int limit, Instant anew) {
        Instant now = time.instant();
        XCursor at =
                cursor.map(XCursor::parse).orElseGet(() -> XCursor.first(now.minus(settings.firstLookBack()), now));
        if (at.paging()) {
            return page(feed, calls, at, limit);
        }
        if (at.isLooking()) {
            return lookup.next(feed, calls, at);
        }
        if (now.isBefore(at.readAt().plus(feed.every())) && !at.readAt().isBefore(anew)) {
            return PostPage.of(List.of(), at.toCursor(), false);
        }
        return page(feed, calls, begin(feed, at, now), limit);
    }

    /** Search refuses a beginning older than a week; nothing was found since then, so time may take its place. */
    private static XCursor begin(XFeed feed, XCursor at, Instant now) {
        Instant oldest = now.minus(SEARCHED).plus(MARGIN);
        boolean tooOld = feed.isSearch() && at.sinceAt().isBefore(oldest);
        return tooOld ? at.from(0, oldest) : at.from(at.since(), at.sinceAt());
    }

    private PostPage page(XFeed feed, XCalls calls, XCursor at, int limit) {
        JsonNode answer;
        try {
            answer = call(feed, calls, at, limit);
        } catch (CallFailed e) {
            if (!at.token().isEmpty() && e.error().code().equals("invalid-request")) {
                // X forgot the page; the next step reads the whole round again.
                return PostPage.of(List.of(), at.again().toCursor(), false);
            }
            throw e.toAdapterException();
        }
        spend.paid(answer.path("data").size(), feed.owned());
        PostPage page = page(withNewest(at, answer), posts.read(answer, feed.matched()), answer, limit);
        yields.found(feed.matched(), page.changes().size());
        return page;
    }

    private JsonNode call(XFeed feed, XCalls calls, XCursor at, int limit) {
        String what = "reading " + feed.source().name();
        int size = spend.wish(Math.min(limit, MOST), feed.least(), feed.owned(), what);
        Map<String, String> query = new LinkedHashMap<>(feed.query());
        query.put("max_results", Integer.toString(size));
        if (at.since() > 0) {
            query.put("since_id", Long.toString(at.since()));
        } else {
            query.put("start_time", at.sinceAt().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        if (!at.token().isEmpty()) {
            query.put(feed.tokenName(), at.token());
        }
        query.putAll(XFields.of(settings.spelling()));
        yields.call(feed.matched());
        return calls.get(what, feed.path(), query);
    }

    /** The first page of a round holds its newest post; later pages do not change it. */
    private static XCursor withNewest(XCursor at, JsonNode answer) {
        if (at.newest() > 0) {
            return at;
        }
        long newest = Fields.items(answer, "data")
                .flatMapToLong(post -> Fields.number(post, "id").stream())
                .max()
                .orElse(0);
        long told =
                Math.max(newest, Fields.number(answer.path("meta"), "newest_id").orElse(0));
        return told > 0 ? at.seen(told, XPosts.timeOf(told)) : at;
    }

    /** X has a smallest page; of one that is larger than wanted the rest is asked for again. */
    private PostPage page(XCursor at, XPosts.Batch batch, JsonNode answer, int limit) {
        List<XPosts.Version> fresh = batch.versions().stream()
                .filter(version -> at.below() == 0 || version.id() < at.below())
                .sorted(Comparator.comparingLong(XPosts.Version::id).reversed())
                .toList();
        List<XPosts.Version> returned = fresh.subList(0, Math.min(Math.max(1, limit), fresh.size()));
        XCursor knowing = at.knowing(ids(returned));
        String token = Fields.text(answer.path("meta"), "next_token").orElse("");
        XCursor next;
        if (returned.size() < fresh.size()) {
            next = knowing.at(at.token(), returned.get(returned.size() - 1).id());
        } else if (!token.isEmpty()) {
            next = knowing.at(token, 0);
        } else {
            next = lookup.startIfDue(knowing.ended(time.instant()));
        }
        List<PostChange> changes = new ArrayList<>();
        returned.forEach(version -> changes.add(new PostChange.Present(version.post())));
        return new PostPage(changes, next.toCursor(), next.paging() || next.isLooking(), batch.unreadable());
    }

    private static List<Long> ids(List<XPosts.Version> versions) {
        List<Long> ids = new ArrayList<>();
        for (int i = versions.size() - 1; i >= 0; i--) {
            ids.add(versions.get(i).first());
        }
        return ids;
    }
}
