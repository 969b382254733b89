package org.otklik.adapters.max;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.JdkHttpTransport;
import org.otklik.adapters.max.judge.MaxJudged;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.WebhookRequest;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.Fault;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.max.MaxDelivery;
import org.otklik.testkit.max.MaxFake;

/** A channel with a post, under which citizens comment while our bot listens; judged by MAX's own schema. */
class MaxNetworkUnderTest implements NetworkUnderTest {

    static final AccountId ACCOUNT = AccountId.of("max", "zarechinsk_official");
    static final long CHANNEL = -70801090403050L;
    static final long BOT = 229229229;
    static final long CITIZEN = 123456789;
    static final String SECRET = "hook-canary";
    static final String HEADER = "X-Max-Bot-Api-Secret";
    private static final Backoff NO_REST = new Backoff(Duration.ZERO, Duration.ZERO);

    final MaxFake fake;
    final MaxSafe safe = new MaxSafe().put(ACCOUNT, "bot-token", "bot-canary").put(ACCOUNT, "webhook-secret", SECRET);
    private final Map<String, MaxDelivery> deliveries = new HashMap<>();
    private final String post;

    MaxNetworkUnderTest(SettableClock time) {
        fake = MaxJudged.open(time)
                .withoutLimits()
                .person(CITIZEN, "Мария Петрова")
                .bot(BOT, "Заречинск отвечает", "bot-canary")
                .channel(CHANNEL, "Заречинск официально");
        post = fake.post(CHANNEL, "Спрашивайте, отвечаем");
        fake.permit(CHANNEL, BOT, "read_all_messages", "write");
    }

    /** Settings without any rest, for a clock that stands still. */
    MaxSettingsBuilder settings() {
        return MaxSettings.builder(JdkHttpTransport.of(HttpSettings.standard()))
                .account(ACCOUNT.name())
                .baseUrl(fake.address())
                .every(Duration.ZERO, Duration.ZERO, Duration.ZERO)
                .rereading(Duration.ZERO, Duration.ofDays(2))
                .calls(100_000)
                .rests(Duration.ZERO, NO_REST);
    }

    NetworkAdapter open(AdapterContext context, UnaryOperator<MaxSettingsBuilder> more) {
        MaxAdapter adapter = MaxAdapter.of(more.apply(settings()).build());
        adapter.attach(context);
        return adapter;
    }

    @Override
    public NetworkAdapter open(AdapterContext context) {
        return open(context, MaxSettingsBuilder::withoutSafetyNet);
    }

    @Override
    public SecretProvider secrets() {
        return safe;
    }

    @Override
    public PostId publish(String text) {
        return id(fake.comment(post, CITIZEN, text));
    }

    PostId id(String comment) {
        return PostId.of("max", "post:" + post + ":" + comment);
    }

    String post() {
        return post;
    }

    static String mid(PostId post) {
        return post.nativeId().substring(post.nativeId().lastIndexOf(':') + 1);
    }

    @Override
    public void edit(PostId comment, String text) {
        fake.edit(mid(comment), text);
    }

    @Override
    public void delete(PostId comment) {
        fake.remove(mid(comment));
    }

    @Override
    public List<String> repliesTo(PostId comment) {
        return fake.answers(mid(comment));
    }

    @Override
    public void breakNext(Fault fault) {
        fake.trouble().breakNext(fault);
    }

    /** What MAX delivers when a citizen comments. */
    byte[] delivery(String text) {
        return deliveries
                .computeIfAbsent(text, fresh -> {
                    fake.hooks(BOT).subscribe("https://zarechinsk.example/max", SECRET);
                    fake.comment(post, CITIZEN, fresh);
                    return fake.hooks(BOT).next().orElseThrow();
                })
                .body();
    }

    static WebhookRequest request(byte[] body, String secret) {
        Map<String, List<String>> headers =
                Map.of("Content-Type", List.of("application/json"), HEADER, List.of(secret));
        return WebhookRequest.of("POST", "", headers, body, Optional.empty());
    }

    @Override
    public void close() {
        fake.close();
        MaxJudged.assertNoViolations(fake);
    }
}
