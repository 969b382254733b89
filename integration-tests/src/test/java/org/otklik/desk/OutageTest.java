package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.otklik.DeskLimits;
import org.otklik.IncidentDesk;
import org.otklik.post.Post;
import org.otklik.spi.storage.SignalState;
import org.otklik.spi.storage.Storage;
import org.otklik.spi.storage.StorageException;
import org.otklik.spi.storage.UnitOfWork;
import org.otklik.tck.ForwardingStorage;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.SettableClock;

/** A database that does not answer for a moment makes no post guilty (P12). */
class OutageTest {

    private static final int LONGEST = 4;
    private static final int MOMENTS = 20;

    private final SettableClock clock = SettableClock.startingAt(Office.MORNING);

    /** A storage that loses some transactions in a row. */
    private static final class Failing extends ForwardingStorage {

        private int before = Integer.MAX_VALUE;
        private int length;

        Failing(Storage storage) {
            super(storage);
        }

        void failAfter(int transactions, int howMany) {
            before = transactions;
            length = howMany;
        }

        @Override
        public <T> T transact(Function<UnitOfWork, T> work) {
            if (before-- <= 0 && length-- > 0) {
                throw new StorageException("The connection broke.");
            }
            return super.transact(work);
        }
    }

    @Test
    void an_outage_at_whatever_moment_quarantines_no_healthy_post() {
        for (int length = 1; length <= LONGEST; length++) {
            for (int moment = 0; moment < MOMENTS; moment++) {
                play(moment, length);
            }
        }
    }

    private void play(int moment, int length) {
        InMemoryStorage kept = InMemoryStorage.create(clock);
        Failing storage = new Failing(kept);
        InMemoryNetwork vk = InMemoryNetwork.named("vk");
        DeskLimits usual = DeskLimits.standard();
        DeskLimits oneAttempt = new DeskLimits(
                usual.page(),
                usual.batch(),
                usual.lease(),
                1,
                usual.quietPeriod(),
                usual.verifyAfter(),
                usual.routeConfidence(),
                usual.questionLimit(),
                usual.silence());
        try (IncidentDesk desk =
                Office.builder(storage, vk, clock).limits(oneAttempt).build()) {
            vk.add(Post.builder(Office.id("p1"), clock.instant())
                    .text(Office.PIT)
                    .build());
            storage.failAfter(moment, length);

            for (int step = 0; step < LONGEST + 2; step++) {
                poll(desk);
                clock.advance(usual.lease());
            }

            String when = length + " transactions lost after " + moment;
            assertEquals(0, posts(kept, SignalState.QUARANTINED), when);
            assertEquals(1, posts(kept, SignalState.PROMOTED), when);
        }
    }

    private static void poll(IncidentDesk desk) {
        try {
            desk.poll();
        } catch (StorageException outage) {
            // The next step of the host tries again.
        }
    }

    private static int posts(Storage storage, SignalState state) {
        return storage.transact(unit -> unit.posts().inState(state, Optional.empty(), 10))
                .size();
    }
}
