package org.otklik.adapters.max;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.otklik.adapters.call.CallFailed;
import org.otklik.adapters.json.Fields;
import org.otklik.spi.Cursor;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PostPage;
import org.otklik.spi.PostPage.Unreadable;
import org.otklik.spi.WatchedPage;

/**
 * Reads what updates may have left out: the messages of a chat, and the comments under the recent posts of a channel,
 * the newest first.
 */
final class HistoryReader {

    private static final int MOST = 100;
    private static final int MOST_CALLS = 30;

    private final MaxSettings.Intervals intervals;
    private final InstantSource time;

    HistoryReader(MaxSettings.Intervals intervals, InstantSource time) {
        this.intervals = intervals;
        this.time = time;
    }

    /** One reading of a source; for one thread. */
    private final class Reading {

        private final MaxAccount account;
        private final MaxPosts posts;
        private final Round round;
        private final long chat;
        private final int limit;
        private final Found found = new Found();

        Reading(MaxAccount account, List<WatchedPage> watched, Optional<Cursor> cursor, long chat, int limit) {
            this.account = account;
            this.posts = new MaxPosts(new MaxPages(watched), account);
            this.round = Round.of(cursor);
            this.chat = chat;
            this.limit = limit;
        }

        PostPage nothing() {
            return PostPage.of(List.of(), round.cursor(), false);
        }

        int wanted() {
            return Math.max(1, Math.min(limit - found.changes().size(), MOST));
        }

        /** Reads a page; returns whether more may follow. */
        boolean page(String path, String query, long lowest) {
            int wanted = wanted();
            String end = round.before().map(before -> "&before=" + before).orElse("");
            JsonNode answer =
                    account.calls().get(path, query + "count=" + wanted + "&after=" + Math.max(0, lowest - 1) + end);
            JsonNode messages = Fields.array(answer, "messages");
            long oldest = Long.MAX_VALUE;
            for (JsonNode message : messages) {
                Optional<Instant> at = posts.read(message, Optional.empty(), found);
                oldest = at.isPresent() ? Math.min(oldest, at.get().toEpochMilli()) : oldest;
            }
            return oldest != Long.MAX_VALUE && round.goOn(oldest, messages.size() >= wanted, lowest);
        }

        /** Takes steps until all is read or enough; what was read before a failure is kept. */
        PostPage run(Predicate<Reading> step) {
            boolean over = false;
            for (int call = 0; !over && call < MOST_CALLS && found.changes().size() < limit; call++) {
                try {
                    over = step.test(this);
                } catch (CallFailed e) {
                    if (call == 0) {
                        throw e;
                    }
                    break;
                }
            }
            if (over) {
                round.end(time.instant());
            }
            return new PostPage(found.changes(), round.cursor(), !over, found.unreadable());
        }
    }

    PostPage messages(MaxAccount account, List<WatchedPage> watched, long chat, Optional<Cursor> cursor, int limit) {
        Reading reading = new Reading(account, watched, cursor, chat, limit);
        if (reading.round.isTooEarly(time.instant(), intervals.history())) {
            return reading.nothing();
        }
        if (!reading.round.isUnderWay()) {
            demandReading(account, chat);
            reading.round.begin(time.instant(), intervals.reread(), intervals.back());
        }
        return reading.run(one -> !one.page("/messages", "?chat_id=" + chat + "&", one.round.floor()));
    }

    /** A person's dialog with the bot needs no rights. */
    private static void demandReading(MaxAccount account, long chat) {
        if (account.kind(chat) != Chats.Kind.DIALOG) {
            account.rights().demandReading(account.calls(), chat);
        }
    }

    PostPage comments(MaxAccount account, List<WatchedPage> watched, long channel, Optional<Cursor> cursor, int limit) {
        Reading reading = new Reading(account, watched, cursor, channel, limit);
        if (reading.round.isTooEarly(time.instant(), intervals.comments())) {
            return reading.nothing();
        }
        if (!reading.round.isUnderWay()) {
            demandReading(account, channel);
            begin(account, reading.round, channel);
        }
        return reading.run(this::comments);
    }

    /** A post that is new to us has a mark, since all its comments may be. */
    private void begin(MaxAccount account, Round round, long channel) {
        round.begin(time.instant(), intervals.reread(), intervals.back());
        account.posts().of(channel).forEach(one -> round.todo.add((round.isNew(one.noted()) ? "+" : "=") + one.mid()));
    }

    /** Reads a page of comments; returns whether there is nothing more to read. */
    private boolean comments(Reading reading) {
        Round round = reading.round;
        if (!round.todo.isEmpty()) {
            String marked = round.todo.get(0);
            String post = marked.substring(1);
            long back = time.instant().minus(intervals.back()).toEpochMilli();
            long lowest = marked.startsWith("+") ? Math.min(Math.max(0, back), round.floor()) : round.floor();
            if (!commentsUnder(reading, post, lowest)) {
                round.next();
            }
        }
        return round.todo.isEmpty();
    }

    private boolean commentsUnder(Reading reading, String post, long lowest) {
        try {
            return reading.page("/messages/" + MaxCalls.segment(post) + "/comments", "?", lowest);
        } catch (CallFailed e) {
            boolean gone = e.error().kind() == FailureKind.TARGET_GONE;
            // So the network speaks of comments that are off; while the account rests after it, nothing is asked.
            boolean off = e.error().code().equals(MaxErrors.INTERNAL) && e.isPossiblyApplied();
            if (!gone && !off) {
                throw e;
            }
            if (gone) {
                reading.account.posts().remove(reading.chat, post);
            }
            reading.found.unreadable().add(new Unreadable(post, e.error().code()));
            return false;
        }
    }
}
