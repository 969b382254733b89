package org.otklik.adapters.telegram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
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
import org.otklik.spi.PostPage;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReplyPreview;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.Replyability;
import org.otklik.spi.SourceId;
import org.otklik.spi.WebhookAnswer;
import org.otklik.spi.WebhookDecision;
import org.otklik.spi.WebhookDecoder;
import org.otklik.spi.WebhookRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Telegram, by bots: each reads the groups, channels and discussions that it was brought into and what people write to
 * it, by polling or by webhook, and answers there; thread-safe.
 *
 * <p>Sources: {@code updates} for a bot that polls, {@code webhook} for one whose updates are delivered, which brings no
 * posts and tells when deliveries fail. A bot cannot search, is not told of deletions, and can read neither old messages
 * nor its own, so none of these is declared: an answer whose outcome is unknown waits for a person.
 */
public final class TelegramAdapter implements NetworkAdapter, WebhookDecoder {

    private static final Logger LOG = LoggerFactory.getLogger(TelegramAdapter.class);
    private static final Set<Capability> READING = Set.of(Capability.POLL, Capability.EDITS, Capability.WEBHOOK);
    private static final Set<Capability> ANSWERING =
            Set.of(Capability.POLL, Capability.EDITS, Capability.WEBHOOK, Capability.REPLY);
    private static final String UPDATES = "updates";
    private static final String WEBHOOK = "webhook";
    private static final String NO_SUCH_ACCOUNT = "NO_SUCH_ACCOUNT";
    private static final String SHADOW_MODE = "SHADOW_MODE";

    private final TelegramSettings settings;
    private final AtomicBoolean toldOfSearches = new AtomicBoolean();
    private @Nullable Parts parts;

    private TelegramAdapter(TelegramSettings settings) {
        this.settings = settings;
    }

    /** A bot with what reads for it; immutable. */
    private record Bot(TgAccount account, Updates updates, Webhook webhook) {

        SourceId source() {
            return new SourceId(account.id(), account.isDelivered() ? WEBHOOK : UPDATES);
        }
    }

    /** What is made when the desk has lent its things; immutable. */
    private record Parts(AdapterContext context, Map<AccountId, Bot> bots, Schedule schedule) {}

    /**
     * Returns an adapter.
     *
     * @param settings how it works
     * @return the adapter, to be given to a desk
     */
    public static TelegramAdapter of(TelegramSettings settings) {
        return new TelegramAdapter(settings);
    }

    @Override
    public NetworkId network() {
        return TgTarget.TELEGRAM;
    }

    @Override
    public Set<Capability> capabilities() {
        return settings.readOnly ? READING : ANSWERING;
    }

    @Override
    public void attach(AdapterContext context) {
        Map<AccountId, Bot> bots = new LinkedHashMap<>();
        settings.accounts.forEach((name, delivered) -> {
            TgAccount account = new TgAccount(name, delivered, settings, context);
            Updates updates = new Updates(account, settings.polling);
            bots.put(account.id(), new Bot(account, updates, new Webhook(account, updates)));
        });
        parts = new Parts(context, bots, new Schedule(context.time()));
    }

    private Parts parts() {
        Parts attached = parts;
        if (attached == null) {
            throw new IllegalStateException("The adapter of Telegram was not attached to a desk.");
        }
        return attached;
    }

    private Optional<Bot> bot(AccountId id) {
        return Optional.ofNullable(parts().bots().get(id));
    }

    @Override
    public List<SourceId> sources() {
        tellOfSearches();
        List<PlannedSource> planned = new ArrayList<>();
        for (Bot bot : parts().bots().values()) {
            planned.add(new PlannedSource(bot.source(), interval(bot), 1));
        }
        return parts().schedule()
                .due(
                        planned,
                        id -> bot(id).map(one -> one.account().available()).orElse(0));
    }

    private Duration interval(Bot bot) {
        return bot.account().isDelivered() ? settings.polling.webhook() : settings.polling.every();
    }

    private void tellOfSearches() {
        boolean searched =
                !parts().context().watchList().in(network()).queries().isEmpty();
        if (searched && toldOfSearches.compareAndSet(false, true)) {
            LOG.info("Queries are not searched for in Telegram, where a bot sees only the chats that it is in.");
        }
    }

    @Override
    public PostPage poll(SourceId source, Optional<Cursor> cursor, int limit) {
        Bot bot = bot(source.account())
                .filter(one -> one.source().equals(source))
                .orElseThrow(() -> AdapterException.of(
                        FailureKind.CONFIGURATION, "The settings of Telegram have no source " + source));
        try {
            PostPage page = bot.account().isDelivered()
                    ? bot.webhook().look(settings.polling.webhook())
                    : bot.updates().poll(cursor, limit);
            if (page.more()) {
                parts().schedule().tried(source);
            } else {
                parts().schedule().done(source, interval(bot));
            }
            return page;
        } catch (CallFailed e) {
            parts().schedule().tried(source);
            throw e.toAdapterException();
        }
    }

    @Override
    public Replyability canReply(AccountId account, Post post) {
        return hindrance(account, post)
                .<Replyability>map(reason -> new Replyability.Impossible(reason, post.address()))
                .orElseGet(() -> new Replyability.Possible(Replies.LONGEST));
    }

    private Optional<String> hindrance(AccountId account, Post post) {
        if (!post.id().network().equals(network())) {
            return Optional.of("OTHER_NETWORK");
        }
        if (settings.readOnly) {
            return Optional.of(SHADOW_MODE);
        }
        return bot(account).map(bot -> Replies.hindrance(bot.account(), post)).orElse(Optional.of(NO_SUCH_ACCOUNT));
    }

    @Override
    public ReplyPreview preview(ReplyTarget target, String text) {
        return Replies.preview(text);
    }

    @Override
    public PublishOutcome publish(ReplyTarget target, String text, PublicationId key) {
        if (settings.readOnly) {
            return new PublishOutcome.Refused(FailureKind.PERMISSION, SHADOW_MODE);
        }
        return bot(target.account())
                .map(bot -> Replies.publish(bot.account(), target.post(), text))
                .orElseGet(() -> new PublishOutcome.Refused(FailureKind.CONFIGURATION, NO_SUCH_ACCOUNT));
    }

    @Override
    public WebhookDecision decode(AccountId account, WebhookRequest request) {
        return bot(account)
                .map(bot -> bot.webhook().decode(request))
                .orElseGet(() -> new WebhookDecision.Rejected("UNKNOWN_ACCOUNT", WebhookAnswer.text(404, "")));
    }
}
