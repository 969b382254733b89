package org.otklik.examples.webhooks;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Gives each request a bounded time to arrive, headers and body together: who is slower loses his connection. The work
 * that follows is never interrupted, since a database would take that amiss.
 */
final class ReadingDeadline implements Executor, AutoCloseable {

    private final ExecutorService workers;
    private final ScheduledThreadPoolExecutor alarms = new ScheduledThreadPoolExecutor(1);
    private final Map<Thread, Reading> current = new ConcurrentHashMap<>();
    private final Duration longest;

    ReadingDeadline(int threads, Duration longest) {
        this.workers = Executors.newFixedThreadPool(threads);
        this.longest = longest;
        // Else an alarm that nobody needs any more lies there until its time comes.
        this.alarms.setRemoveOnCancelPolicy(true);
    }

    /** A thread that reads a request; interrupting it closes the connection. */
    private static final class Reading {

        private final Thread reader = Thread.currentThread();
        private boolean over;

        synchronized void alarm() {
            if (!over) {
                reader.interrupt();
            }
        }

        /** Returns whether the request was read in time; from here on nobody interrupts. */
        synchronized boolean end() {
            over = true;
            return !Thread.interrupted();
        }
    }

    @Override
    public void execute(Runnable task) {
        workers.execute(() -> {
            Reading reading = new Reading();
            current.put(Thread.currentThread(), reading);
            Future<?> alarm = alarms.schedule(reading::alarm, longest.toMillis(), TimeUnit.MILLISECONDS);
            try {
                task.run();
            } finally {
                alarm.cancel(false);
                reading.end();
                current.remove(Thread.currentThread());
            }
        });
    }

    /** Tells, in the thread of a request, that all of it was read; false if it was too late. */
    boolean wasReadInTime() {
        Reading reading = current.get(Thread.currentThread());
        return reading != null && reading.end();
    }

    @Override
    public void close() {
        workers.shutdownNow();
        alarms.shutdownNow();
    }
}
