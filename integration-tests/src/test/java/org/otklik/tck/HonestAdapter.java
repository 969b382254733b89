package org.otklik.tck;

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
import org.otklik.spi.ReplyPreview;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;
import org.otklik.spi.SourceId;
import org.otklik.testkit.InMemoryNetwork;

/** The network in memory as it is; tests override what shall be otherwise. */
public class HonestAdapter implements NetworkAdapter, OwnReplyFinder {

    private final InMemoryNetwork network;

    public HonestAdapter(InMemoryNetwork network) {
        this.network = network;
    }

    @Override
    public NetworkId network() {
        return network.network();
    }

    @Override
    public Set<Capability> capabilities() {
        return network.capabilities();
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
    public ReplyPreview preview(ReplyTarget target, String text) {
        return network.preview(target, text);
    }

    @Override
    public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
        return network.publish(target, text, key);
    }

    @Override
    public ReadBack find(ReplyTarget target, String text, PublicationId key) {
        return network.find(target, text, key);
    }
}
