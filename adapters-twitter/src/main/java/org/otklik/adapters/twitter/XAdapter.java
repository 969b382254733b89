package org.otklik.adapters.twitter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.otklik.adapters.watch.PlannedSource;
import org.otklik.adapters.watch.Schedule;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.post.Post;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.AdapterException;
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
 * X, formerly Twitter, by its API version 2; thread-safe as {@link NetworkAdapter} says.
 *
 * <p>Sources: {@code page:<handle>} for each watched page (what it writes, what is written to and about it),
 * {@code search:<query>} for each watched query (with {@code ~2} and so on where X needs it in parts),
 * {@code mentions:<account>} for each official account, and {@code stream} if {@link #stream()} was asked for.
 */
public final class XAdapter implements NetworkAdapter, OwnReplyFinder, WebhookDecoder {

    static final NetworkId NETWORK = NetworkId.of("x");

    private final XSettings settings;
    private @Nullable Attached attached;

    private XAdapter(XSettings settings) {
        this.settings = settings;
    }

    /**
     * Creates an adapter.
     *
     * @param settings accounts, intervals, limits
     * @return the adapter, to be attached by a desk
     */
    public static XAdapter of(XSettings settings) {
        return new XAdapter(Objects.requireNonNull(settings, "settings"));
    }

    /** What there is once a desk lends time, state and secrets. */
    private static final class Attached {

        private final AdapterContext context;
        private final XSpend spend;
        private final XPosts posts;
        private final XCalls application;
        private final Map<XOfficial, XCalls> calls = new LinkedHashMap<>();
        private final XPlan plan;
        private final XReading reading;
        private final XReplies replies;
        private final XReadBack readBack;
        private final XWebhook webhook;
        private final Schedule schedule;
        private final XBuffer buffer;
        private boolean streaming;
        private Instant caughtUp = Instant.MIN;

        Attached(XSettings settings, AdapterContext context) {
            this.context = context;
            spend = new XSpend(settings, context);
            posts = new XPosts(settings, () -> context.watchList().in(NETWORK));
            application = XCalls.ofApplication(settings, context);
            settings.officials().forEach(one -> calls.put(one, XCalls.of(one, settings, context)));
            plan = new XPlan(settings);
            reading = new XReading(settings, posts, spend, context.time());
            replies = new XReplies(settings, calls, spend, context.time());
            readBack = new XReadBack(settings, application, calls, spend);
            webhook = new XWebhook(settings, posts, context.secrets());
            schedule = new Schedule(context.time());
            buffer = new XBuffer(context.random().nextLong(Long.MAX_VALUE));
        }
    }

    @Override
    public synchronized void attach(AdapterContext context) {
        attached = new Attached(settings, context);
    }

    private synchronized Attached parts() {
        if (attached == null) {
            throw new IllegalStateException("The adapter of X must be attached before it is used.");
        }
        return attached;
    }

    @Override
    public NetworkId network() {
        return NETWORK;
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> all = EnumSet.of(Capability.POLL, Capability.WEBHOOK, Capability.EDITS, Capability.DELETIONS);
        if (!settings.readOnly() && !settings.officials().isEmpty()) {
            all.add(Capability.REPLY);
            all.add(Capability.READ_BACK);
        }
        return Set.copyOf(all);
    }

    @Override
    public List<SourceId> sources() {
        Attached parts = parts();
        List<XFeed> feeds = parts.plan.feeds(parts.context.watchList().in(NETWORK));
        catchUp(parts, feeds);
        List<PlannedSource> planned = new ArrayList<>();
        feeds.stream()
                .filter(feed -> parts.spend.affordable(feed.least(), feed.owned()) >= feed.least())
                .map(XFeed::planned)
                .forEach(planned::add);
        if (parts.streaming) {
            planned.add(new PlannedSource(streamSource(), Duration.ZERO, 0));
        }
        parts.schedule.keepOnly(planned);
        return parts.schedule.due(planned, account -> available(parts, account));
    }

    /** When the stream is back, the searches look at once for what it missed. */
    private static synchronized void catchUp(Attached parts, List<XFeed> feeds) {
        Instant anew = parts.buffer.anew();
        if (anew.isAfter(parts.caughtUp)) {
            parts.caughtUp = anew;
            feeds.forEach(feed -> parts.schedule.done(feed.source(), Duration.ZERO));
        }
    }

    private int available(Attached parts, AccountId account) {
        int own = settings.official(account)
                .map(parts.calls::get)
                .map(XCalls::available)
                .orElse(Integer.MAX_VALUE);
        return settings.reading().equals(account) ? Math.min(own, parts.application.available()) : own;
    }

    private SourceId streamSource() {
        return new SourceId(settings.reading(), "stream");
    }

    @Override
    public PostPage poll(SourceId source, Optional<Cursor> cursor, int limit) {
        Attached parts = parts();
        if (source.equals(streamSource())) {
            return parts.buffer.poll(cursor, limit);
        }
        XFeed feed = parts.plan
                .find(source, parts.context.watchList().in(NETWORK))
                .orElseThrow(() ->
                        AdapterException.of(FailureKind.CONFIGURATION, "There is no source " + source + " any more."));
        XCalls calls = feed.owned()
                ? settings.official(source.account()).map(parts.calls::get).orElse(parts.application)
                : parts.application;
        PostPage page = parts.reading.poll(feed, calls, cursor, limit, parts.buffer.anew());
        if (!page.more()) {
            parts.schedule.done(source, feed.every());
        }
        return page;
    }

    @Override
    public List<QueryYield> yields() {
        return parts().reading.yields();
    }

    @Override
    public Replyability canReply(AccountId account, Post post) {
        return parts().replies.canReply(settings.official(account), post);
    }

    @Override
    public ReplyPreview preview(ReplyTarget target, String text) {
        return new ReplyPreview(text, XLength.of(text), settings.longestText());
    }

    @Override
    public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
        return parts().replies.publish(target, text);
    }

    @Override
    public ReadBack find(ReplyTarget target, String text, PublicationId key) {
        return parts().readBack.find(target, text);
    }

    @Override
    public WebhookDecision decode(AccountId account, WebhookRequest request) {
        return parts().webhook.decode(account, request);
    }

    /**
     * Returns a listener to X's filtered stream of all watched pages and queries; from now on there is the source
     * {@code stream}.
     *
     * @return to be run by the host on a thread of its own, and closed by it
     */
    public XStream stream() {
        return stream(null);
    }

    XStream stream(XStream.@Nullable Pause pause) {
        Attached parts = parts();
        parts.streaming = true;
        XStream.Parts shared = new XStream.Parts(
                settings, parts.application, parts.posts, parts.spend, parts.buffer, parts.context.time());
        return new XStream(
                shared, () -> parts.plan.rules(parts.context.watchList().in(NETWORK)), pause);
    }
}
