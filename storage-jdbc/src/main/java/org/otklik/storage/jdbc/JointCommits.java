package org.otklik.storage.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Lets transactions that become ready while another one commits go out together when it has; thread-safe.
 *
 * <p>Whoever waited longest leads the next ones over its own connection, then hands over, so that nobody works for others
 * for ever. Before it goes it gives those who went just now a moment to come again, a fraction of how long that took:
 * otherwise one and all others would take turns. A thread alone finds nobody and waits for nothing. What went out
 * together and failed is done again one by one, so that each meets just what it would have met alone.
 *
 * <p>Whoever leads may come upon a row that somebody holds for long. So nobody waits for long until it is taken along: it
 * goes alone then. Who was taken along cannot be interrupted, as nobody can be who waits for an answer of the database: what
 * it wants may be on its way.
 *
 * <p>A single row that takes no number of an event is in nobody's way: while there are few of them, they go
 * {@link SideBySide}.
 */
final class JointCommits {

    /** So many transactions go out together at the most; a failure of one costs all of them a turn. */
    static final int MOST = 64;

    /** So many rows are written together at the most, unless one transaction alone writes more. */
    static final int MOST_ROWS = 2_000;

    /** A leader waits for others a quarter as long as the turn before took. */
    private static final int PATIENCE = 4;

    private static final Duration MOST_PATIENCE = Duration.ofMillis(5);
    private static final Duration MOST_WAIT = Duration.ofMillis(250);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition enough = lock.newCondition();
    private final Deque<Ready> waiting = new ArrayDeque<>();
    private final SideBySide beside = new SideBySide();
    private final LongSupplier nanos;
    private final long mostPatience;
    private final long mostWait;
    private boolean underWay;
    private int crowd;
    private long lastTurn;

    JointCommits() {
        this(System::nanoTime, MOST_PATIENCE, MOST_WAIT);
    }

    /**
     * Creates it by a clock of its own.
     *
     * @param nanos the clock, in nanoseconds
     * @param mostPatience how long a leader waits at the most for others to come again
     * @param mostWait how long a transaction waits at the most until it is taken along
     */
    JointCommits(LongSupplier nanos, Duration mostPatience, Duration mostWait) {
        this.nanos = nanos;
        this.mostPatience = mostPatience.toNanos();
        this.mostWait = mostWait.toNanos();
    }

    /** How a transaction writes what it has yet to write, and commits. */
    interface Way {

        /**
         * Writes and commits what is its own.
         *
         * @throws org.otklik.spi.storage.StorageException if that fails
         */
        void alone();

        /** Writes and commits what several want, its own first. */
        Outcome together(List<Pending> all);

        /**
         * Takes in that another one wrote its own, and nobody knows whether it is stored.
         *
         * @throws org.otklik.spi.storage.StorageException always
         */
        void unknown(SQLException cause);
    }

    /** A transaction that is ready; guarded by the lock. */
    private static final class Ready {

        private final Pending pending;
        private final Condition turn;
        private boolean leads;
        private Optional<Outcome> outcome = Optional.empty();

        Ready(Pending pending, Condition turn) {
            this.pending = pending;
            this.turn = turn;
        }

        boolean isServed() {
            return leads || outcome.isPresent();
        }

        void lead() {
            leads = true;
            turn.signal();
        }

        void end(Outcome what) {
            outcome = Optional.of(what);
            turn.signal();
        }
    }

    /**
     * Commits a transaction, alone or with others.
     *
     * @param own what it has yet to write; nothing of it is begun on the server
     * @throws org.otklik.spi.storage.StorageException whatever its way throws
     */
    void commit(Pending own, Way way) {
        if (own.isOneFreeRow() && beginsBeside()) {
            goBeside(way);
        } else {
            join(own, way);
        }
    }

    private boolean beginsBeside() {
        lock.lock();
        try {
            return !underWay && beside.begins();
        } finally {
            lock.unlock();
        }
    }

    private void goBeside(Way way) {
        try {
            way.alone();
        } finally {
            lock.lock();
            try {
                beside.ends();
            } finally {
                lock.unlock();
            }
        }
    }

    private void join(Pending own, Way way) {
        Ready ready = new Ready(own, lock.newCondition());
        Outcome outcome = waitedFor(ready).orElseGet(() -> lead(ready, way));
        if (outcome == Outcome.Known.TAKEN_BACK) {
            way.alone();
        } else if (outcome instanceof Outcome.Unknown unknown) {
            way.unknown(unknown.cause());
        }
    }

    /** Returns what became of a transaction that another one took along; empty if it is to lead. */
    private Optional<Outcome> waitedFor(Ready ready) {
        lock.lock();
        try {
            if (!underWay) {
                underWay = true;
                return Optional.empty();
            }
            waiting.add(ready);
            if (isEnough()) {
                enough.signal();
            }
            if (!isServedSoon(ready) && waiting.remove(ready)) {
                ready.end(Outcome.Known.TAKEN_BACK);
            }
            while (!ready.isServed()) {
                ready.turn.awaitUninterruptibly();
            }
            return ready.outcome;
        } finally {
            lock.unlock();
        }
    }

    private boolean isServedSoon(Ready ready) {
        boolean interrupted = false;
        long left = mostWait;
        while (left > 0 && !ready.isServed()) {
            try {
                left = ready.turn.awaitNanos(left);
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return ready.isServed();
    }

    private Outcome lead(Ready first, Way way) {
        List<Ready> all = new ArrayList<>(List.of(first));
        Optional<Outcome> outcome = Optional.empty();
        long begin = nanos.getAsLong();
        try {
            addCompanions(all);
            begin = nanos.getAsLong();
            outcome = Optional.of(write(all, way));
            return outcome.get();
        } finally {
            handOver(all, outcome, nanos.getAsLong() - begin);
        }
    }

    private static Outcome write(List<Ready> all, Way way) {
        if (all.size() > 1) {
            return way.together(all.stream().map(one -> one.pending).toList());
        }
        way.alone();
        return Outcome.Known.COMMITTED;
    }

    /** Who wants the same row in a version is left to go alone: of two of them one is too late. */
    private void addCompanions(List<Ready> all) {
        lock.lock();
        try {
            gather();
            if (waiting.isEmpty()) {
                return;
            }
            Pending first = all.get(0).pending;
            Set<Object> versioned = new HashSet<>(first.versioned());
            int rows = first.rows();
            for (Iterator<Ready> others = waiting.iterator(); others.hasNext() && all.size() < MOST; ) {
                Ready other = others.next();
                rows += other.pending.rows();
                if (rows > MOST_ROWS) {
                    return;
                }
                others.remove();
                if (other.pending.versioned().stream().anyMatch(versioned::contains)) {
                    other.end(Outcome.Known.TAKEN_BACK);
                } else {
                    versioned.addAll(other.pending.versioned());
                    all.add(other);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void gather() {
        long left = Math.min(lastTurn / PATIENCE, mostPatience);
        try {
            while (left > 0 && !isEnough()) {
                left = enough.awaitNanos(left);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells whether as many are there, with the one that leads, as were at it a moment ago. */
    private boolean isEnough() {
        return waiting.size() + 1 >= crowd;
    }

    private void handOver(List<Ready> all, Optional<Outcome> outcome, long turn) {
        lock.lock();
        try {
            crowd = Math.min(all.size() + waiting.size(), MOST);
            beside.saw(all.size() + waiting.size());
            lastTurn = turn;
            all.subList(1, all.size()).forEach(one -> one.end(outcome.orElseGet(JointCommits::lost)));
            underWay = !waiting.isEmpty();
            if (underWay) {
                waiting.remove().lead();
            }
        } finally {
            lock.unlock();
        }
    }

    private static Outcome lost() {
        return new Outcome.Unknown(
                new SQLException("The thread that wrote for others ended before it heard of the commit.", "08007"));
    }
}
