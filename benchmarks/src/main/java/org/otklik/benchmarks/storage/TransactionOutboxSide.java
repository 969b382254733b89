package org.otklik.benchmarks.storage;

import com.gruelbox.transactionoutbox.Dialect;
import com.gruelbox.transactionoutbox.Instantiator;
import com.gruelbox.transactionoutbox.Persistor;
import com.gruelbox.transactionoutbox.Submitter;
import com.gruelbox.transactionoutbox.ThreadLocalContextTransactionManager;
import com.gruelbox.transactionoutbox.TransactionManager;
import com.gruelbox.transactionoutbox.TransactionOutbox;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** transaction-outbox sends, the events of its host in the transaction that it opens for the call. */
final class TransactionOutboxSide implements Sides.Side {

    private final Server.Schema schema;
    private final int replies;
    private final int threads;
    private final Optional<HostEvents> events;
    private final ThreadLocalContextTransactionManager transactions;
    private final LongAdder sent = new LongAdder();

    /** What transaction-outbox calls. */
    public interface Sender {

        /**
         * Sends.
         *
         * @param text what
         * @throws SQLException if the event of the host is not recorded
         */
        void send(String text) throws SQLException;
    }

    TransactionOutboxSide(Server.Schema schema, int replies, int threads, Optional<HostEvents> events) {
        this.schema = schema;
        this.replies = replies;
        this.threads = threads;
        this.events = events;
        this.transactions = TransactionManager.fromDataSource(schema.pool());
    }

    @Override
    public void prepare() throws Exception {
        TransactionOutbox quiet = outbox((entry, work) -> {});
        transactions.inTransactionThrows(transaction -> {
            for (int i = 0; i < replies; i++) {
                quiet.schedule(Sender.class).send("reply " + i);
            }
        });
        schema.run("UPDATE txno_outbox SET nextattempttime = now() - interval '1 hour'", "VACUUM ANALYZE txno_outbox");
        if (events.isPresent()) {
            events.get().clear();
        }
    }

    @Override
    public long run() throws Exception {
        long before = sent.sum();
        CountDownLatch left = new CountDownLatch(replies);
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        TransactionOutbox outbox = outbox((entry, work) -> workers.execute(() -> {
            work.accept(entry);
            left.countDown();
        }));
        while (outbox.flush()) {
            // The next batch is handed to the threads.
        }
        left.await();
        workers.shutdown();
        if (sent.sum() - before != replies) {
            throw new IllegalStateException(sent.sum() - before + " of " + replies + " replies were sent.");
        }
        return replies;
    }

    private void send(String text) throws SQLException {
        sent.increment();
        if (events.isPresent()) {
            transactions.requireTransaction(transaction -> events.get().record(transaction.connection()));
        }
    }

    private TransactionOutbox outbox(Submitter submitter) {
        Sender sender = this::send;
        return TransactionOutbox.builder()
                .transactionManager(transactions)
                .persistor(Persistor.forDialect(Dialect.POSTGRESQL_9))
                .instantiator(Instantiator.using(type -> sender))
                .attemptFrequency(Duration.ofMinutes(2))
                .submitter(submitter)
                .build();
    }
}
