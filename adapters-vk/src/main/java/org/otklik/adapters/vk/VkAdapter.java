package org.otklik.adapters.vk;

import java.net.URI;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.post.Post;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.Capability;
import org.otklik.spi.Cursor;
import org.otklik.spi.FailureKind;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.OwnReplyFinder;
import org.otklik.spi.PostPage;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.QueryYield;
import org.otklik.spi.ReadBack;
import org.otklik.spi.ReplyPreview;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;
import org.otklik.spi.SourceId;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookDecoder;
import org.otklik.spi.WebhookRequest;

/**
 * VKontakte by its API 5.199: reads watched walls with their comments, searches, events of communities by Bots Long Poll
 * or Callback API, and answers in comments as a community.
 *
 * <p>Thread-safe; starts no threads. Native ids are {@code -1_2} for a post and {@code -1_2_3} for a comment. Edits and
 * deletions are noticed where they are looked for: among the newest posts of a wall, in discussions as they change and
 * in turn; of our own communities by events. A comment is sent with the publication's id as VK's {@code guid}, so that
 * sending it again shows no second one. Long poll must be switched on in the community's settings, with the events
 * {@code wall_post_new} and {@code wall_reply_*}.
 */
public final class VkAdapter implements NetworkAdapter, OwnReplyFinder, WebhookDecoder {

    static final NetworkId NETWORK = NetworkId.of("vk");

    private final VkSettings settings;
    private volatile @Nullable Attached attached;

    private VkAdapter(VkSettings settings) {
        this.settings = settings;
    }

    /**
     * Returns an adapter that is not yet attached to a desk.
     *
     * @param settings accounts, limits and intervals
     * @return the adapter
     */
    public static VkAdapter of(VkSettings settings) {
        return new VkAdapter(settings);
    }

    /** What all parts of an attached adapter share. */
    record Parts(
            AdapterContext context,
            Optional<VkCalls> reader,
            Map<String, VkCalls> communities,
            Pages pages,
            Items items,
            ClosedPosts closed,
            StreamBuffer stream) {

        InstantSource time() {
            return context.time();
        }
    }

    private record Attached(Parts parts, Sources sources, Replies replies, Callback callback) {}

    @Override
    public void attach(AdapterContext context) {
        Optional<VkCalls> reader = settings.reader()
                .map(account ->
                        new VkCalls(account, VkSettings.SERVICE_TOKEN, settings.serviceRate(), settings, context));
        Map<String, VkCalls> communities = new HashMap<>();
        for (VkSettings.Community one : settings.communities()) {
            communities.put(
                    one.account().name(),
                    new VkCalls(one.account(), VkSettings.GROUP_TOKEN, settings.communityRate(), settings, context));
        }
        Pages pages = new Pages(context);
        Items items = new Items(pages::nameOf);
        Parts parts = new Parts(
                context, reader, Map.copyOf(communities), pages, items, new ClosedPosts(), new StreamBuffer());
        Events events = new Events(items, context.time());
        attached = new Attached(
                parts,
                new Sources(settings, parts, events),
                new Replies(settings, parts.communities(), reader, parts.closed()),
                new Callback(context.secrets(), events));
    }

    private Attached attached() {
        Attached now = attached;
        if (now == null) {
            throw new IllegalStateException("The VK adapter is not attached to a desk yet.");
        }
        return now;
    }

    Parts parts() {
        return attached().parts();
    }

    VkSettings settings() {
        return settings;
    }

    @Override
    public List<QueryYield> yields() {
        return attached().sources().yields();
    }

    @Override
    public NetworkId network() {
        return NETWORK;
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> all = EnumSet.of(Capability.POLL, Capability.EDITS, Capability.DELETIONS, Capability.WEBHOOK);
        if (canWrite()) {
            all.add(Capability.REPLY);
            all.add(Capability.IDEMPOTENT_SEND);
        }
        if (canWrite() && settings.reader().isPresent()) {
            all.add(Capability.READ_BACK);
        }
        return Set.copyOf(all);
    }

    private boolean canWrite() {
        return !settings.isReadOnly() && !settings.communities().isEmpty();
    }

    @Override
    public List<SourceId> sources() {
        return attached().sources().due();
    }

    @Override
    public PostPage poll(SourceId source, Optional<Cursor> cursor, int limit) {
        return attached().sources().poll(source, cursor, limit);
    }

    @Override
    public Replyability canReply(AccountId account, Post post) {
        Optional<NativeId> id = NativeId.parse(post.id().nativeId());
        if (!post.id().network().equals(NETWORK) || id.isEmpty()) {
            return Replies.impossible("OTHER_NETWORK", post.address());
        }
        if (settings.isReadOnly()) {
            return Replies.impossible(Replies.SHADOW_MODE, link(post, id.get()));
        }
        return settings.community(account)
                .map(community -> attached().replies().canReply(post, id.get()))
                .orElseGet(() -> Replies.impossible("NO_COMMUNITY", link(post, id.get())));
    }

    private static Optional<URI> link(Post post, NativeId id) {
        return post.address().or(() -> Optional.of(URI.create(id.address(OptionalLong.empty()))));
    }

    /**
     * {@inheritDoc}
     *
     * <p>VK publishes neither the longest comment nor how it counts: UTF-16 units are counted, so that no other way of
     * counting finds the text longer.
     */
    @Override
    public ReplyPreview preview(ReplyTarget target, String text) {
        return new ReplyPreview(text, text.length(), settings.longestComment());
    }

    @Override
    public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
        if (settings.isReadOnly()) {
            return new PublishOutcome.Refused(FailureKind.PERMISSION, Replies.SHADOW_MODE);
        }
        Optional<VkSettings.Community> community = settings.community(target.account());
        if (community.isEmpty()) {
            return new PublishOutcome.Refused(FailureKind.CONFIGURATION, "NO_COMMUNITY");
        }
        return id(target)
                .map(id -> attached().replies().publish(community.get(), id, text, key))
                .orElseGet(() -> new PublishOutcome.Refused(FailureKind.TARGET_GONE, "NO_SUCH_POST"));
    }

    private static Optional<NativeId> id(ReplyTarget target) {
        return target.post().network().equals(NETWORK)
                ? NativeId.parse(target.post().nativeId())
                : Optional.empty();
    }

    @Override
    public ReadBack find(ReplyTarget target, String text, PublicationId key) {
        Optional<VkSettings.Community> community = settings.community(target.account());
        Optional<NativeId> id = id(target);
        return community.isPresent() && id.isPresent()
                ? attached().replies().find(community.get(), id.get(), text, key)
                : new ReadBack.NotKnown(FailureKind.CONFIGURATION);
    }

    @Override
    public WebhookDecision decode(AccountId account, WebhookRequest request) {
        return settings.community(account)
                .map(community -> attached().callback().decode(community, request))
                .orElseGet(() -> Callback.rejected("NO_COMMUNITY", 404));
    }
}
