package org.otklik.adapters.watch;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;
import org.otklik.post.AccountId;
import org.otklik.spi.SourceId;

/**
 * Which sources are due, those first that wait longest for a reading or a try, and no more than their accounts can pay
 * now; thread-safe.
 *
 * <p>Kept in memory only: after a restart everything is due, which the budgets bear. A clock that goes back makes due
 * what was read later than now.
 */
public final class Schedule {

    private static final Turn NEVER = new Turn(Instant.MIN, Instant.MIN, 0);

    private final InstantSource time;
    private final Map<SourceId, Turn> last = new ConcurrentHashMap<>();
    private final AtomicLong turns = new AtomicLong();

    /**
     * Creates a schedule in which everything is due.
     *
     * @param time the desk's
     */
    public Schedule(InstantSource time) {
        this.time = time;
    }

    /** When a source was touched last, when it is due again, and after how many other touches. */
    private record Turn(Instant at, Instant due, long order) {

        boolean isDue(Instant now) {
            return !due.isAfter(now) || at.isAfter(now);
        }

        Instant waitsSince() {
            return due.isAfter(at) ? due : at;
        }
    }

    /**
     * Lists what is to be read now; changes nothing.
     *
     * @param planned all sources
     * @param available how many calls an account has now
     * @return due sources, as long as the account has a call left after those before; longest waiting first
     */
    public List<SourceId> due(List<PlannedSource> planned, ToIntFunction<AccountId> available) {
        Instant now = time.instant();
        Map<SourceId, Turn> seen = new HashMap<>(last);
        Map<AccountId, Integer> left = new HashMap<>();
        List<PlannedSource> waiting = new ArrayList<>(planned);
        waiting.removeIf(one -> !turn(seen, one).isDue(now));
        waiting.sort(Comparator.comparing((PlannedSource one) -> turn(seen, one).waitsSince())
                .thenComparing(one -> turn(seen, one).order()));
        List<SourceId> due = new ArrayList<>();
        for (PlannedSource one : waiting) {
            AccountId account = one.source().account();
            int calls = left.computeIfAbsent(account, available::applyAsInt);
            if (calls > 0) {
                left.put(account, calls - one.calls());
                due.add(one.source());
            }
        }
        return List.copyOf(due);
    }

    private static Turn turn(Map<SourceId, Turn> seen, PlannedSource one) {
        return seen.getOrDefault(one.source(), NEVER);
    }

    /**
     * Notes that a source was read to its end.
     *
     * @param source which
     * @param every when it is due again
     */
    public void done(SourceId source, Duration every) {
        Instant now = time.instant();
        last.put(source, new Turn(now, now.plus(every), turns.incrementAndGet()));
    }

    /**
     * Notes that a source was tried and is not at its end, because it failed or has more: it stays due, but behind those
     * that wait for longer, so that it cannot use up the calls of all others.
     *
     * @param source which
     */
    public void tried(SourceId source) {
        done(source, Duration.ZERO);
    }

    /**
     * Forgets sources that are no longer planned.
     *
     * @param planned all that are
     */
    public void keepOnly(List<PlannedSource> planned) {
        last.keySet().retainAll(planned.stream().map(PlannedSource::source).collect(toUnmodifiableSet()));
    }
}
