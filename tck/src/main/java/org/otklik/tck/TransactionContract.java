package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.otklik.tck.Sample.event;
import static org.otklik.tck.Sample.incident;
import static org.otklik.tck.Sample.incidentId;
import static org.otklik.tck.Sample.instruction;
import static org.otklik.tck.Sample.instructionId;
import static org.otklik.tck.Sample.minute;
import static org.otklik.tck.Sample.post;
import static org.otklik.tck.Sample.postId;
import static org.otklik.tck.Sample.pseudonym;
import static org.otklik.tck.Sample.publicationId;
import static org.otklik.tck.Sample.reply;
import static org.otklik.tck.Sample.stream;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.otklik.post.AuthorRef;
import org.otklik.spi.storage.AuthorRow;
import org.otklik.spi.storage.DeadlineRow;
import org.otklik.spi.storage.StaleVersionException;
import org.otklik.spi.storage.TextRow;
import org.otklik.spi.storage.UnitOfWork;

/** What a transaction keeps: all or nothing over all stores, its own writes seen, others' unfinished ones not. */
public abstract class TransactionContract extends StorageContract {

    /** Creates the contract; JUnit does. */
    protected TransactionContract() {}

    private static void writeEverywhere(UnitOfWork unit) {
        unit.posts().insertNew(List.of(post(1)));
        unit.events().append(List.of(event(stream(1), 1)));
        unit.incidents().insert(incident(1));
        unit.instructions().insert(instruction(1, incidentId(1)));
        unit.texts().put(new TextRow("a", stream(1), "Яма", Optional.empty(), minute(1)));
        unit.authors().remember(List.of(new AuthorRow(pseudonym(1), AuthorRef.of("vk", "id1"), minute(1))));
        unit.deadlines().replace(stream(1), List.of(new DeadlineRow(stream(1), "FINAL:breach", minute(1))));
        unit.outbox().insert(List.of(reply(1)));
        unit.state().write("cursor", "wall", "v1");
        unit.state().lease("poll", "a", LONG);
    }

    private static List<Integer> countEverywhere(UnitOfWork unit) {
        return List.of(
                unit.posts().find(List.of(postId(1))).size(),
                (int) unit.posts().captured(),
                unit.events().read(stream(1), 1, 9).size(),
                unit.events().after(0, 9).size(),
                unit.incidents().find(incidentId(1)).isPresent() ? 1 : 0,
                unit.instructions().find(instructionId(1)).isPresent() ? 1 : 0,
                unit.instructions().about(incidentId(1)).size(),
                unit.texts().of(stream(1)).size(),
                unit.authors().find(List.of(pseudonym(1))).size(),
                unit.outbox().find(publicationId(1)).isPresent() ? 1 : 0,
                unit.state().readAll("cursor").size());
    }

    private int dueEverywhere() {
        return ask(unit -> unit.deadlines().takeDue(minute(9), 9)).size();
    }

    @Test
    final void a_transaction_keeps_everything_that_it_wrote() {
        write(TransactionContract::writeEverywhere);

        restart();

        assertEquals(List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), ask(TransactionContract::countEverywhere));
        assertEquals(1, dueEverywhere());
    }

    @Test
    final void a_failed_transaction_leaves_nothing_in_any_store() {
        IllegalStateException failure = new IllegalStateException("on purpose");

        IllegalStateException thrown = assertThrows(
                IllegalStateException.class,
                () -> write(unit -> {
                    writeEverywhere(unit);
                    throw failure;
                }));

        assertSame(failure, thrown);
        assertEquals(List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), ask(TransactionContract::countEverywhere));
        assertEquals(0, dueEverywhere());
        assertEquals(true, holds(unit -> unit.state().lease("poll", "b", LONG)));
    }

    @Test
    final void a_failed_transaction_brings_back_what_it_changed_and_took() {
        write(TransactionContract::writeEverywhere);

        assertThrows(
                AssertionError.class,
                () -> write(unit -> {
                    unit.incidents().update(Sample.next(incident(1)), 1);
                    unit.incidents().count(incidentId(1), 5, 5, Optional.of(minute(99)));
                    unit.state().write("cursor", "wall", "v2");
                    unit.texts().eraseOf(pseudonym(1));
                    unit.authors().forget(pseudonym(1));
                    unit.outbox().withdraw(List.of(publicationId(1)));
                    throw new AssertionError("on purpose, and no RuntimeException");
                }));

        assertEquals(Optional.of(incident(1)), ask(unit -> unit.incidents().find(incidentId(1))));
        assertEquals(Optional.of("v1"), ask(unit -> unit.state().read("cursor", "wall")));
        assertEquals(post(1), ask(unit -> unit.posts().find(List.of(postId(1)))).get(postId(1)));
        assertEquals(List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), ask(TransactionContract::countEverywhere));
    }

    @Test
    final void a_transaction_sees_its_own_writes() {
        long version = count(unit -> {
            unit.incidents().insert(incident(1));
            unit.incidents().update(Sample.next(incident(1)), 1);
            return unit.incidents().find(incidentId(1)).orElseThrow().stream().version();
        });

        assertEquals(2, version);
    }

    @Test
    final void work_that_meets_a_stale_version_is_done_again_from_the_start() {
        AtomicInteger attempts = new AtomicInteger();

        int result = ask(unit -> {
            unit.posts().insertNew(List.of(post(attempts.get())));
            if (attempts.incrementAndGet() < 3) {
                throw new StaleVersionException("incident on purpose", 1);
            }
            return attempts.get();
        });

        assertEquals(3, result);
        assertEquals(1, count(unit -> unit.posts().captured()));
    }

    @Test
    final void work_that_stays_stale_is_given_up_after_three_attempts() {
        AtomicInteger attempts = new AtomicInteger();

        assertThrows(
                StaleVersionException.class,
                () -> write(unit -> {
                    unit.posts().insertNew(List.of(post(1)));
                    attempts.incrementAndGet();
                    throw new StaleVersionException("incident on purpose", 1);
                }));

        assertEquals(3, attempts.get());
        assertEquals(0, count(unit -> unit.posts().captured()));
    }

    @Test
    final void work_that_fails_otherwise_is_not_done_again() {
        AtomicInteger attempts = new AtomicInteger();

        assertThrows(
                IllegalArgumentException.class,
                () -> write(unit -> {
                    attempts.incrementAndGet();
                    throw new IllegalArgumentException("on purpose");
                }));

        assertEquals(1, attempts.get());
    }

    @Test
    final void nobody_sees_what_is_not_committed() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            assertThrows(
                    IllegalStateException.class,
                    () -> write(unit -> {
                        writeEverywhere(unit);
                        Future<List<Integer>> seen = other.submit(() -> ask(TransactionContract::countEverywhere));
                        assertEquals(List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), waitShortly(seen));
                        throw new IllegalStateException("on purpose");
                    }));
        } finally {
            other.shutdown();
            other.awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    /** A storage may answer at once with what was committed, or let the reader wait until the writer is done. */
    private static List<Integer> waitShortly(Future<List<Integer>> seen) {
        try {
            return seen.get(300, TimeUnit.MILLISECONDS);
        } catch (TimeoutException waits) {
            return List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError("Reading beside a transaction failed.", failed);
        }
    }
}
