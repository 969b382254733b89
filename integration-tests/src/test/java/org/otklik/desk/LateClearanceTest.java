package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.otklik.IncidentDesk;
import org.otklik.incident.IncidentState;
import org.otklik.spi.storage.Storage;
import org.otklik.spi.storage.UnitOfWork;
import org.otklik.tck.ForwardingStorage;
import org.otklik.testkit.InMemoryNetwork;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.SettableClock;

/** A node that stands still right before it sends must not send when it goes on: others looked after the reply. */
class LateClearanceTest {

    private static final int CLEARANCE = 2;

    private final SettableClock clock = SettableClock.startingAt(Office.MORNING);
    private final InMemoryNetwork vk = InMemoryNetwork.named("vk");
    private final InMemoryStorage storage = InMemoryStorage.create(clock);
    private final Office office = Office.over(storage, clock, vk).publishing();

    /** Keeps the answer to a numbered transaction back for as long as others need for something. */
    private static final class LateAnswer extends ForwardingStorage {

        private final AtomicInteger left;
        private final Runnable meanwhile;

        LateAnswer(Storage storage, AtomicInteger left, Runnable meanwhile) {
            super(storage);
            this.left = left;
            this.meanwhile = meanwhile;
        }

        @Override
        public <T> T transact(Function<UnitOfWork, T> work) {
            T answer = super.transact(work);
            if (left.decrementAndGet() == 0) {
                meanwhile.run();
            }
            return answer;
        }
    }

    @Test
    void a_node_that_hears_late_that_it_may_send_sends_nothing() {
        office.approved(office.accepted("1", Office.PIT));
        AtomicInteger left = new AtomicInteger();
        IncidentDesk frozen = Office.builder(new LateAnswer(storage, left, this::othersSendIt), vk, clock)
                .node("frozen")
                .build();
        left.set(CLEARANCE);

        frozen.publishDue();

        assertEquals(1, vk.replies().size(), () -> "copies: " + vk.replies());
        assertEquals(IncidentState.ANSWERED, office.incidentOf(Office.id("1")).state());
    }

    private void othersSendIt() {
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofMinutes(4));
            office.desk.publishDue();
        }
        assertEquals(1, vk.replies().size(), "the others sent it");
    }
}
