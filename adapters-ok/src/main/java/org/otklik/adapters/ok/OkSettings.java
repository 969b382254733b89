package org.otklik.adapters.ok;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.http.HttpTransport;

/**
 * How the adapter of Odnoklassniki works; immutable and without secrets.
 *
 * <p>Each account is a token, asked from the host's {@link org.otklik.spi.SecretProvider} at every call: {@code
 * access-token}, and {@code session-secret-key} or {@code application-secret-key} to sign with; for chats {@code
 * group-token}, and {@code webhook-secret} for what the network delivers.
 */
public final class OkSettings {

    final String applicationKey;
    final HttpTransport transport;
    final URI baseUrl;
    final Map<String, Set<String>> accounts;
    final boolean writing;
    final boolean readOnly;
    final Intervals intervals;
    final Budget budget;
    final SourceRanges webhookSources;

    OkSettings(OkSettingsBuilder builder, HttpTransport transport) {
        applicationKey = builder.applicationKey;
        this.transport = transport;
        baseUrl = builder.baseUrl;
        accounts = new LinkedHashMap<>(builder.accounts);
        writing = builder.writing;
        readOnly = builder.readOnly;
        intervals = new Intervals(
                builder.discussionsEvery,
                builder.pagesEvery,
                builder.searchesEvery,
                builder.rereadEvery,
                builder.rereadBack);
        budget = new Budget(
                builder.calls, builder.callsSpan, builder.searchesPerDay, builder.floodRest, builder.backoff);
        webhookSources = SourceRanges.of(builder.webhookSources);
    }

    /** How often what is read, and how far back; immutable. */
    record Intervals(Duration discussions, Duration pages, Duration searches, Duration reread, Duration rereadBack) {}

    /** How much may be asked, and how long to rest; immutable. */
    record Budget(int calls, Duration span, int searchesPerDay, Duration floodRest, Backoff backoff) {}

    /**
     * Starts settings with the network's usual addresses and gentle limits.
     *
     * @param applicationKey public key of the application, from the letter with which it was registered
     * @param transport the way out, such as {@code JdkHttpTransport}
     * @return a builder
     */
    public static OkSettingsBuilder builder(String applicationKey, HttpTransport transport) {
        return new OkSettingsBuilder(applicationKey, transport);
    }

    @Override
    public String toString() {
        return "settings of Odnoklassniki for " + List.copyOf(accounts.keySet());
    }
}
