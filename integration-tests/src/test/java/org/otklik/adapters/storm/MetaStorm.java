package org.otklik.adapters.storm;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.meta.MetaSettings;
import org.otklik.adapters.meta.MetaSettingsBuilder;
import org.otklik.adapters.meta.judge.MetaJudged;
import org.otklik.adapters.sign.Hmac;
import org.otklik.post.AccountId;
import org.otklik.spi.WatchedPage;
import org.otklik.spi.WebhookRequest;
import org.otklik.testkit.meta.MetaFake;
import org.otklik.testkit.wire.WireServer;

/** What the storms over Facebook and Instagram are alike in: two accounts, each with a token of its own. */
abstract class MetaStorm implements StormNetwork {

    private static final int CALLS = 20;
    private static final Duration SPAN = Duration.ofSeconds(10);

    final MetaFake meta;
    private final String network;
    private final String tokenName;
    private final Map<AccountId, String> tokens = new HashMap<>();

    MetaStorm(InstantSource time, String network, String tokenName) {
        this.network = network;
        this.tokenName = tokenName;
        meta = MetaJudged.open(time);
    }

    /** The account's number at the network. */
    abstract String idOf(AccountId account);

    abstract String firstToken(String id);

    @Override
    public final AccountId reader() {
        return AccountId.of(network, "reader");
    }

    @Override
    public final AccountId speaker() {
        return AccountId.of(network, "zarechinsk");
    }

    @Override
    public final String speakerId() {
        return idOf(speaker());
    }

    @Override
    public final List<WatchedPage> pages() {
        return List.of();
    }

    @Override
    public final void fill(StormSafe safe) {
        for (AccountId account : List.of(reader(), speaker())) {
            safe.put(account, tokenName, token(account));
            safe.put(account, "app-secret", meta.appSecret());
            safe.put(account, "verify-token", meta.verifyToken());
        }
    }

    private String token(AccountId account) {
        return tokens.computeIfAbsent(account, fresh -> firstToken(idOf(account)));
    }

    final MetaSettingsBuilder builder(Wiring wiring) {
        return MetaSettings.builder()
                .baseUrls(wiring.base(), wiring.base())
                .transport(wiring.transport())
                .pagesEvery(Duration.ofSeconds(10))
                .mentionsEvery(Duration.ofSeconds(10))
                .tagsEvery(Duration.ofMinutes(5))
                .calls(CALLS, SPAN)
                .readOnly(wiring.readOnly());
    }

    @Override
    public final void annoy() {
        for (int code : List.of(2, 10, 100, 368, 2500)) {
            meta.failNext(code, 0);
        }
        meta.failNextWrite(100, 0);
        meta.failNextWrite(1, 0);
    }

    @Override
    public final WireServer server() {
        return meta.server();
    }

    @Override
    public final void storm(TooFast how) {
        meta.failAlways(how.code(), 0);
    }

    @Override
    public final void calm() {
        meta.heal();
    }

    /** The wiretap knows tokens by their proofs. */
    @Override
    public final List<Budget> budgets() {
        return List.of(budget(reader()), budget(speaker()));
    }

    private Budget budget(AccountId account) {
        byte[] proof = Hmac.sha256(meta.appSecret(), token(account).getBytes(StandardCharsets.UTF_8));
        return new Budget(HexFormat.of().formatHex(proof), CALLS, SPAN);
    }

    @Override
    public final String secretOf(AccountId account) {
        return tokenName;
    }

    @Override
    public final void kill(AccountId account, StormSafe safe) {
        meta.revoke(token(account));
    }

    @Override
    public final void renew(AccountId account, StormSafe safe) {
        tokens.put(account, meta.tokens().renew(idOf(account)));
        fill(safe);
    }

    @Override
    public final long writes(Wiretap wire) {
        return wire.calls().stream()
                .filter(call -> call.what().startsWith("POST "))
                .count();
    }

    /** Somebody asks the speaker something, of which the network tells. */
    abstract void ask(String text);

    @Override
    public final Optional<WebhookRequest> delivery(String text) {
        ask(text);
        return meta.webhooks().newest(speakerId());
    }

    @Override
    public final void close() {
        meta.close();
        MetaJudged.assertNoViolations(meta);
    }
}
