package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.otklik.tck.Sample.event;
import static org.otklik.tck.Sample.incident;
import static org.otklik.tck.Sample.incidentId;
import static org.otklik.tck.Sample.minute;
import static org.otklik.tck.Sample.posts;
import static org.otklik.tck.Sample.stream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.otklik.id.PublicationId;
import org.otklik.post.NetworkId;
import org.otklik.reply.PublicationState;
import org.otklik.spi.storage.DeadlineRow;
import org.otklik.spi.storage.IncidentRow;
import org.otklik.spi.storage.OutboxStore.ClaimRequest;
import org.otklik.spi.storage.OutboxStore.Lane;
import org.otklik.spi.storage.PostRow;
import org.otklik.spi.storage.SequencedEvent;
import org.otklik.spi.storage.StaleVersionException;

/** What a storage keeps under eight threads: nothing twice, nothing lost, one order of events without gaps. */
public abstract class ConcurrencyContract extends StorageContract {

    private static final int THREADS = 8;

    /** Creates the contract; JUnit does. */
    protected ConcurrencyContract() {}

    @Test
    final void a_post_that_all_nodes_see_is_inserted_by_one() {
        List<Integer> inserted = Together.run(THREADS, thread -> {
            List<PostRow> page = new ArrayList<>(posts(0, 60).toList());
            Collections.shuffle(page, new Random(thread));
            int fresh = 0;
            for (int from = 0; from < page.size(); from += 10) {
                List<PostRow> some = List.copyOf(page.subList(from, from + 10));
                fresh += ask(unit -> unit.posts().insertNew(some)).size();
            }
            return fresh;
        });

        assertEquals(60, inserted.stream().mapToInt(Integer::intValue).sum());
        assertEquals(60, count(unit -> unit.posts().captured()));
    }

    @Test
    final void no_captured_post_is_claimed_by_two() {
        write(unit -> unit.posts().insertNew(posts(0, 400).toList()));

        assertEachOnce(
                400,
                thread -> untilEmpty(() -> ask(unit -> unit.posts().claimCaptured("node-" + thread, 10, LONG).stream()
                        .map(one -> one.row().id())
                        .toList())));
    }

    @Test
    final void no_reply_is_claimed_by_two() {
        write(unit -> unit.outbox()
                .insert(IntStream.range(0, 200).mapToObj(Sample::reply).toList()));

        assertEachOnce(200, thread -> {
            ClaimRequest request = new ClaimRequest(
                    Set.of(PublicationState.READY), minute(999), "n" + thread, LONG, 5, Set.of(), Lane.all());
            return untilEmpty(() -> ask(unit -> unit.outbox().claim(request).stream()
                    .map(one -> one.row().id())
                    .toList()));
        });
    }

    @Test
    final void lanes_that_claim_at_once_are_each_given_all_their_replies_in_order() {
        int each = 25;
        write(unit -> unit.outbox()
                .insert(IntStream.range(0, THREADS * each)
                        .mapToObj(number -> Sample.reply("lane" + number % THREADS, number))
                        .toList()));

        List<List<PublicationId>> claimed = Together.run(THREADS, thread -> {
            Lane lane = Lane.of(NetworkId.of("lane" + thread));
            ClaimRequest request =
                    new ClaimRequest(Set.of(PublicationState.READY), minute(999), "one", LONG, 2, Set.of(), lane);
            return untilEmpty(() -> ask(unit -> unit.outbox().claim(request).stream()
                    .map(one -> one.row().id())
                    .toList()));
        });

        for (int lane = 0; lane < THREADS; lane++) {
            int first = lane;
            assertEquals(
                    IntStream.range(0, each)
                            .mapToObj(turn -> Sample.publicationId(first + turn * THREADS))
                            .toList(),
                    claimed.get(lane));
        }
    }

    @Test
    final void no_deadline_is_taken_by_two() {
        write(unit -> IntStream.range(0, 200)
                .mapToObj(i -> new DeadlineRow(stream(i), "FINAL:breach", minute(i)))
                .forEach(row -> unit.deadlines().replace(row.owner(), List.of(row))));

        assertEachOnce(
                200, thread -> untilEmpty(() -> ask(unit -> unit.deadlines().takeDue(minute(999), 5))));
    }

    /** A storage that skips rows which others are taking may see an empty store too early, so the rest is swept up. */
    private static <T> void assertEachOnce(int expected, Together.Task<List<T>> task) {
        List<T> taken = new ArrayList<>();
        Together.run(THREADS, task).forEach(taken::addAll);
        taken.addAll(Together.run(1, task).get(0));

        assertEquals(expected, taken.size());
        assertEquals(expected, new HashSet<>(taken).size());
    }

    private static <T> List<T> untilEmpty(Supplier<List<T>> take) {
        List<T> all = new ArrayList<>();
        for (List<T> some = take.get(); !some.isEmpty(); some = take.get()) {
            all.addAll(some);
        }
        return all;
    }

    @Test
    final void eight_writers_make_one_order_and_no_reader_ever_sees_a_gap() {
        AtomicInteger writing = new AtomicInteger(THREADS);

        List<Long> seen = Together.run(THREADS + 1, thread -> {
            if (thread == THREADS) {
                return readWhile(() -> writing.get() > 0);
            }
            try {
                for (int version = 1; version <= 40; version += 2) {
                    appendTwo(thread, version);
                }
            } finally {
                writing.decrementAndGet();
            }
            return 0L;
        });

        assertEquals(THREADS * 40L, seen.get(THREADS));
    }

    private void appendTwo(int thread, int version) {
        write(unit ->
                unit.events().append(List.of(event(stream(thread), version), event(stream(thread), version + 1))));
    }

    private long readWhile(Supplier<Boolean> writing) {
        long last = 0;
        boolean more = true;
        while (more) {
            more = writing.get();
            long known = last;
            for (SequencedEvent event : ask(unit -> unit.events().after(known, 1000))) {
                assertEquals(last + 1, event.sequence(), "A reader saw a gap.");
                last = event.sequence();
            }
        }
        return last;
    }

    @Test
    final void no_step_of_a_counter_is_lost() {
        write(unit -> unit.incidents().insert(incident(1)));

        Together.run(THREADS, thread -> {
            for (int i = 0; i < 25; i++) {
                write(unit -> unit.incidents().count(incidentId(1), 1, 1, Optional.empty()));
            }
            return thread;
        });

        IncidentRow row = ask(unit -> unit.incidents().find(incidentId(1))).orElseThrow();
        assertEquals(201, row.counters().total());
    }

    @Test
    final void no_update_is_lost() {
        write(unit -> unit.incidents().insert(incident(1)));

        Together.run(THREADS, thread -> {
            for (int done = 0; done < 10; ) {
                done += raiseVersion() ? 1 : 0;
            }
            return thread;
        });

        assertEquals(
                81,
                ask(unit -> unit.incidents().find(incidentId(1))).orElseThrow().stream()
                        .version());
    }

    private boolean raiseVersion() {
        try {
            write(unit -> {
                IncidentRow row = unit.incidents().find(incidentId(1)).orElseThrow();
                unit.incidents().update(Sample.next(row), row.stream().version());
            });
            return true;
        } catch (StaleVersionException lostThreeRaces) {
            return false;
        }
    }

    @Test
    final void one_of_two_rivals_for_a_version_of_a_stream_is_refused() {
        List<Boolean> appended = Together.run(THREADS, thread -> {
            try {
                write(unit -> unit.events().append(List.of(event(stream(1), 1))));
                return true;
            } catch (StaleVersionException late) {
                return false;
            }
        });

        assertEquals(1, appended.stream().filter(yes -> yes).count());
    }

    @Test
    final void no_number_is_given_out_twice() {
        List<List<Long>> numbers = Together.run(
                THREADS,
                thread -> IntStream.range(0, 20)
                        .mapToObj(i -> ask(unit -> unit.incidents().nextNumber("incident-2026")))
                        .toList());

        assertEquals(160, numbers.stream().flatMap(List::stream).distinct().count());
    }

    @Test
    final void a_lease_is_won_by_one_and_a_value_set_by_one() {
        List<Boolean> leased =
                Together.run(THREADS, thread -> holds(unit -> unit.state().lease("poll", "node-" + thread, LONG)));
        List<Boolean> set = Together.run(
                THREADS,
                thread -> holds(unit -> unit.state().compareAndSet("adapter", "k", Optional.empty(), "v" + thread)));

        assertEquals(1, leased.stream().filter(yes -> yes).count());
        assertEquals(1, set.stream().filter(yes -> yes).count());
    }
}
