package org.otklik.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Rounds of work by verdict; immutable.
 *
 * @param byVerdict how many, for each verdict that occurs
 */
public record Rounds(Map<RoundVerdict, Long> byVerdict) {

    /** Copies the map, in the order of verdicts. */
    public Rounds {
        Map<RoundVerdict, Long> sorted = new EnumMap<>(RoundVerdict.class);
        sorted.putAll(byVerdict);
        byVerdict = Collections.unmodifiableMap(sorted);
    }

    /**
     * Counts rounds of one verdict.
     *
     * @param verdict which
     * @return how many, zero if it does not occur
     */
    public long of(RoundVerdict verdict) {
        return byVerdict.getOrDefault(verdict, 0L);
    }

    /**
     * Counts rounds whose deadline was met or missed.
     *
     * @return the denominator N
     */
    public long counted() {
        return sum(RoundVerdict::isCounted);
    }

    /**
     * Counts rounds that are left out.
     *
     * @return all but {@link #counted()}
     */
    public long excluded() {
        return sum(verdict -> !verdict.isCounted());
    }

    /**
     * Counts all rounds.
     *
     * @return counted and excluded
     */
    public long all() {
        return sum(verdict -> true);
    }

    /**
     * Lists the reasons for leaving rounds out.
     *
     * @return those that occur, in their order; immutable
     */
    public List<RoundVerdict> exclusions() {
        return byVerdict.keySet().stream()
                .filter(verdict -> !verdict.isCounted())
                .toList();
    }

    /**
     * Returns the share of rounds answered in time.
     *
     * @return answered in time of all whose deadline was met or missed
     */
    public Share timely() {
        return new Share(of(RoundVerdict.IN_TIME), counted());
    }

    /**
     * Adds rounds up.
     *
     * @param others rounds
     * @return these and the others
     */
    public Rounds plus(Rounds others) {
        Map<RoundVerdict, Long> sum = new EnumMap<>(RoundVerdict.class);
        sum.putAll(byVerdict);
        others.byVerdict.forEach((verdict, count) -> sum.merge(verdict, count, Long::sum));
        return new Rounds(sum);
    }

    private long sum(Predicate<RoundVerdict> which) {
        return byVerdict.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
