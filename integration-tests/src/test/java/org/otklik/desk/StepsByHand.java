package org.otklik.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A host's executor that repeats nothing by itself: each round of steps is begun by the test. */
final class StepsByHand extends ScheduledThreadPoolExecutor {

    private final List<Runnable> steps = new ArrayList<>();
    private final CompletionService<Boolean> begun = new ExecutorCompletionService<>(this);
    private int running;

    StepsByHand(int threads) {
        super(threads);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable step, long initial, long delay, TimeUnit unit) {
        steps.add(step);
        return schedule(() -> {}, initial, unit);
    }

    /** Does every step once, and comes back when no more than so many of them still run. */
    void roundUpTo(int hanging) {
        steps.forEach(step -> begun.submit(step, true));
        running += steps.size();
        awaitAllBut(hanging);
    }

    void awaitAllBut(int hanging) {
        try {
            for (; running > hanging; running--) {
                begun.take().get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
