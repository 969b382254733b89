package org.otklik.adapters.vk;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.HttpTransport;
import org.otklik.adapters.http.JdkHttpTransport;
import org.otklik.post.AccountId;

/** Collects the settings of VK; for one thread. */
public final class VkSettingsBuilder {

    private static final int LARGEST_WINDOW = 100;
    private static final int LONGEST_WAIT_SECONDS = 90;

    @Nullable
    AccountId reader;

    final List<VkSettings.Community> communities = new ArrayList<>();
    URI baseUrl = URI.create("https://api.vk.ru");

    @Nullable
    HttpTransport transport;

    Duration wallsEvery = Duration.ofMinutes(2);
    Duration searchesEvery = Duration.ofMinutes(10);
    Duration eventsEvery = Duration.ZERO;
    Duration longPollWait = Duration.ofSeconds(1);
    boolean longPoll = true;
    int serviceRate = 3;
    int communityRate = 20;
    final Map<String, Long> quotas =
            new HashMap<>(Map.of("newsfeed.search", 1_000L, "wall.get", 5_000L, "wall.search", 1_000L));
    Backoff rests = Backoff.STANDARD;
    int longestComment = 4_096;
    boolean readOnly;
    int recentPosts = 50;
    Duration commentsFor = Duration.ofDays(7);
    int mostWays = 20;

    VkSettingsBuilder() {}

    /**
     * Sets the account whose service token reads walls, comments and searches.
     *
     * @param account with the secret {@code service-token}
     * @return this builder
     */
    public VkSettingsBuilder reader(AccountId account) {
        reader = account;
        return this;
    }

    /**
     * Adds a community that answers and whose events are read.
     *
     * @param account with the secret {@code group-token}
     * @param group the community's id, above nought as VK shows it in settings
     * @return this builder
     */
    public VkSettingsBuilder community(AccountId account, long group) {
        communities.add(new VkSettings.Community(account, group));
        return this;
    }

    /**
     * Sets where the API is, for proxies and fakes.
     *
     * @param url scheme and host, perhaps a path; {@code https://api.vk.ru} unless told
     * @return this builder
     */
    public VkSettingsBuilder baseUrl(URI url) {
        baseUrl = url;
        return this;
    }

    /**
     * Sets the way out.
     *
     * @param way shared by all adapters of a host; Java's own client unless told
     * @return this builder
     */
    public VkSettingsBuilder transport(HttpTransport way) {
        transport = way;
        return this;
    }

    /**
     * Sets how often each wall is read, at the most; the day's quota may make it less often.
     *
     * @param interval not below nought; two minutes unless told
     * @return this builder
     */
    public VkSettingsBuilder wallsEvery(Duration interval) {
        wallsEvery = interval;
        return this;
    }

    /**
     * Sets how often each query is run, at the most; the day's quota may make it less often.
     *
     * @param interval not below nought; ten minutes unless told
     * @return this builder
     */
    public VkSettingsBuilder searchesEvery(Duration interval) {
        searchesEvery = interval;
        return this;
    }

    /**
     * Sets how the events of communities are read.
     *
     * @param interval between two questions, not below nought; nought unless told
     * @param wait how long VK may hold back its answer, 1 to 90 seconds; 1 unless told
     * @return this builder
     */
    public VkSettingsBuilder longPoll(Duration interval, Duration wait) {
        longPoll = true;
        eventsEvery = interval;
        longPollWait = wait;
        return this;
    }

    /**
     * Reads no events by Bots Long Poll, for hosts that receive the Callback API.
     *
     * @return this builder
     */
    public VkSettingsBuilder withoutLongPoll() {
        longPoll = false;
        return this;
    }

    /**
     * Sets how many calls a second VK allows.
     *
     * @param service with the service token; 3 unless told
     * @param community with each community's token; 20 unless told
     * @return this builder
     */
    public VkSettingsBuilder callsPerSecond(int service, int community) {
        serviceRate = service;
        communityRate = community;
        return this;
    }

    /**
     * Sets how many calls of a method VK allows a day, counted from midnight in Moscow.
     *
     * @param method such as {@code newsfeed.search}, of which VK allows 1,000
     * @param calls not below nought
     * @return this builder
     */
    public VkSettingsBuilder dailyQuota(String method, long calls) {
        quotas.put(method, calls);
        return this;
    }

    /**
     * Sets the rests after errors for which VK names no wait.
     *
     * @param backoff first and longest
     * @return this builder
     */
    public VkSettingsBuilder rests(Backoff backoff) {
        rests = backoff;
        return this;
    }

    /**
     * Sets how long a comment may be; VK publishes no number.
     *
     * @param characters UTF-16 units, so that no way of counting exceeds it; 4,096 unless told
     * @return this builder
     */
    public VkSettingsBuilder longestComment(int characters) {
        longestComment = characters;
        return this;
    }

    /**
     * Never publishes: shadow mode.
     *
     * @return this builder
     */
    public VkSettingsBuilder readOnly() {
        readOnly = true;
        return this;
    }

    /**
     * Sets what of a wall is watched for comments, edits and deletions.
     *
     * @param posts how many of the newest posts, 1 to 100; 50 unless told
     * @param age how old a post may be whose comments are read; 7 days unless told
     * @return this builder
     */
    public VkSettingsBuilder watching(int posts, Duration age) {
        recentPosts = posts;
        commentsFor = age;
        return this;
    }

    /**
     * Sets into how many searches one query may fall apart, since VK knows no "or".
     *
     * @param ways at least 1; 20 unless told
     * @return this builder
     */
    public VkSettingsBuilder mostSearchesOfQuery(int ways) {
        mostWays = ways;
        return this;
    }

    /**
     * Checks everything.
     *
     * @return the settings
     * @throws IllegalArgumentException naming all mistakes at once
     */
    public VkSettings build() {
        List<String> mistakes = new ArrayList<>();
        checkAccounts(mistakes);
        checkAddress(mistakes);
        checkTimes(mistakes);
        checkNumbers(mistakes);
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException("The VK settings do not work: " + String.join(" ", mistakes));
        }
        return new VkSettings(copy(), transport == null ? JdkHttpTransport.of(HttpSettings.standard()) : transport);
    }

    VkSettingsBuilder copy() {
        VkSettingsBuilder copy = new VkSettingsBuilder();
        copy.reader = reader;
        copy.communities.addAll(communities);
        copy.baseUrl = baseUrl;
        copy.wallsEvery = wallsEvery;
        copy.searchesEvery = searchesEvery;
        copy.eventsEvery = eventsEvery;
        copy.longPollWait = longPollWait;
        copy.longPoll = longPoll;
        copy.serviceRate = serviceRate;
        copy.communityRate = communityRate;
        copy.quotas.putAll(quotas);
        copy.rests = rests;
        copy.longestComment = longestComment;
        copy.readOnly = readOnly;
        copy.recentPosts = recentPosts;
        copy.commentsFor = commentsFor;
        copy.mostWays = mostWays;
        return copy;
    }

    private void checkAccounts(List<String> mistakes) {
        if (reader == null && communities.isEmpty()) {
            mistakes.add("Name a reading account, a community, or both.");
        }
        List<AccountId> all = new ArrayList<>(
                communities.stream().map(VkSettings.Community::account).toList());
        if (reader != null) {
            all.add(reader);
        }
        all.stream()
                .filter(account -> !account.network().equals(VkAdapter.NETWORK))
                .forEach(account -> mistakes.add("The account " + account + " belongs to another network."));
        Set<Object> seen = new HashSet<>();
        for (VkSettings.Community one : communities) {
            if (one.group() <= 0) {
                mistakes.add("The id of the community of " + one.account() + " must be above nought.");
            }
            if (!seen.add(one.account()) || !seen.add(one.group())) {
                mistakes.add("The community of " + one.account() + " is named twice.");
            }
        }
    }

    private void checkAddress(List<String> mistakes) {
        boolean http = "https".equals(baseUrl.getScheme()) || "http".equals(baseUrl.getScheme());
        if (!http || baseUrl.getHost() == null) {
            mistakes.add("The base address needs http or https and a host.");
        }
    }

    private void checkTimes(List<String> mistakes) {
        if (wallsEvery.isNegative() || searchesEvery.isNegative() || eventsEvery.isNegative()) {
            mistakes.add("An interval cannot be negative.");
        }
        if (longPollWait.toSeconds() < 1 || longPollWait.toSeconds() > LONGEST_WAIT_SECONDS) {
            mistakes.add("A long poll waits 1 to 90 seconds.");
        }
        if (commentsFor.isNegative()) {
            mistakes.add("The age of posts whose comments are read cannot be negative.");
        }
    }

    private void checkNumbers(List<String> mistakes) {
        if (serviceRate < 1 || communityRate < 1) {
            mistakes.add("At least one call a second must be allowed.");
        }
        quotas.forEach((method, calls) -> {
            if (calls < 0) {
                mistakes.add("The daily quota of " + method + " cannot be negative.");
            }
        });
        if (longestComment < 1) {
            mistakes.add("The longest comment has at least one character.");
        }
        if (recentPosts < 1 || recentPosts > LARGEST_WINDOW) {
            mistakes.add("1 to 100 posts of a wall are watched.");
        }
        if (mostWays < 1) {
            mistakes.add("A query makes at least one search.");
        }
    }
}
