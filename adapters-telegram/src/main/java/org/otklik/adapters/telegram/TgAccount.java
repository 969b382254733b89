package org.otklik.adapters.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.budget.TokenBucket;
import org.otklik.adapters.call.AccountCalls;
import org.otklik.adapters.call.AccountGate;
import org.otklik.adapters.http.CallLimits;
import org.otklik.adapters.http.HttpCall;
import org.otklik.adapters.json.WireJson;
import org.otklik.post.AccountId;
import org.otklik.spi.AdapterContext;

/** One bot: its calls, and what it remembers of its chats; thread-safe. */
final class TgAccount {

    /** A hundred updates with their answered messages, each letter escaped, are more than a usual answer. */
    private static final int LARGEST_PAGE = 16 << 20;

    private static final Duration SPARE = Duration.ofSeconds(20);
    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);
    private static final String TOKEN = "bot-token";

    private final AccountId id;
    private final boolean delivered;
    private final TelegramSettings settings;
    private final AdapterContext context;
    private final AccountCalls reading;
    private final AccountCalls sending;
    private final Threads threads;
    private final Notes lost;
    private final Notes migrated;
    private final ChatPace pace;
    private final WireJson json = WireJson.ofAnswers();
    private Instant refreshed = Instant.MIN;

    TgAccount(String name, boolean delivered, TelegramSettings settings, AdapterContext context) {
        id = new AccountId(TgTarget.TELEGRAM, name);
        this.delivered = delivered;
        this.settings = settings;
        this.context = context;
        TelegramSettings.Budget budget = settings.budget;
        reading = calls(budget.readsASecond(), TgErrors.ofReading());
        sending = calls(budget.sendsASecond(), TgErrors.ofWriting());
        threads = new Threads(context.state(id));
        lost = new Notes(context.state(id), "lost");
        migrated = new Notes(context.state(id), "migrated");
        pace = new ChatPace(budget, context.time());
    }

    /** Reading and sending rest each by itself: a second poller must not hinder an answer. */
    private AccountCalls calls(int aSecond, TgErrors errors) {
        TokenBucket bucket = new TokenBucket(aSecond, Duration.ofSeconds(1), context.time());
        AccountGate gate = new AccountGate(bucket, settings.budget.backoff(), context.random());
        return new AccountCalls(id, TOKEN, context.secrets(), settings.transport, gate, errors, context.time());
    }

    AccountId id() {
        return id;
    }

    /** Whether Telegram delivers the updates, so that they cannot be polled. */
    boolean isDelivered() {
        return delivered;
    }

    int available() {
        return reading.gate().available();
    }

    Threads threads() {
        return threads;
    }

    /** Chats in which the bot is no more. */
    Notes lost() {
        return lost;
    }

    /** New numbers of chats by their old ones. */
    Notes migrated() {
        return migrated;
    }

    ChatPace pace() {
        return pace;
    }

    /** The bot's own number, which is the first part of its token; nought if there is no such token. */
    long number() {
        String token = context.secrets().secret(id, TOKEN).map(String::strip).orElse("");
        int colon = token.indexOf(':');
        try {
            return colon < 1 ? 0 : Long.parseLong(token.substring(0, colon));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Reads what was noted before a restart or by another node; not within the desk's own transactions. */
    void refresh() {
        Instant now = context.time().instant();
        synchronized (this) {
            if (!refreshed.equals(Instant.MIN) && !now.isBefore(refreshed) && now.isBefore(refreshed.plus(KNOWN_FOR))) {
                return;
            }
            refreshed = now;
        }
        threads.refresh();
        lost.refresh();
        migrated.refresh();
    }

    /** Whether it ever looked at what is noted. */
    synchronized boolean isInformed() {
        return !refreshed.equals(Instant.MIN);
    }

    /** A reader of messages for one page or delivery. */
    Messages messages() {
        Pages pages = new Pages(context.watchList().in(TgTarget.TELEGRAM).pages());
        return new Messages(number(), settings.onlyWatched, pages, threads);
    }

    JsonNode read(String method, Map<String, ?> parameters, Duration wait) {
        CallLimits limits = new CallLimits(SPARE.plus(wait), LARGEST_PAGE);
        return reading.call(method, token -> call(method, parameters, token).within(limits))
                .path("result");
    }

    JsonNode send(Map<String, ?> message) {
        return sending.call("sendMessage", token -> call("sendMessage", message, token))
                .path("result");
    }

    /** The network wants the token in the path and nowhere else. */
    private HttpCall call(String method, Map<String, ?> parameters, String token) {
        if (token.chars().anyMatch(letter -> letter == '/' || letter == '?' || letter == '#')) {
            throw new IllegalArgumentException("The token cannot stand in a path.");
        }
        URI address = URI.create(settings.baseUrl + "/bot" + token + "/" + method);
        return HttpCall.json(address, json.write(parameters));
    }

    Optional<String> webhookSecret() {
        return context.secrets().secret(id, "webhook-secret").filter(secret -> !secret.isBlank());
    }

    Instant now() {
        return context.time().instant();
    }
}
