package org.otklik.adapters.storm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.max.MaxAdapter;
import org.otklik.adapters.max.MaxSettings;
import org.otklik.adapters.max.MaxSettingsBuilder;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.WatchedPage;
import org.otklik.spi.WebhookRequest;
import org.otklik.testkit.max.MaxDelivery;
import org.otklik.testkit.max.MaxFake;
import org.otklik.testkit.wire.WireServer;

/** MAX: two bots, one in a group in which citizens talk, one in a channel under whose post they comment. */
final class MaxStorm implements StormNetwork {

    private static final long READER = 229229221;
    private static final long SPEAKER = 229229222;
    private static final long CITIZEN = 123456789;
    private static final long TALK = -70000000000001L;
    private static final long TOWN = -70000000000002L;
    private static final String HOOK = "max-canary-hook";

    private final MaxFake max;
    private final String post;
    private String readerToken = "max-canary-reader-1";
    private String speakerToken = "max-canary-speaker-1";

    MaxStorm(InstantSource time) {
        max = MaxFake.open(time)
                .person(CITIZEN, "Мария Петрова")
                .bot(READER, "Читатель", readerToken)
                .bot(SPEAKER, "Заречинск отвечает", speakerToken)
                .group(TALK, "Болтаем в Заречинске", READER)
                .channel(TOWN, "Заречинск официально");
        post = max.post(TOWN, "Спрашивайте, отвечаем");
        max.admit(TOWN, SPEAKER);
    }

    @Override
    public AccountId reader() {
        return AccountId.of("max", "reader");
    }

    @Override
    public AccountId speaker() {
        return AccountId.of("max", "zarechinsk");
    }

    @Override
    public String speakerId() {
        return String.valueOf(SPEAKER);
    }

    @Override
    public List<WatchedPage> pages() {
        return List.of();
    }

    @Override
    public void fill(StormSafe safe) {
        safe.put(reader(), "bot-token", readerToken);
        safe.put(speaker(), "bot-token", speakerToken);
        safe.put(speaker(), "webhook-secret", HOOK);
    }

    /** The safety net is wide, so that what is delivered or polled is what the storms are about. */
    @Override
    public MaxSettings settings(Wiring wiring) {
        MaxSettingsBuilder settings = MaxSettings.builder(wiring.transport())
                .account("reader")
                .account("zarechinsk")
                .baseUrl(wiring.base())
                .every(Duration.ofMillis(500), Duration.ofMinutes(10), Duration.ofMinutes(5));
        return (wiring.readOnly() ? settings.readOnly() : settings).build();
    }

    @Override
    public NetworkAdapter adapter(Wiring wiring) {
        return MaxAdapter.of(settings(wiring));
    }

    @Override
    public void annoy() {
        max.trouble().failReading(400, readerToken);
        max.trouble().failReading(403, "chat.denied");
        max.trouble().failReading(404, speakerToken);
        max.trouble().failReading(401, "verify.token");
        max.trouble().failWriting(403, speakerToken);
    }

    @Override
    public WireServer server() {
        return max.server();
    }

    @Override
    public PostId write(String text) {
        return PostId.of("max", "chat:" + TALK + ":" + max.say(TALK, CITIZEN, text));
    }

    @Override
    public PostId writeToSpeaker(String text) {
        return PostId.of("max", "post:" + post + ":" + max.comment(post, CITIZEN, text));
    }

    @Override
    public List<String> repliesTo(PostId post) {
        return max.answers(post.nativeId().substring(post.nativeId().lastIndexOf(':') + 1));
    }

    @Override
    public void storm(TooFast how) {
        max.trouble().storm(true);
    }

    @Override
    public void calm() {
        max.trouble().storm(false);
    }

    @Override
    public List<Budget> budgets() {
        return List.of(
                new Budget(readerToken, 15, Duration.ofSeconds(1)),
                new Budget(speakerToken, 15, Duration.ofSeconds(1)));
    }

    @Override
    public String secretOf(AccountId account) {
        return "bot-token";
    }

    @Override
    public void kill(AccountId account, StormSafe safe) {
        max.revoke(safe.get(account, "bot-token"));
    }

    @Override
    public void renew(AccountId account, StormSafe safe) {
        if (account.equals(reader())) {
            readerToken += "-new";
            max.token(READER, readerToken);
        } else {
            speakerToken += "-new";
            max.token(SPEAKER, speakerToken);
        }
        fill(safe);
    }

    @Override
    public long writes(Wiretap wire) {
        return max.calls().stream().filter(call -> call.startsWith("POST ")).count();
    }

    /** Subscribed for this delivery alone, since the bot polls. */
    @Override
    public Optional<WebhookRequest> delivery(String text) {
        max.hooks(SPEAKER).subscribe("https://zarechinsk.example/max", HOOK);
        max.comment(post, CITIZEN, text);
        max.hooks(SPEAKER).drop();
        MaxDelivery delivery = max.hooks(SPEAKER).next().orElseThrow();
        return Optional.of(WebhookRequest.of(
                "POST",
                "",
                Map.of(
                        "Content-Type",
                        List.of("application/json"),
                        "X-Max-Bot-Api-Secret",
                        List.of(delivery.secret().orElseThrow())),
                delivery.body(),
                Optional.empty()));
    }

    @Override
    public void close() {
        List<String> violations = max.server().violations();
        max.close();
        assertEquals(List.of(), violations);
    }

    @Override
    public String toString() {
        return "MAX";
    }
}
