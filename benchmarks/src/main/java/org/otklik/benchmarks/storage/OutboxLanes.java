package org.otklik.benchmarks.storage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.otklik.id.DraftId;
import org.otklik.id.IncidentId;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.post.PostId;
import org.otklik.reply.PublicationState;
import org.otklik.spi.storage.ClaimedOutboxRow;
import org.otklik.spi.storage.OutboxRow;
import org.otklik.spi.storage.OutboxStore.ClaimRequest;
import org.otklik.spi.storage.OutboxStore.Lane;
import org.otklik.spi.storage.Storage;
import org.otklik.spi.storage.StreamId;
import org.otklik.spi.storage.UnitOfWork;

/**
 * Replies go out in lanes, as a desk sends them: each belongs to one of as many networks as there are lanes, and each lane
 * has a thread that claims, sends and records.
 */
final class OutboxLanes implements Sides.Side {

    private static final int AT_ONCE = 20;
    private static final Set<PublicationState> READY = EnumSet.of(PublicationState.READY);

    private final Server.Schema schema;
    private final Storage storage;
    private final int replies;
    private final int lanes;
    private final boolean events;
    private final LongAdder sent = new LongAdder();

    /** Sends so many replies a round; each result with the event that a desk records, or without. */
    OutboxLanes(Server.Schema schema, Storage storage, int replies, int lanes, boolean events) {
        this.schema = schema;
        this.storage = storage;
        this.replies = replies;
        this.lanes = lanes;
        this.events = events;
    }

    @Override
    public void prepare() throws Exception {
        schema.run("TRUNCATE outbox, event");
        storage.transact(unit -> {
            List<OutboxRow> rows = new ArrayList<>();
            for (int i = 0; i < replies; i++) {
                rows.add(reply(i, network(i)));
            }
            unit.outbox().insert(rows);
            return true;
        });
        schema.run("VACUUM ANALYZE outbox");
    }

    private NetworkId network(int number) {
        return NetworkId.of("network" + number % lanes);
    }

    private static OutboxRow reply(long number, NetworkId network) {
        return new OutboxRow(
                PublicationId.of(Sample.id(number)),
                IncidentId.of(Sample.id(number)),
                DraftId.of(Sample.id(number)),
                new PostId(network, "-1_" + number),
                new AccountId(network, "official"),
                PublicationState.READY,
                Sample.NOON,
                OutboxRow.Claim.NEVER,
                Optional.empty());
    }

    @Override
    public long run() throws Exception {
        long before = sent.sum();
        ExecutorService workers = Executors.newFixedThreadPool(lanes);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < lanes; i++) {
                Lane lane = Lane.of(network(i));
                running.add(workers.submit(() -> sendAll(lane)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            workers.shutdown();
        }
        if (sent.sum() - before != replies) {
            throw new IllegalStateException(sent.sum() - before + " of " + replies + " replies were sent.");
        }
        return replies;
    }

    private void sendAll(Lane lane) {
        ClaimRequest request =
                new ClaimRequest(READY, Sample.NOON, "node", Duration.ofMinutes(2), AT_ONCE, Set.of(), lane);
        List<ClaimedOutboxRow> claimed = storage.transact(unit -> unit.outbox().claim(request));
        while (!claimed.isEmpty()) {
            for (ClaimedOutboxRow one : claimed) {
                sent.increment();
                storage.transact(unit -> end(unit, one.row()));
            }
            claimed = storage.transact(unit -> unit.outbox().claim(request));
        }
    }

    private boolean end(UnitOfWork unit, OutboxRow row) {
        boolean held = unit.outbox().finish(row);
        if (events) {
            unit.events().append(List.of(Sample.event(StreamId.incident(row.incident()), 2)));
        }
        return held;
    }
}
