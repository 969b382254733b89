package org.otklik.adapters.max;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.otklik.spi.Cursor;

/**
 * How far a chat or the comments of a channel were read: what a cursor says; for one thread.
 *
 * <p>A round goes from the newest message back to a floor, in as many pages as it takes. The next one goes back to where
 * this one began, and from time to time further, for edits of which no update told.
 */
final class Round {

    private static final String VERSION = "1";
    private static final int NUMBERS = 7;
    private static final long NONE = -1;

    /** The network's clock and ours differ a little. */
    private static final long OVERLAP = Duration.ofMinutes(2).toMillis();

    private long since = NONE;
    private long ended = NONE;
    private long reread = NONE;
    private long began = NONE;
    private boolean deep;
    private long floor;
    private long before = NONE;

    /** Posts whose comments are still to be read; the first one is being read. */
    final List<String> todo = new ArrayList<>();

    private Round() {}

    static Round of(Optional<Cursor> cursor) {
        Round round = new Round();
        cursor.ifPresent(stored -> round.read(stored.value().split(" ", -1)));
        return round;
    }

    /** A cursor of another version reads everything recent again. */
    private void read(String[] words) {
        if (words.length <= NUMBERS || !words[0].equals(VERSION)) {
            return;
        }
        long[] numbers = new long[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            numbers[i] = MaxTarget.number(words[i + 1]).orElse(NONE);
        }
        since = numbers[0];
        ended = numbers[1];
        reread = numbers[2];
        began = numbers[3];
        deep = numbers[4] > 0;
        floor = Math.max(0, numbers[5]);
        before = numbers[6];
        todo.addAll(Arrays.asList(words).subList(NUMBERS + 1, words.length));
    }

    Cursor cursor() {
        StringBuilder text = new StringBuilder(VERSION);
        for (long number : new long[] {since, ended, reread, began, deep ? 1 : 0, floor, before}) {
            text.append(' ').append(number);
        }
        todo.forEach(post -> text.append(' ').append(post));
        return new Cursor(text.toString());
    }

    boolean isUnderWay() {
        return began != NONE;
    }

    /** Tells whether another node read it within the interval; a clock that went back does not stop reading. */
    boolean isTooEarly(Instant now, Duration every) {
        long at = now.toEpochMilli();
        return !isUnderWay() && ended != NONE && at >= ended && at < ended + every.toMillis();
    }

    void begin(Instant now, Duration rereadEvery, Duration rereadBack) {
        long at = now.toEpochMilli();
        long back = at - rereadBack.toMillis();
        deep = reread == NONE || at >= reread + rereadEvery.toMillis() || at < reread;
        long reached = since == NONE ? back : since - OVERLAP;
        floor = Math.max(0, deep ? Math.min(back, reached) : reached);
        began = at;
        before = NONE;
        todo.clear();
    }

    /** Tells whether a post was noted after the last round had begun, so that all its comments may be new. */
    boolean isNew(long noted) {
        return since == NONE || noted >= since;
    }

    long floor() {
        return floor;
    }

    /** What to ask for on this page: its end, if it is not the first. */
    Optional<Long> before() {
        return before == NONE ? Optional.empty() : Optional.of(before);
    }

    /**
     * Goes on behind a page.
     *
     * @param oldest time of its oldest message in milliseconds
     * @param full whether more of the same instant may follow
     * @return false if everything down to the floor was read
     */
    boolean goOn(long oldest, boolean full, long lowest) {
        long next = full ? oldest + 1 : oldest;
        before = before != NONE && next >= before ? Math.min(oldest, before - 1) : next;
        return oldest > lowest;
    }

    /** Begins with the next post. */
    void next() {
        todo.remove(0);
        before = NONE;
    }

    void end(Instant now) {
        since = began;
        reread = deep ? began : reread;
        ended = now.toEpochMilli();
        began = NONE;
        before = NONE;
    }
}
