package org.otklik.examples.demo.network;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.examples.demo.posts.Delivery;
import org.otklik.examples.demo.posts.Timeline;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.Capability;
import org.otklik.spi.Cursor;
import org.otklik.spi.FailureKind;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.OwnReplyFinder;
import org.otklik.spi.PostPage;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReadBack;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;
import org.otklik.spi.SourceId;

/**
 * One network of the demo: shows the posts of the day as time passes, and replies as its journal has them.
 *
 * <p>It shows a reply as often as it is sent: nothing here hides a second copy.
 */
public final class DemoNetwork implements NetworkAdapter, OwnReplyFinder {

    private static final String CURSOR_VERSION = "1:";
    private static final Duration COME_LATER = Duration.ofMinutes(15);

    private final NetworkId network;
    private final List<Delivery> feed;
    private final NetworkJournal journal;
    private final InstantSource time;
    private final Duration latency;
    private final Mischief mischief = new Mischief();

    /**
     * Returns a network.
     *
     * @param network which network
     * @param feed what appears in it, in order of time
     * @param journal what it was told to show
     * @param time the demo's time
     * @param latency how long it really takes to answer after it applied a reply; zero but in tests
     */
    public DemoNetwork(
            NetworkId network, List<Delivery> feed, NetworkJournal journal, InstantSource time, Duration latency) {
        this.network = network;
        this.feed = List.copyOf(feed);
        this.journal = journal;
        this.time = time;
        this.latency = latency;
    }

    @Override
    public NetworkId network() {
        return network;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(
                Capability.POLL, Capability.EDITS, Capability.DELETIONS, Capability.REPLY, Capability.READ_BACK);
    }

    @Override
    public void attach(AdapterContext context) {
        // Needs no secrets, and its time must go on when no desk is open.
    }

    @Override
    public List<SourceId> sources() {
        return List.of(new SourceId(new AccountId(network, "demo-reader"), "feed"));
    }

    @Override
    public PostPage poll(SourceId source, Optional<Cursor> cursor, int limit) {
        int from = cursor.map(DemoNetwork::position).orElse(0);
        Instant now = time.instant();
        List<PostChange> changes = new ArrayList<>();
        int next = from;
        while (next < feed.size()
                && changes.size() < limit
                && !feed.get(next).at().isAfter(now)) {
            changes.add(feed.get(next).change());
            next++;
        }
        boolean more = next < feed.size() && !feed.get(next).at().isAfter(now);
        return PostPage.of(changes, new Cursor(CURSOR_VERSION + next), more);
    }

    private static int position(Cursor cursor) {
        return Integer.parseInt(cursor.value().substring(CURSOR_VERSION.length()));
    }

    @Override
    public Replyability canReply(AccountId account, Post post) {
        return mischief.mayReply(post.id())
                ? new Replyability.Possible(longestText())
                : new Replyability.Impossible("REPLIES_RESTRICTED", Optional.of(Timeline.addressOf(post.id())));
    }

    private int longestText() {
        return switch (network.code()) {
            case "x" -> 280;
            case "telegram" -> 4096;
            default -> 2000;
        };
    }

    @Override
    public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
        PostId post = target.post();
        if (isGone(post)) {
            journal.note(Fault.TARGET_GONE, post);
            return new PublishOutcome.Refused(FailureKind.TARGET_GONE, "post-not-found");
        }
        Optional<Fault> fault = mischief.at(post, isFirst(post));
        fault.ifPresent(one -> journal.note(one, post));
        if (fault.filter(Fault.RATE_LIMIT::equals).isPresent()) {
            return new PublishOutcome.Later(FailureKind.RATE_LIMIT, COME_LATER);
        } else if (fault.filter(Fault.TARGET_GONE::equals).isPresent()) {
            return new PublishOutcome.Refused(FailureKind.TARGET_GONE, "post-not-found");
        }
        ShownReply shown =
                show(target, text, key, fault.filter(Fault.HIDDEN::equals).isPresent());
        return fault.filter(Fault.TIME_OUT::equals).isPresent()
                ? new PublishOutcome.Unknown("TIME_OUT")
                : new PublishOutcome.Sent(shown.id(), Optional.of(shown.at()));
    }

    private boolean isGone(PostId post) {
        Instant now = time.instant();
        return feed.stream()
                .filter(delivery -> !delivery.at().isAfter(now))
                .anyMatch(delivery -> delivery.change() instanceof PostChange.Gone gone
                        && gone.id().equals(post));
    }

    private boolean isFirst(PostId post) {
        return journal.under(post).isEmpty() && !journal.posts(Fault.RATE_LIMIT).contains(post);
    }

    private ShownReply show(ReplyTarget target, String text, PublicationId key, boolean hidden) {
        String id = "reply-" + target.post().nativeId() + "-"
                + (journal.under(target.post()).size() + 1);
        ShownReply shown = new ShownReply(
                id, target.post(), target.account().name(), text, key.toString(), time.instant(), hidden);
        journal.show(shown);
        takeTime();
        return shown;
    }

    private void takeTime() {
        try {
            Thread.sleep(latency.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks as a reader of the page would: by who speaks, under which post, and what is said. */
    @Override
    public ReadBack find(ReplyTarget target, String text, PublicationId key) {
        return journal.under(target.post()).stream()
                .filter(reply -> reply.account().equals(target.account().name())
                        && reply.text().equals(text))
                .reduce((first, last) -> last)
                .map(DemoNetwork::seen)
                .orElseGet(ReadBack.Absent::new);
    }

    private static ReadBack seen(ShownReply reply) {
        return reply.hidden()
                ? new ReadBack.Hidden(reply.id())
                : new ReadBack.Visible(reply.id(), Optional.of(reply.at()));
    }
}
