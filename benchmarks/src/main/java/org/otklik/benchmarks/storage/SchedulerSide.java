package org.otklik.benchmarks.storage;

import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** db-scheduler sends, the events of its host recorded before the scheduler records that it is done, each by itself. */
final class SchedulerSide implements Sides.Side {

    private final SchedulerTable table;
    private final int replies;
    private final int threads;
    private final Optional<HostEvents> events;
    private final LongAdder sent = new LongAdder();

    SchedulerSide(SchedulerTable table, int replies, int threads, Optional<HostEvents> events) {
        this.table = table;
        this.replies = replies;
        this.threads = threads;
        this.events = events;
    }

    @Override
    public void prepare() throws Exception {
        table.fill(0, 2 * replies);
        if (events.isPresent()) {
            events.get().clear();
        }
    }

    @Override
    public long run() throws Exception {
        return table.run(replies, threads, this::send);
    }

    @Override
    public void end() {
        table.stop();
    }

    private void send() {
        sent.increment();
        events.ifPresent(HostEvents::record);
    }
}
