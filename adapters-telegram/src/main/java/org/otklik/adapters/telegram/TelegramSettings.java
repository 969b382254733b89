package org.otklik.adapters.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.http.HttpTransport;

/**
 * How the adapter of Telegram works; immutable and without secrets.
 *
 * <p>Each account is a bot, whose token is asked from the host's {@link org.otklik.spi.SecretProvider} at every call as
 * {@code bot-token}; for what Telegram delivers by itself, {@code webhook-secret}.
 */
public final class TelegramSettings {

    final HttpTransport transport;
    final URI baseUrl;

    /** Names of the bots, and whether Telegram delivers their updates. */
    final Map<String, Boolean> accounts;

    final boolean readOnly;
    final boolean onlyWatched;
    final Polling polling;
    final Budget budget;

    TelegramSettings(TelegramSettingsBuilder builder, HttpTransport transport) {
        this.transport = transport;
        baseUrl = builder.baseUrl;
        accounts = new LinkedHashMap<>(builder.accounts);
        readOnly = builder.readOnly;
        onlyWatched = builder.onlyWatched;
        polling = new Polling(builder.every, builder.patience, builder.webhookEvery);
        budget = new Budget(
                builder.readsASecond, builder.sendsASecond, builder.chatGap, builder.groupMinute, builder.backoff);
    }

    /** How often updates are asked for, how long Telegram may wait for one, how often a webhook is looked after. */
    record Polling(Duration every, Duration patience, Duration webhook) {}

    /** How much may be asked and sent, and how long to rest; immutable. */
    record Budget(int readsASecond, int sendsASecond, Duration chatGap, int groupMinute, Backoff backoff) {}

    /**
     * Starts settings with the network's usual address and limits.
     *
     * @param transport the way out, such as {@code JdkHttpTransport}
     * @return a builder
     */
    public static TelegramSettingsBuilder builder(HttpTransport transport) {
        return new TelegramSettingsBuilder(transport);
    }

    @Override
    public String toString() {
        return "settings of Telegram for " + List.copyOf(accounts.keySet());
    }
}
