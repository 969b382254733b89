package org.otklik.adapters.vk;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.vk.judge.VkJudged;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.WatchList;
import org.otklik.spi.WatchedPage;
import org.otklik.spi.WebhookRequest;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.Fault;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.vk.VkFake;
import org.otklik.testkit.vk.VkLimits;

/** A community's wall, watched by the account that also answers as the community; judged by VK's own schema. */
class VkNetworkUnderTest implements NetworkUnderTest {

    static final AccountId ACCOUNT = AccountId.of("vk", "official");
    static final long CITIZEN = 77;

    private final SettableClock time;
    private final VkFake vk;
    private final long group;
    private boolean hurried;

    VkNetworkUnderTest(SettableClock time) {
        this.time = time;
        vk = VkJudged.open(time).withLimits(VkLimits.none());
        group = vk.community("samara");
    }

    VkFake vk() {
        return vk;
    }

    long group() {
        return group;
    }

    @Override
    public SecretProvider secrets() {
        return new VkSafe()
                .put(ACCOUNT, "service-token", vk.serviceToken())
                .put(ACCOUNT, "group-token", vk.groupToken(group))
                .put(ACCOUNT, "callback-secret", vk.callbackSecret(group))
                .put(ACCOUNT, "callback-confirmation", vk.confirmationCode(group));
    }

    @Override
    public WatchList watchList() {
        WatchedPage wall = new WatchedPage(ACCOUNT.network(), "samara", Optional.empty());
        return new WatchList(List.of(wall), List.of());
    }

    @Override
    public NetworkAdapter open(AdapterContext context) {
        VkAdapter adapter = VkAdapter.of(VkSettings.builder()
                .reader(ACCOUNT)
                .community(ACCOUNT, group)
                .baseUrl(vk.address())
                .wallsEvery(Duration.ZERO)
                .withoutLongPoll()
                .callsPerSecond(100_000, 100_000)
                .dailyQuota("wall.get", 1_000_000_000L)
                .rests(new Backoff(Duration.ZERO, Duration.ZERO))
                .build());
        adapter.attach(context);
        return adapter;
    }

    @Override
    public PostId publish(String text) {
        return PostId.of("vk", vk.post(-group, CITIZEN, text));
    }

    @Override
    public void edit(PostId post, String text) {
        vk.edit(post.nativeId(), text);
    }

    @Override
    public void delete(PostId post) {
        vk.delete(post.nativeId());
    }

    /** Who looks after a refusal for haste has waited as long as VK wishes. */
    @Override
    public List<String> repliesTo(PostId post) {
        if (hurried) {
            hurried = false;
            time.advance(Duration.ofSeconds(1));
        }
        return vk.repliesTo(post.nativeId());
    }

    @Override
    public void breakNext(Fault fault) {
        hurried = fault == Fault.RATE_LIMIT;
        vk.breakNext(fault);
    }

    /** The callback that a citizen's post brings. */
    WebhookRequest callback(String text) {
        vk.post(-group, CITIZEN, text);
        return request(vk.nextCallback(group).orElseThrow());
    }

    static WebhookRequest request(byte[] body) {
        Map<String, List<String>> headers = Map.of("Content-Type", List.of("application/json"));
        return WebhookRequest.of("POST", "", headers, body, Optional.empty());
    }

    /** The same callback with another secret. */
    WebhookRequest forged(String text) {
        String body = new String(callback(text).body(), StandardCharsets.UTF_8);
        return request(body.replace(vk.callbackSecret(group), "another").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        VkJudged.assertNoViolations(vk);
        vk.close();
    }
}
