package org.otklik.adapters.twitter;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.http.CallLimits;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.HttpTransport;
import org.otklik.adapters.http.JdkHttpTransport;
import org.otklik.post.AccountId;

/** Collects the settings of X; for one thread. */
public final class XSettingsBuilder {

    final AccountId reading;
    final List<XOfficial> officials = new ArrayList<>();

    @Nullable
    HttpTransport transport;

    @Nullable
    XPrices prices;

    URI baseUrl = URI.create("https://api.x.com");
    Duration searchEvery = Duration.ofMinutes(15);
    Duration mentionsEvery = Duration.ofMinutes(2);
    Duration lookupEvery = Duration.ofHours(12);
    Duration firstLookBack = Duration.ofDays(1);
    Duration indexLag = Duration.ofMinutes(15);
    XSettings.Spelling spelling = XSettings.Spelling.TWEET;
    int queryLength = 512;
    int longestText = XLength.STANDARD;
    XSettings.ReplyRule replyRule = XSettings.ReplyRule.SELF_SERVE;
    boolean linksAllowed = false;
    boolean readOnly = false;
    int readsPerQuarter = 300;
    int writesPerQuarter = 90;
    CallLimits limits = CallLimits.STANDARD;
    Backoff backoff = Backoff.STANDARD;

    XSettingsBuilder(AccountId reading) {
        this.reading = Objects.requireNonNull(reading, "reading");
    }

    XSettingsBuilder copy() {
        XSettingsBuilder copy = new XSettingsBuilder(reading);
        copy.prices = prices;
        copy.baseUrl = baseUrl;
        copy.searchEvery = searchEvery;
        copy.mentionsEvery = mentionsEvery;
        copy.lookupEvery = lookupEvery;
        copy.firstLookBack = firstLookBack;
        copy.indexLag = indexLag;
        copy.spelling = spelling;
        copy.queryLength = queryLength;
        copy.longestText = longestText;
        copy.replyRule = replyRule;
        copy.linksAllowed = linksAllowed;
        copy.readOnly = readOnly;
        copy.readsPerQuarter = readsPerQuarter;
        copy.writesPerQuarter = writesPerQuarter;
        copy.limits = limits;
        copy.backoff = backoff;
        return copy;
    }

    /**
     * Adds an official account.
     *
     * @param official reads its mentions and answers
     * @return this builder
     */
    public XSettingsBuilder official(XOfficial official) {
        officials.add(Objects.requireNonNull(official, "official"));
        return this;
    }

    /**
     * Sets the way out to X.
     *
     * @param way the host's; Java's own client unless told
     * @return this builder
     */
    public XSettingsBuilder transport(HttpTransport way) {
        transport = Objects.requireNonNull(way, "way");
        return this;
    }

    /**
     * Guards what is spent.
     *
     * @param guard prices and daily ceiling; nothing is counted unless told
     * @return this builder
     */
    public XSettingsBuilder prices(XPrices guard) {
        prices = Objects.requireNonNull(guard, "guard");
        return this;
    }

    /**
     * Sets where X is, for proxies and fakes.
     *
     * @param value scheme and host, without a slash at the end; {@code https://api.x.com} unless told
     * @return this builder
     */
    public XSettingsBuilder baseUrl(URI value) {
        baseUrl = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Sets how often each search and page is read.
     *
     * @param value nought for always; 15 minutes unless told
     * @return this builder
     */
    public XSettingsBuilder searchEvery(Duration value) {
        searchEvery = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Sets how often mentions are read; they are cheap, and may be answered.
     *
     * @param value nought for always; 2 minutes unless told
     * @return this builder
     */
    public XSettingsBuilder mentionsEvery(Duration value) {
        mentionsEvery = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Sets how often posts read before are looked up, to see which are gone or edited.
     *
     * @param value X demands that this is known within 24 hours; 12 hours unless told
     * @return this builder
     */
    public XSettingsBuilder lookupEvery(Duration value) {
        lookupEvery = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Sets how far back a search begins that was never read.
     *
     * @param value at most 7 days; 1 day unless told
     * @return this builder
     */
    public XSettingsBuilder firstLookBack(Duration value) {
        firstLookBack = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Sets how long after a post X may still refuse a reply because it has not noticed the mention.
     *
     * @param value 15 minutes unless told
     * @return this builder
     */
    public XSettingsBuilder indexLag(Duration value) {
        indexLag = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Sets the words in which X is asked.
     *
     * @param value {@link XSettings.Spelling#TWEET} unless told
     * @return this builder
     */
    public XSettingsBuilder spelling(XSettings.Spelling value) {
        spelling = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Sets how long a search may be; longer ones are split.
     *
     * @param value 512 for self-serve, 1024 or 4096 by contract; 512 unless told
     * @return this builder
     */
    public XSettingsBuilder queryLength(int value) {
        queryLength = value;
        return this;
    }

    /**
     * Sets how much a reply may weigh, as X counts.
     *
     * @param value 280 unless told; more for subscribers
     * @return this builder
     */
    public XSettingsBuilder longestText(int value) {
        longestText = value;
        return this;
    }

    /**
     * Sets to whom X lets us reply.
     *
     * @param value {@link XSettings.ReplyRule#SELF_SERVE} unless told
     * @return this builder
     */
    public XSettingsBuilder replyRule(XSettings.ReplyRule value) {
        replyRule = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Sets whether replies may have links, which X makes expensive.
     *
     * @param value false unless told
     * @return this builder
     */
    public XSettingsBuilder linksAllowed(boolean value) {
        linksAllowed = value;
        return this;
    }

    /**
     * Sets shadow mode: everything is read and decided, nothing can be published.
     *
     * @param value false unless told
     * @return this builder
     */
    public XSettingsBuilder readOnly(boolean value) {
        readOnly = value;
        return this;
    }

    /**
     * Sets how many reading calls an account makes in 15 minutes at the most.
     *
     * @param value 300 unless told
     * @return this builder
     */
    public XSettingsBuilder readsPerQuarter(int value) {
        readsPerQuarter = value;
        return this;
    }

    /**
     * Sets how many calls an official account makes in 15 minutes at the most.
     *
     * @param value 90 unless told
     * @return this builder
     */
    public XSettingsBuilder writesPerQuarter(int value) {
        writesPerQuarter = value;
        return this;
    }

    /**
     * Sets how long a call may take and how much it may bring.
     *
     * @param value {@link CallLimits#STANDARD} unless told
     * @return this builder
     */
    public XSettingsBuilder limits(CallLimits value) {
        limits = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Sets the rests after errors for which X names none.
     *
     * @param value {@link Backoff#STANDARD} unless told
     * @return this builder
     */
    public XSettingsBuilder backoff(Backoff value) {
        backoff = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Checks everything.
     *
     * @return the settings
     * @throws IllegalArgumentException naming all mistakes at once
     */
    public XSettings build() {
        List<String> mistakes = new ArrayList<>();
        checkAccounts(mistakes);
        checkNumbers(mistakes);
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException("The settings of X do not work: " + String.join(" ", mistakes));
        }
        return new XSettings(this, transport != null ? transport : JdkHttpTransport.of(HttpSettings.standard()));
    }

    private void checkAccounts(List<String> mistakes) {
        if (!reading.network().equals(XAdapter.NETWORK)) {
            mistakes.add("The reading account " + reading + " must be one of network x.");
        }
        for (XOfficial one : officials) {
            if (!one.account().network().equals(XAdapter.NETWORK)) {
                mistakes.add("The official account " + one.account() + " must be one of network x.");
            }
            if (!one.userId().matches("[0-9]{1,19}")) {
                mistakes.add("The official account " + one.account() + " needs its numeric user id.");
            }
            if (!one.handle().matches("[A-Za-z0-9_]{1,15}")) {
                mistakes.add("The official account " + one.account() + " needs its handle without @.");
            }
            if (one.login() == XOfficial.Login.OAUTH2
                    && one.clientId().filter(id -> !id.isBlank()).isEmpty()) {
                mistakes.add("The official account " + one.account() + " needs a client id for OAuth 2.");
            }
        }
        long different = officials.stream().map(XOfficial::account).distinct().count();
        if (different < officials.size()) {
            mistakes.add("An official account stands twice.");
        }
    }

    private void checkNumbers(List<String> mistakes) {
        List<Duration> durations = List.of(searchEvery, mentionsEvery, lookupEvery, firstLookBack, indexLag);
        if (durations.stream().anyMatch(Duration::isNegative)) {
            mistakes.add("No interval can be below nought.");
        }
        if (firstLookBack.compareTo(Duration.ofDays(7)) > 0) {
            mistakes.add("X searches back 7 days at the most.");
        }
        if (queryLength < 64 || queryLength > 4096) {
            mistakes.add("A search has 64 to 4096 characters at the most, not " + queryLength + ".");
        }
        if (longestText < 1 || readsPerQuarter < 1 || writesPerQuarter < 1) {
            mistakes.add("The longest text and both budgets must be above nought.");
        }
        if (!baseUrl.isAbsolute() || baseUrl.toString().endsWith("/")) {
            mistakes.add("The base address must be absolute and without a slash at the end.");
        }
    }
}
