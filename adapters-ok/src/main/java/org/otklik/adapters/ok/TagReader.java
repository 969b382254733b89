package org.otklik.adapters.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.otklik.adapters.budget.DailyQuota;
import org.otklik.adapters.json.Fields;
import org.otklik.adapters.json.WireJson;
import org.otklik.post.PostChange;
import org.otklik.spi.AdapterException;
import org.otklik.spi.Cursor;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PostPage;

/** Searches topics by hashtag, one tag after the other, within a daily budget. */
final class TagReader {

    static final ZoneId DAY = ZoneId.of("Europe/Moscow");
    private static final int MOST_FOUND = 50;

    /** How late a topic may appear in the search; nobody has measured it. */
    private static final Duration INDEXING = Duration.ofHours(1);

    private final OkSettings.Intervals intervals;
    private final InstantSource time;
    private final OkPosts posts;
    private final QueryYields yields;
    private final WireJson json = WireJson.ofAnswers();

    TagReader(OkSettings.Intervals intervals, InstantSource time, OkPosts posts, QueryYields yields) {
        this.intervals = intervals;
        this.time = time;
        this.posts = posts;
        this.yields = yields;
    }

    PostPage read(OkCalls calls, String query, Hashtags wanted, DailyQuota quota, Optional<Cursor> cursor, int limit) {
        Round round = Round.of(cursor);
        Instant now = time.instant();
        if (round.isTooEarly(now, intervals.searches())) {
            return PostPage.of(List.of(), round.cursor(), false);
        }
        if (!round.isUnderWay()) {
            round.begin(now, intervals.reread(), intervals.rereadBack());
            round.saw(now.minus(INDEXING));
            round.todo.addAll(wanted.tags());
        }
        // The query may have changed in the middle of a round.
        round.todo.retainAll(wanted.tags());
        OkPosts.Found found = new OkPosts.Found();
        if (!round.todo.isEmpty()) {
            take(quota, now);
            search(calls, round, query, wanted, limit, found);
            yields.add(query, found.changes().size());
        }
        boolean over = round.todo.isEmpty();
        if (over) {
            round.end(time.instant());
        }
        return new PostPage(found.changes(), round.cursor(), !over, found.unreadable());
    }

    private static void take(DailyQuota quota, Instant now) {
        if (!quota.tryTake(1)) {
            Instant midnight =
                    now.atZone(DAY).toLocalDate().plusDays(1).atStartOfDay(DAY).toInstant();
            throw AdapterException.of(FailureKind.QUOTA, "The day's searches in Odnoklassniki are used up.")
                    .retryAfter(Duration.between(now, midnight));
        }
    }

    private void search(OkCalls calls, Round round, String query, Hashtags wanted, int limit, OkPosts.Found found) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("query", round.todo.get(0));
        parameters.put("filter", filter(round.floor));
        parameters.put("count", String.valueOf(Math.max(1, Math.min(limit, MOST_FOUND))));
        parameters.put("fields", "media_topic.*");
        if (!round.inner.isEmpty()) {
            parameters.put("anchor", round.inner);
        }
        JsonNode answer = calls.call("search.tagContents", parameters);
        List<JsonNode> topics = topics(answer);
        topics.forEach(node -> add(node, answer.path("entities"), calls, query, wanted, found));
        String next = Fields.text(answer, "anchor").orElse("");
        boolean more = Fields.flag(answer, "has_more").orElse(!topics.isEmpty());
        if (more && !next.isEmpty() && !next.equals(round.inner)) {
            round.inner = next;
        } else {
            round.todo.remove(0);
            round.inner = "";
        }
    }

    private String filter(Instant since) {
        Map<String, Object> filter =
                Map.of("since", OkTime.moscow(since), "types", List.of("GROUP_TOPIC", "USER_TOPIC"));
        return new String(json.write(filter), StandardCharsets.UTF_8);
    }

    /** The page on this method shows no answer; topics stand at the top or among the entities. */
    private static List<JsonNode> topics(JsonNode answer) {
        return Stream.concat(
                        Fields.items(answer, "media_topics"), Fields.items(answer.path("entities"), "media_topics"))
                .toList();
    }

    private void add(
            JsonNode node, JsonNode entities, OkCalls calls, String query, Hashtags wanted, OkPosts.Found found) {
        posts.topic(node, entities, calls, found)
                .filter(post -> wanted.fits(post.text()))
                .map(post -> post.toBuilder().matchedQuery(query).build())
                .ifPresent(post -> found.changes().add(new PostChange.Present(post)));
    }
}
