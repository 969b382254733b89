package org.otklik.adapters.twitter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.json.Fields;
import org.otklik.post.PostChange;
import org.otklik.spi.PostPage;

/**
 * Looks up posts that a source reported before, since X tells nobody by itself that one is gone; thread-safe.
 *
 * <p>Which posts these are stands in the source's cursor, so that it is stored with them and another node goes on.
 */
final class XLookup {

    private static final int MOST = 100;
    private static final Set<String> GONE =
            Set.of("resource-not-found", "not-authorized-for-resource", "resource-unavailable");

    private final XSettings settings;
    private final XPosts posts;
    private final XSpend spend;
    private final InstantSource time;
    private final XYields yields;

    XLookup(XSettings settings, XPosts posts, XSpend spend, InstantSource time, XYields yields) {
        this.settings = settings;
        this.posts = posts;
        this.spend = spend;
        this.time = time;
        this.yields = yields;
    }

    XCursor startIfDue(XCursor at) {
        boolean due = !time.instant().isBefore(at.checkedAt().plus(settings.lookupEvery()));
        return due && !at.known().isEmpty() ? at.looking(0, at.known()) : at;
    }

    PostPage next(XFeed feed, XCalls calls, XCursor at) {
        try {
            return look(feed, calls, at);
        } catch (CallFailed e) {
            throw e.toAdapterException();
        }
    }

    private PostPage look(XFeed feed, XCalls calls, XCursor at) {
        List<Long> known = at.known();
        int from = Math.min(at.looked(), known.size());
        List<Long> asked = known.subList(from, Math.min(from + MOST, known.size()));
        JsonNode answer = ask(feed, calls, asked);
        List<PostChange> changes = new ArrayList<>();
        Set<String> gone = gone(answer, asked);
        gone.forEach(id -> changes.add(new PostChange.Gone(XPosts.id(id), time.instant())));
        List<Long> edited = edited(answer);
        if (!edited.isEmpty()) {
            posts.read(ask(feed, calls, edited), feed.matched())
                    .versions()
                    .forEach(version -> changes.add(new PostChange.Present(version.post())));
        }
        XCursor next = next(at, from + asked.size() - gone.size(), still(known, gone));
        return PostPage.of(changes, next.toCursor(), next.isLooking());
    }

    private XCursor next(XCursor at, int done, List<Long> still) {
        Instant now = time.instant();
        return done >= still.size() ? at.checked(now, still) : at.looking(done, still);
    }

    private static List<Long> still(List<Long> known, Set<String> gone) {
        return known.stream().filter(id -> !gone.contains(Long.toString(id))).toList();
    }

    private JsonNode ask(XFeed feed, XCalls calls, List<Long> ids) {
        String what = "looking up posts of " + feed.source().name();
        if (spend.affordable(ids.size(), false) < ids.size()) {
            throw new CallFailed(what, spend.spent(), false);
        }
        Map<String, String> query = new LinkedHashMap<>();
        query.put("ids", ids.stream().map(String::valueOf).collect(Collectors.joining(",")));
        query.putAll(XFields.of(settings.spelling()));
        yields.call(feed.matched());
        JsonNode answer = calls.get(what, "/2/tweets", query);
        spend.paid(answer.path("data").size(), false);
        return answer;
    }

    /** Only what X says is gone is gone; what it merely leaves out is not. */
    static Set<String> gone(JsonNode answer, List<Long> asked) {
        Set<String> wanted = asked.stream().map(String::valueOf).collect(Collectors.toSet());
        return Fields.items(answer, "errors")
                .filter(error -> GONE.contains(lastPart(error.path("type").asText())))
                .flatMap(error -> Fields.text(error, "resource_id", "value").stream())
                .filter(wanted::contains)
                .collect(Collectors.toSet());
    }

    private static String lastPart(String type) {
        return type.substring(type.lastIndexOf('/') + 1);
    }

    private static List<Long> edited(JsonNode answer) {
        return Fields.items(answer, "data")
                .filter(post -> !XPosts.newest(post).equals(post.path("id").asText()))
                .map(XPosts::newest)
                .filter(id -> id.matches("[0-9]{1,19}"))
                .map(Long::valueOf)
                .distinct()
                .limit(MOST)
                .toList();
    }
}
