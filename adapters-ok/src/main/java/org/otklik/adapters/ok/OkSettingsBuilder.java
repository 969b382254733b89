package org.otklik.adapters.ok;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.http.HttpTransport;

/** Builds {@link OkSettings}; for one thread. */
public final class OkSettingsBuilder {

    final String applicationKey;
    final Map<String, Set<String>> accounts = new LinkedHashMap<>();
    private final HttpTransport transport;
    URI baseUrl = URI.create("https://api.ok.ru");
    boolean writing;
    boolean readOnly;
    Duration discussionsEvery = Duration.ofMinutes(2);
    Duration pagesEvery = Duration.ofMinutes(5);
    Duration searchesEvery = Duration.ofMinutes(30);
    Duration rereadEvery = Duration.ofHours(1);
    Duration rereadBack = Duration.ofDays(2);
    int calls = 10;
    Duration callsSpan = Duration.ofSeconds(10);
    int searchesPerDay = 500;
    Duration floodRest = Duration.ofMinutes(1);
    Backoff backoff = Backoff.STANDARD;
    List<String> webhookSources = SourceRanges.PUBLISHED;
    private final List<String> mistakes = new ArrayList<>();

    OkSettingsBuilder(String applicationKey, HttpTransport transport) {
        this.applicationKey = applicationKey;
        this.transport = transport;
    }

    /**
     * Adds an account, which is a user's token; the first one searches and reads pages that no other administers.
     *
     * @param name chosen by the host; the account's secrets are kept under it
     * @param groups ids of the groups that the user administers, digits only
     * @return this builder
     */
    public OkSettingsBuilder account(String name, String... groups) {
        if (name.isBlank() || accounts.containsKey(name)) {
            mistakes.add("an account is named '" + name + "', which is blank or used twice");
        }
        for (String group : groups) {
            check(group.matches("[0-9]{1,20}"), "the group '" + group + "' of account " + name + " is no number");
        }
        accounts.put(name, Set.of(groups));
        return this;
    }

    /**
     * Allows to write comments and chat messages; off unless set, since the network no longer documents {@code
     * discussions.addDiscussionComment}. Ask {@code api-support@ok.ru} for the right to call it; until then an
     * administrator answers by hand, by a topic of the group ({@code mediatopic.post}) or in its chat.
     *
     * @param on whether answers may be written
     * @return this builder
     */
    public OkSettingsBuilder writing(boolean on) {
        writing = on;
        return this;
    }

    /**
     * Lets the adapter read and never write, whatever else is set.
     *
     * @return this builder
     */
    public OkSettingsBuilder readOnly() {
        readOnly = true;
        return this;
    }

    /**
     * Sets where the network is.
     *
     * @param url scheme and host, without a slash at the end
     * @return this builder
     */
    public OkSettingsBuilder baseUrl(URI url) {
        check(
                url.getHost() != null && !url.toString().endsWith("/"),
                "the base URL " + url + " needs a host and no slash at its end");
        baseUrl = url;
        return this;
    }

    /**
     * Sets how often sources are read; nought for at every step.
     *
     * @param discussions for new comments
     * @param pages for topics of watched groups
     * @param searches for hashtags
     * @return this builder
     */
    public OkSettingsBuilder every(Duration discussions, Duration pages, Duration searches) {
        discussionsEvery = notNegative("discussions", discussions);
        pagesEvery = notNegative("pages", pages);
        searchesEvery = notNegative("searches", searches);
        return this;
    }

    /**
     * Sets how often recent comments are read once more for edits, which the network announces nowhere.
     *
     * @param every how often; nought for always
     * @param back how old comments may be
     * @return this builder
     */
    public OkSettingsBuilder rereading(Duration every, Duration back) {
        rereadEvery = notNegative("rereading", every);
        rereadBack = notNegative("rereading back", back);
        return this;
    }

    /**
     * Sets how many calls an account makes; the network publishes no limits, so the standard is one a second.
     *
     * @param most in any span
     * @param span how long
     * @return this builder
     */
    public OkSettingsBuilder calls(int most, Duration span) {
        check(most > 0 && notNegative("calls", span).toMillis() > 0, "calls need a number and a span above nought");
        calls = most;
        callsSpan = span;
        return this;
    }

    /**
     * Sets how many search calls the first account makes a day.
     *
     * @param most nought for no search at all
     * @return this builder
     */
    public OkSettingsBuilder searchesPerDay(int most) {
        check(most >= 0, "searches a day cannot be " + most);
        searchesPerDay = most;
        return this;
    }

    /**
     * Sets how long to rest after errors, since the network names no time.
     *
     * @param flood after error 8
     * @param others after errors that pass
     * @return this builder
     */
    public OkSettingsBuilder rests(Duration flood, Backoff others) {
        floodRest = notNegative("flood", flood);
        backoff = others;
        return this;
    }

    /**
     * Sets from which addresses chat messages are believed; the published ranges unless set.
     *
     * @param ranges such as {@code 217.20.145.192/28}; at least one
     * @return this builder
     */
    public OkSettingsBuilder webhookSources(List<String> ranges) {
        check(!ranges.isEmpty(), "webhooks need at least one range of addresses");
        webhookSources = List.copyOf(ranges);
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
    public OkSettings build() {
        check(!applicationKey.isBlank(), "the application key is blank");
        check(!accounts.isEmpty(), "there is no account");
        try {
            SourceRanges.of(webhookSources);
        } catch (IllegalArgumentException e) {
            mistakes.add(String.valueOf(e.getMessage()));
        }
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(
                    "The settings of Odnoklassniki cannot be used: " + String.join("; ", mistakes) + ".");
        }
        return new OkSettings(this, transport);
    }
}
