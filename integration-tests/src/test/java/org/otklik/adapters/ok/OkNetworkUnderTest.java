package org.otklik.adapters.ok;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.budget.Backoff;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.JdkHttpTransport;
import org.otklik.post.AccountId;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterContext;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.SecretProvider;
import org.otklik.tck.NetworkUnderTest;
import org.otklik.testkit.Fault;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.ok.OkFake;

/** A group whose administrator's token we have, one topic in it, and citizens who comment there. */
class OkNetworkUnderTest implements NetworkUnderTest {

    static final String GROUP = "53038939046008";
    static final String ADMIN = "500000000001";
    static final String CITIZEN = "500000000002";
    static final String TOKEN = "tkn-canary-first";
    static final String CHAT = "chat:C3ecb9d02a600";
    private static final Backoff NO_REST = new Backoff(Duration.ZERO, Duration.ZERO);

    final OkFake fake;
    final Secrets secrets = new Secrets();
    private final String topic;
    private final boolean writing;

    OkNetworkUnderTest(SettableClock time, boolean writing) {
        this.writing = writing;
        fake = OkFake.open(time)
                .person(ADMIN, "Администратор")
                .person(CITIZEN, "Мария Петрова")
                .group(GROUP, "zarechinsk_official", "Заречинск официально", ADMIN)
                .token(TOKEN, ADMIN)
                .graphToken("graph-canary", GROUP);
        fake.server().inspectedBy(new OkSignatureInspector(OkFake.APPLICATION_SECRET));
        topic = fake.topic(GROUP, GROUP, "Спрашивайте, отвечаем");
        secrets.put("access-token", TOKEN);
        secrets.put("application-secret-key", OkFake.APPLICATION_SECRET);
        secrets.put("group-token", "graph-canary");
        secrets.put("webhook-secret", "hook-canary");
    }

    static OkNetworkUnderTest reading(SettableClock time) {
        return new OkNetworkUnderTest(time, false);
    }

    static OkNetworkUnderTest writing(SettableClock time) {
        return new OkNetworkUnderTest(time, true);
    }

    /** Settings without any rest, for a clock that stands still. */
    OkSettingsBuilder settings() {
        return OkSettings.builder(OkFake.APPLICATION_KEY, JdkHttpTransport.of(HttpSettings.standard()))
                .account("zarechinsk_official", GROUP)
                .baseUrl(fake.address())
                .every(Duration.ZERO, Duration.ZERO, Duration.ZERO)
                .rereading(Duration.ZERO, Duration.ofDays(2))
                .calls(100_000, Duration.ofSeconds(1))
                .rests(Duration.ZERO, NO_REST)
                .writing(writing);
    }

    @Override
    public NetworkAdapter open(AdapterContext context) {
        OkAdapter adapter = OkAdapter.of(settings().build());
        adapter.attach(context);
        return adapter;
    }

    @Override
    public SecretProvider secrets() {
        return secrets;
    }

    @Override
    public PostId publish(String text) {
        return id(topic, fake.comment(topic, CITIZEN, text));
    }

    static PostId id(String topic, String comment) {
        return PostId.of("ok", "GROUP_TOPIC:" + topic + ":" + comment);
    }

    private static String comment(PostId post) {
        return post.nativeId().split(":", -1)[2];
    }

    @Override
    public void edit(PostId post, String text) {
        fake.edit(topic, comment(post), text);
    }

    @Override
    public List<String> repliesTo(PostId post) {
        return fake.answers(topic, comment(post));
    }

    @Override
    public void breakNext(Fault fault) {
        fake.breakNext(fault);
    }

    @Override
    public void close() {
        List<String> violations = new ArrayList<>(fake.server().violations());
        fake.close();
        assertEquals(List.of(), violations);
    }

    /** The host's safe, in which a test may put another token. */
    static final class Secrets implements SecretProvider {

        private final Map<String, String> values = new HashMap<>();

        synchronized void put(String name, String value) {
            values.put(name, value);
        }

        @Override
        public synchronized Optional<String> secret(AccountId account, String name) {
            return Optional.ofNullable(values.get(name));
        }

        @Override
        public void rotate(AccountId account, String name, String value) {
            put(name, value);
        }
    }
}
