package org.otklik.desk;

import java.util.EnumSet;
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

/** Says that its network shows a reply once for a key, though the network behind it shows it as often as it is sent. */
record LyingAdapter(InMemoryNetwork truth) implements NetworkAdapter, OwnReplyFinder {

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> claimed = EnumSet.copyOf(truth.capabilities());
        claimed.add(Capability.IDEMPOTENT_SEND);
        return claimed;
    }

    @Override
    public NetworkId network() {
        return truth.network();
    }

    @Override
    public void attach(AdapterContext context) {
        truth.attach(context);
    }

    @Override
    public List<SourceId> sources() {
        return truth.sources();
    }

    @Override
    public PostPage poll(SourceId source, Optional<Cursor> cursor, int limit) {
        return truth.poll(source, cursor, limit);
    }

    @Override
    public Replyability canReply(AccountId account, Post post) {
        return truth.canReply(account, post);
    }

    @Override
    public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
        return truth.publish(target, text, key);
    }

    @Override
    public ReadBack find(ReplyTarget target, String text, PublicationId key) {
        return truth.find(target, text, key);
    }
}
