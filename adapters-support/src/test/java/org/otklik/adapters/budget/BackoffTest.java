package org.otklik.adapters.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final long YEAR = 365L * 24 * 3600 * 1000;

    @Property
    void a_wait_is_between_half_and_the_whole_of_what_doubled_and_never_longer_than_the_longest(
            @ForAll @LongRange(min = 0, max = YEAR) long first,
            @ForAll @LongRange(min = 0, max = YEAR) long more,
            @ForAll int failures,
            @ForAll long seed) {
        Backoff backoff = new Backoff(Duration.ofMillis(first), Duration.ofMillis(first + more));

        long wait = backoff.after(failures, new Random(seed)).toMillis();

        double doubled =
                Math.min(first * Math.pow(2, Math.max(0, Math.min(failures - 1, 30))), (double) (first + more));
        assertTrue(wait <= doubled && wait >= Math.floor(doubled / 2), () -> wait + " of " + doubled);
    }

    @Property
    void the_standard_doubles_from_a_second_to_five_minutes(@ForAll @IntRange(min = 10) int many, @ForAll long seed) {
        Duration first = Backoff.STANDARD.after(1, new Random(seed));
        Duration last = Backoff.STANDARD.after(many, new Random(seed));

        assertTrue(first.toMillis() >= 500 && first.toMillis() <= 1000, first::toString);
        assertTrue(last.toSeconds() >= 150 && last.toSeconds() <= 300, last::toString);
    }

    @Test
    void waits_may_be_nought_but_do_not_shrink() {
        assertEquals(Duration.ZERO, new Backoff(Duration.ZERO, Duration.ZERO).after(9, new Random(1)));
        assertThrows(IllegalArgumentException.class, () -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
        assertThrows(IllegalArgumentException.class, () -> new Backoff(Duration.ofSeconds(-1), Duration.ofSeconds(1)));
    }
}
