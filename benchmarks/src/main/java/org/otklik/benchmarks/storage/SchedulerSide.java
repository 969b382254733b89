package org.otklik.benchmarks.storage;

import java.util.Optional;

/**
 * db-scheduler sends, which the run counts; the events of its host are recorded before the scheduler records that it is done, each
 * by itself.
 */
final class SchedulerSide implements Sides.Side {

    private final SchedulerTable table;
    private final int replies;
    private final int threads;
    private final Optional<HostEvents> events;

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
        return table.run(replies, threads, () -> events.ifPresent(HostEvents::record));
    }

    @Override
    public void end() {
        table.stop();
    }
}
