package org.otklik.internal.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the desk's steps again and again on an executor of the host, until it is stopped; thread-safe. */
final class Ticking {

    private static final Logger log = LoggerFactory.getLogger(Ticking.class);
    private static final long PAUSE_MILLIS = 1_000;

    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stepEnded = lock.newCondition();
    private final List<ScheduledFuture<?>> scheduled = new ArrayList<>();
    private final Set<Thread> inStep = new HashSet<>();
    private boolean stopped;

    /**
     * Creates it.
     *
     * @param patience how long a stop waits for all running steps together
     */
    Ticking(Duration patience) {
        this.patience = patience;
    }

    void start(ScheduledExecutorService executor, List<Runnable> steps) {
        lock.lock();
        try {
            if (!scheduled.isEmpty() || stopped) {
                throw new IllegalStateException("The desk was started or closed already; open a new one.");
            }
            for (Runnable step : steps) {
                scheduled.add(
                        executor.scheduleWithFixedDelay(() -> once(step), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS));
            }
        } finally {
            lock.unlock();
        }
    }

    private void once(Runnable step) {
        if (!begin()) {
            return;
        }
        try {
            step.run();
        } catch (RuntimeException e) {
            log.warn("A step of the desk failed; it is done again in {} ms.", PAUSE_MILLIS, e);
        } finally {
            end();
        }
    }

    private boolean begin() {
        lock.lock();
        try {
            return !stopped && inStep.add(Thread.currentThread());
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            inStep.remove(Thread.currentThread());
            stepEnded.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void stop() {
        lock.lock();
        try {
            stopped = true;
            scheduled.forEach(future -> future.cancel(false));
            await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void await() throws InterruptedException {
        long left = patience.toNanos();
        while (othersInStep() > 0 && left > 0) {
            left = stepEnded.awaitNanos(left);
        }
        if (othersInStep() > 0) {
            log.warn(
                    "{} steps of the desk still run after {} s; what they claimed is free when its lease ends.",
                    othersInStep(),
                    patience.toSeconds());
        }
    }

    /** A step that stops the desk does not wait for itself. */
    private int othersInStep() {
        return inStep.size() - (inStep.contains(Thread.currentThread()) ? 1 : 0);
    }
}
