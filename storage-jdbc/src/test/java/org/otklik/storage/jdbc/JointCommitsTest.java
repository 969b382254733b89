package org.otklik.storage.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.otklik.spi.storage.StorageException;

@Timeout(60)
class JointCommitsTest {

    private static final Writing<String> VERSIONED = new Writing<>(
            new Change.Update("incident", List.of("version = ?"), List.of("id = ?"), true), id -> id, Params::text);

    /** One row alone would not wait for others. */
    private static final int ROWS = 2;

    private final AtomicLong nanos = new AtomicLong();
    private JointCommits commits = new JointCommits(nanos::get, Duration.ofMinutes(1), Duration.ofMinutes(1));
    private final List<Integer> turns = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch firstBegan = new CountDownLatch(1);
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private Outcome outcome = Outcome.Known.COMMITTED;

    /** A transaction in a thread of its own. */
    private final class Transaction implements JointCommits.Way {

        private final FutureTask<Boolean> end;
        private final Thread thread;
        private final boolean isFirst;
        private boolean wentAlone;

        Transaction(String id, int rows, boolean isFirst) {
            Pending own = new Pending();
            IntStream.range(0, rows)
                    .forEach(row -> own.add(
                            VERSIONED,
                            List.of(row == 0 ? id : id + "-" + row),
                            Optional.of(key -> new Expected(key, 1))));
            this.isFirst = isFirst;
            this.end = new FutureTask<>(() -> {
                commits.commit(own, this);
                return wentAlone;
            });
            this.thread = new Thread(end);
        }

        Transaction started() {
            thread.start();
            return this;
        }

        /** Goes on when the thread waits for its turn. */
        Transaction waits() {
            started();
            while (!(LockSupport.getBlocker(thread) instanceof Condition)) {
                assertTrue(thread.isAlive(), "It did not wait.");
                Thread.onSpinWait();
            }
            return this;
        }

        boolean endedAlone() throws ExecutionException, InterruptedException {
            return end.get();
        }

        StorageException failure() throws InterruptedException {
            try {
                end.get();
                throw new AssertionError("It did not fail.");
            } catch (ExecutionException failed) {
                return assertInstanceOf(StorageException.class, failed.getCause());
            }
        }

        @Override
        public void alone() {
            turns.add(1);
            wentAlone = true;
            if (isFirst) {
                firstBegan.countDown();
                awaitEnd();
            }
        }

        private void awaitEnd() {
            try {
                firstMayEnd.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }

        @Override
        public Outcome together(List<Pending> all) {
            turns.add(all.size());
            if (outcome instanceof Outcome.Unknown unknown && unknown.cause().getSQLState() == null) {
                throw new IllegalStateException("The thread breaks down.");
            }
            return outcome;
        }

        @Override
        public void unknown(SQLException cause) {
            throw new StorageException("unknown", cause);
        }
    }

    private Transaction first() throws InterruptedException {
        Transaction first = new Transaction("first", ROWS, true).started();
        firstBegan.await();
        return first;
    }

    private List<Transaction> waiting(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Transaction("i" + i, ROWS, false).waits())
                .toList();
    }

    @Test
    void who_finds_nobody_at_it_goes_at_once_and_alone() throws Exception {
        Transaction only = new Transaction("only", ROWS, false).started();

        assertTrue(only.endedAlone());
        assertEquals(List.of(1), turns);
    }

    @Test
    void those_who_became_ready_while_another_committed_go_out_together() throws Exception {
        Transaction first = first();
        List<Transaction> others = waiting(5);

        firstMayEnd.countDown();

        assertTrue(first.endedAlone());
        for (Transaction other : others) {
            assertEquals(false, other.endedAlone());
        }
        assertTrue(new Transaction("later", ROWS, false).started().endedAlone());
        assertEquals(List.of(1, 5, 1), turns);
    }

    @Test
    void who_went_just_now_and_comes_again_soon_is_waited_for() throws Exception {
        Transaction first = first();
        Transaction next = new Transaction("next", ROWS, false).waits();
        nanos.set(Duration.ofMinutes(2).toNanos());
        firstMayEnd.countDown();
        first.endedAlone();

        Transaction again = new Transaction("again", ROWS, false).started();

        assertEquals(false, next.endedAlone());
        assertEquals(false, again.endedAlone());
        assertEquals(List.of(1, 2), turns);
    }

    @Test
    void who_waits_for_long_goes_alone_while_another_is_still_at_it() throws Exception {
        commits = new JointCommits(nanos::get, Duration.ofMinutes(1), Duration.ofMillis(1));
        Transaction first = first();

        Transaction other = new Transaction("other", ROWS, false).started();

        assertTrue(other.endedAlone());
        firstMayEnd.countDown();
        assertTrue(first.endedAlone());
    }

    @Test
    void of_what_is_taken_back_each_goes_alone() throws Exception {
        first();
        List<Transaction> others = waiting(3);
        outcome = Outcome.Known.TAKEN_BACK;

        firstMayEnd.countDown();

        for (Transaction other : others) {
            assertTrue(other.endedAlone());
        }
        assertEquals(List.of(1, 3, 1, 1, 1), turns);
    }

    @Test
    void a_commit_nobody_knows_of_is_unknown_to_each_of_them() throws Exception {
        first();
        List<Transaction> others = waiting(3);
        outcome = new Outcome.Unknown(new SQLException("reset", "08006"));

        firstMayEnd.countDown();

        for (Transaction other : others) {
            assertEquals("unknown", other.failure().getMessage());
        }
        assertEquals(List.of(1, 3), turns);
    }

    @Test
    void two_who_want_the_same_row_in_a_version_do_not_go_together() throws Exception {
        first();
        Transaction one = new Transaction("same", ROWS, false).waits();
        Transaction rival = new Transaction("same", ROWS, false).waits();
        Transaction other = new Transaction("other", ROWS, false).waits();

        firstMayEnd.countDown();

        assertEquals(false, one.endedAlone());
        assertTrue(rival.endedAlone());
        assertEquals(false, other.endedAlone());
    }

    @Test
    void no_more_rows_go_out_together_than_fit() throws Exception {
        first();
        List<Transaction> others = IntStream.range(0, 4)
                .mapToObj(i -> new Transaction("i" + i, JointCommits.MOST_ROWS / 2, false).waits())
                .toList();

        firstMayEnd.countDown();

        for (Transaction other : others) {
            other.endedAlone();
        }
        assertEquals(List.of(1, 2, 2), turns);
    }

    @Test
    void no_more_transactions_go_out_together_than_fit() throws Exception {
        first();
        List<Transaction> others = waiting(JointCommits.MOST + 1);

        firstMayEnd.countDown();

        for (Transaction other : others) {
            other.endedAlone();
        }
        assertEquals(List.of(1, JointCommits.MOST, 1), turns);
    }

    @Test
    void a_thread_that_breaks_down_while_it_leads_leaves_nobody_waiting() throws Exception {
        first();
        List<Transaction> others = waiting(3);
        outcome = new Outcome.Unknown(new SQLException("none"));

        firstMayEnd.countDown();

        for (Transaction other : others.subList(1, 3)) {
            assertEquals("unknown", other.failure().getMessage());
        }
        assertTrue(new Transaction("later", ROWS, false).started().endedAlone());
    }

    @Test
    void who_is_interrupted_while_it_waits_still_hears_what_became_of_it() throws Exception {
        first();
        List<Transaction> others = waiting(2);
        others.get(1).thread.interrupt();

        firstMayEnd.countDown();

        assertEquals(false, others.get(1).endedAlone());
        assertEquals(List.of(1, 2), turns);
    }

    @Test
    void single_rows_are_written_beside_each_other() throws Exception {
        Transaction first = new Transaction("first", 1, true).started();
        firstBegan.await();

        assertTrue(new Transaction("second", 1, false).started().endedAlone());

        firstMayEnd.countDown();
        assertTrue(first.endedAlone());
    }

    @Test
    void a_single_row_goes_with_others_when_they_are_at_it() throws Exception {
        first();
        Transaction other = new Transaction("other", ROWS, false).waits();
        Transaction single = new Transaction("single", 1, false).waits();

        firstMayEnd.countDown();

        assertEquals(false, other.endedAlone());
        assertEquals(false, single.endedAlone());
        assertEquals(List.of(1, 2), turns);
    }

    @Test
    void a_single_row_that_fails_leaves_its_place_to_others() throws Exception {
        IntStream.rangeClosed(0, SideBySide.MOST).forEach(i -> assertThrows(IllegalStateException.class, this::fail));

        Transaction first = new Transaction("first", 1, true).started();
        firstBegan.await();

        assertTrue(new Transaction("second", 1, false).started().endedAlone());
        firstMayEnd.countDown();
        assertTrue(first.endedAlone());
    }

    private void fail() {
        Pending own = new Pending();
        own.add(VERSIONED, List.of("id"), Optional.of(key -> new Expected(key, 1)));
        commits.commit(own, new FailingWay());
    }

    /** Breaks down before it has written. */
    private static final class FailingWay implements JointCommits.Way {

        @Override
        public void alone() {
            throw new IllegalStateException("The thread breaks down.");
        }

        @Override
        public Outcome together(List<Pending> all) {
            throw new AssertionError("It went with others.");
        }

        @Override
        public void unknown(SQLException cause) {
            throw new AssertionError("It went with others.", cause);
        }
    }
}
