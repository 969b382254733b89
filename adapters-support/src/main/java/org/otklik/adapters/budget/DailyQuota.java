package org.otklik.adapters.budget;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.otklik.spi.AdapterState;

/**
 * What an account may use up in a day, calls or money, counted over restarts and nodes; thread-safe.
 *
 * <p>Counted in the account's durable state by compare-and-set before the call goes, so a crash wastes and never
 * overdraws. The day begins at midnight of the given zone; around it the node whose clock is ahead decides, and a clock
 * that goes back opens no second quota.
 */
public final class DailyQuota {

    private static final int TRIES = 20;
    private static final int LONGEST_NAME = 94;

    private final AdapterState state;
    private final String key;
    private final long limit;
    private final ZoneId zone;
    private final InstantSource time;

    /**
     * Creates the quota of an account.
     *
     * @param state the account's
     * @param name of what is counted, such as {@code newsfeed.search}; 1 to 94 characters
     * @param limit how much a day, not below nought
     * @param zone in which the network's day begins
     * @param time the desk's
     */
    public DailyQuota(AdapterState state, String name, long limit, ZoneId zone, InstantSource time) {
        if (limit < 0 || name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A daily quota needs a name of 1 to 94 characters and a limit of nought"
                    + " or more, not '" + name + "' and " + limit + ".");
        }
        this.state = state;
        this.key = "quota:" + name;
        this.limit = limit;
        this.zone = zone;
        this.time = time;
    }

    /** How much was used on a day. */
    private record Used(LocalDate day, long amount) {}

    /**
     * Uses up a part of the day's quota if enough is left.
     *
     * @param amount how much, above nought
     * @return true if it was left; false changes nothing, also where other nodes write all the time
     */
    public boolean tryTake(long amount) {
        if (amount < 1) {
            throw new IllegalArgumentException("Of a quota is taken 1 or more, not " + amount + ".");
        }
        return write(used -> amount > limit - used ? used : used + amount);
    }

    /** Notes that the network says the day's quota is used up, whatever was counted here. */
    public void exhaust() {
        write(used -> Math.max(limit, used));
    }

    /** Writes more; true if there was more to write and it was written. */
    private boolean write(LongUnaryOperator more) {
        for (int i = 0; i < TRIES; i++) {
            Optional<String> stored = state.read(key);
            Used now = used(stored);
            long wanted = more.applyAsLong(now.amount());
            if (wanted == now.amount()) {
                return false;
            }
            if (state.compareAndSet(key, stored, now.day() + " " + wanted)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Tells how much is left today.
     *
     * @return not below nought
     */
    public long left() {
        return Math.max(0, limit - used(state.read(key)).amount());
    }

    /** The day before today is over; tomorrow has begun on another node. Later days were written by a wrong clock. */
    private Used used(Optional<String> stored) {
        LocalDate today = LocalDate.ofInstant(time.instant(), zone);
        Used last = stored.flatMap(text -> parse(text, today)).orElseGet(() -> new Used(today, 0));
        if (last.day().isBefore(today)) {
            return new Used(today, 0);
        }
        return last.day().isAfter(today.plusDays(1)) ? new Used(today, last.amount()) : last;
    }

    private static Optional<Used> parse(String text, LocalDate today) {
        int space = text.indexOf(' ');
        try {
            if (space < 0) {
                return Optional.empty();
            }
            // Nearly always today, which needs no reading.
            String day = text.substring(0, space);
            LocalDate date = day.equals(today.toString()) ? today : LocalDate.parse(day);
            return Optional.of(new Used(date, Long.parseLong(text.substring(space + 1))));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
