package org.otklik.adapters.ok;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.http.CallLimits;
import org.otklik.adapters.http.HttpAnswer;
import org.otklik.adapters.http.HttpCall;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.HttpTransport;
import org.otklik.adapters.http.JdkHttpTransport;
import org.otklik.id.PublicationId;
import org.otklik.post.AccountId;
import org.otklik.post.Post;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.SourceId;
import org.otklik.testkit.InMemoryContext;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.ok.OkFake;

/** The adapter of one group with a topic, before its fake; for one thread. */
final class OkOffice implements AutoCloseable {

    static final String GROUP = "77";
    static final String CITIZEN = "2";
    static final AccountId ACCOUNT = AccountId.of("ok", "official");
    static final PublicationId KEY = PublicationId.of("01m7rhmr00zg4mde7gwjmaq1ex");

    private static final Duration NONE = Duration.ZERO;

    final SettableClock clock = SettableClock.startingAt(Instant.parse("2026-11-19T06:00:00Z"));
    final Map<String, String> secrets = new HashMap<>(Map.of(
            "access-token", "canary-token",
            "session-secret-key", "canary-session",
            "group-token", "canary-group",
            "webhook-secret", "canary-hook"));
    final OkFake fake = OkFake.open(clock)
            .person("1", "Администратор")
            .person(CITIZEN, "Мария")
            .group(GROUP, "zarechinsk", "Заречинск", "1")
            .token("canary-token", "1", "canary-session")
            .graphToken("canary-group", GROUP);
    final String topic = fake.topic(GROUP, GROUP, "Вопросы");
    final InMemoryContext context = InMemoryContext.of(clock, new Secrets());
    final OkAdapter adapter = adapter(settings -> settings);
    final SourceId discussions = new SourceId(ACCOUNT, "discussions");

    private final class Secrets implements SecretProvider {

        @Override
        public Optional<String> secret(AccountId account, String name) {
            return Optional.ofNullable(secrets.get(name));
        }

        @Override
        public void rotate(AccountId account, String name, String value) {
            secrets.put(name, value);
        }
    }

    /** Four seconds are enough for a fake that answers at all, also for the first call of a process on a busy machine. */
    private static HttpTransport impatient() {
        JdkHttpTransport real = JdkHttpTransport.of(HttpSettings.standard());
        CallLimits limits = new CallLimits(Duration.ofSeconds(4), 1 << 20);
        return new HttpTransport() {
            @Override
            public HttpAnswer send(HttpCall call) {
                return real.send(call.within(limits));
            }

            @Override
            public MessageStream lines(HttpCall call) {
                return real.lines(call);
            }

            @Override
            public MessageStream socket(HttpCall call) {
                return real.socket(call);
            }
        };
    }

    OkAdapter adapter(UnaryOperator<OkSettingsBuilder> wishes) {
        OkSettingsBuilder usual = OkSettings.builder(OkFake.APPLICATION_KEY, impatient())
                .account("official", GROUP)
                .baseUrl(fake.address())
                .every(NONE, NONE, NONE)
                .calls(10_000, Duration.ofSeconds(1))
                .rests(NONE, new Backoff(NONE, NONE))
                .writing(true);
        OkAdapter made = OkAdapter.of(wishes.apply(usual).build());
        made.attach(context);
        return made;
    }

    List<Post> posts(SourceId source) {
        return adapter.poll(source, Optional.empty(), 100).changes().stream()
                .map(change -> ((PostChange.Present) change).post())
                .toList();
    }

    PostId id(String comment) {
        return PostId.of("ok", "GROUP_TOPIC:" + topic + ":" + comment);
    }

    @Override
    public void close() {
        fake.close();
    }
}
