package org.otklik.adapters.vk;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.http.HttpTransport;
import org.otklik.post.AccountId;

/**
 * How a host wants to read and answer in VKontakte; immutable, holds no token.
 *
 * <p>Tokens and keys stay in the host's safe and are asked for at every use: of the reading account
 * {@code service-token}; of each community {@code group-token}, and for the Callback API {@code callback-secret} and
 * {@code callback-confirmation}; of any of them, after a person solved a captcha, {@code captcha-success-token}. One
 * account may be both reader and community.
 */
public final class VkSettings {

    static final String SERVICE_TOKEN = "service-token";
    static final String GROUP_TOKEN = "group-token";
    static final String CALLBACK_SECRET = "callback-secret";
    static final String CALLBACK_CONFIRMATION = "callback-confirmation";
    static final String CAPTCHA_TOKEN = "captcha-success-token";

    private final VkSettingsBuilder from;
    private final HttpTransport transport;

    VkSettings(VkSettingsBuilder from, HttpTransport transport) {
        this.from = from;
        this.transport = transport;
    }

    /**
     * Starts from VK's published limits, with nobody to read or write as.
     *
     * @return a builder
     */
    public static VkSettingsBuilder builder() {
        return new VkSettingsBuilder();
    }

    /** A community that speaks; immutable. */
    record Community(AccountId account, long group) {

        /** As VK numbers communities among authors and walls. */
        long owner() {
            return -group;
        }
    }

    Optional<AccountId> reader() {
        return Optional.ofNullable(from.reader);
    }

    List<Community> communities() {
        return List.copyOf(from.communities);
    }

    Optional<Community> community(AccountId account) {
        return from.communities.stream()
                .filter(one -> one.account().equals(account))
                .findFirst();
    }

    URI baseUrl() {
        return from.baseUrl;
    }

    HttpTransport transport() {
        return transport;
    }

    Duration wallsEvery() {
        return from.wallsEvery;
    }

    Duration searchesEvery() {
        return from.searchesEvery;
    }

    Duration eventsEvery() {
        return from.eventsEvery;
    }

    Duration longPollWait() {
        return from.longPollWait;
    }

    boolean longPoll() {
        return from.longPoll;
    }

    int serviceRate() {
        return from.serviceRate;
    }

    int communityRate() {
        return from.communityRate;
    }

    Map<String, Long> quotas() {
        return Map.copyOf(from.quotas);
    }

    Backoff rests() {
        return from.rests;
    }

    int longestComment() {
        return from.longestComment;
    }

    boolean isReadOnly() {
        return from.readOnly;
    }

    int recentPosts() {
        return from.recentPosts;
    }

    Duration commentsFor() {
        return from.commentsFor;
    }

    int mostWays() {
        return from.mostWays;
    }

    @Override
    public String toString() {
        return "VK at " + from.baseUrl.getHost() + " as " + from.reader + " and " + from.communities.size()
                + " communities" + (from.readOnly ? ", reading only" : "");
    }
}
