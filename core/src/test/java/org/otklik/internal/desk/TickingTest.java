package org.otklik.internal.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TickingTest {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final int MANY = 50;

    private final CountDownLatch begun = new CountDownLatch(MANY);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger ended = new AtomicInteger();
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(MANY);

    @AfterEach
    void endAll() throws InterruptedException {
        released.countDown();
        executor.shutdown();
        assertTrue(executor.awaitTermination(30, TimeUnit.SECONDS), "A step goes on.");
    }

    private void hang() {
        begun.countDown();
        await(released);
        ended.incrementAndGet();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void all_steps_that_hang_share_one_patience() {
        Ticking ticking = new Ticking(Duration.ofMillis(400));
        ticking.start(executor, Collections.nCopies(MANY, this::hang));
        await(begun);

        assertTimeout(Duration.ofSeconds(10), ticking::stop);

        assertEquals(0, ended.get());
    }

    @Test
    void a_stop_waits_for_the_steps_that_run_and_none_begins_afterwards() {
        Ticking ticking = new Ticking(LONG);
        ticking.start(executor, Collections.nCopies(MANY, this::hang));
        await(begun);
        Thread stopper = new Thread(ticking::stop);
        stopper.start();
        while (stopper.isAlive() && stopper.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        released.countDown();
        join(stopper);

        assertEquals(MANY, ended.get());
        ticking.stop();
        assertEquals(MANY, ended.get());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_step_may_stop_the_desk_and_does_not_wait_for_itself() {
        Ticking ticking = new Ticking(LONG);
        CountDownLatch stopped = new CountDownLatch(1);

        ticking.start(executor, List.of(() -> {
            ticking.stop();
            stopped.countDown();
        }));

        await(stopped);
    }

    @Test
    void a_step_that_fails_is_done_again() {
        Ticking ticking = new Ticking(LONG);
        CountDownLatch twice = new CountDownLatch(2);

        ticking.start(executor, List.of(() -> {
            twice.countDown();
            throw new IllegalStateException("broken once more");
        }));

        await(twice);
        ticking.stop();
    }

    @Test
    void a_stop_that_is_interrupted_waits_no_longer_and_says_so() {
        Ticking ticking = new Ticking(LONG);
        ticking.start(executor, Collections.nCopies(MANY, this::hang));
        await(begun);
        Thread.currentThread().interrupt();

        ticking.stop();

        assertTrue(Thread.interrupted());
    }

    @Test
    void what_was_started_or_stopped_is_not_started_again() {
        Ticking started = new Ticking(LONG);
        started.start(executor, List.of(() -> {}));
        Ticking stopped = new Ticking(LONG);
        stopped.stop();

        assertThrows(IllegalStateException.class, () -> started.start(executor, List.of()));
        assertThrows(IllegalStateException.class, () -> stopped.start(executor, List.of()));
        started.stop();
    }
}
