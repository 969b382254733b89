package org.otklik.testkit.x;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.otklik.testkit.Fault;
import org.otklik.testkit.wire.WireAnswer;
import org.otklik.testkit.wire.WireRequest;

/** Pages of posts: search, mentions, timelines. */
final class Reads {

    private static final Duration SEARCHED = Duration.ofDays(7);
    private static final Duration NOT_YET = Duration.ofSeconds(10);
    private static final String TOKEN_START = "b26v89c19zqg8o3f";

    private final Scene scene;
    private final Map<String, Predicate<XPost>> queries = new ConcurrentHashMap<>();

    /** From which posts, newest first, between which ids (both exclusive). */
    private record Range(NavigableMap<Long, XPost> source, long since, long until) {}

    /** Who asked about what, and what goes wrong then. */
    private record Asker(Caller caller, String about, Optional<Fault> fault) {}

    Reads(Scene scene) {
        this.scene = scene;
    }

    WireAnswer search(WireRequest request, Caller caller, Optional<Fault> fault) {
        Parameters given = new Parameters(request, scene.problems());
        Set<String> own = new HashSet<>(Parameters.PAGE);
        own.addAll(Set.of("query", "next_token", "pagination_token", "sort_order"));
        given.only(Parameters.withFields(scene.spelling, own));
        String query = given.required("query");
        Predicate<XPost> wanted = queries.computeIfAbsent(query, this::parse);
        Instant oldest = scene.store.now().minus(SEARCHED);
        checkWindow(given, oldest);
        long since = Math.max(since(given), Snowflakes.first(oldest) - 1);
        long until = Math.min(until(given, query), scene.store.indexEnd());
        return page(
                given,
                new Range(scene.store.all(), since, until),
                wanted.and(XPost::isPublic),
                given.number("max_results", 10, 100, 10),
                new Asker(caller, query, fault));
    }

    private Predicate<XPost> parse(String query) {
        if (query.length() > scene.longestQuery) {
            throw scene.problems()
                    .invalid("query", query, "Query parameter length exceeds " + scene.longestQuery + " characters");
        }
        try {
            return XQuery.parse(query);
        } catch (IllegalArgumentException e) {
            throw scene.problems().invalid("query", query, String.valueOf(e.getMessage()));
        }
    }

    private void checkWindow(Parameters given, Instant oldest) {
        Problems problems = scene.problems();
        given.time("start_time").filter(oldest::isAfter).ifPresent(start -> {
            throw problems.invalid(
                    "start_time",
                    start.toString(),
                    "Invalid 'start_time':'" + start + "'. 'start_time' must be on or after " + oldest);
        });
        given.time("end_time")
                .filter(scene.store.now().minus(NOT_YET)::isBefore)
                .ifPresent(end -> {
                    throw problems.invalid(
                            "end_time",
                            end.toString(),
                            "Invalid 'end_time':'" + end + "'. 'end_time' must be a minimum of 10 seconds prior to the"
                                    + " request time.");
                });
        given.id("since_id").filter(id -> id < Snowflakes.first(oldest)).ifPresent(id -> {
            throw problems.invalid(
                    "since_id",
                    id.toString(),
                    "'since_id' must be a tweet id created after " + oldest
                            + ". Please use a 'since_id' that is larger than " + Snowflakes.first(oldest));
        });
    }

    WireAnswer mentions(WireRequest request, Caller caller, String userId, Optional<Fault> fault) {
        XUser user = user(userId);
        Parameters given = new Parameters(request, scene.problems());
        Set<String> own = new HashSet<>(Parameters.PAGE);
        own.add("pagination_token");
        given.only(Parameters.withFields(scene.spelling, own));
        long until = Math.min(until(given, userId), scene.store.indexEnd());
        return page(
                given,
                new Range(scene.store.mentioning(user), since(given), until),
                post -> post.isPublic() && post.author != user,
                given.number("max_results", 5, 100, 10),
                new Asker(caller, userId, fault));
    }

    WireAnswer timeline(WireRequest request, Caller caller, String userId, Optional<Fault> fault) {
        XUser user = user(userId);
        Parameters given = new Parameters(request, scene.problems());
        Set<String> own = new HashSet<>(Parameters.PAGE);
        own.addAll(Set.of("pagination_token", "exclude"));
        given.only(Parameters.withFields(scene.spelling, own));
        if (user.isProtected && !caller.userId().equals(userId)) {
            ObjectNode body = Json.object();
            body.putArray("errors")
                    .add(scene.problems().unauthorized("id", userId).put("resource_type", "user"));
            return WireAnswer.json(200, body);
        }
        List<String> without = List.of(given.text("exclude").orElse("").split(",", -1));
        return page(
                given,
                new Range(scene.store.by(user), since(given), until(given, userId)),
                post -> Scene.sees(caller, post)
                        && post.next == null
                        && !(without.contains("replies") && post.isReply()),
                given.number("max_results", 5, 100, 10),
                new Asker(caller, userId, fault));
    }

    private XUser user(String userId) {
        return scene.store
                .byId(userId)
                .orElseThrow(() -> new Refusal(WireAnswer.json(
                        200,
                        Json.object()
                                .set("errors", Json.array().add(scene.problems().missing("user", "id", userId))))));
    }

    private static long since(Parameters given) {
        Optional<Long> id = given.id("since_id");
        return id.isPresent()
                ? id.get()
                : given.time("start_time")
                        .map(start -> Snowflakes.first(start) - 1)
                        .orElse(-1L);
    }

    private long until(Parameters given, String about) {
        long until = given.id("until_id").orElse(Long.MAX_VALUE);
        long end = given.time("end_time").map(Snowflakes::first).orElse(Long.MAX_VALUE);
        Optional<String> token = given.text("next_token").or(() -> given.text("pagination_token"));
        long after = token.map(text -> read(text, about)).orElse(Long.MAX_VALUE);
        return Math.min(Math.min(until, end), after);
    }

    private static String token(long id, String about) {
        return TOKEN_START + Long.toString(id, 36) + "z" + Integer.toUnsignedString(about.hashCode(), 35);
    }

    private long read(String token, String about) {
        int end = token.lastIndexOf('z');
        boolean known = token.startsWith(TOKEN_START) && end > TOKEN_START.length();
        long id = known ? Long.parseLong(token.substring(TOKEN_START.length(), end), 36) : -1;
        if (!known || !token(id, about).equals(token)) {
            throw scene.problems().invalid("next_token", token, "The `next_token` value is not valid");
        }
        return id;
    }

    private WireAnswer page(Parameters given, Range range, Predicate<XPost> wanted, int most, Asker asker) {
        Selection selection = given.selection(scene.spelling, scene.spelling);
        List<XPost> found = new ArrayList<>();
        boolean more = false;
        if (range.since < range.until) {
            for (XPost post :
                    range.source.subMap(range.until, false, range.since, false).values()) {
                if (wanted.test(post)) {
                    more = found.size() == most;
                    if (more) {
                        break;
                    }
                    found.add(post);
                }
            }
        }
        bill(found, asker.caller);
        String next = more ? token(found.get(found.size() - 1).id, asker.about) : "";
        return answer(found, selection, next, asker);
    }

    private void bill(List<XPost> found, Caller caller) {
        for (XPost post : found) {
            boolean owned = caller.isUser()
                    && (post.author.id.equals(caller.userId()) || post.addresses(scene.store.known(caller.userId())));
            scene.purse.payRead(owned ? Purse.OWNED_READ : Purse.POST_READ, post.idText(), scene.store);
        }
    }

    private WireAnswer answer(List<XPost> found, Selection selection, String next, Asker asker) {
        if (found.isEmpty()) {
            return WireAnswer.of(200, "application/json; charset=utf-8", "{\"meta\":{\"result_count\":0}}");
        }
        String newest = found.get(0).idText();
        String oldest = found.get(found.size() - 1).idText();
        List<XPost> shown = broken(found, asker.fault);
        StringBuilder body = new StringBuilder(shown.size() * 500).append("{\"data\":[");
        for (int i = 0; i < shown.size(); i++) {
            body.append(i == 0 ? "" : ",").append(Rendering.post(shown.get(i), selection));
        }
        body.append(']')
                .append(new Rendering(scene.problems())
                        .companions(found, selection, post -> Scene.sees(asker.caller, post), List.of()))
                .append(",\"meta\":{\"newest_id\":\"" + newest + "\",\"oldest_id\":\"" + oldest
                        + "\",\"result_count\":")
                .append(shown.size())
                .append(next.isEmpty() ? "" : ",\"next_token\":\"" + next + "\"")
                .append("}}");
        return WireAnswer.of(200, "application/json; charset=utf-8", body.toString());
    }

    private List<XPost> broken(List<XPost> found, Optional<Fault> fault) {
        List<XPost> shown = new ArrayList<>(found);
        if (fault.isPresent() && fault.get() == Fault.POLL_TWICE) {
            shown.addAll(found);
        } else if (fault.isPresent() && fault.get() == Fault.POLL_OUT_OF_ORDER) {
            Collections.reverse(shown);
        }
        return shown;
    }
}
