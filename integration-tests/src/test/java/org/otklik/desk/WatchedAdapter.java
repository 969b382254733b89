package org.otklik.desk;

import org.otklik.id.PublicationId;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReplyTarget;
import org.otklik.tck.HonestAdapter;
import org.otklik.testkit.InMemoryNetwork;

/** A network during whose sending something else happens, as it does in life. */
final class WatchedAdapter extends HonestAdapter {

    private Runnable afterSending = () -> {};

    WatchedAdapter(InMemoryNetwork network) {
        super(network);
    }

    void afterSending(Runnable action) {
        afterSending = action;
    }

    @Override
    public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
        PublishOutcome outcome = super.publish(target, text, key);
        afterSending.run();
        return outcome;
    }
}
