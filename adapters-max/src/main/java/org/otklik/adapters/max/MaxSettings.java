package org.otklik.adapters.max;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.http.HttpTransport;

/**
 * How the adapter of MAX works; immutable and without secrets.
 *
 * <p>Each account is a bot, whose secrets are asked from the host's {@link org.otklik.spi.SecretProvider} at every use:
 * {@code bot-token}, and {@code webhook-secret} for what the network delivers.
 */
public final class MaxSettings {

    final HttpTransport transport;
    final URI baseUrl;
    final List<String> accounts;

    /** The accounts that take webhooks, with the public address to subscribe again, where the host told it. */
    final Map<String, Optional<URI>> webhooks;

    final boolean readOnly;
    final boolean safetyNet;
    final Intervals intervals;
    final Budget budget;
    final int recentPosts;

    MaxSettings(MaxSettingsBuilder builder, HttpTransport transport) {
        this.transport = transport;
        baseUrl = builder.baseUrl;
        accounts = List.copyOf(builder.accounts);
        webhooks = new LinkedHashMap<>(builder.webhooks);
        readOnly = builder.readOnly;
        safetyNet = builder.safetyNet;
        recentPosts = builder.recentPosts;
        intervals = new Intervals(
                builder.updatesEvery,
                builder.historyEvery,
                builder.commentsEvery,
                builder.rereadEvery,
                builder.rereadBack);
        budget = new Budget(
                Math.max(1, builder.callsPerSecond / builder.accounts.size()), builder.hasteRest, builder.backoff);
    }

    /** How often what is read, and how far back; immutable. */
    record Intervals(Duration updates, Duration history, Duration comments, Duration reread, Duration back) {}

    /** How often each account may call in a second, and how long it rests; immutable. */
    record Budget(int callsPerSecond, Duration hasteRest, Backoff backoff) {}

    /**
     * Starts settings with the network's usual address and its published limits.
     *
     * @param transport the way out, such as {@code JdkHttpTransport}. The certificates of MAX end in the Russian Trusted
     *     Root CA, which Java does not know: give it with {@code HttpSettings.builder().trust(Path)}
     * @return a builder
     */
    public static MaxSettingsBuilder builder(HttpTransport transport) {
        return new MaxSettingsBuilder(transport);
    }

    @Override
    public String toString() {
        return "settings of MAX for " + accounts;
    }
}
