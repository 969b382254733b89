package org.otklik.adapters.max;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.otklik.adapters.call.CallFailed;
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
import org.otklik.spi.ReadBack;
import org.otklik.spi.ReplyPreview;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;
import org.otklik.spi.SourceId;
import org.otklik.spi.WatchList;
import org.otklik.spi.WatchedPage;
import org.otklik.spi.WatchedQuery;
import org.otklik.spi.WebhookAnswer;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookDecoder;
import org.otklik.spi.WebhookRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * MAX: what is written in the dialogs, groups and channels of the host's bots, and under the posts of these channels, by
 * long polling or webhook; answers there; thread-safe.
 *
 * <p>A bot hears only what is written where it is an administrator with the permission {@code read_all_messages}, and in
 * its dialogs. The network has no search, so queries have no source here. The certificates of MAX end in the Russian
 * Trusted Root CA, which the host gives to its transport with {@code HttpSettings.builder().trust(Path)}.
 */
public final class MaxAdapter implements NetworkAdapter, OwnReplyFinder, WebhookDecoder {

    private static final Logger LOG = LoggerFactory.getLogger(MaxAdapter.class);
    private static final Set<Capability> READING =
            Set.of(Capability.POLL, Capability.EDITS, Capability.DELETIONS, Capability.WEBHOOK);
    private static final Set<Capability> ANSWERING = Set.of(
            Capability.POLL,
            Capability.EDITS,
            Capability.DELETIONS,
            Capability.WEBHOOK,
            Capability.REPLY,
            Capability.READ_BACK);
    private static final String NO_SUCH_ACCOUNT = "NO_SUCH_ACCOUNT";
    private static final String SHADOW_MODE = "SHADOW_MODE";
    private static final String UPDATES = "updates";
    private static final String SUBSCRIPTION = "subscription";
    private static final String CHAT = "chat:";
    private static final String COMMENTS = "comments:";
    private static final Duration LOOK_AT_SUBSCRIPTION = Duration.ofHours(1);

    /** So long a source rests that fails for a reason that only a person can change. */
    private static final Duration HOPELESS = Duration.ofMinutes(5);

    private final MaxSettings settings;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private @Nullable Parts parts;

    private MaxAdapter(MaxSettings settings) {
        this.settings = settings;
    }

    /** What is made when the desk has lent its things; immutable. */
    private record Parts(
            AdapterContext context,
            Map<AccountId, MaxAccount> accounts,
            UpdateReader updates,
            HistoryReader history,
            Subscriptions subscriptions,
            MaxWebhook webhook,
            ClosedThreads closed,
            Schedule schedule) {}

    /**
     * Returns an adapter.
     *
     * @param settings how it works
     * @return the adapter, to be given to a desk
     */
    public static MaxAdapter of(MaxSettings settings) {
        return new MaxAdapter(settings);
    }

    @Override
    public NetworkId network() {
        return MaxTarget.MAX;
    }

    @Override
    public Set<Capability> capabilities() {
        return settings.readOnly ? READING : ANSWERING;
    }

    @Override
    public void attach(AdapterContext context) {
        Map<AccountId, MaxAccount> accounts = new LinkedHashMap<>();
        for (String name : settings.accounts) {
            MaxAccount account = new MaxAccount(name, settings, context);
            accounts.put(account.id(), account);
        }
        parts = new Parts(
                context,
                accounts,
                new UpdateReader(context.time()),
                new HistoryReader(settings.intervals, context.time()),
                new Subscriptions(context.secrets(), settings.readOnly),
                new MaxWebhook(context.secrets(), context.time()),
                new ClosedThreads(context.time()),
                new Schedule(context.time()));
    }

    private Parts parts() {
        Parts attached = parts;
        if (attached == null) {
            throw new IllegalStateException("The adapter of MAX was not attached to a desk.");
        }
        return attached;
    }

    private Optional<MaxAccount> account(AccountId id) {
        return Optional.ofNullable(parts().accounts().get(id));
    }

    private WatchList watched() {
        return parts().context().watchList().in(MaxTarget.MAX);
    }

    @Override
    public List<SourceId> sources() {
        List<PlannedSource> planned = planned();
        parts().schedule().keepOnly(planned);
        return parts().schedule()
                .due(
                        planned,
                        id -> account(id).map(one -> one.calls().available()).orElse(0));
    }

    private List<PlannedSource> planned() {
        List<PlannedSource> planned = new ArrayList<>();
        Set<Long> chats = new HashSet<>();
        for (MaxAccount one : parts().accounts().values()) {
            boolean delivered = settings.webhooks.containsKey(one.id().name());
            if (delivered) {
                planned.add(source(one, SUBSCRIPTION, 1));
            } else if (one.calls().mayPoll()) {
                planned.add(source(one, UPDATES, 1));
            }
            Map<Long, Chats.Kind> known = one.chats().learn();
            chats.addAll(known.keySet());
            if (settings.safetyNet) {
                known.forEach((chat, kind) -> plan(one, chat, kind, delivered, planned));
            }
        }
        WatchList watched = watched();
        watched.queries().forEach(this::tellOfQuery);
        watched.pages().forEach(page -> plan(page, chats, planned));
        return planned;
    }

    /** Dialogs are many: they are read only where no updates are polled. */
    private void plan(MaxAccount account, long chat, Chats.Kind kind, boolean delivered, List<PlannedSource> planned) {
        if (kind != Chats.Kind.DIALOG || delivered) {
            planned.add(source(account, CHAT + chat, 2));
        }
        if (kind == Chats.Kind.CHANNEL && settings.recentPosts > 0) {
            planned.add(source(account, COMMENTS + chat, 2));
        }
    }

    /** A watched chat of which no bot heard yet is read by the first. */
    private void plan(WatchedPage page, Set<Long> known, List<PlannedSource> planned) {
        Optional<Long> chat = MaxTarget.number(page.page());
        if (chat.isEmpty()) {
            tellOfPage(page);
        } else if (settings.safetyNet && !known.contains(chat.get())) {
            MaxAccount first = parts().accounts().values().iterator().next();
            planned.add(source(first, CHAT + chat.get(), 2));
        }
    }

    private PlannedSource source(MaxAccount account, String name, int calls) {
        return new PlannedSource(new SourceId(account.id(), name), interval(name), calls);
    }

    private Duration interval(String name) {
        MaxSettings.Intervals every = settings.intervals;
        if (name.startsWith(CHAT)) {
            return every.history();
        }
        if (name.startsWith(COMMENTS)) {
            return every.comments();
        }
        return name.equals(SUBSCRIPTION) ? LOOK_AT_SUBSCRIPTION : every.updates();
    }

    private void tellOfQuery(WatchedQuery query) {
        if (told.add("query " + query.id())) {
            LOG.info("The query {} is not searched for in MAX, which has no search.", query.id());
        }
    }

    private void tellOfPage(WatchedPage page) {
        if (told.add("page " + page.page())) {
            LOG.warn("The page {} is not read in MAX, which knows chats and channels by their number.", page.page());
        }
    }

    @Override
    public PostPage poll(SourceId source, Optional<Cursor> cursor, int limit) {
        MaxAccount account = account(source.account())
                .orElseThrow(() -> AdapterException.of(
                        FailureKind.CONFIGURATION, "The settings of MAX have no account " + source.account()));
        try {
            PostPage page = read(account, source.name(), cursor, limit);
            if (page.more()) {
                parts().schedule().tried(source);
            } else {
                parts().schedule().done(source, interval(source.name()));
            }
            return page;
        } catch (CallFailed e) {
            rest(source, e.error().kind());
            throw e.toAdapterException();
        } catch (AdapterException e) {
            parts().schedule().done(source, longer(HOPELESS, interval(source.name())));
            throw e;
        }
    }

    /** What concerns this source alone rests it; what concerns the account rests at its gate. */
    private void rest(SourceId source, FailureKind kind) {
        if (kind == FailureKind.PERMISSION || kind == FailureKind.TARGET_GONE) {
            parts().schedule().done(source, longer(HOPELESS, interval(source.name())));
        } else {
            parts().schedule().tried(source);
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private PostPage read(MaxAccount account, String name, Optional<Cursor> cursor, int limit) {
        List<WatchedPage> pages = watched().pages();
        if (name.startsWith(CHAT)) {
            return parts().history().messages(account, pages, chat(name, CHAT), cursor, limit);
        }
        if (name.startsWith(COMMENTS)) {
            return parts().history().comments(account, pages, chat(name, COMMENTS), cursor, limit);
        }
        if (name.equals(SUBSCRIPTION)) {
            Optional<URI> url = settings.webhooks.getOrDefault(account.id().name(), Optional.empty());
            return parts().subscriptions().check(account, url);
        }
        return parts().updates().read(account, pages, cursor, limit);
    }

    private static long chat(String name, String prefix) {
        return MaxTarget.number(name.substring(prefix.length()))
                .orElseThrow(() -> AdapterException.of(FailureKind.CONFIGURATION, "MAX has no source " + name + "."));
    }

    @Override
    public Replyability canReply(AccountId account, Post post) {
        return hindrance(account, post)
                .<Replyability>map(reason -> new Replyability.Impossible(reason, post.address()))
                .orElseGet(() -> new Replyability.Possible(Answers.LONGEST));
    }

    private Optional<String> hindrance(AccountId id, Post post) {
        if (!post.id().network().equals(network())) {
            return Optional.of("OTHER_NETWORK");
        }
        if (settings.readOnly) {
            return Optional.of(SHADOW_MODE);
        }
        Optional<MaxAccount> account = account(id);
        if (account.isEmpty()) {
            return Optional.of(NO_SUCH_ACCOUNT);
        }
        return MaxTarget.of(post.id())
                .map(target -> hindrance(account.get(), post, target))
                .orElse(Optional.of(Answers.NO_SUCH_POST));
    }

    private Optional<String> hindrance(MaxAccount account, Post post, MaxTarget target) {
        if (target instanceof MaxTarget.Message message) {
            boolean channel = account.chats().kind(message.chat()).equals(Optional.of(Chats.Kind.CHANNEL));
            if (!message.hasId()) {
                return Optional.of(Answers.NO_SUCH_POST);
            }
            return channel
                    ? againstCommenting(account, Optional.of(message.chat()), message.mid())
                    : account.rights().againstWriting(message.chat());
        }
        return againstCommenting(
                account, post.discussion().page().flatMap(MaxTarget::number), ((MaxTarget.Comment) target).under());
    }

    private Optional<String> againstCommenting(MaxAccount account, Optional<Long> channel, String under) {
        return parts().closed().isClosed(under)
                ? Optional.of("COMMENTS_CLOSED")
                : channel.flatMap(account.rights()::againstCommenting);
    }

    @Override
    public ReplyPreview preview(ReplyTarget target, String text) {
        return new ReplyPreview(text, text.length(), Answers.LONGEST);
    }

    @Override
    public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
        if (settings.readOnly) {
            return new PublishOutcome.Refused(FailureKind.PERMISSION, SHADOW_MODE);
        }
        return account(target.account())
                .map(account -> new Answers(parts().closed()).write(account, target.post(), text))
                .orElseGet(() -> new PublishOutcome.Refused(FailureKind.CONFIGURATION, NO_SUCH_ACCOUNT));
    }

    @Override
    public ReadBack find(ReplyTarget target, String text, PublicationId key) {
        return account(target.account())
                .map(account -> OwnReplies.find(account, target.post(), text))
                .orElseGet(() -> new ReadBack.NotKnown(FailureKind.CONFIGURATION));
    }

    @Override
    public WebhookDecision decode(AccountId account, WebhookRequest request) {
        return account(account)
                .map(known -> parts().webhook().decode(known, watched().pages(), request))
                .orElseGet(() -> new WebhookDecision.Rejected("UNKNOWN_ACCOUNT", WebhookAnswer.text(404, "")));
    }
}
