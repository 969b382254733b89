package org.otklik.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.adapters.http.HttpTransport;
import org.otklik.adapters.max.MaxAdapter;
import org.otklik.adapters.max.MaxSettings;
import org.otklik.adapters.meta.FacebookAdapter;
import org.otklik.adapters.meta.InstagramAdapter;
import org.otklik.adapters.meta.MetaSettings;
import org.otklik.adapters.meta.MetaSettingsBuilder;
import org.otklik.adapters.ok.OkAdapter;
import org.otklik.adapters.ok.OkSettings;
import org.otklik.adapters.telegram.TelegramAdapter;
import org.otklik.adapters.telegram.TelegramSettings;
import org.otklik.adapters.twitter.XAdapter;
import org.otklik.adapters.twitter.XSettings;
import org.otklik.adapters.vk.VkAdapter;
import org.otklik.adapters.vk.VkSettings;
import org.otklik.post.AccountId;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.SearchExpression;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.SourceId;
import org.otklik.spi.WatchList;
import org.otklik.spi.WatchedQuery;
import org.otklik.testkit.InMemoryContext;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.ok.OkFake;

/** The adapters as the benchmark runs them: without rests and quotas, over a fake full of posts. */
final class Benchmarked {

    private static final int WITHOUT_LIMIT = 1_000_000;
    private static final WatchList WATCHED = new WatchList(
            List.of(), List.of(new WatchedQuery("all", Set.of(), SearchExpression.parse("Самара жалоба"))));

    private Benchmarked() {}

    static NetworkAdapter adapter(String network, FakeProcess fake, HttpTransport transport) {
        NetworkAdapter adapter = switch (network) {
            case "vk" -> vk(fake, transport);
            case "ok" -> ok(fake, transport);
            case "x" -> x(fake, transport);
            case "telegram" -> telegram(fake, transport);
            case "max" -> max(fake, transport);
            case "facebook" -> FacebookAdapter.of(meta(network, fake, transport));
            case "instagram" -> InstagramAdapter.of(meta(network, fake, transport));
            default -> throw new IllegalArgumentException("There is no adapter of " + network + ".");
        };
        SettableClock clock = SettableClock.startingAt(fake.now());
        adapter.attach(InMemoryContext.of(clock, safe(fake)).watching(WATCHED));
        return adapter;
    }

    /** The source that shows all posts: the search where there is one. */
    static SourceId source(NetworkAdapter adapter) {
        return adapter.sources().stream()
                .filter(source -> source.name().startsWith("search:")
                        || source.name().startsWith("page:")
                        || Set.of("discussions", "updates").contains(source.name()))
                .findFirst()
                .orElseThrow();
    }

    private static NetworkAdapter vk(FakeProcess fake, HttpTransport transport) {
        return VkAdapter.of(VkSettings.builder()
                .reader(AccountId.of("vk", "reader"))
                .baseUrl(fake.address())
                .transport(transport)
                .callsPerSecond(WITHOUT_LIMIT, WITHOUT_LIMIT)
                .dailyQuota("newsfeed.search", WITHOUT_LIMIT)
                .build());
    }

    private static NetworkAdapter ok(FakeProcess fake, HttpTransport transport) {
        return OkAdapter.of(OkSettings.builder(OkFake.APPLICATION_KEY, transport)
                .account("reader", "53")
                .baseUrl(fake.address())
                .calls(WITHOUT_LIMIT, Duration.ofSeconds(1))
                .build());
    }

    private static NetworkAdapter x(FakeProcess fake, HttpTransport transport) {
        return XAdapter.of(XSettings.builder(AccountId.of("x", "reader"))
                .baseUrl(fake.address())
                .transport(transport)
                .readsPerQuarter(WITHOUT_LIMIT)
                .firstLookBack(Duration.ofDays(1))
                .build());
    }

    private static NetworkAdapter telegram(FakeProcess fake, HttpTransport transport) {
        return TelegramAdapter.of(TelegramSettings.builder(transport)
                .account("reader")
                .baseUrl(fake.address())
                .polling(Duration.ZERO, Duration.ZERO)
                .calls(WITHOUT_LIMIT, WITHOUT_LIMIT)
                .build());
    }

    private static NetworkAdapter max(FakeProcess fake, HttpTransport transport) {
        return MaxAdapter.of(MaxSettings.builder(transport)
                .account("reader")
                .baseUrl(fake.address())
                .every(Duration.ZERO, Duration.ofDays(1), Duration.ofDays(1))
                .calls(WITHOUT_LIMIT)
                .build());
    }

    private static MetaSettings meta(String network, FakeProcess fake, HttpTransport transport) {
        AccountId reader = AccountId.of(network, "reader");
        MetaSettingsBuilder settings = MetaSettings.builder()
                .baseUrls(fake.address(), fake.address())
                .transport(transport)
                .calls(WITHOUT_LIMIT, Duration.ofSeconds(1));
        String number = fake.also(0);
        return (network.equals("facebook")
                        ? settings.page(reader, number, "samara")
                        : settings.instagram(reader, number, "samara", MetaSettings.Login.INSTAGRAM))
                .build();
    }

    private static SecretProvider safe(FakeProcess fake) {
        return new SecretProvider() {
            @Override
            public Optional<String> secret(AccountId account, String name) {
                return switch (name) {
                    case "service-token",
                            "access-token",
                            "bearer-token",
                            "bot-token",
                            "page-token",
                            "instagram-token" -> Optional.of(fake.token());
                    case "application-secret-key" -> Optional.of(OkFake.APPLICATION_SECRET);
                    case "app-secret" -> Optional.of(fake.also(1));
                    default -> Optional.empty();
                };
            }

            @Override
            public void rotate(AccountId account, String name, String value) {
                throw new UnsupportedOperationException("Nothing rotates in a benchmark.");
            }
        };
    }
}
