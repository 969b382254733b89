package org.otklik.adapters.ok;

import java.time.Duration;
import java.util.ArrayList;
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
import org.otklik.spi.QueryYield;
import org.otklik.spi.ReadBack;
import org.otklik.spi.ReplyPreview;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;
import org.otklik.spi.SourceId;
import org.otklik.spi.WatchedPage;
import org.otklik.spi.WatchedQuery;
import org.otklik.spi.WebhookAnswer;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookDecoder;
import org.otklik.spi.WebhookRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Odnoklassniki: reads comments of discussions, topics of watched groups and hashtags by polling, and messages of group
 * chats by webhook; thread-safe.
 *
 * <p>Answers are off unless {@link OkSettingsBuilder#writing(boolean)} turns them on, because the network no longer
 * documents the method; its support ({@code api-support@ok.ru}) grants it. Without it an administrator answers by hand,
 * in a topic of his own or in the group's chat, and what he writes under a watched topic is observed by polling.
 *
 * <p>Hashtags are all that the network can search for: a query without a group of hashtags alone has no source here.
 * Deletions are not declared, because the network shows removed comments only to their authors.
 */
public final class OkAdapter implements NetworkAdapter, OwnReplyFinder, WebhookDecoder {

    private static final Logger LOG = LoggerFactory.getLogger(OkAdapter.class);
    private static final Set<Capability> READING = Set.of(Capability.POLL, Capability.EDITS, Capability.WEBHOOK);
    private static final Set<Capability> ANSWERING =
            Set.of(Capability.POLL, Capability.EDITS, Capability.WEBHOOK, Capability.REPLY, Capability.READ_BACK);
    private static final String NO_SUCH_ACCOUNT = "NO_SUCH_ACCOUNT";
    private static final String DISCUSSIONS = "discussions";
    private static final String GROUP = "group:";
    private static final String SEARCH = "search:";

    private final OkSettings settings;
    private final Set<String> unsearchable = ConcurrentHashMap.newKeySet();
    private @Nullable Parts parts;

    private OkAdapter(OkSettings settings) {
        this.settings = settings;
    }

    /** One for each kind of source; immutable. */
    private record Readers(DiscussionReader discussions, TopicReader topics, TagReader tags) {}

    /** What is made when the desk has lent its things; immutable. */
    private record Parts(
            AdapterContext context,
            Map<AccountId, OkAccount> accounts,
            SeenDiscussions seen,
            OkPages pages,
            Readers readers,
            ChatWebhook webhook,
            Refusals refusals,
            QueryYields yields,
            Schedule schedule) {}

    /**
     * Returns an adapter.
     *
     * @param settings how it works
     * @return the adapter, to be given to a desk
     */
    public static OkAdapter of(OkSettings settings) {
        return new OkAdapter(settings);
    }

    @Override
    public NetworkId network() {
        return OkTarget.OK;
    }

    @Override
    public Set<Capability> capabilities() {
        return answers() ? ANSWERING : READING;
    }

    private boolean answers() {
        return settings.writing && !settings.readOnly;
    }

    @Override
    public void attach(AdapterContext context) {
        Map<AccountId, OkAccount> accounts = new LinkedHashMap<>();
        for (String name : settings.accounts.keySet()) {
            OkAccount account = new OkAccount(name, settings, context);
            accounts.put(account.id(), account);
        }
        SeenDiscussions seen = new SeenDiscussions();
        OkPages pages = new OkPages(context);
        OkPosts posts = new OkPosts(pages, context.time());
        QueryYields yields = new QueryYields(context.time().instant());
        OkSettings.Intervals every = settings.intervals;
        parts = new Parts(
                context,
                accounts,
                seen,
                pages,
                new Readers(
                        new DiscussionReader(every, context.time(), seen, pages, posts),
                        new TopicReader(every, context.time(), pages, posts),
                        new TagReader(every, context.time(), posts, yields)),
                new ChatWebhook(settings.webhookSources, context.secrets()),
                new Refusals(context),
                yields,
                new Schedule(context.time()));
    }

    private Parts parts() {
        Parts attached = parts;
        if (attached == null) {
            throw new IllegalStateException("The adapter of Odnoklassniki was not attached to a desk.");
        }
        return attached;
    }

    private Optional<OkAccount> account(AccountId id) {
        return Optional.ofNullable(parts().accounts().get(id));
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
        OkSettings.Intervals every = settings.intervals;
        List<PlannedSource> planned = new ArrayList<>();
        for (OkAccount one : parts().accounts().values()) {
            planned.add(new PlannedSource(new SourceId(one.id(), DISCUSSIONS), every.discussions(), 2));
        }
        for (WatchedPage page : parts().context().watchList().in(OkTarget.OK).pages()) {
            planned.add(
                    new PlannedSource(new SourceId(reader(page.page()).id(), GROUP + page.page()), every.pages(), 2));
        }
        OkAccount searcher = first();
        if (searcher.searches().left() > 0) {
            for (WatchedQuery query :
                    parts().context().watchList().in(OkTarget.OK).queries()) {
                if (tags(query).isPresent()) {
                    planned.add(
                            new PlannedSource(new SourceId(searcher.id(), SEARCH + query.id()), every.searches(), 1));
                }
            }
        }
        return planned;
    }

    private OkAccount first() {
        return parts().accounts().values().iterator().next();
    }

    private OkAccount reader(String page) {
        String group = parts().pages().known(page, parts().accounts().keySet());
        return parts().accounts().values().stream()
                .filter(one -> one.administers(group))
                .findFirst()
                .orElseGet(this::first);
    }

    private Optional<Hashtags> tags(WatchedQuery query) {
        Optional<Hashtags> tags = Hashtags.of(query.expression());
        if (tags.isEmpty() && unsearchable.add(query.id())) {
            LOG.info(
                    "The query {} is not searched for in Odnoklassniki, which finds hashtags only; it has no group of"
                            + " hashtags alone.",
                    query.id());
        }
        return tags;
    }

    @Override
    public PostPage poll(SourceId source, Optional<Cursor> cursor, int limit) {
        OkAccount account = account(source.account())
                .orElseThrow(() -> AdapterException.of(
                        FailureKind.CONFIGURATION,
                        "The settings of Odnoklassniki have no account " + source.account()));
        try {
            parts().refusals().learn(account.id());
            PostPage page = read(account, source.name(), cursor, limit);
            if (page.more()) {
                parts().schedule().tried(source);
            } else {
                parts().schedule().done(source, interval(source.name()));
            }
            return page;
        } catch (CallFailed e) {
            parts().schedule().tried(source);
            throw e.toAdapterException();
        }
    }

    private PostPage read(OkAccount account, String name, Optional<Cursor> cursor, int limit) {
        if (name.startsWith(GROUP)) {
            return parts().readers().topics().read(account.calls(), name.substring(GROUP.length()), cursor, limit);
        }
        if (name.startsWith(SEARCH)) {
            return search(account, name.substring(SEARCH.length()), cursor, limit);
        }
        return parts().readers().discussions().read(account.calls(), cursor, limit);
    }

    private PostPage search(OkAccount account, String id, Optional<Cursor> cursor, int limit) {
        return parts().context().watchList().in(OkTarget.OK).queries().stream()
                .filter(query -> query.id().equals(id))
                .findFirst()
                .flatMap(this::tags)
                .map(tags ->
                        parts().readers().tags().read(account.calls(), id, tags, account.searches(), cursor, limit))
                .orElseGet(() -> PostPage.of(List.of(), cursor.orElseGet(() -> new Cursor("{}")), false));
    }

    private Duration interval(String name) {
        OkSettings.Intervals every = settings.intervals;
        if (name.startsWith(GROUP)) {
            return every.pages();
        }
        return name.startsWith(SEARCH) ? every.searches() : every.discussions();
    }

    @Override
    public List<QueryYield> yields() {
        return parts().yields().all();
    }

    @Override
    public Replyability canReply(AccountId account, Post post) {
        return hindrance(account, post)
                .<Replyability>map(reason -> new Replyability.Impossible(reason, post.address()))
                .orElseGet(() -> new Replyability.Possible(Answers.LONGEST));
    }

    private Optional<String> hindrance(AccountId account, Post post) {
        if (!post.id().network().equals(network())) {
            return Optional.of("OTHER_NETWORK");
        }
        if (!answers()) {
            return Optional.of(silence());
        }
        if (account(account).isEmpty()) {
            return Optional.of(NO_SUCH_ACCOUNT);
        }
        return OkTarget.of(post.id())
                .map(target -> target instanceof OkTarget.InDiscussion place
                        ? hindrance(account, place.discussion())
                        : Optional.<String>empty())
                .orElse(Optional.of(Answers.NO_SUCH_POST));
    }

    private Optional<String> hindrance(AccountId account, String discussion) {
        if (parts().refusals().isRefused(account, discussion)) {
            return Optional.of(Answers.NOT_AVAILABLE);
        }
        return parts().seen().find(discussion).filter(OkDiscussion::isClosed).map(closed -> "COMMENTS_CLOSED");
    }

    private String silence() {
        return settings.readOnly ? "SHADOW_MODE" : "WRITING_OFF";
    }

    @Override
    public ReplyPreview preview(ReplyTarget target, String text) {
        return new ReplyPreview(text, text.codePointCount(0, text.length()), Answers.LONGEST);
    }

    @Override
    public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
        if (!answers()) {
            return new PublishOutcome.Refused(FailureKind.PERMISSION, silence());
        }
        return account(target.account())
                .map(account -> new Answers(parts().refusals()).write(account, target.post(), text))
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
                .map(known -> parts().webhook().decode(known, request))
                .orElseGet(() -> new WebhookDecision.Rejected("UNKNOWN_ACCOUNT", WebhookAnswer.text(404, "")));
    }
}
