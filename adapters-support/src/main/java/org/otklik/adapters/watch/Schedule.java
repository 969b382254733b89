package org.otklik.adapters.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import org.otklik.post.AccountId;
import org.otklik.spi.SourceId;

/**
 * Which sources are due, the longest overdue first, and no more than their accounts can pay now; thread-safe.
 *
 * <p>Kept in memory only: after a restart everything is due, which the budgets bear.
 */
public final class Schedule {

    private final InstantSource time;
    private final Map<SourceId, Instant> next = new ConcurrentHashMap<>();

    /**
     * Creates a schedule in which everything is due.
     *
     * @param time the desk's
     */
    public Schedule(InstantSource time) {
        this.time = time;
    }

    /**
     * Lists what is to be read now.
     *
     * @param planned all sources
     * @param available how many calls an account has now
     * @return due sources whose calls fit, the longest overdue first
     */
    public List<SourceId> due(List<PlannedSource> planned, ToIntFunction<AccountId> available) {
        Instant now = time.instant();
        Map<AccountId, Integer> left = new HashMap<>();
        List<PlannedSource> waiting = new ArrayList<>(planned);
        waiting.removeIf(one -> dueAt(one.source()).isAfter(now));
        waiting.sort(Comparator.comparing(one -> dueAt(one.source())));
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

    private Instant dueAt(SourceId source) {
        return next.getOrDefault(source, Instant.MIN);
    }

    /**
     * Notes that a source was read to its end.
     *
     * @param source which
     * @param every when it is due again
     */
    public void done(SourceId source, Duration every) {
        next.put(source, time.instant().plus(every));
    }

    /**
     * Forgets sources that are no longer planned.
     *
     * @param planned all that are
     */
    public void keepOnly(List<PlannedSource> planned) {
        next.keySet().retainAll(planned.stream().map(PlannedSource::source).toList());
    }
}
