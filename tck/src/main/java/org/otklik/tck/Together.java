package org.otklik.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets threads begin at the same moment and gathers what they return. */
final class Together {

    private static final int PATIENCE_SECONDS = 120;

    /** What each thread does; it gets its number, from 0. */
    interface Task<T> {
        T run(int thread) throws InterruptedException;
    }

    private Together() {}

    static <T> List<T> run(int threads, Task<T> task) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch ready = new CountDownLatch(threads);
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                futures.add(pool.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return task.run(thread);
                }));
            }
            return results(futures);
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> List<T> results(List<Future<T>> futures) {
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            try {
                results.add(future.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            } catch (ExecutionException failed) {
                throw new AssertionError("A thread failed: " + failed.getCause(), failed.getCause());
            } catch (InterruptedException | TimeoutException late) {
                throw new AssertionError("The threads did not come to an end.", late);
            }
        }
        return results;
    }
}
