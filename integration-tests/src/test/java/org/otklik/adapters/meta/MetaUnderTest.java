package org.otklik.adapters.meta;

import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.meta.judge.MetaJudged;
import org.otklik.adapters.sign.Hmac;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.SourceId;
import org.otklik.spi.WebhookRequest;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.tck.WebhookContract;
import org.otklik.testkit.Fault;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.meta.MetaFake;

/** What Facebook and Instagram under test are alike in. */
abstract class MetaUnderTest implements NetworkUnderTest {

    static final String SIGNATURE = "x-hub-signature-256";

    final SettableClock time;
    final MetaFake meta;
    final MetaSafe safe;
    private final Map<String, WebhookRequest> deliveries = new HashMap<>();
    private boolean resting;
    private boolean readOnly;

    MetaUnderTest(SettableClock time) {
        this.time = time;
        meta = MetaJudged.open(time);
        safe = MetaSafe.of(meta);
    }

    abstract AccountId account();

    abstract String tokenName();

    abstract NetworkAdapter adapter();

    /** Id of the account in the network. */
    abstract String id();

    /** A citizen comments, of which the network tells the webhook. */
    abstract void comment(String text);

    /** Hints and tags are read once and then left alone, so that the page is the only source. */
    @Override
    public NetworkAdapter open(AdapterContext desk) {
        NetworkAdapter adapter = adapter();
        adapter.attach(desk);
        if (desk.secrets()
                .secret(account(), tokenName())
                .filter(safe.get(tokenName())::equals)
                .isPresent()) {
            adapter.poll(new SourceId(account(), "hints:" + id()), Optional.empty(), 5);
            adapter.poll(new SourceId(account(), "tagged:" + id()), Optional.empty(), 5);
        }
        return adapter;
    }

    /** From now on adapters are opened in the shadow. */
    MetaUnderTest readOnly() {
        readOnly = true;
        return this;
    }

    MetaSettingsBuilder settings() {
        return MetaHost.settings(meta)
                .readOnly(readOnly)
                .mentionsEvery(Duration.ofDays(30))
                .tagsEvery(Duration.ofDays(30));
    }

    @Override
    public SecretProvider secrets() {
        return safe;
    }

    WebhookRequest delivery(String text) {
        return deliveries.computeIfAbsent(text, fresh -> {
            comment(text);
            return meta.webhooks().newest(id()).orElseThrow();
        });
    }

    /** The same bytes or others, signed with a secret. */
    static WebhookRequest signed(byte[] body, String secret) {
        String signature = "sha256=" + HexFormat.of().formatHex(Hmac.sha256(secret, body));
        return WebhookRequest.of(
                "POST",
                "",
                Map.of("content-type", List.of("application/json"), SIGNATURE, List.of(signature)),
                body,
                Optional.empty());
    }

    WebhookRequest proven(byte[] body) {
        return signed(body, meta.appSecret());
    }

    WebhookContract.Challenge challenge() {
        return new WebhookContract.Challenge(meta.webhooks().subscription("1158201444"), "1158201444");
    }

    @Override
    public void edit(PostId post, String text) {
        meta.edit(post.nativeId(), text);
    }

    @Override
    public void delete(PostId post) {
        meta.delete(post.nativeId());
    }

    /** Who looks after a refusal for haste has waited as long as the network wished. */
    @Override
    public List<String> repliesTo(PostId post) {
        if (resting) {
            resting = false;
            time.advance(Duration.ofMinutes(2));
        }
        return meta.repliesTo(post.nativeId());
    }

    @Override
    public void breakNext(Fault fault) {
        resting = fault == Fault.RATE_LIMIT;
        meta.breakNext(fault);
    }

    @Override
    public void close() {
        meta.close();
        MetaJudged.assertNoViolations(meta);
    }
}
