package org.otklik.desk;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.otklik.id.PublicationId;
import org.otklik.post.PostId;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReplyTarget;
import org.otklik.tck.HonestAdapter;
import org.otklik.testkit.InMemoryNetwork;

/** A network that takes replies only while its gate is open, and watches how they come; thread-safe. */
final class GatedAdapter extends HonestAdapter {

    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch taken;
    private final List<PostId> order = new CopyOnWriteArrayList<>();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    private GatedAdapter(InMemoryNetwork network, int expected) {
        super(network);
        taken = new CountDownLatch(expected);
    }

    static GatedAdapter closed(InMemoryNetwork network, int expected) {
        return new GatedAdapter(network, expected);
    }

    static GatedAdapter open(InMemoryNetwork network, int expected) {
        GatedAdapter adapter = closed(network, expected);
        adapter.open();
        return adapter;
    }

    void open() {
        gate.countDown();
    }

    @Override
    public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
        mostAtOnce.accumulateAndGet(inside.incrementAndGet(), Math::max);
        order.add(target.post());
        asked.countDown();
        await(gate);
        PublishOutcome outcome = super.publish(target, text, key);
        inside.decrementAndGet();
        taken.countDown();
        return outcome;
    }

    void awaitFirstCall() {
        await(asked);
    }

    void awaitAllTaken() {
        await(taken);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    List<PostId> order() {
        return List.copyOf(order);
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }
}
