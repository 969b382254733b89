package org.otklik.adapters.twitter;

import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.http.CallLimits;
import org.otklik.adapters.sign.Hmac;
import org.otklik.adapters.twitter.judge.XJudged;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.SourceId;
import org.otklik.spi.WatchList;
import org.otklik.spi.WatchedPage;
import org.otklik.spi.WebhookRequest;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.WebhookContract;
import org.otklik.testkit.Fault;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.x.XFake;

/** X with a citizen whose page is watched, and an official account that reads and answers. */
class XNetworkUnderTest implements NetworkUnderTest {

    static final String SIGNATURE = "x-twitter-webhooks-signature";
    static final AccountId ACCOUNT = AccountId.of("x", "krai_official");

    private final SettableClock time;
    private final XFake x;
    private final String citizen;
    private final String official;
    private final XSafe safe;
    private final UnaryOperator<XSettingsBuilder> more;
    private final Map<PostId, String> versions = new HashMap<>();
    private final Map<String, WebhookRequest> deliveries = new HashMap<>();
    private boolean resting;

    XNetworkUnderTest(SettableClock time) {
        this(time, settings -> settings);
    }

    XNetworkUnderTest(SettableClock time, UnaryOperator<XSettingsBuilder> more) {
        this.time = time;
        this.more = more;
        x = XJudged.open(time);
        citizen = x.user("zhitel");
        official = x.user("krai_official");
        x.selfServe(false);
        safe = XSafe.of(x, official);
    }

    @Override
    public SecretProvider secrets() {
        return safe;
    }

    @Override
    public WatchList watchList() {
        return new WatchList(List.of(new WatchedPage(XAdapter.NETWORK, "zhitel", Optional.empty())), List.of());
    }

    /** Somebody quotes the account, and X tells its webhook. */
    WebhookRequest delivery(String text) {
        return deliveries.computeIfAbsent(text, fresh -> {
            x.quote(citizen, x.post(official, "Задавайте вопросы"), text);
            return x.nextWebhook(official).orElseThrow();
        });
    }

    /** The same bytes or others, signed with a secret. */
    static WebhookRequest signed(byte[] body, String secret) {
        String signature = "sha256=" + Base64.getEncoder().encodeToString(Hmac.sha256(secret, body));
        return WebhookRequest.of(
                "POST",
                "",
                Map.of("content-type", List.of("application/json"), SIGNATURE, List.of(signature)),
                body,
                Optional.empty());
    }

    WebhookRequest proven(byte[] body) {
        return signed(body, safe.get("consumer-secret"));
    }

    WebhookContract.Challenge challenge() {
        return new WebhookContract.Challenge(
                WebhookRequest.of("GET", x.crcQuery(), Map.of(), new byte[0], Optional.empty()), x.crcAnswer());
    }

    static XSettingsBuilder settings(XFake x, String official) {
        return XSettings.builder(ACCOUNT)
                .official(XOfficial.oauth1(ACCOUNT, official, "krai_official"))
                .baseUrl(x.address())
                .searchEvery(Duration.ZERO)
                .mentionsEvery(Duration.ZERO)
                .lookupEvery(Duration.ZERO)
                .replyRule(XSettings.ReplyRule.EXEMPT)
                .limits(new CallLimits(Duration.ofSeconds(2), 1 << 22))
                .linksAllowed(true)
                .backoff(new Backoff(Duration.ZERO, Duration.ZERO));
    }

    /** Mentions are read once and then left alone, so that the citizen's page is the only source. */
    @Override
    public NetworkAdapter open(AdapterContext desk) {
        XAdapter adapter = XAdapter.of(more.apply(settings(x, official).mentionsEvery(Duration.ofDays(30)))
                .build());
        adapter.attach(desk);
        if (desk.secrets()
                .secret(ACCOUNT, "oauth1-token")
                .filter(safe.get("oauth1-token")::equals)
                .isPresent()) {
            adapter.poll(new SourceId(ACCOUNT, "mentions:krai_official"), Optional.empty(), 5);
        }
        return adapter;
    }

    @Override
    public PostId publish(String text) {
        String id = x.post(citizen, text);
        PostId post = PostId.of("x", id);
        versions.put(post, id);
        return post;
    }

    @Override
    public void edit(PostId post, String text) {
        versions.put(post, x.edit(versions.get(post), text));
    }

    @Override
    public void delete(PostId post) {
        x.delete(versions.get(post));
    }

    /** Who looks after a refusal for haste has waited as long as X wished. */
    @Override
    public List<String> repliesTo(PostId post) {
        if (resting) {
            resting = false;
            time.advance(Duration.ofMinutes(16));
        }
        return x.repliesTo(post.nativeId());
    }

    @Override
    public void breakNext(Fault fault) {
        resting = fault == Fault.RATE_LIMIT;
        x.breakNext(fault);
    }

    @Override
    public void close() {
        x.close();
        XJudged.assertNoViolations(x);
    }
}
