package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.otklik.DeskLimits;
import org.otklik.post.PostId;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SignalState;

/** More posts wait than a step decides (P11). */
class BacklogTest {

    private static final int BATCH = 8;
    private static final int WAITING = 60;

    private final Office office =
            Office.open(builder -> builder.limits(DeskLimits.standard().withBatch(BATCH)));

    private static PostId old(int number) {
        return Office.id(String.format(Locale.ROOT, "old-%03d", number));
    }

    private void captureMany() {
        IntStream.range(0, WAITING)
                .forEach(i -> office.vk.add(office.post(old(i).nativeId(), "Привет всем, хорошего дня " + i)));
        office.desk.poll();
    }

    private SignalState state(PostId id) {
        PostRow row =
                office.storage.transact(unit -> unit.posts().find(List.of(id))).get(id);
        return row.signal();
    }

    private long waiting() {
        return office.storage.transact(unit -> unit.posts().captured());
    }

    @Test
    void the_oldest_posts_are_decided_first() {
        captureMany();

        assertTrue(IntStream.range(0, BATCH).allMatch(i -> state(old(i)) != SignalState.CAPTURED));
        assertEquals(SignalState.CAPTURED, state(old(BATCH)));
    }

    @Test
    void a_fresh_post_does_not_wait_behind_them() {
        captureMany();
        office.wait(Duration.ofMinutes(1));

        office.vk.add(office.post("fresh", Office.PIT));
        office.desk.poll();

        assertNotEquals(SignalState.CAPTURED, state(Office.id("fresh")));
        assertTrue(waiting() > BATCH, "The queue is worked off before the fresh post could wait.");
    }

    @Test
    void the_queue_is_worked_off_in_bounded_steps() {
        captureMany();

        int steps = 1;
        while (waiting() > 0) {
            office.desk.poll();
            steps++;
        }

        assertTrue(steps >= WAITING / (BATCH + BATCH / 4), "Only " + steps + " steps were needed.");
    }
}
