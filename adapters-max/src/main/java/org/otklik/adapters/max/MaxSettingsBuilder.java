package org.otklik.adapters.max;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.http.HttpTransport;

/** Builds {@link MaxSettings}; for one thread. */
public final class MaxSettingsBuilder {

    private static final int MOST_RECENT = 100;

    final List<String> accounts = new ArrayList<>();
    final Map<String, Optional<URI>> webhooks = new LinkedHashMap<>();
    private final HttpTransport transport;
    URI baseUrl = URI.create("https://platform-api2.max.ru");
    boolean readOnly;
    boolean safetyNet = true;
    int recentPosts = 20;

    /** Two calls a second, and never two within 300 ms: the published limits of long polling. */
    Duration updatesEvery = Duration.ofMillis(500);

    Duration historyEvery = Duration.ofMinutes(10);
    Duration commentsEvery = Duration.ofMinutes(5);
    Duration rereadEvery = Duration.ofHours(1);
    Duration rereadBack = Duration.ofDays(2);
    int callsPerSecond = 30;
    Duration hasteRest = Duration.ofSeconds(5);
    Backoff backoff = Backoff.STANDARD;

    private final List<String> mistakes = new ArrayList<>();

    MaxSettingsBuilder(HttpTransport transport) {
        this.transport = transport;
    }

    /**
     * Adds an account, which is a bot; the first one reads watched chats of which no bot heard yet.
     *
     * @param name chosen by the host; the bot's secrets are kept under it
     * @return this builder
     */
    public MaxSettingsBuilder account(String name) {
        check(
                !name.isBlank() && !accounts.contains(name),
                "an account is named '" + name + "', which is blank or used twice");
        accounts.add(name);
        return this;
    }

    /**
     * Tells that MAX delivers an account's updates to the host, so that they are not polled. Chats, channels and comments
     * are read all the same, less often, and it is looked every hour whether the subscription still stands: after eight
     * hours without success MAX drops it silently. A subscription that is gone is reported.
     *
     * @param account name of the account
     * @return this builder
     */
    public MaxSettingsBuilder webhook(String account) {
        webhooks.put(account, Optional.empty());
        return this;
    }

    /**
     * Tells that MAX delivers an account's updates to an address; a subscription that is gone is made again.
     *
     * @param account name of the account
     * @param publicUrl where MAX reaches the host: https on port 443
     * @return this builder
     */
    public MaxSettingsBuilder webhook(String account, URI publicUrl) {
        boolean right = "https".equals(publicUrl.getScheme())
                && publicUrl.getHost() != null
                && (publicUrl.getPort() == -1 || publicUrl.getPort() == 443);
        check(right, "the webhook of " + account + " must be an https address on port 443");
        webhooks.put(account, Optional.of(publicUrl));
        return this;
    }

    /**
     * Lets the adapter read and never write, whatever else is set.
     *
     * @return this builder
     */
    public MaxSettingsBuilder readOnly() {
        readOnly = true;
        return this;
    }

    /**
     * Sets where the network is.
     *
     * @param url scheme and host, without a slash at the end
     * @return this builder
     */
    public MaxSettingsBuilder baseUrl(URI url) {
        check(
                url.getHost() != null && !url.toString().endsWith("/"),
                "the base URL " + url + " needs a host and no slash at its end");
        baseUrl = url;
        return this;
    }

    /**
     * Sets how often sources are read; nought for at every step.
     *
     * @param updates an account's updates; MAX permits two calls a second, and no two within 300 ms
     * @param history the messages of a chat
     * @param comments the comments under recent posts of a channel
     * @return this builder
     */
    public MaxSettingsBuilder every(Duration updates, Duration history, Duration comments) {
        updatesEvery = notNegative("updates", updates);
        historyEvery = notNegative("history", history);
        commentsEvery = notNegative("comments", comments);
        return this;
    }

    /**
     * Sets how many posts of a channel are looked at for comments of which no update told.
     *
     * @param most of each channel, those with the latest comments first; nought to 100
     * @return this builder
     */
    public MaxSettingsBuilder recentPosts(int most) {
        check(most >= 0 && most <= MOST_RECENT, "recent posts must be from 0 to 100, not " + most);
        recentPosts = most;
        return this;
    }

    /**
     * Reads updates only, and never what updates may have left out. MAX keeps updates for a day.
     *
     * @return this builder
     */
    public MaxSettingsBuilder withoutSafetyNet() {
        safetyNet = false;
        return this;
    }

    /**
     * Sets how often messages and comments are read once more for edits of which no update told, and how far back
     * reading begins.
     *
     * @param every how often; nought for always
     * @param back how old they may be
     * @return this builder
     */
    public MaxSettingsBuilder rereading(Duration every, Duration back) {
        rereadEvery = notNegative("rereading", every);
        rereadBack = notNegative("rereading back", back);
        return this;
    }

    /**
     * Sets how many calls a second all accounts make together; MAX permits 30 to its host.
     *
     * @param perSecond at least one for each account
     * @return this builder
     */
    public MaxSettingsBuilder calls(int perSecond) {
        check(perSecond > 0, "calls a second must be above nought");
        callsPerSecond = perSecond;
        return this;
    }

    /**
     * Sets how long to rest after errors, since the network names no time.
     *
     * @param haste after too many calls
     * @param others after errors that pass
     * @return this builder
     */
    public MaxSettingsBuilder rests(Duration haste, Backoff others) {
        hasteRest = notNegative("haste", haste);
        backoff = others;
        return this;
    }

    private Duration notNegative(String what, Duration duration) {
        check(!duration.isNegative(), "the time for " + what + " cannot be " + duration);
        return duration;
    }

    private void check(boolean right, String mistake) {
        if (!right) {
            mistakes.add(mistake);
        }
    }

    /**
     * Builds the settings.
     *
     * @return the settings
     * @throws IllegalArgumentException with all mistakes, if there are any
     */
    public MaxSettings build() {
        List<String> all = new ArrayList<>(mistakes);
        if (accounts.isEmpty()) {
            all.add("there is no account");
        }
        webhooks.keySet().stream()
                .filter(name -> !accounts.contains(name))
                .forEach(name -> all.add("there is no account '" + name + "' for its webhook"));
        if (!safetyNet && !webhooks.isEmpty()) {
            all.add("where MAX delivers updates, reading of chats and comments cannot be left out");
        }
        if (!all.isEmpty()) {
            throw new IllegalArgumentException("The settings of MAX cannot be used: " + String.join("; ", all) + ".");
        }
        return new MaxSettings(this, transport);
    }
}
