package org.otklik.adapters.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.otklik.adapters.json.Fields;
import org.otklik.post.PostChange;
import org.otklik.spi.AdapterException;
import org.otklik.spi.Cursor;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PostPage;

/**
 * Reads the topics of a watched group. No documented method lists them, so they are found among the discussions of the
 * token's user, who must be a member or administrator there, and read by their ids.
 */
final class TopicReader {

    private static final int LIST = 50;
    private static final int MOST_CALLS = 10;

    private final OkSettings.Intervals intervals;
    private final InstantSource time;
    private final OkPages pages;
    private final OkPosts posts;

    TopicReader(OkSettings.Intervals intervals, InstantSource time, OkPages pages, OkPosts posts) {
        this.intervals = intervals;
        this.time = time;
        this.pages = pages;
        this.posts = posts;
    }

    PostPage read(OkCalls calls, String page, Optional<Cursor> cursor, int limit) {
        Round round = Round.of(cursor);
        Instant now = time.instant();
        if (round.isTooEarly(now, intervals.pages())) {
            return PostPage.of(List.of(), round.cursor(), false);
        }
        String group = pages.group(page, calls)
                .orElseThrow(() -> AdapterException.of(
                        FailureKind.CONFIGURATION,
                        "There is no group '" + page + "' in Odnoklassniki; correct sources.csv."));
        if (!round.isUnderWay()) {
            round.begin(now, intervals.reread(), intervals.rereadBack());
        }
        OkPosts.Found found = new OkPosts.Found();
        for (int call = 0; !round.listed && call < MOST_CALLS && found.changes().isEmpty(); call++) {
            topics(calls, list(calls, round, group, limit), youngest(now, round), found);
        }
        boolean over = round.listed;
        if (over) {
            round.end(time.instant());
        }
        return new PostPage(found.changes(), round.cursor(), !over, found.unreadable());
    }

    /** An old topic that somebody comments is not a new one. */
    private Instant youngest(Instant now, Round round) {
        Instant back = now.minus(intervals.rereadBack());
        return back.isBefore(round.floor) ? back : round.floor;
    }

    private List<OkDiscussion> list(OkCalls calls, Round round, String group, int limit) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("category", "GROUP");
        parameters.put("types", "GROUP_TOPIC");
        parameters.put("direction", "FORWARD");
        parameters.put("count", String.valueOf(Math.max(1, Math.min(limit, LIST))));
        parameters.put("fields", OkDiscussion.FIELDS);
        if (!round.anchor.isEmpty()) {
            parameters.put("anchor", round.anchor);
        }
        JsonNode answer = calls.call("discussions.getList", parameters);
        List<OkDiscussion> recent = Fields.items(answer, "discussions")
                .flatMap(node -> OkDiscussion.read(node).stream())
                .filter(one ->
                        one.activeAt().filter(at -> at.isBefore(round.floor)).isEmpty())
                .toList();
        recent.forEach(one -> one.activeAt().ifPresent(round::saw));
        String next = Fields.text(answer, "anchor").orElse("");
        boolean more = Fields.flag(answer, "has_more").orElse(true);
        round.listed = !more || recent.isEmpty() || next.isEmpty() || next.equals(round.anchor);
        round.anchor = next;
        return recent.stream()
                .filter(one ->
                        one.isTopic() && one.group().filter(group::equals).isPresent())
                .toList();
    }

    private void topics(OkCalls calls, List<OkDiscussion> topics, Instant youngest, OkPosts.Found found) {
        if (topics.isEmpty()) {
            return;
        }
        String ids = topics.stream().map(one -> one.target().id()).collect(Collectors.joining(","));
        JsonNode answer = calls.call(
                "mediatopic.getByIds", Map.of("topic_ids", ids, "media_limit", "3", "fields", "media_topic.*"));
        for (JsonNode node : Fields.items(answer, "media_topics").toList()) {
            posts.topic(node, answer.path("entities"), calls, found)
                    .filter(post -> !post.publishedAt().isBefore(youngest))
                    .ifPresent(post -> found.changes().add(new PostChange.Present(post)));
        }
    }
}
