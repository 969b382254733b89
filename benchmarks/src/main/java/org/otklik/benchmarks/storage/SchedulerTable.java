package org.otklik.benchmarks.storage;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The table of db-scheduler with its documented indexes, and runs of what is due in it. */
final class SchedulerTable {

    private static final String[] TABLE = {
        "CREATE TABLE scheduled_tasks (task_name text NOT NULL, task_instance text NOT NULL, task_data bytea,"
                + " execution_time timestamp with time zone NOT NULL, picked boolean NOT NULL, picked_by text,"
                + " last_success timestamp with time zone, last_failure timestamp with time zone,"
                + " consecutive_failures int, last_heartbeat timestamp with time zone, version bigint NOT NULL,"
                + " priority smallint, PRIMARY KEY (task_name, task_instance))",
        "CREATE INDEX execution_time_idx ON scheduled_tasks (execution_time)",
        "CREATE INDEX last_heartbeat_idx ON scheduled_tasks (last_heartbeat)",
        "CREATE INDEX priority_execution_time_idx ON scheduled_tasks (priority DESC, execution_time ASC)"
    };

    private final Server.Schema schema;
    private Optional<Scheduler> running = Optional.empty();

    SchedulerTable(Server.Schema schema) {
        this.schema = schema;
    }

    void create() throws SQLException {
        schema.run(TABLE);
    }

    /** Fills it afresh. */
    void fill(int future, int due) throws SQLException {
        schema.run(
                "TRUNCATE scheduled_tasks",
                "INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " SELECT 'due', 'f' || n, now() + interval '1 day' + n * interval '1 second', false, 1"
                        + " FROM generate_series(1, " + future + ") n",
                "INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " SELECT 'due', 'd' || n, now() - interval '1 hour' + n * interval '1 microsecond', false, 1"
                        + " FROM generate_series(1, " + due + ") n",
                "VACUUM ANALYZE scheduled_tasks");
    }

    /** Runs so many of what is due, by the strategy that is fastest by its own documentation; goes on until it is stopped. */
    long run(int count, int threads, Runnable work) throws InterruptedException {
        CountDownLatch left = new CountDownLatch(count);
        OneTimeTask<Void> task = Tasks.oneTime("due").execute((instance, context) -> {
            try {
                work.run();
            } finally {
                // What fails is done, too, or the run would wait for ever; who counts what was recorded sees it.
                left.countDown();
            }
        });
        Scheduler scheduler = Scheduler.create(schema.pool(), task)
                .threads(threads)
                .pollUsingLockAndFetch(4.0, 20.0)
                .pollingInterval(Duration.ofMillis(100))
                .shutdownMaxWait(Duration.ofSeconds(1))
                .build();
        running = Optional.of(scheduler);
        scheduler.start();
        left.await();
        return count;
    }

    /** Stops what runs; what it has fetched by then is run too. */
    void stop() {
        running.ifPresent(Scheduler::stop);
        running = Optional.empty();
    }
}
