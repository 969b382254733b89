package org.otklik.benchmarks.lag;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.Capability;
import org.otklik.spi.Cursor;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.PostPage;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;
import org.otklik.spi.SourceId;

/** Watches when an adapter brings a post for the first time; virtual time stands still until the desk has stored it. */
final class FirstSight implements NetworkAdapter {

    private final NetworkAdapter adapter;
    private final InstantSource time;
    private final Delays delays;
    private final Set<PostId> seen = new HashSet<>();

    FirstSight(NetworkAdapter adapter, InstantSource time, Delays delays) {
        this.adapter = adapter;
        this.time = time;
        this.delays = delays;
    }

    @Override
    public PostPage poll(SourceId source, Optional<Cursor> cursor, int limit) {
        PostPage page = adapter.poll(source, cursor, limit);
        for (PostChange change : page.changes()) {
            if (change instanceof PostChange.Present present && seen.add(change.id())) {
                Duration delay = Duration.between(present.post().publishedAt(), time.instant());
                delays.add(change.id(), delay);
            }
        }
        return page;
    }

    @Override
    public NetworkId network() {
        return adapter.network();
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.POLL);
    }

    @Override
    public void attach(AdapterContext context) {
        adapter.attach(context);
    }

    @Override
    public List<SourceId> sources() {
        return adapter.sources();
    }

    @Override
    public Replyability canReply(AccountId account, Post post) {
        return adapter.canReply(account, post);
    }

    @Override
    public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
        throw new UnsupportedOperationException("This benchmark only listens.");
    }
}
