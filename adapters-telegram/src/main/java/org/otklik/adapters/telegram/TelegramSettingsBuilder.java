package org.otklik.adapters.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.http.HttpTransport;

/** Builds {@link TelegramSettings}; for one thread. */
public final class TelegramSettingsBuilder {

    /** Telegram waits no longer for an update. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(50);

    private final HttpTransport transport;
    final Map<String, Boolean> accounts = new LinkedHashMap<>();
    private final List<String> mistakes = new ArrayList<>();
    URI baseUrl = URI.create("https://api.telegram.org");
    boolean readOnly;
    boolean onlyWatched;
    Duration every = Duration.ofSeconds(3);
    Duration patience = Duration.ofSeconds(1);
    Duration webhookEvery = Duration.ofMinutes(5);
    int readsASecond = 5;
    int sendsASecond = 30;
    Duration chatGap = Duration.ofSeconds(1);
    int groupMinute = 20;
    Backoff backoff = Backoff.STANDARD;

    TelegramSettingsBuilder(HttpTransport transport) {
        this.transport = transport;
    }

    /**
     * Adds a bot whose updates are polled. Only one process may do so, in all the world: the desk sees to it for its own
     * nodes, and Telegram answers 409 to whoever is second.
     *
     * @param name chosen by the host; the bot's secrets are kept under it
     * @return this builder
     */
    public TelegramSettingsBuilder account(String name) {
        return add(name, false);
    }

    /**
     * Adds a bot whose updates Telegram delivers to the host, which set its webhook; its updates are not polled, since
     * Telegram refuses that while a webhook is set. What was not answered with success is delivered again for a day, so
     * here the deliveries are the truth.
     *
     * @param name chosen by the host; the bot's secrets are kept under it
     * @return this builder
     */
    public TelegramSettingsBuilder webhookAccount(String name) {
        return add(name, true);
    }

    private TelegramSettingsBuilder add(String name, boolean delivered) {
        if (name.isBlank() || accounts.containsKey(name)) {
            mistakes.add("an account is named '" + name + "', which is blank or used twice");
        }
        accounts.put(name, delivered);
        return this;
    }

    /**
     * Lets the adapter read and never write.
     *
     * @return this builder
     */
    public TelegramSettingsBuilder readOnly() {
        readOnly = true;
        return this;
    }

    /**
     * Leaves out messages of groups and channels that are not watched; messages to the bot itself stay. Anybody may
     * bring a bot into any group unless that is turned off at BotFather.
     *
     * @return this builder
     */
    public TelegramSettingsBuilder onlyWatchedChats() {
        onlyWatched = true;
        return this;
    }

    /**
     * Sets where the Bot API is, such as a server of one's own.
     *
     * @param url scheme and host, perhaps a path, without a slash at the end
     * @return this builder
     */
    public TelegramSettingsBuilder baseUrl(URI url) {
        check(
                url.getHost() != null && !url.toString().endsWith("/"),
                "the base URL " + url + " needs a host and no slash at its end");
        baseUrl = url;
        return this;
    }

    /**
     * Sets how updates are polled. A step of the desk lasts as long as Telegram waits, with all other sources of the bot.
     *
     * @param interval between two questions; nought for at every step
     * @param longest how long Telegram may wait for an update, up to 50 seconds; nought for not at all
     * @return this builder
     */
    public TelegramSettingsBuilder polling(Duration interval, Duration longest) {
        every = notNegative("polling", interval);
        patience = notNegative("waiting", longest);
        check(longest.compareTo(LONGEST_WAIT) <= 0, "Telegram waits for at most 50 seconds, not for " + longest);
        return this;
    }

    /**
     * Sets how often Telegram is asked whether its deliveries arrive.
     *
     * @param interval between two questions
     * @return this builder
     */
    public TelegramSettingsBuilder webhookCheck(Duration interval) {
        webhookEvery = notNegative("looking after webhooks", interval);
        return this;
    }

    /**
     * Sets how many calls a bot makes; Telegram documents about thirty a second.
     *
     * @param reading calls for updates, a second
     * @param sending messages, a second
     * @return this builder
     */
    public TelegramSettingsBuilder calls(int reading, int sending) {
        check(reading > 0 && sending > 0, "calls a second must be above nought");
        readsASecond = reading;
        sendsASecond = sending;
        return this;
    }

    /**
     * Sets how fast a bot writes in one chat; Telegram documents one message a second, and twenty a minute in groups.
     *
     * @param gap between two messages in a chat, above nought
     * @param minute messages a minute in a group
     * @return this builder
     */
    public TelegramSettingsBuilder perChat(Duration gap, int minute) {
        check(!notNegative("one chat", gap).isZero() && minute > 0, "a chat needs a gap and a number above nought");
        chatGap = gap;
        groupMinute = minute;
        return this;
    }

    /**
     * Sets how long to rest after errors for which Telegram names no time.
     *
     * @param rests ever longer
     * @return this builder
     */
    public TelegramSettingsBuilder rests(Backoff rests) {
        backoff = rests;
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
    public TelegramSettings build() {
        check(!accounts.isEmpty(), "there is no account");
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(
                    "The settings of Telegram cannot be used: " + String.join("; ", mistakes) + ".");
        }
        return new TelegramSettings(this, transport);
    }
}
