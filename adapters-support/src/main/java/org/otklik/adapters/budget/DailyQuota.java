package org.otklik.adapters.budget;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.otklik.spi.AdapterState;

/**
 * What an account may use up in a day, calls or money, counted over restarts and nodes; thread-safe.
 *
 * <p>Counted in the account's durable state by compare-and-set before the call goes, so a crash wastes and never
 * overdraws. The day begins at midnight of the given zone.
 */
public final class DailyQuota {

    private static final int TRIES = 20;

    private final AdapterState state;
    private final String key;
    private final long limit;
    private final ZoneId zone;
    private final InstantSource time;

    /**
     * Creates the quota of an account.
     *
     * @param state the account's
     * @param name of what is counted, such as {@code newsfeed.search}
     * @param limit how much a day, not below nought
     * @param zone in which the network's day begins
     * @param time the desk's
     */
    public DailyQuota(AdapterState state, String name, long limit, ZoneId zone, InstantSource time) {
        if (limit < 0) {
            throw new IllegalArgumentException("The daily quota of " + name + " cannot be " + limit + ".");
        }
        this.state = state;
        this.key = "quota:" + name;
        this.limit = limit;
        this.zone = zone;
        this.time = time;
    }

    /**
     * Uses up a part of the day's quota if enough is left.
     *
     * @param amount how much, above nought
     * @return true if it was left; false changes nothing
     */
    public boolean tryTake(long amount) {
        for (int i = 0; i < TRIES; i++) {
            Optional<String> stored = state.read(key);
            long used = used(stored);
            if (used + amount > limit) {
                return false;
            }
            if (state.compareAndSet(key, stored, today() + " " + (used + amount))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Notes that the network says the day's quota is used up, whatever was counted here.
     */
    public void exhaust() {
        Optional<String> stored = state.read(key);
        state.compareAndSet(key, stored, today() + " " + Math.max(limit, used(stored)));
    }

    /**
     * Tells how much is left today.
     *
     * @return not below nought
     */
    public long left() {
        return Math.max(0, limit - used(state.read(key)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.instant(), zone);
    }

    private long used(Optional<String> stored) {
        return stored.map(text -> text.split(" ", -1))
                .filter(parts -> parts.length == 2 && parts[0].equals(today().toString()))
                .map(parts -> Long.parseLong(parts[1]))
                .orElse(0L);
    }
}
