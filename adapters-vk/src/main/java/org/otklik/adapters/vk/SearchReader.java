package org.otklik.adapters.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.json.Fields;
import org.otklik.adapters.json.UnreadableJson;
import org.otklik.adapters.json.WireJson;
import org.otklik.post.Post;
import org.otklik.spi.Cursor;
import org.otklik.spi.PostPage;
import org.otklik.spi.WatchedQuery;

/**
 * Runs a query over the time since its last run, every way of it in turn. VK gives at most a thousand results for a
 * search and a span of time, newest first: behind them the search goes on with an earlier end.
 */
final class SearchReader {

    /** New posts come into the search late; what was found before is known to the desk. */
    static final Duration OVERLAP = Duration.ofMinutes(15);

    private static final Duration FIRST_SPAN = Duration.ofDays(1);
    private static final int LEAST = 10;
    private static final int MOST = 200;
    private static final int STEPS = 10;

    /** VK promises a thousand; somewhat fewer come when some are hidden. */
    private static final int NEARLY_ALL = 900;

    private final VkCalls calls;
    private final Items items;
    private final WatchedQuery query;
    private final List<String> ways;
    private final Progress progress;
    private final Findings findings;
    private int steps;

    SearchReader(VkCalls calls, Items items, WatchedQuery query, List<String> ways, Progress progress, Instant now) {
        this.calls = calls;
        this.items = items;
        this.query = query;
        this.ways = ways;
        this.progress = progress;
        this.findings = new Findings(now);
    }

    /** How far a query was run: the content of its cursor; for one thread. */
    static final class Progress {

        private static final int VERSION = 1;
        private static final int LONGEST_MARK = 2_000;
        private static final WireJson JSON = WireJson.ofAnswers();

        /** Up to which second all ways were run. */
        long until;

        /** The end of this run; nought between runs. */
        long end;

        /** Which way is run, and over what, so that a changed query begins anew. */
        int way;

        int ways;

        /** The end of this search, which moves down behind each thousand results. */
        long upTo;

        /** Where VK goes on with this search; empty for its beginning. */
        String mark = "";

        /** How many results this search gave, and the earliest of them. */
        int read;

        long earliest;

        static Progress of(Optional<Cursor> cursor) {
            Progress progress = new Progress();
            try {
                cursor.map(text -> JSON.read(text.value().getBytes(StandardCharsets.UTF_8)))
                        .filter(node -> node.path("v").asInt() == VERSION)
                        .ifPresent(progress::read);
            } catch (UnreadableJson e) {
                return new Progress();
            }
            return progress;
        }

        boolean atRest() {
            return end == 0;
        }

        private void read(JsonNode node) {
            until = node.path("until").asLong();
            end = node.path("end").asLong();
            way = node.path("way").asInt();
            ways = node.path("ways").asInt();
            upTo = node.path("upTo").asLong();
            mark = node.path("mark").asText("");
            read = node.path("read").asInt();
            earliest = node.path("earliest").asLong();
        }

        Cursor toCursor() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("v", VERSION);
            fields.put("until", until);
            if (!atRest()) {
                fields.put("end", end);
                fields.put("way", way);
                fields.put("ways", ways);
                fields.put("upTo", upTo);
                fields.put("mark", mark);
                fields.put("read", read);
                fields.put("earliest", earliest);
            }
            return new Cursor(new String(JSON.write(fields), StandardCharsets.UTF_8));
        }

        void search(int number, long last) {
            way = number;
            upTo = last;
            mark = "";
            read = 0;
            earliest = Long.MAX_VALUE;
        }

        /** A mark that no cursor could hold is given up for an earlier end. */
        void goOn(Optional<String> next) {
            mark = next.filter(text -> text.length() <= LONGEST_MARK).orElse("");
        }
    }

    /** Runs until enough was found or the run is over; a failure after a step keeps what was found. */
    PostPage read(int limit, Instant now) {
        begin(now);
        boolean failed = false;
        while (steps < STEPS && !failed && !progress.atRest() && findings.size() < limit) {
            try {
                step(Math.max(LEAST, Math.min(MOST, limit)));
                steps++;
            } catch (CallFailed e) {
                if (steps == 0) {
                    throw e;
                }
                failed = true;
            }
        }
        return findings.page(progress.toCursor(), !progress.atRest() && !failed);
    }

    /** How many calls were answered. */
    int steps() {
        return steps;
    }

    private void begin(Instant now) {
        if (progress.atRest()) {
            progress.end = now.getEpochSecond();
            progress.ways = ways.hashCode();
            progress.search(0, progress.end);
        } else if (progress.ways != ways.hashCode()) {
            progress.ways = ways.hashCode();
            progress.search(0, progress.end);
        }
    }

    private long start() {
        return progress.until == 0 ? progress.end - FIRST_SPAN.toSeconds() : progress.until - OVERLAP.toSeconds();
    }

    private void step(int count) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("q", ways.get(progress.way));
        parameters.put("extended", "1");
        parameters.put("count", String.valueOf(count));
        parameters.put("start_time", String.valueOf(start()));
        parameters.put("end_time", String.valueOf(progress.upTo));
        if (!progress.mark.isEmpty()) {
            parameters.put("start_from", progress.mark);
        }
        JsonNode answer = calls.call("newsfeed.search", parameters);
        Names names = Names.of(answer);
        List<JsonNode> found = Fields.items(answer, "items").toList();
        found.forEach(item -> take(item, names));
        progress.read += found.size();
        Optional<String> next = Fields.text(answer, "next_from").filter(mark -> !mark.isBlank() && !found.isEmpty());
        progress.goOn(next);
        if (progress.mark.isEmpty()) {
            endSearch(
                    next.isPresent(),
                    Fields.number(answer, "total_count", "count").orElse(0));
        }
    }

    private void endSearch(boolean hasMore, long total) {
        boolean full = progress.read > 0 && Math.max(total, progress.read) >= NEARLY_ALL;
        boolean cut = hasMore || full;
        long earlier = Math.min(progress.earliest, progress.upTo - 1);
        if (cut && earlier > start()) {
            progress.search(progress.way, earlier);
        } else if (progress.way + 1 < ways.size()) {
            progress.search(progress.way + 1, progress.end);
        } else {
            progress.until = progress.end;
            progress.end = 0;
        }
    }

    private void take(JsonNode item, Names names) {
        Fields.number(item, "date").ifPresent(date -> progress.earliest = Math.min(progress.earliest, date));
        OptionalLong owner = Fields.number(item, "owner_id");
        Optional<NativeId> id = owner.isPresent() ? id(item, owner.getAsLong()) : Optional.empty();
        if (id.isEmpty()) {
            findings.unreadable("search:" + query.id(), "NO_ID");
            return;
        }
        Optional<Post> post =
                id.get().isComment() ? items.comment(item, id.get(), names) : items.post(item, id.get(), names);
        post.ifPresentOrElse(
                findings::present, () -> findings.unreadable(id.get().toString(), "NO_TIME"));
    }

    /** Items of the type reply are comments, which name their post. */
    private static Optional<NativeId> id(JsonNode item, long owner) {
        OptionalLong root = Fields.number(item, "post_id", "reply_post_id");
        boolean comment = Fields.text(item, "post_type").orElse("").equals("reply") && root.isPresent();
        return comment ? Items.commentId(item, NativeId.ofPost(owner, root.getAsLong())) : Items.postId(item, owner);
    }
}
