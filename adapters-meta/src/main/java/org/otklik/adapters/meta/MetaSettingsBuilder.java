package org.otklik.adapters.meta;

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

/** Collects the settings of Facebook and Instagram; for one thread. */
public final class MetaSettingsBuilder {

    final List<MetaAccount> accounts = new ArrayList<>();

    @Nullable
    HttpTransport transport;

    URI facebookUrl = URI.create("https://graph.facebook.com");
    URI instagramUrl = URI.create("https://graph.instagram.com");
    String version = "v25.0";
    Duration pagesEvery = Duration.ofMinutes(2);
    Duration mentionsEvery = Duration.ofMinutes(1);
    Duration tagsEvery = Duration.ofMinutes(15);
    Duration hashtagsEvery = Duration.ofHours(1);
    Duration firstLookBack = Duration.ofDays(1);
    Duration commentsFor = Duration.ofDays(30);
    int recentPosts = 25;
    int longestOnFacebook = 8_000;
    int longestOnInstagram = 300;
    int calls = 20;
    Duration callsSpan = Duration.ofMinutes(1);
    boolean readOnly = false;
    CallLimits limits = CallLimits.STANDARD;
    Backoff backoff = Backoff.STANDARD;

    MetaSettingsBuilder() {}

    MetaSettingsBuilder copy() {
        MetaSettingsBuilder copy = new MetaSettingsBuilder();
        copy.facebookUrl = facebookUrl;
        copy.instagramUrl = instagramUrl;
        copy.version = version;
        copy.pagesEvery = pagesEvery;
        copy.mentionsEvery = mentionsEvery;
        copy.tagsEvery = tagsEvery;
        copy.hashtagsEvery = hashtagsEvery;
        copy.firstLookBack = firstLookBack;
        copy.commentsFor = commentsFor;
        copy.recentPosts = recentPosts;
        copy.longestOnFacebook = longestOnFacebook;
        copy.longestOnInstagram = longestOnInstagram;
        copy.calls = calls;
        copy.callsSpan = callsSpan;
        copy.readOnly = readOnly;
        copy.limits = limits;
        copy.backoff = backoff;
        return copy;
    }

    /**
     * Adds a page of Facebook, which is read and answers.
     *
     * @param account its name for the host, of network {@code facebook}
     * @param pageId the page's number
     * @param name its name in addresses, or the number once more if it has none
     * @return this builder
     */
    public MetaSettingsBuilder page(AccountId account, String pageId, String name) {
        accounts.add(new MetaAccount(
                Objects.requireNonNull(account, "account"),
                Objects.requireNonNull(pageId, "pageId"),
                Objects.requireNonNull(name, "name"),
                MetaSettings.Login.FACEBOOK));
        return this;
    }

    /**
     * Adds a professional account of Instagram, which is read and answers.
     *
     * @param account its name for the host, of network {@code instagram}
     * @param userId the account's number, as the login tells it
     * @param username its name without {@code @}
     * @param login how its token was made; hashtags are found with {@link MetaSettings.Login#FACEBOOK} only
     * @return this builder
     */
    public MetaSettingsBuilder instagram(AccountId account, String userId, String username, MetaSettings.Login login) {
        accounts.add(new MetaAccount(
                Objects.requireNonNull(account, "account"),
                Objects.requireNonNull(userId, "userId"),
                Objects.requireNonNull(username, "username"),
                Objects.requireNonNull(login, "login")));
        return this;
    }

    /**
     * Sets the way out, nearly always a proxy.
     *
     * @param way the host's; Java's own client unless told
     * @return this builder
     */
    public MetaSettingsBuilder transport(HttpTransport way) {
        transport = Objects.requireNonNull(way, "way");
        return this;
    }

    /**
     * Sets where the networks are, for proxies and fakes.
     *
     * @param facebook scheme and host without a slash at the end; {@code https://graph.facebook.com} unless told
     * @param instagram the same; {@code https://graph.instagram.com} unless told
     * @return this builder
     */
    public MetaSettingsBuilder baseUrls(URI facebook, URI instagram) {
        facebookUrl = Objects.requireNonNull(facebook, "facebook");
        instagramUrl = Objects.requireNonNull(instagram, "instagram");
        return this;
    }

    /**
     * Sets the version of the Graph API; each lives about two years.
     *
     * @param value such as {@code v25.0}, which it is unless told
     * @return this builder
     */
    public MetaSettingsBuilder version(String value) {
        version = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Sets how often pages and media with their comments are read.
     *
     * @param value nought for always; 2 minutes unless told
     * @return this builder
     */
    public MetaSettingsBuilder pagesEvery(Duration value) {
        pagesEvery = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Sets how often what webhooks only hinted at is fetched; without a hint this costs no call.
     *
     * @param value nought for always; 1 minute unless told
     * @return this builder
     */
    public MetaSettingsBuilder mentionsEvery(Duration value) {
        mentionsEvery = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Sets how often posts elsewhere are read on which somebody tagged the account.
     *
     * @param value nought for always; 15 minutes unless told
     * @return this builder
     */
    public MetaSettingsBuilder tagsEvery(Duration value) {
        tagsEvery = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Sets how often each hashtag is read on Instagram.
     *
     * @param value nought for always; 1 hour unless told
     * @return this builder
     */
    public MetaSettingsBuilder hashtagsEvery(Duration value) {
        hashtagsEvery = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Sets how far back tags and hashtags are read at the first time.
     *
     * @param value 1 day unless told; Instagram itself shows a day of hashtags
     * @return this builder
     */
    public MetaSettingsBuilder firstLookBack(Duration value) {
        firstLookBack = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Sets which posts of a page are looked at for new comments, edits and deletions.
     *
     * @param posts so many of the newest, 1 to 100; 25 unless told
     * @param age none that are older; 30 days unless told
     * @return this builder
     */
    public MetaSettingsBuilder recent(int posts, Duration age) {
        recentPosts = posts;
        commentsFor = Objects.requireNonNull(age, "age");
        return this;
    }

    /**
     * Sets how long replies may be, in UTF-16 units.
     *
     * @param facebook 8,000 unless told; Meta documents no number
     * @param instagram 300 unless told, the last number that Instagram documented
     * @return this builder
     */
    public MetaSettingsBuilder longestTexts(int facebook, int instagram) {
        longestOnFacebook = facebook;
        longestOnInstagram = instagram;
        return this;
    }

    /**
     * Sets how many calls an account makes at the most. Meta counts by the people a page reaches, and the adapter slows
     * down by itself when Meta says that four fifths are used.
     *
     * @param most 20 unless told
     * @param span in how long a time; 1 minute unless told
     * @return this builder
     */
    public MetaSettingsBuilder calls(int most, Duration span) {
        calls = most;
        callsSpan = Objects.requireNonNull(span, "span");
        return this;
    }

    /**
     * Sets shadow mode: everything is read and decided, nothing can be published.
     *
     * @param value false unless told
     * @return this builder
     */
    public MetaSettingsBuilder readOnly(boolean value) {
        readOnly = value;
        return this;
    }

    /**
     * Sets how long a call may take and how much it may bring.
     *
     * @param value {@link CallLimits#STANDARD} unless told
     * @return this builder
     */
    public MetaSettingsBuilder limits(CallLimits value) {
        limits = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Sets the rests after errors for which Meta names none.
     *
     * @param value {@link Backoff#STANDARD} unless told
     * @return this builder
     */
    public MetaSettingsBuilder backoff(Backoff value) {
        backoff = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Checks everything.
     *
     * @return the settings
     * @throws IllegalArgumentException naming all mistakes at once
     */
    public MetaSettings build() {
        List<String> mistakes = new ArrayList<>();
        accounts.forEach(one -> check(one, mistakes));
        if (accounts.stream().map(MetaAccount::account).distinct().count() < accounts.size()) {
            mistakes.add("An account stands twice.");
        }
        checkNumbers(mistakes);
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(
                    "The settings of Facebook and Instagram do not work: " + String.join(" ", mistakes));
        }
        return new MetaSettings(this, transport != null ? transport : JdkHttpTransport.of(HttpSettings.standard()));
    }

    private static void check(MetaAccount one, List<String> mistakes) {
        String network = one.account().network().code();
        if (!network.equals("facebook") && !network.equals("instagram")) {
            mistakes.add("The account " + one.account() + " must be one of network facebook or instagram.");
        }
        if (network.equals("facebook") && one.login() == MetaSettings.Login.INSTAGRAM) {
            mistakes.add("The page " + one.account() + " cannot log in by Instagram.");
        }
        if (!one.id().matches("[0-9]{1,20}")) {
            mistakes.add("The account " + one.account() + " needs its number, not '" + one.id() + "'.");
        }
        if (!one.name().matches("[A-Za-z0-9._]{1,60}")) {
            mistakes.add("The account " + one.account() + " needs its name without @, not '" + one.name() + "'.");
        }
    }

    private void checkNumbers(List<String> mistakes) {
        List<Duration> durations =
                List.of(pagesEvery, mentionsEvery, tagsEvery, hashtagsEvery, firstLookBack, commentsFor);
        if (durations.stream().anyMatch(Duration::isNegative)) {
            mistakes.add("No interval can be below nought.");
        }
        if (recentPosts < 1 || recentPosts > 100) {
            mistakes.add("The recent posts are 1 to 100, not " + recentPosts + ".");
        }
        if (longestOnFacebook < 1 || longestOnInstagram < 1 || calls < 1 || callsSpan.compareTo(Duration.ZERO) <= 0) {
            mistakes.add("The longest texts, the calls and their span must be above nought.");
        }
        if (!version.matches("v[0-9]{1,3}\\.[0-9]{1,2}")) {
            mistakes.add("The version is written as v25.0, not '" + version + "'.");
        }
        for (URI url : List.of(facebookUrl, instagramUrl)) {
            if (!url.isAbsolute() || url.toString().endsWith("/")) {
                mistakes.add("The base address '" + url + "' must be absolute and without a slash at the end.");
            }
        }
    }
}
