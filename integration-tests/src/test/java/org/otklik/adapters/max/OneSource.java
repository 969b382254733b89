package org.otklik.adapters.max;

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
import org.otklik.spi.PostPage;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;
import org.otklik.spi.SourceId;

/** An adapter of which only one source is looked at, so that a contract is kept by it alone. */
record OneSource(NetworkAdapter whole, String name) implements NetworkAdapter {

    @Override
    public List<SourceId> sources() {
        return whole.sources().stream()
                .filter(source -> source.name().equals(name))
                .toList();
    }

    @Override
    public NetworkId network() {
        return whole.network();
    }

    @Override
    public Set<Capability> capabilities() {
        return whole.capabilities();
    }

    @Override
    public void attach(AdapterContext context) {
        whole.attach(context);
    }

    @Override
    public PostPage poll(SourceId source, Optional<Cursor> cursor, int limit) {
        return whole.poll(source, cursor, limit);
    }

    @Override
    public Replyability canReply(AccountId account, Post post) {
        return whole.canReply(account, post);
    }

    @Override
    public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
        return whole.publish(target, text, key);
    }
}
