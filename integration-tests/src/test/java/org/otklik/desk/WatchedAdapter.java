package org.otklik.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.post.Post;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.Capability;
import org.otklik.spi.Cursor;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.OwnReplyFinder;
import org.otklik.spi.PostPage;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReadBack;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;
import org.otklik.spi.SourceId;
import org.otklik.testkit.InMemoryNetwork;

/** A network during whose sending something else happens, as it does in life. */
final class WatchedAdapter implements NetworkAdapter, OwnReplyFinder {

    private final InMemoryNetwork network;
    private Runnable afterSending = () -> {};

    WatchedAdapter(InMemoryNetwork network) {
        this.network = network;
    }

    void afterSending(Runnable action) {
        afterSending = action;
    }

    @Override
    public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
        PublishOutcome outcome = network.publish(target, text, key);
        afterSending.run();
        return outcome;
    }

    @Override
    public Set<Capability> capabilities() {
        return network.capabilities();
    }

    @Override
    public NetworkId network() {
        return network.network();
    }

    @Override
    public void attach(AdapterContext context) {
        network.attach(context);
    }

    @Override
    public List<SourceId> sources() {
        return network.sources();
    }

    @Override
    public PostPage poll(SourceId source, Optional<Cursor> cursor, int limit) {
        return network.poll(source, cursor, limit);
    }

    @Override
    public Replyability canReply(AccountId account, Post post) {
        return network.canReply(account, post);
    }

    @Override
    public ReadBack find(ReplyTarget target, String text, PublicationId key) {
        return network.find(target, text, key);
    }
}
