package org.otklik.adapters.twitter;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.http.CallLimits;
import org.otklik.adapters.http.HttpTransport;
import org.otklik.post.AccountId;

/**
 * How X is read and answered; immutable, without secrets.
 *
 * <p>Secrets come from the host's safe at each use: {@code bearer-token} and {@code consumer-secret} (for webhooks) of the
 * reading account, the tokens of {@link XOfficial} of each official account.
 */
public final class XSettings {

    /** Which words X is asked in; answers are understood in both. */
    public enum Spelling {
        /** As documented, {@code tweet.fields}. */
        TWEET,
        /** As in the specification of August 2026, {@code post.fields}. */
        POST
    }

    /** To whom X lets an application reply. */
    public enum ReplyRule {
        /** Only to an author who mentioned or quoted the account, since February 2026. */
        SELF_SERVE,
        /** To everybody: enterprise and public-utility applications. */
        EXEMPT
    }

    private final XSettingsBuilder from;
    private final HttpTransport transport;
    private final Map<AccountId, XOfficial> officials;

    XSettings(XSettingsBuilder from, HttpTransport transport) {
        this.from = from.copy();
        this.transport = transport;
        Map<AccountId, XOfficial> byAccount = new LinkedHashMap<>();
        from.officials.forEach(official -> byAccount.put(official.account(), official));
        this.officials = byAccount;
    }

    /**
     * Starts settings.
     *
     * @param reading the account whose application token reads searches, pages, streams and webhooks
     * @return a builder with the usual values
     */
    public static XSettingsBuilder builder(AccountId reading) {
        return new XSettingsBuilder(reading);
    }

    AccountId reading() {
        return from.reading;
    }

    List<XOfficial> officials() {
        return List.copyOf(officials.values());
    }

    Optional<XOfficial> official(AccountId account) {
        return Optional.ofNullable(officials.get(account));
    }

    Optional<XPrices> prices() {
        return Optional.ofNullable(from.prices);
    }

    HttpTransport transport() {
        return transport;
    }

    URI baseUrl() {
        return from.baseUrl;
    }

    Duration searchEvery() {
        return from.searchEvery;
    }

    Duration mentionsEvery() {
        return from.mentionsEvery;
    }

    Duration lookupEvery() {
        return from.lookupEvery;
    }

    Duration firstLookBack() {
        return from.firstLookBack;
    }

    Duration indexLag() {
        return from.indexLag;
    }

    Spelling spelling() {
        return from.spelling;
    }

    int queryLength() {
        return from.queryLength;
    }

    int longestText() {
        return from.longestText;
    }

    ReplyRule replyRule() {
        return from.replyRule;
    }

    boolean linksAllowed() {
        return from.linksAllowed;
    }

    boolean readOnly() {
        return from.readOnly;
    }

    int readsPerQuarter() {
        return from.readsPerQuarter;
    }

    int writesPerQuarter() {
        return from.writesPerQuarter;
    }

    CallLimits limits() {
        return from.limits;
    }

    Backoff backoff() {
        return from.backoff;
    }

    @Override
    public String toString() {
        return "X read by " + from.reading + ", answered by " + officials.keySet();
    }
}
