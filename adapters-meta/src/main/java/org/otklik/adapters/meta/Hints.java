package org.otklik.adapters.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.adapters.call.CallFailed;
import org.otklik.post.Post;
import org.otklik.spi.AdapterState;
import org.otklik.spi.Cursor;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PostPage;

/**
 * What webhooks hinted at and is still to be fetched: kept in the account's durable state, since no list shows it again;
 * thread-safe, shared by nodes.
 *
 * <p>Each hint has a number. A cursor names the last that was fetched, and those up to it are forgotten only when it comes
 * back, which means that what was fetched is stored.
 */
final class Hints {

    private static final String STATE = "hints";
    private static final int MOST = 100;
    private static final int TRIES = 20;
    private static final int MOST_AT_ONCE = 10;

    /** What Graph says of a single hint; everything else concerns the account. */
    private static final Set<FailureKind> ALONE =
            Set.of(FailureKind.TARGET_GONE, FailureKind.PERMISSION, FailureKind.CONFIGURATION);

    private final AdapterState state;

    Hints(AdapterState state) {
        this.state = state;
    }

    /** Waiting hints in order, and the number of the first. */
    private record Queue(long first, List<Hint> hints) {

        static Queue parse(Optional<String> stored) {
            String[] parts = stored.orElse("1").split("\\|", -1);
            if (!Ids.isDigits(parts[0], 0, Math.min(parts[0].length(), 18))) {
                return new Queue(1, List.of());
            }
            List<Hint> hints = new ArrayList<>();
            for (int i = 1; i < parts.length; i++) {
                Hint.parse(parts[i]).ifPresent(hints::add);
            }
            return new Queue(Long.parseLong(parts[0]), hints);
        }

        /** Those behind a number. */
        Queue behind(long done) {
            int passed = (int) Math.max(0, Math.min(hints.size(), done - first + 1));
            return new Queue(first + passed, hints.subList(passed, hints.size()));
        }

        Queue and(Hint hint) {
            if (hints.stream().anyMatch(hint::isSame)) {
                return this;
            }
            List<Hint> more = new ArrayList<>(hints);
            more.add(hint);
            int lost = Math.max(0, more.size() - MOST);
            return new Queue(first + lost, more.subList(lost, more.size()));
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(Long.toString(first));
            hints.forEach(hint -> text.append('|').append(hint));
            return text.toString();
        }
    }

    /** Keeps a hint; true if it is kept, false if other nodes write all the time. */
    boolean add(Hint hint) {
        for (int i = 0; i < TRIES; i++) {
            Optional<String> stored = state.read(STATE);
            String wanted = Queue.parse(stored).and(hint).toString();
            if (stored.filter(wanted::equals).isPresent() || state.compareAndSet(STATE, stored, wanted)) {
                return true;
            }
        }
        return false;
    }

    private Queue waiting(long done) {
        for (int i = 0; i < TRIES; i++) {
            Optional<String> stored = state.read(STATE);
            Queue queue = Queue.parse(stored);
            Queue left = queue.behind(done);
            if (left.first() == queue.first() || state.compareAndSet(STATE, stored, left.toString())) {
                return left;
            }
        }
        return new Queue(done + 1, List.of());
    }

    private static long done(Optional<Cursor> cursor) {
        String value = cursor.map(Cursor::value).orElse("1 0");
        boolean ours = value.startsWith("1 ") && Ids.isDigits(value, 2, value.length()) && value.length() <= 20;
        return ours ? Long.parseLong(value.substring(2)) : 0;
    }

    /** Fetches what waits; a hint that leads nowhere fails alone. */
    PostPage fetch(PageReader.Means means, Stand stand, Optional<Cursor> cursor, int limit, Findings findings) {
        long done = done(cursor);
        Queue queue = waiting(done);
        int most = Math.min(Math.min(limit, MOST_AT_ONCE), queue.hints().size());
        long reached = Math.max(done, queue.first() - 1);
        for (int i = 0; i < most; i++) {
            try {
                fetch(means, stand, queue.hints().get(i), findings);
            } catch (CallFailed e) {
                if (i == 0) {
                    throw e;
                }
                return findings.page(new Cursor("1 " + reached), false);
            }
            reached++;
        }
        return findings.page(new Cursor("1 " + reached), most < queue.hints().size());
    }

    private static void fetch(PageReader.Means means, Stand stand, Hint hint, Findings findings) {
        Optional<Edge> asked = means.dialect().hinted(stand.account(), hint);
        if (asked.isEmpty()) {
            findings.unreadable(hint.nativeId(), "NEEDS_FACEBOOK_LOGIN");
            return;
        }
        try {
            JsonNode answer = means.calls().get("fetching what was hinted at", asked.get());
            Optional<Post> post = means.dialect().readHinted(stand, hint, answer);
            post.ifPresentOrElse(findings::present, () -> findings.unreadable(hint.nativeId(), "NO_ID_OR_TIME"));
        } catch (CallFailed e) {
            FailureKind kind = e.error().kind();
            if (!ALONE.contains(kind)) {
                throw e;
            }
            findings.unreadable(hint.nativeId(), kind.name());
        }
    }
}
