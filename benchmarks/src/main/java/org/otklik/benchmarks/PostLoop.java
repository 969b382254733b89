package org.otklik.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.otklik.post.Post;

/** One contender: goes round the posts, by the processor time of its thread, and keeps its samples; for one thread. */
final class PostLoop {

    static final long SAMPLE_NANOS = 250_000_000L;
    private static final int STRIDE = 50;

    private final List<Post> posts;
    private final Function<Post, @Nullable Object> work;
    private final List<Double> rates = new ArrayList<>();
    private final List<Double> bytes = new ArrayList<>();
    private int at;
    /** Keeps the compiler from leaving the work out. */
    private @Nullable Object last;

    PostLoop(List<Post> posts, Function<Post, @Nullable Object> work) {
        this.posts = posts;
        this.work = work;
    }

    void warmUp(long nanos) {
        run(nanos);
    }

    void sample() {
        long allocated = -Machine.threadBytes();
        double[] run = run(SAMPLE_NANOS);
        allocated += Machine.threadBytes();
        rates.add(run[0] / run[1] * 1e9);
        bytes.add(allocated / run[0]);
    }

    /** Returns how many posts were worked on, and in how many nanoseconds. */
    double[] run(long nanos) {
        long start = Machine.threadNanos();
        long spent = 0;
        int done = 0;
        while (spent < nanos) {
            for (int i = 0; i < STRIDE; i++) {
                last = work.apply(posts.get(at));
                at = (at + 1) % posts.size();
            }
            done += STRIDE;
            spent = Machine.threadNanos() - start;
        }
        return new double[] {done, spent};
    }

    /** Posts a second of processor time. */
    double rate() {
        return Forks.median(rates.stream().mapToDouble(Double::doubleValue));
    }

    /** Bytes a post. */
    double bytes() {
        return Forks.median(bytes.stream().mapToDouble(Double::doubleValue));
    }

    @Nullable
    Object last() {
        return last;
    }
}
