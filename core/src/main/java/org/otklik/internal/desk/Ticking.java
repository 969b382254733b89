package org.otklik.internal.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the desk's steps again and again on an executor of the host, until it is stopped. */
final class Ticking {

    private static final Logger log = LoggerFactory.getLogger(Ticking.class);
    private static final long PAUSE_MILLIS = 1_000;
    private static final long PATIENCE_SECONDS = 30;

    private final List<ScheduledFuture<?>> running = new ArrayList<>();
    private final List<ReentrantLock> steps = new ArrayList<>();
    private volatile boolean stopped;

    synchronized void start(ScheduledExecutorService executor, List<Runnable> actions) {
        if (!running.isEmpty() || stopped) {
            throw new IllegalStateException("The desk was started or closed already; open a new one.");
        }
        for (Runnable action : actions) {
            ReentrantLock step = new ReentrantLock();
            steps.add(step);
            running.add(
                    executor.scheduleWithFixedDelay(() -> once(step, action), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        }
    }

    private void once(ReentrantLock step, Runnable action) {
        step.lock();
        try {
            if (!stopped) {
                action.run();
            }
        } catch (RuntimeException e) {
            log.warn("A step of the desk failed; it is done again in {} ms.", PAUSE_MILLIS, e);
        } finally {
            step.unlock();
        }
    }

    synchronized void stop() {
        stopped = true;
        running.forEach(future -> future.cancel(false));
        for (ReentrantLock step : steps) {
            await(step);
        }
    }

    private static void await(ReentrantLock step) {
        try {
            if (step.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                step.unlock();
            } else {
                log.warn(
                        "A step of the desk still runs after {} s; what it claimed is free when its lease ends.",
                        PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
