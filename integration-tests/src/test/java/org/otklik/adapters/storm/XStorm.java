package org.otklik.adapters.storm;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.http.CallLimits;
import org.otklik.adapters.twitter.XAdapter;
import org.otklik.adapters.twitter.XOfficial;
import org.otklik.adapters.twitter.XSettings;
import org.otklik.adapters.twitter.XSettingsBuilder;
import org.otklik.adapters.twitter.judge.XJudged;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.WatchedPage;
import org.otklik.spi.WebhookRequest;
import org.otklik.testkit.wire.WireServer;
import org.otklik.testkit.x.XAccount;
import org.otklik.testkit.x.XFake;

/** X: the application reads a citizen's page, an official account answers and reads its mentions. */
final class XStorm implements StormNetwork {

    private static final Map<String, Integer> ENDPOINTS = Map.of(
            "GET /2/tweets/search/recent", 450,
            "GET /2/users/1/mentions", 300,
            "GET /2/users/1/tweets", 900,
            "GET /2/tweets", 3_500,
            "POST /2/tweets", 100);

    private final XFake x;
    private final String citizen;
    private final String neighbour;
    private final String official;
    private final XAccount keys;
    private final boolean oauth2;

    XStorm(InstantSource time) {
        this(time, false);
    }

    /** The official account logs in with tokens that are renewed every two hours. */
    static XStorm renewing(InstantSource time) {
        return new XStorm(time, true);
    }

    private XStorm(InstantSource time, boolean oauth2) {
        this.oauth2 = oauth2;
        x = XJudged.open(time);
        citizen = x.user("zhitel");
        neighbour = x.user("sosed");
        official = x.user("zarechinsk");
        keys = x.oauth1(official);
        x.selfServe(false);
    }

    @Override
    public AccountId reader() {
        return AccountId.of("x", "reader");
    }

    @Override
    public AccountId speaker() {
        return AccountId.of("x", "zarechinsk");
    }

    @Override
    public String speakerId() {
        return official;
    }

    @Override
    public List<WatchedPage> pages() {
        return List.of(new WatchedPage(reader().network(), "zhitel", Optional.empty()));
    }

    @Override
    public void fill(StormSafe safe) {
        safe.put(reader(), "bearer-token", x.bearer());
        safe.put(reader(), "consumer-secret", keys.consumerSecret());
        safe.put(speaker(), "consumer-secret", keys.consumerSecret());
        if (oauth2) {
            safe.put(speaker(), "oauth2-access-token", x.accessToken(official));
            safe.put(speaker(), "oauth2-refresh-token", x.refreshToken(official));
            safe.put(speaker(), "oauth2-client-secret", x.clientSecret());
        }
        safe.put(speaker(), "oauth1-consumer-key", keys.consumerKey());
        safe.put(speaker(), "oauth1-consumer-secret", keys.consumerSecret());
        safe.put(speaker(), "oauth1-token", keys.token());
        safe.put(speaker(), "oauth1-token-secret", keys.tokenSecret());
    }

    @Override
    public XSettings settings(Wiring wiring) {
        XSettingsBuilder settings = XSettings.builder(reader())
                .official(
                        oauth2
                                ? XOfficial.oauth2(speaker(), official, "zarechinsk", x.clientId())
                                : XOfficial.oauth1(speaker(), official, "zarechinsk"))
                .baseUrl(wiring.base())
                .transport(wiring.transport())
                .searchEvery(Duration.ofSeconds(10))
                .mentionsEvery(Duration.ofSeconds(15))
                .lookupEvery(Duration.ofDays(1))
                .limits(CallLimits.STANDARD)
                .replyRule(XSettings.ReplyRule.EXEMPT);
        return settings.readOnly(wiring.readOnly()).build();
    }

    @Override
    public NetworkAdapter adapter(Wiring wiring) {
        return XAdapter.of(settings(wiring));
    }

    @Override
    public Optional<Runnable> stream(NetworkAdapter adapter) {
        return Optional.of(((XAdapter) adapter).stream());
    }

    @Override
    public void annoy() {
        for (int status : List.of(401, 403, 503)) {
            x.cloudflareNext("/2/tweets/search/recent", status);
            x.cloudflareNext("/2/users/" + official, status);
        }
        x.failNext("/2/", 400, "invalid-request");
        x.failNext("/2/", 403, "client-forbidden");
    }

    @Override
    public WireServer server() {
        return x.server();
    }

    @Override
    public PostId write(String text) {
        return PostId.of("x", x.post(citizen, text));
    }

    @Override
    public PostId writeToSpeaker(String text) {
        return PostId.of("x", x.post(neighbour, "@zarechinsk " + text));
    }

    @Override
    public List<String> repliesTo(PostId post) {
        return x.repliesTo(post.nativeId());
    }

    @Override
    public void storm(TooFast how) {
        ENDPOINTS.forEach((endpoint, limit) -> limit(endpoint, 0));
    }

    @Override
    public void calm() {
        ENDPOINTS.forEach(this::limit);
    }

    private void limit(String endpoint, int limit) {
        String[] parts = endpoint.split(" ", 2);
        x.meter().limit(parts[0], parts[1], limit);
    }

    @Override
    public List<Budget> budgets() {
        return List.of(
                new Budget("Bearer", 300, Duration.ofMinutes(15)), new Budget("OAuth", 90, Duration.ofMinutes(15)));
    }

    @Override
    public String secretOf(AccountId account) {
        String own = oauth2 ? "oauth2-access-token" : "oauth1-token";
        return account.equals(reader()) ? "bearer-token" : own;
    }

    /** The application's own token cannot be renewed at the fake, so the host holds a wrong one for a while. */
    @Override
    public void kill(AccountId account, StormSafe safe) {
        safe.put(account, secretOf(account), account.equals(reader()) ? "x-canary-revoked" : official + "-revoked");
    }

    @Override
    public void renew(AccountId account, StormSafe safe) {
        fill(safe);
    }

    @Override
    public long writes(Wiretap wire) {
        return wire.calls().stream()
                .filter(call -> call.what().equals("POST /2/tweets"))
                .count();
    }

    @Override
    public Optional<WebhookRequest> delivery(String text) {
        x.quote(neighbour, x.post(official, "Задавайте вопросы"), text);
        return x.nextWebhook(official);
    }

    @Override
    public void close() {
        x.close();
        XJudged.assertNoViolations(x);
    }

    @Override
    public String toString() {
        return "X";
    }
}
