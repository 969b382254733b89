package org.otklik.internal.health;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.AccountHealth;
import org.otklik.HealthState;
import org.otklik.internal.health.Observed.Failed;
import org.otklik.internal.health.Observed.Fine;

/**
 * What is stored of an account's health; immutable.
 *
 * @param told the state that people heard of last
 * @param since since when it is so
 * @param watchedSince when it was first read
 * @param lastRead when one of its sources was last read without an error
 * @param lastPost when a new post last came
 * @param unreadSince since when there is something to read and nothing could be read
 * @param lastListed when there last was something to read
 * @param writtenAt when this was written
 * @param troubles what fails, worst first; bounded, since a stored value is
 */
public record StoredHealth(
        HealthState told,
        Instant since,
        Optional<Instant> watchedSince,
        Optional<Instant> lastRead,
        Optional<Instant> lastPost,
        Optional<Instant> unreadSince,
        Optional<Instant> lastListed,
        Instant writtenAt,
        List<Trouble> troubles) {

    private static final int MOST_TROUBLES = 6;

    /** A source that nobody reads any more cannot recover; after this long it is no trouble either. */
    private static final Duration FORGOTTEN = Duration.ofDays(2);

    /** Nothing was read for so long although there was something to read. */
    private static final Duration UNREAD = Duration.ofHours(1);

    /** A longer break means that nobody asked, not that nothing could be read. */
    private static final Duration BREAK = Duration.ofMinutes(10);

    /** Copies the list. */
    public StoredHealth {
        troubles = List.copyOf(troubles);
    }

    /**
     * How an account is and why.
     *
     * @param state how it is
     * @param since since when, where the cause tells it
     * @param code why, in short; empty while it is well
     * @param trouble the worst of what fails
     */
    record Finding(HealthState state, Optional<Instant> since, String code, Optional<Trouble> trouble) {

        static final Finding WELL = new Finding(HealthState.OK, Optional.empty(), "", Optional.empty());

        static Finding silent(String code, Instant since) {
            return new Finding(HealthState.SILENT, Optional.of(since), code, Optional.empty());
        }

        static Finding of(Trouble trouble) {
            return new Finding(trouble.state(), Optional.of(trouble.first()), trouble.code(), Optional.of(trouble));
        }

        boolean saysTheSameAs(Finding other) {
            return state == other.state
                    && code.equals(other.code)
                    && trouble.isPresent() == other.trouble.isPresent()
                    && trouble.flatMap(one -> other.trouble.map(one::saysTheSameAs))
                            .orElse(true);
        }
    }

    static StoredHealth unknown(Instant now) {
        return new StoredHealth(
                HealthState.OK,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                List.of());
    }

    Finding finding(Duration silence) {
        return troubles.stream()
                .filter(Trouble::counts)
                .min(Trouble.WORST_FIRST)
                .map(Finding::of)
                .or(this::nothingRead)
                .or(() -> noPosts(silence))
                .orElse(Finding.WELL);
    }

    private Optional<Finding> nothingRead() {
        return unreadSince
                .filter(start -> lasted(start, lastListed, UNREAD))
                .map(start -> Finding.silent(AccountHealth.NOTHING_READ, start));
    }

    /** Counted by readings and not by the clock: a desk that was off all night catches up before it tells silence. */
    private Optional<Finding> noPosts(Duration silence) {
        return lastPost.or(() -> watchedSince)
                .filter(last -> lasted(last, lastRead, silence))
                .map(last -> Finding.silent(AccountHealth.NO_POSTS, last));
    }

    private static boolean lasted(Instant from, Optional<Instant> to, Duration length) {
        return to.filter(end -> Duration.between(from, end).compareTo(length) >= 0)
                .isPresent();
    }

    /** Returns the health after what a node met; what people heard of stays. */
    StoredHealth after(Observed seen) {
        Optional<Instant> read = latest(lastRead, seen.lastRead());
        return new StoredHealth(
                told,
                since,
                watchedSince.or(() -> read),
                read,
                latest(lastPost, seen.post()),
                unread(seen, read),
                latest(lastListed, seen.listed()),
                writtenAt,
                troublesAfter(seen, read));
    }

    private static Optional<Instant> latest(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent() && one.get().isAfter(other.get()) ? one : other.or(() -> one);
    }

    private Optional<Instant> unread(Observed seen, Optional<Instant> read) {
        if (!read.equals(lastRead)) {
            return Optional.empty();
        }
        Optional<Instant> idle =
                seen.idleSince().filter(start -> read.filter(start::isBefore).isEmpty());
        if (idle.isPresent()) {
            return idle;
        }
        boolean interrupted = seen.listed()
                .flatMap(now ->
                        lastListed.map(last -> Duration.between(last, now).compareTo(BREAK) > 0))
                .orElse(false);
        return interrupted ? seen.listed() : unreadSince.or(seen::listed);
    }

    private List<Trouble> troublesAfter(Observed seen, Optional<Instant> read) {
        Map<String, Trouble> left = new LinkedHashMap<>();
        troubles.forEach(trouble -> left.put(trouble.source(), trouble));
        seen.outcomes().forEach((source, outcome) -> {
            if (outcome instanceof Fine fine) {
                recover(left, source, fine.at());
            }
        });
        seen.outcomes().values().forEach(outcome -> {
            if (outcome instanceof Failed failed) {
                worsen(left, failed);
            }
        });
        return left.values().stream()
                .filter(trouble -> trouble.isSending() || !isForgotten(trouble, read))
                .sorted(Trouble.WORST_FIRST)
                .limit(MOST_TROUBLES)
                .toList();
    }

    /** A source that had been refused and is read again proves new access; the others are believed until they fail. */
    private static void recover(Map<String, Trouble> left, String source, Instant at) {
        Trouble over = left.get(source);
        if (over != null && !over.last().isAfter(at)) {
            left.remove(source);
            if (over.concernsAccess()) {
                left.values()
                        .removeIf(
                                other -> other.concernsAccess() && !other.last().isAfter(at));
            }
        }
    }

    private static void worsen(Map<String, Trouble> left, Failed failed) {
        Trouble trouble = failed.trouble();
        Trouble before = left.get(trouble.source());
        left.put(trouble.source(), before == null || failed.afresh() ? trouble : trouble.after(before));
    }

    private static boolean isForgotten(Trouble trouble, Optional<Instant> read) {
        return lasted(trouble.last(), read, FORGOTTEN);
    }

    StoredHealth told(Finding finding, Instant now) {
        Instant start = finding.state() == told ? since : finding.since().orElse(now);
        return new StoredHealth(
                finding.state(), start, watchedSince, lastRead, lastPost, unreadSince, lastListed, now, troubles);
    }
}
