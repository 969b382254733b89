package org.otklik.adapters.twitter;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.http.CallLimits;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.HttpTransport;
import org.otklik.adapters.http.JdkHttpTransport;
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

    private final Builder from;
    private final HttpTransport transport;
    private final Map<AccountId, XOfficial> officials;

    private XSettings(Builder from, HttpTransport transport) {
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
    public static Builder builder(AccountId reading) {
        return new Builder(reading);
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

    /** Collects settings; for one thread. */
    public static final class Builder {

        private final AccountId reading;
        private final List<XOfficial> officials = new ArrayList<>();
        private @Nullable HttpTransport transport;
        private @Nullable XPrices prices;
        private URI baseUrl = URI.create("https://api.x.com");
        private Duration searchEvery = Duration.ofMinutes(15);
        private Duration mentionsEvery = Duration.ofMinutes(2);
        private Duration lookupEvery = Duration.ofHours(12);
        private Duration firstLookBack = Duration.ofDays(1);
        private Duration indexLag = Duration.ofMinutes(15);
        private Spelling spelling = Spelling.TWEET;
        private int queryLength = 512;
        private int longestText = XLength.STANDARD;
        private ReplyRule replyRule = ReplyRule.SELF_SERVE;
        private boolean linksAllowed = false;
        private boolean readOnly = false;
        private int readsPerQuarter = 300;
        private int writesPerQuarter = 90;
        private CallLimits limits = CallLimits.STANDARD;
        private Backoff backoff = Backoff.STANDARD;

        private Builder(AccountId reading) {
            this.reading = Objects.requireNonNull(reading, "reading");
        }

        private Builder copy() {
            Builder copy = new Builder(reading);
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
        public Builder official(XOfficial official) {
            officials.add(Objects.requireNonNull(official, "official"));
            return this;
        }

        /**
         * Sets the way out to X.
         *
         * @param way the host's; Java's own client unless told
         * @return this builder
         */
        public Builder transport(HttpTransport way) {
            transport = Objects.requireNonNull(way, "way");
            return this;
        }

        /**
         * Guards what is spent.
         *
         * @param guard prices and daily ceiling; nothing is counted unless told
         * @return this builder
         */
        public Builder prices(XPrices guard) {
            prices = Objects.requireNonNull(guard, "guard");
            return this;
        }

        /**
         * Sets where X is, for proxies and fakes.
         *
         * @param value scheme and host, without a slash at the end; {@code https://api.x.com} unless told
         * @return this builder
         */
        public Builder baseUrl(URI value) {
            baseUrl = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * Sets how often each search and page is read.
         *
         * @param value nought for always; 15 minutes unless told
         * @return this builder
         */
        public Builder searchEvery(Duration value) {
            searchEvery = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * Sets how often mentions are read; they are cheap, and may be answered.
         *
         * @param value nought for always; 2 minutes unless told
         * @return this builder
         */
        public Builder mentionsEvery(Duration value) {
            mentionsEvery = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * Sets how often posts read before are looked up, to see which are gone or edited.
         *
         * @param value X demands that this is known within 24 hours; 12 hours unless told
         * @return this builder
         */
        public Builder lookupEvery(Duration value) {
            lookupEvery = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * Sets how far back a search begins that was never read.
         *
         * @param value at most 7 days; 1 day unless told
         * @return this builder
         */
        public Builder firstLookBack(Duration value) {
            firstLookBack = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * Sets how long after a post X may still refuse a reply because it has not noticed the mention.
         *
         * @param value 15 minutes unless told
         * @return this builder
         */
        public Builder indexLag(Duration value) {
            indexLag = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * Sets the words in which X is asked.
         *
         * @param value {@link Spelling#TWEET} unless told
         * @return this builder
         */
        public Builder spelling(Spelling value) {
            spelling = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * Sets how long a search may be; longer ones are split.
         *
         * @param value 512 for self-serve, 1024 or 4096 by contract; 512 unless told
         * @return this builder
         */
        public Builder queryLength(int value) {
            queryLength = value;
            return this;
        }

        /**
         * Sets how much a reply may weigh, as X counts.
         *
         * @param value 280 unless told; more for subscribers
         * @return this builder
         */
        public Builder longestText(int value) {
            longestText = value;
            return this;
        }

        /**
         * Sets to whom X lets us reply.
         *
         * @param value {@link ReplyRule#SELF_SERVE} unless told
         * @return this builder
         */
        public Builder replyRule(ReplyRule value) {
            replyRule = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * Sets whether replies may have links, which X makes expensive.
         *
         * @param value false unless told
         * @return this builder
         */
        public Builder linksAllowed(boolean value) {
            linksAllowed = value;
            return this;
        }

        /**
         * Sets shadow mode: everything is read and decided, nothing can be published.
         *
         * @param value false unless told
         * @return this builder
         */
        public Builder readOnly(boolean value) {
            readOnly = value;
            return this;
        }

        /**
         * Sets how many reading calls an account makes in 15 minutes at the most.
         *
         * @param value 300 unless told
         * @return this builder
         */
        public Builder readsPerQuarter(int value) {
            readsPerQuarter = value;
            return this;
        }

        /**
         * Sets how many calls an official account makes in 15 minutes at the most.
         *
         * @param value 90 unless told
         * @return this builder
         */
        public Builder writesPerQuarter(int value) {
            writesPerQuarter = value;
            return this;
        }

        /**
         * Sets how long a call may take and how much it may bring.
         *
         * @param value {@link CallLimits#STANDARD} unless told
         * @return this builder
         */
        public Builder limits(CallLimits value) {
            limits = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * Sets the rests after errors for which X names none.
         *
         * @param value {@link Backoff#STANDARD} unless told
         * @return this builder
         */
        public Builder backoff(Backoff value) {
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
            long different =
                    officials.stream().map(XOfficial::account).distinct().count();
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
}
