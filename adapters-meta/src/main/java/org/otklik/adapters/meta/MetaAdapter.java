package org.otklik.adapters.meta;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
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
import org.otklik.spi.WatchList;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookDecoder;
import org.otklik.spi.WebhookRequest;

/** What the adapters of Facebook and Instagram are alike in, which is all but their dialects; thread-safe. */
abstract sealed class MetaAdapter implements NetworkAdapter, OwnReplyFinder, WebhookDecoder
        permits FacebookAdapter, InstagramAdapter {

    private final MetaSettings settings;
    private final Roots roots = new Roots();
    private final Closed closed = new Closed();
    private final Dialect dialect;
    private @Nullable Attached attached;

    MetaAdapter(MetaSettings settings, BiFunction<Roots, Closed, Dialect> dialect) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.dialect = dialect.apply(roots, closed);
    }

    /** What there is once a desk lends time, state and secrets. */
    private final class Attached {

        private final Map<AccountId, GraphCalls> calls = new LinkedHashMap<>();
        private final Sources sources;
        private final MetaWebhook webhook;

        Attached(AdapterContext context) {
            List<MetaAccount> accounts = settings.accounts(dialect.network());
            Map<AccountId, PageReader.Means> means = new LinkedHashMap<>();
            Map<AccountId, Hints> hints = new HashMap<>();
            Map<AccountId, Hashtags> hashtags = new LinkedHashMap<>();
            for (MetaAccount one : accounts) {
                GraphCalls own = new GraphCalls(settings, context, one, dialect.tokenName());
                calls.put(one.account(), own);
                means.put(one.account(), new PageReader.Means(settings, dialect, roots, own));
                hints.put(one.account(), new Hints(context.state(one.account())));
                if (findsHashtags(one)) {
                    hashtags.put(one.account(), new Hashtags(context.state(one.account()), context.time()));
                }
            }
            Function<MetaAccount, Hints> hintsOf = one -> Objects.requireNonNull(hints.get(one.account()), "account");
            Supplier<WatchList> watched = () -> context.watchList().in(dialect.network());
            sources = new Sources(settings, watched, context.time(), means, hintsOf, hashtags);
            webhook = new MetaWebhook(
                    dialect,
                    accounts,
                    context.secrets(),
                    context.time(),
                    one -> Stand.own(one, watched.get()),
                    hintsOf);
        }
    }

    private static boolean findsHashtags(MetaAccount account) {
        return account.account().network().equals(InstagramAdapter.NETWORK)
                && account.login() == MetaSettings.Login.FACEBOOK;
    }

    @Override
    public final synchronized void attach(AdapterContext context) {
        attached = new Attached(context);
    }

    private synchronized Attached parts() {
        if (attached == null) {
            throw new IllegalStateException("The adapter of " + network() + " must be attached before it is used.");
        }
        return attached;
    }

    @Override
    public final Set<Capability> capabilities() {
        Set<Capability> all = EnumSet.of(Capability.POLL, Capability.WEBHOOK, Capability.EDITS, Capability.DELETIONS);
        if (!settings.readOnly()) {
            all.add(Capability.REPLY);
            all.add(Capability.READ_BACK);
        }
        return Set.copyOf(all);
    }

    @Override
    public final List<SourceId> sources() {
        return parts().sources.due();
    }

    @Override
    public final PostPage poll(SourceId source, Optional<Cursor> cursor, int limit) {
        return parts().sources.poll(source, cursor, limit);
    }

    @Override
    public final List<QueryYield> yields() {
        return parts().sources.yields();
    }

    @Override
    public final Replyability canReply(AccountId account, Post post) {
        return new Replies(settings, dialect, closed).canReply(ours(account), post);
    }

    private Optional<MetaAccount> ours(AccountId account) {
        return account.network().equals(network()) ? settings.account(account) : Optional.empty();
    }

    @Override
    public final ReplyPreview preview(ReplyTarget target, String text) {
        return new ReplyPreview(text, text.length(), settings.longestText(network()));
    }

    @Override
    public final PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
        Optional<GraphCalls> calls = Optional.ofNullable(parts().calls.get(target.account()));
        return new Replies(settings, dialect, closed).publish(calls, target, text);
    }

    @Override
    public final ReadBack find(ReplyTarget target, String text, PublicationId key) {
        GraphCalls calls = parts().calls.get(target.account());
        return calls == null
                ? new ReadBack.NotKnown(FailureKind.CONFIGURATION)
                : OwnReplies.find(dialect, calls, target, text);
    }

    @Override
    public final WebhookDecision decode(AccountId account, WebhookRequest request) {
        return parts().webhook.decode(account, request);
    }
}
