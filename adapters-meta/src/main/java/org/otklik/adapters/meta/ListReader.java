package org.otklik.adapters.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.otklik.adapters.call.CallFailed;
import org.otklik.post.Post;
import org.otklik.spi.Cursor;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PostPage;

/** Reads a list of others' posts, such as tags, from the newest down to what was read before; one call a page. */
final class ListReader {

    /** How much later than others a post may turn up in a list; nobody has measured it. */
    private static final Duration LATE = Duration.ofHours(1);

    private static final int MOST_PAGES = 20;

    private ListReader() {}

    /**
     * How far a list was read; immutable.
     *
     * @param readAt when the last round ended
     * @param since down to where it is read
     * @param newest the newest of this round
     * @param pages how many were read in this round
     * @param after where the next page begins; empty outside a round
     */
    record Progress(Instant readAt, Instant since, Instant newest, int pages, String after) {

        static Progress of(Optional<Cursor> cursor, Instant begin) {
            return cursor.flatMap(Progress::parse)
                    .orElseGet(() -> new Progress(Instant.EPOCH, begin, Instant.EPOCH, 0, ""));
        }

        private static Optional<Progress> parse(Cursor cursor) {
            String[] parts = cursor.value().split(" ", -1);
            try {
                return parts.length == 6 && parts[0].equals("1")
                        ? Optional.of(new Progress(
                                second(parts[1]),
                                second(parts[2]),
                                second(parts[3]),
                                Integer.parseInt(parts[4]),
                                parts[5]))
                        : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        private static Instant second(String text) {
            return Instant.ofEpochSecond(Long.parseLong(text));
        }

        boolean atRest() {
            return after.isEmpty();
        }

        Progress again() {
            return new Progress(readAt, since, Instant.EPOCH, 0, "");
        }

        Cursor toCursor() {
            return new Cursor(String.join(
                    " ",
                    "1",
                    Long.toString(readAt.getEpochSecond()),
                    Long.toString(since.getEpochSecond()),
                    Long.toString(newest.getEpochSecond()),
                    Integer.toString(pages),
                    after));
        }
    }

    static PostPage read(
            GraphCalls calls,
            Edge list,
            Function<JsonNode, Optional<Post>> reader,
            Progress at,
            int size,
            Instant now) {
        JsonNode answer;
        try {
            answer = calls.get("reading " + list.path(), list.page(size, at.after()));
        } catch (CallFailed e) {
            if (e.error().kind() != FailureKind.CONFIGURATION || at.atRest()) {
                throw e;
            }
            // Graph forgot the place; the next step reads the whole round again.
            return PostPage.of(List.of(), at.again().toCursor(), false);
        }
        return page(answer, reader, at, now);
    }

    private static PostPage page(JsonNode answer, Function<JsonNode, Optional<Post>> reader, Progress at, Instant now) {
        Findings findings = new Findings(now);
        Instant newest = at.newest();
        boolean older = false;
        for (JsonNode node : answer.path("data")) {
            Optional<Post> post = reader.apply(node);
            if (post.isEmpty()) {
                findings.unreadable(node.path("id").asText("unknown"), "NO_ID_OR_TIME");
                continue;
            }
            Instant written = post.get().publishedAt();
            newest = written.isAfter(newest) ? written : newest;
            older |= written.isBefore(at.since().minus(LATE));
            findings.present(post.get());
        }
        String next = older || at.pages() + 1 >= MOST_PAGES ? "" : GraphCalls.next(answer);
        Progress progress = next.isEmpty()
                ? new Progress(now, newest.isAfter(at.since()) ? newest : at.since(), Instant.EPOCH, 0, "")
                : new Progress(at.readAt(), at.since(), newest, at.pages() + 1, next);
        return findings.page(progress.toCursor(), !progress.atRest());
    }
}
