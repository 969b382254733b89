package org.otklik.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.AdapterException;
import org.otklik.spi.Capability;
import org.otklik.spi.Cursor;
import org.otklik.spi.FailureKind;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.OwnReplyFinder;
import org.otklik.spi.PostPage;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReadBack;
import org.otklik.spi.ReplyPreview;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;
import org.otklik.spi.SourceId;
import org.otklik.testkit.Fault.Call;

/**
 * A whole network in memory, whose citizens are the test; thread-safe.
 *
 * <p>Posts are added with their time of publication and seen by polling once the desk's clock has reached it. Replies
 * are kept and can be looked at. {@link #faults()} makes the network misbehave.
 */
public final class InMemoryNetwork implements NetworkAdapter, OwnReplyFinder {

    private static final int LONGEST_TEXT = 4000;
    private static final char NUMBER_SIGN = '№';
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final Set<Capability> USUAL =
            Set.of(Capability.POLL, Capability.EDITS, Capability.DELETIONS, Capability.REPLY, Capability.READ_BACK);

    private final NetworkId network;
    private final Set<Capability> capabilities;
    private final Map<SourceId, Feed> feeds = new LinkedHashMap<>();
    private final Map<PostId, Post> posts = new HashMap<>();
    private final Map<PostId, SourceId> home = new HashMap<>();
    private final Set<PostId> closed = new HashSet<>();
    private final ReplyWall wall = new ReplyWall();
    private final FaultScript faults = new FaultScript();
    private @Nullable AdapterContext context;

    private InMemoryNetwork(NetworkId network, Set<Capability> capabilities) {
        this.network = network;
        this.capabilities = Collections.unmodifiableSet(EnumSet.copyOf(capabilities));
    }

    /**
     * Returns an empty network that shows a reply as often as it is sent.
     *
     * @param code code of the network, such as {@code vk}
     * @return a network with one source, {@code official/wall}
     */
    public static InMemoryNetwork named(String code) {
        return named(code, USUAL).source("official", "wall");
    }

    /**
     * Returns an empty network that shows a reply once, however often it is sent with one key.
     *
     * @param code code of the network, such as {@code vk}
     * @return a network with one source, {@code official/wall}
     */
    public static InMemoryNetwork idempotent(String code) {
        Set<Capability> all = EnumSet.copyOf(USUAL);
        all.add(Capability.IDEMPOTENT_SEND);
        return named(code, all).source("official", "wall");
    }

    private static InMemoryNetwork named(String code, Set<Capability> capabilities) {
        return new InMemoryNetwork(NetworkId.of(code), capabilities);
    }

    /**
     * Adds a source.
     *
     * @param account name of the account that reads it
     * @param name name of the source
     * @return this network
     */
    public synchronized InMemoryNetwork source(String account, String name) {
        feeds.putIfAbsent(new SourceId(new AccountId(network, account), name), new Feed());
        return this;
    }

    /**
     * Lets a citizen publish a post at the first source.
     *
     * @param post seen from its time of publication on
     * @return this network
     */
    public InMemoryNetwork add(Post post) {
        return add(sources().get(0), post);
    }

    /**
     * Lets a citizen publish a post.
     *
     * @param source where it is seen
     * @param post seen from its time of publication on
     * @return this network
     */
    public synchronized InMemoryNetwork add(SourceId source, Post post) {
        posts.put(post.id(), post);
        home.put(post.id(), source);
        feed(source).add(post.publishedAt(), new PostChange.Present(post));
        return this;
    }

    private Feed feed(SourceId source) {
        return Optional.ofNullable(feeds.get(source))
                .orElseThrow(() -> new IllegalArgumentException(network + " has no source " + source + "."));
    }

    /**
     * Lets the author change a post.
     *
     * @param id which
     * @param text the new text
     * @param at when
     * @return this network
     */
    public synchronized InMemoryNetwork edit(PostId id, String text, Instant at) {
        Post edited = known(id).toBuilder().text(text).editedAt(at).build();
        posts.put(id, edited);
        homeOf(id).add(at, new PostChange.Present(edited));
        return this;
    }

    /**
     * Deletes a post.
     *
     * @param id which
     * @param at when
     * @return this network
     */
    public synchronized InMemoryNetwork delete(PostId id, Instant at) {
        Feed feed = homeOf(id);
        posts.remove(id);
        feed.add(at, new PostChange.Gone(id, at));
        return this;
    }

    /**
     * Adds an item that cannot be read, at the first source.
     *
     * @param nativeId the network's id
     * @param at from when on it is seen
     * @return this network
     */
    public synchronized InMemoryNetwork addUnreadable(String nativeId, Instant at) {
        feed(sources().get(0)).addUnreadable(at, nativeId);
        return this;
    }

    /**
     * Closes the comments of a post.
     *
     * @param id which
     * @return this network
     */
    public synchronized InMemoryNetwork closeComments(PostId id) {
        closed.add(known(id).id());
        return this;
    }

    private Post known(PostId id) {
        return Optional.ofNullable(posts.get(id))
                .orElseThrow(() -> new IllegalArgumentException(network + " shows no post " + id + "."));
    }

    private Feed homeOf(PostId id) {
        return feed(home.getOrDefault(known(id).id(), sources().get(0)));
    }

    /**
     * Gives the script of faults.
     *
     * @return where to say when and how the network misbehaves
     */
    public FaultScript faults() {
        return faults;
    }

    /**
     * Lists the replies under a post.
     *
     * @param post the post
     * @return visible and hidden ones, in order
     */
    public synchronized List<ShownReply> replies(PostId post) {
        return wall.of(post);
    }

    /**
     * Lists all replies.
     *
     * @return visible and hidden ones
     */
    public synchronized List<ShownReply> replies() {
        return wall.all();
    }

    /**
     * Puts a reply up, as after a restart of the test or when an official writes by hand.
     *
     * @param reply the reply
     * @return this network
     */
    public synchronized InMemoryNetwork show(ShownReply reply) {
        wall.add(reply);
        return this;
    }

    /**
     * Hides a reply from everybody but its author.
     *
     * @param nativeReplyId the network's id of the reply
     */
    public synchronized void hideReply(String nativeReplyId) {
        wall.replace(nativeReplyId, ShownReply::asHidden);
    }

    /**
     * Takes a reply away.
     *
     * @param nativeReplyId the network's id of the reply
     */
    public synchronized void removeReply(String nativeReplyId) {
        wall.remove(nativeReplyId);
    }

    @Override
    public NetworkId network() {
        return network;
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public synchronized void attach(AdapterContext desk) {
        context = desk;
    }

    private Instant now() {
        if (context == null) {
            throw new IllegalStateException("The network " + network + " was not attached to a desk.");
        }
        return context.time().instant();
    }

    @Override
    public synchronized List<SourceId> sources() {
        return List.copyOf(feeds.keySet());
    }

    @Override
    public synchronized PostPage poll(SourceId source, Optional<Cursor> cursor, int limit) {
        Optional<Fault> fault = faults.atCall(Call.POLL, Optional.empty());
        if (fault.filter(Fault.POLL_FAILS::equals).isPresent()) {
            throw AdapterException.of(FailureKind.TRANSIENT, "The source " + source + " did not answer.");
        }
        if (fault.filter(Fault.POLL_RATE_LIMIT::equals).isPresent()) {
            throw AdapterException.of(FailureKind.RATE_LIMIT, "Too many calls to the source " + source + ".")
                    .retryAfter(WAIT);
        }
        PostPage page = feed(source).page(cursor, limit, now());
        return fault.map(kind -> disturbed(page, kind)).orElse(page);
    }

    private static PostPage disturbed(PostPage page, Fault fault) {
        List<PostChange> changes = new ArrayList<>(page.changes());
        if (fault == Fault.POLL_OUT_OF_ORDER) {
            Collections.reverse(changes);
        } else {
            changes.addAll(page.changes());
        }
        return new PostPage(changes, page.next(), page.more(), page.unreadable());
    }

    @Override
    public synchronized Replyability canReply(AccountId account, Post post) {
        if (!post.id().network().equals(network) || !account.network().equals(network)) {
            return new Replyability.Impossible("OTHER_NETWORK", post.address());
        }
        return closed.contains(post.id())
                ? new Replyability.Impossible("COMMENTS_CLOSED", post.address())
                : new Replyability.Possible(LONGEST_TEXT);
    }

    /** Counts as some networks do, that not every character is one: a {@code №} counts for two. */
    @Override
    public ReplyPreview preview(ReplyTarget target, String text) {
        int characters = text.codePointCount(0, text.length());
        int signs = (int) text.chars().filter(c -> c == NUMBER_SIGN).count();
        return new ReplyPreview(text, characters + signs, LONGEST_TEXT);
    }

    @Override
    public synchronized PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
        Optional<Fault> fault = faults.atCall(Call.PUBLISH, Optional.of(target.post()));
        if (fault.isEmpty()) {
            return apply(target, text, key);
        }
        return switch (fault.get()) {
            case TIMEOUT_BEFORE_APPLYING -> new PublishOutcome.Unknown("TIMEOUT");
            case RATE_LIMIT -> new PublishOutcome.Later(FailureKind.RATE_LIMIT, WAIT);
            case TOKEN_DEAD -> new PublishOutcome.Refused(FailureKind.TOKEN_INVALID, "TOKEN_EXPIRED");
            case DUPLICATE_TEXT -> new PublishOutcome.Refused(FailureKind.DUPLICATE, "SAME_TEXT");
            case TARGET_DELETED -> {
                deleteNow(target.post());
                yield apply(target, text, key);
            }
            case HIDDEN_REPLY -> hidden(apply(target, text, key));
            default -> lost(apply(target, text, key));
        };
    }

    private PublishOutcome apply(ReplyTarget target, String text, PublicationId key) {
        if (!posts.containsKey(target.post())) {
            return new PublishOutcome.Refused(FailureKind.TARGET_GONE, "NO_SUCH_POST");
        }
        if (closed.contains(target.post())) {
            return new PublishOutcome.Refused(FailureKind.PERMISSION, "COMMENTS_CLOSED");
        }
        if (!preview(target, text).fits()) {
            return new PublishOutcome.Refused(FailureKind.CONTENT_REJECTED, "TOO_LONG");
        }
        Optional<ShownReply> shown =
                capabilities.contains(Capability.IDEMPOTENT_SEND) ? wall.withKey(target.post(), key) : Optional.empty();
        ShownReply reply = shown.orElseGet(() -> wall.show(target, text, key, now()));
        return new PublishOutcome.Sent(reply.nativeId(), Optional.of(reply.at()));
    }

    private void deleteNow(PostId post) {
        if (posts.containsKey(post)) {
            delete(post, now());
        }
    }

    private PublishOutcome hidden(PublishOutcome outcome) {
        if (outcome instanceof PublishOutcome.Sent sent) {
            hideReply(sent.nativeReplyId());
        }
        return outcome;
    }

    private static PublishOutcome lost(PublishOutcome outcome) {
        return outcome instanceof PublishOutcome.Sent ? new PublishOutcome.Unknown("TIMEOUT") : outcome;
    }

    @Override
    public synchronized ReadBack find(ReplyTarget target, String text, PublicationId key) {
        if (faults.atCall(Call.LOOK_UP, Optional.empty()).isPresent()) {
            return new ReadBack.NotKnown(FailureKind.TRANSIENT);
        }
        return wall.saying(target, text).map(InMemoryNetwork::seen).orElse(new ReadBack.Absent());
    }

    private static ReadBack seen(ShownReply reply) {
        return reply.hidden()
                ? new ReadBack.Hidden(reply.nativeId())
                : new ReadBack.Visible(reply.nativeId(), Optional.of(reply.at()));
    }
}
