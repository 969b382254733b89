package org.otklik.adapters.meta;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.http.CallLimits;
import org.otklik.adapters.http.HttpTransport;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;

/**
 * How Facebook and Instagram are read and answered; immutable, without secrets.
 *
 * <p>Secrets come from the host's safe at each use: of a page {@code page-token}, of an Instagram account {@code
 * instagram-token}, of both {@code app-secret} and, for webhooks, {@code verify-token}.
 */
public final class MetaSettings {

    /** How an account's token was made, which decides the host that takes it. */
    public enum Login {
        /** By Facebook: {@code graph.facebook.com}; tokens of pages do not expire. */
        FACEBOOK,
        /** By Instagram: {@code graph.instagram.com}; tokens live 60 days and are renewed by the adapter. */
        INSTAGRAM
    }

    private final MetaSettingsBuilder from;
    private final HttpTransport transport;
    private final List<MetaAccount> accounts;

    MetaSettings(MetaSettingsBuilder from, HttpTransport transport) {
        this.from = from.copy();
        this.transport = transport;
        this.accounts = List.copyOf(from.accounts);
    }

    /**
     * Starts settings.
     *
     * @return a builder with the usual values and no accounts
     */
    public static MetaSettingsBuilder builder() {
        return new MetaSettingsBuilder();
    }

    List<MetaAccount> accounts(NetworkId network) {
        return accounts.stream()
                .filter(one -> one.account().network().equals(network))
                .toList();
    }

    Optional<MetaAccount> account(AccountId account) {
        for (MetaAccount one : accounts) {
            if (one.account().equals(account)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    HttpTransport transport() {
        return transport;
    }

    /** Where calls of an account go, without a version. */
    URI baseUrl(MetaAccount account) {
        return account.login() == Login.INSTAGRAM ? from.instagramUrl : from.facebookUrl;
    }

    String version() {
        return from.version;
    }

    Duration pagesEvery() {
        return from.pagesEvery;
    }

    Duration mentionsEvery() {
        return from.mentionsEvery;
    }

    Duration tagsEvery() {
        return from.tagsEvery;
    }

    Duration hashtagsEvery() {
        return from.hashtagsEvery;
    }

    Duration firstLookBack() {
        return from.firstLookBack;
    }

    int recentPosts() {
        return from.recentPosts;
    }

    Duration commentsFor() {
        return from.commentsFor;
    }

    int longestText(NetworkId network) {
        return network.equals(FacebookAdapter.NETWORK) ? from.longestOnFacebook : from.longestOnInstagram;
    }

    int calls() {
        return from.calls;
    }

    Duration callsSpan() {
        return from.callsSpan;
    }

    boolean readOnly() {
        return from.readOnly;
    }

    CallLimits limits() {
        return from.limits;
    }

    Backoff backoff() {
        return from.backoff;
    }

    @Override
    public String toString() {
        return "Facebook and Instagram as "
                + accounts.stream().map(one -> one.account().toString()).toList();
    }
}
