package org.otklik.adapters.storm;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.http.HttpCall;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.JdkHttpTransport;
import org.otklik.adapters.vk.VkAdapter;
import org.otklik.adapters.vk.VkSettings;
import org.otklik.adapters.vk.VkSettingsBuilder;
import org.otklik.adapters.vk.VkStream;
import org.otklik.adapters.vk.judge.VkJudged;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.WatchedPage;
import org.otklik.spi.WebhookRequest;
import org.otklik.testkit.vk.VkFake;
import org.otklik.testkit.wire.WireServer;

/** VKontakte: a service token reads a wall, a community answers and hears of its own wall by long poll. */
final class VkStorm implements StormNetwork {

    private static final long CITIZEN = 101;
    private static final List<String> METHODS = List.of(
            "wall.get",
            "wall.getById",
            "wall.getComments",
            "wall.getComment",
            "wall.createComment",
            "newsfeed.search",
            "utils.resolveScreenName",
            "groups.getById",
            "groups.getLongPollServer",
            "users.get");

    private final VkFake vk;
    private final long talk;
    private final long town;
    private String serviceToken;
    private String groupToken;

    VkStorm(InstantSource time) {
        vk = VkJudged.open(time);
        talk = vk.community("zarech_talk");
        town = vk.community("zarechinsk");
        serviceToken = vk.serviceToken();
        groupToken = vk.groupToken(town);
        listenToEvents();
    }

    /** The administrator switches the long poll of the community on. */
    private void listenToEvents() {
        JdkHttpTransport.of(HttpSettings.standard())
                .send(HttpCall.form(
                        URI.create(vk.address() + "/method/groups.setLongPollSettings"),
                        Map.of(
                                "group_id", String.valueOf(town),
                                "enabled", "1",
                                "api_version", "5.199",
                                "wall_post_new", "1",
                                "wall_reply_new", "1",
                                "access_token", groupToken,
                                "v", "5.199")));
    }

    @Override
    public AccountId reader() {
        return AccountId.of("vk", "reader");
    }

    @Override
    public AccountId speaker() {
        return AccountId.of("vk", "zarechinsk");
    }

    @Override
    public String speakerId() {
        return "-" + town;
    }

    @Override
    public List<WatchedPage> pages() {
        return List.of(new WatchedPage(reader().network(), "zarech_talk", Optional.empty()));
    }

    @Override
    public void fill(StormSafe safe) {
        safe.put(reader(), "service-token", serviceToken);
        safe.put(speaker(), "group-token", groupToken);
        safe.put(speaker(), "callback-secret", vk.callbackSecret(town));
        safe.put(speaker(), "callback-confirmation", vk.confirmationCode(town));
    }

    @Override
    public VkSettings settings(Wiring wiring) {
        VkSettingsBuilder settings = VkSettings.builder()
                .reader(reader())
                .community(speaker(), town)
                .baseUrl(wiring.base())
                .transport(wiring.transport())
                .wallsEvery(Duration.ofSeconds(10))
                .longPoll(Duration.ofSeconds(10), Duration.ofSeconds(1))
                .dailyQuota("wall.get", 100_000);
        return (wiring.readOnly() ? settings.readOnly() : settings).build();
    }

    @Override
    public NetworkAdapter adapter(Wiring wiring) {
        return VkAdapter.of(settings(wiring));
    }

    @Override
    public Optional<Runnable> stream(NetworkAdapter adapter) {
        return Optional.of(VkStream.of((VkAdapter) adapter));
    }

    @Override
    public void annoy() {
        for (int code : List.of(5, 14, 15, 17, 100)) {
            METHODS.forEach(method -> vk.failNext(method, code));
        }
        vk.quirks().captcha("wall.get");
    }

    @Override
    public WireServer server() {
        return vk.server();
    }

    @Override
    public PostId write(String text) {
        return PostId.of("vk", vk.post(-talk, CITIZEN, text));
    }

    @Override
    public PostId writeToSpeaker(String text) {
        return PostId.of("vk", vk.post(-town, CITIZEN, text));
    }

    @Override
    public List<String> repliesTo(PostId post) {
        return vk.repliesTo(post.nativeId());
    }

    @Override
    public void storm(TooFast how) {
        METHODS.forEach(method -> vk.failAlways(method, how.code()));
    }

    @Override
    public void calm() {
        vk.heal();
    }

    @Override
    public List<Budget> budgets() {
        return List.of(
                new Budget(serviceToken, 3, Duration.ofSeconds(1)), new Budget(groupToken, 20, Duration.ofSeconds(1)));
    }

    @Override
    public String secretOf(AccountId account) {
        return account.equals(reader()) ? "service-token" : "group-token";
    }

    @Override
    public void kill(AccountId account, StormSafe safe) {
        vk.revoke(safe.get(account, secretOf(account)));
    }

    @Override
    public void renew(AccountId account, StormSafe safe) {
        if (account.equals(reader())) {
            serviceToken = vk.serviceToken();
        } else {
            groupToken = vk.groupToken(town);
        }
        fill(safe);
    }

    @Override
    public long writes(Wiretap wire) {
        return wire.calls().stream()
                .filter(call -> call.what().endsWith("wall.createComment"))
                .count();
    }

    @Override
    public Optional<WebhookRequest> delivery(String text) {
        writeToSpeaker(text);
        return vk.nextCallback(town)
                .map(body -> WebhookRequest.of(
                        "POST", "", Map.of("Content-Type", List.of("application/json")), body, Optional.empty()));
    }

    @Override
    public void close() {
        vk.close();
        VkJudged.assertNoViolations(vk);
    }

    @Override
    public String toString() {
        return "VK";
    }
}
