package org.otklik.adapters.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.adapters.call.ApiError;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.json.Fields;
import org.otklik.post.Discussion;
import org.otklik.post.Post;
import org.otklik.spi.AdapterState;
import org.otklik.spi.FailureKind;
import org.otklik.spi.SearchExpression;
import org.otklik.spi.SearchExpression.Kind;
import org.otklik.spi.SearchExpression.Term;

/**
 * What Instagram finds by hashtag: media of the last day, without authors, which nobody may answer; thread-safe.
 *
 * <p>An account may ask for 30 different hashtags in seven days. Which it asked for, and their numbers, stand in its durable state.
 */
final class Hashtags {

    private static final String STATE = "hashtags";
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int MOST = 30;
    private static final int LONGEST = 100;
    private static final int TRIES = 20;
    private static final String FIELDS = "id,caption,permalink,timestamp,media_type";

    private final AdapterState state;
    private final InstantSource time;

    Hashtags(AdapterState state, InstantSource time) {
        this.state = state;
        this.time = time;
    }

    /** The hashtags to ask for: a group of an expression that has nothing else. None if hashtags alone cannot find it. */
    static List<String> of(SearchExpression expression) {
        for (Set<Term> group : expression.all()) {
            if (group.stream()
                    .allMatch(term -> term.kind() == Kind.HASHTAG && term.text().length() <= LONGEST)) {
                return group.stream()
                        .map(term -> term.text().toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList();
            }
        }
        return List.of();
    }

    /** A hashtag that was asked for: since when its seven days run. */
    private record Asked(String tag, String id, Instant since) {

        @Override
        public String toString() {
            return tag + ' ' + id + ' ' + since.getEpochSecond();
        }
    }

    private static List<Asked> parse(Optional<String> stored) {
        List<Asked> all = new ArrayList<>();
        for (String line : stored.orElse("").split("\n", -1)) {
            String[] parts = line.split(" ", -1);
            if (parts.length == 3 && parts[2].matches("[0-9]{1,12}")) {
                all.add(new Asked(parts[0], parts[1], Instant.ofEpochSecond(Long.parseLong(parts[2]))));
            }
        }
        return all;
    }

    /** The media of a hashtag; asks for its number if it is not known. */
    Edge media(GraphCalls calls, String tag) {
        String user = calls.account().id();
        String id = claim(tag).orElseGet(() -> learn(calls, user, tag));
        return Edge.of('/' + id + "/recent_media", FIELDS).with("user_id", user);
    }

    private String learn(GraphCalls calls, String user, String tag) {
        Edge search = new Edge("/ig_hashtag_search", Map.of("user_id", user)).with("q", tag);
        JsonNode answer = calls.get("asking for a hashtag", search);
        String id = Fields.text(answer.path("data").path(0), "id")
                .filter(Ids::isId)
                .orElseThrow(() -> new CallFailed(
                        "asking for the hashtag #" + tag,
                        ApiError.of(FailureKind.TARGET_GONE, "no-such-hashtag"),
                        false));
        write(tag, id);
        return id;
    }

    /** Takes one of the thirty for a hashtag, unless it has one; its number if that is known. */
    private Optional<String> claim(String tag) {
        Asked asked = write(tag, "").orElseThrow(this::spent);
        return Optional.of(asked.id()).filter(id -> !id.isEmpty());
    }

    private CallFailed spent() {
        Instant first = parse(state.read(STATE)).stream()
                .map(Asked::since)
                .min(Instant::compareTo)
                .orElseGet(time::instant);
        Duration wait = Duration.between(time.instant(), first.plus(WEEK));
        return new CallFailed(
                "asking for another hashtag",
                ApiError.of(FailureKind.QUOTA, "thirty-hashtags").retryAfter(wait.isNegative() ? Duration.ZERO : wait),
                false);
    }

    /** Notes a hashtag; empty if thirty others were asked for in the last seven days. */
    private Optional<Asked> write(String tag, String id) {
        for (int i = 0; i < TRIES; i++) {
            Optional<String> stored = state.read(STATE);
            List<Asked> recent = new ArrayList<>(parse(stored));
            recent.removeIf(one -> !one.since().plus(WEEK).isAfter(time.instant()));
            Optional<Asked> known =
                    recent.stream().filter(one -> one.tag().equals(tag)).findFirst();
            if (known.isEmpty() && recent.size() >= MOST) {
                return Optional.empty();
            }
            Asked before = known.orElseGet(() -> new Asked(tag, "", time.instant()));
            Asked asked = id.isEmpty() ? before : new Asked(tag, id, before.since());
            recent.removeIf(one -> one.tag().equals(tag));
            recent.add(asked);
            String wanted =
                    String.join("\n", recent.stream().map(Asked::toString).toList());
            if (stored.filter(wanted::equals).isPresent() || state.compareAndSet(STATE, stored, wanted)) {
                return Optional.of(asked);
            }
        }
        return Optional.empty();
    }

    /** A medium that was found, with the query that found it. */
    static Optional<Post> read(JsonNode medium, String query) {
        Optional<Instant> at = GraphTime.read(medium, "timestamp");
        return InstagramPosts.medium(Discussion.NONE, medium, at, Optional.empty())
                .map(post -> post.toBuilder().matchedQuery(query).build());
    }
}
