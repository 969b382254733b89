package org.otklik.live;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.HttpTransport;
import org.otklik.adapters.http.JdkHttpTransport;
import org.otklik.adapters.max.MaxAdapter;
import org.otklik.adapters.max.MaxSettings;
import org.otklik.adapters.meta.FacebookAdapter;
import org.otklik.adapters.meta.InstagramAdapter;
import org.otklik.adapters.meta.MetaSettings;
import org.otklik.adapters.ok.OkAdapter;
import org.otklik.adapters.ok.OkSettings;
import org.otklik.adapters.telegram.TelegramAdapter;
import org.otklik.adapters.telegram.TelegramSettings;
import org.otklik.adapters.twitter.XAdapter;
import org.otklik.adapters.twitter.XSettings;
import org.otklik.adapters.vk.VkAdapter;
import org.otklik.adapters.vk.VkSettings;
import org.otklik.adapters.vk.VkSettingsBuilder;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.SearchExpression;
import org.otklik.spi.SecretProvider;
import org.otklik.spi.WatchList;
import org.otklik.spi.WatchedPage;
import org.otklik.spi.WatchedQuery;

/**
 * What the environment gives: {@code OTKLIK_VK_SERVICE_TOKEN}, {@code OTKLIK_VK_PAGE}, {@code OTKLIK_VK_GROUP},
 * {@code OTKLIK_VK_GROUP_TOKEN}; {@code OTKLIK_OK_APPLICATION_KEY}, {@code OTKLIK_OK_ACCESS_TOKEN},
 * {@code OTKLIK_OK_SESSION_SECRET_KEY}, {@code OTKLIK_OK_GROUP}; {@code OTKLIK_X_BEARER_TOKEN}, {@code OTKLIK_X_QUERY};
 * {@code OTKLIK_TELEGRAM_BOT_TOKEN}; {@code OTKLIK_MAX_BOT_TOKEN}, {@code OTKLIK_MAX_ROOT_PEM};
 * {@code OTKLIK_FACEBOOK_PAGE_TOKEN}, {@code OTKLIK_FACEBOOK_APP_SECRET}, {@code OTKLIK_FACEBOOK_PAGE_ID};
 * {@code OTKLIK_INSTAGRAM_INSTAGRAM_TOKEN}, {@code OTKLIK_INSTAGRAM_APP_SECRET}, {@code OTKLIK_INSTAGRAM_USER_ID},
 * {@code OTKLIK_INSTAGRAM_USERNAME}.
 */
final class LiveNetworks {

    private final Map<String, String> environment;

    LiveNetworks(Map<String, String> environment) {
        this.environment = environment;
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(environment.get("OTKLIK_" + name)).filter(text -> !text.isBlank());
    }

    private HttpTransport transport() {
        return JdkHttpTransport.of(HttpSettings.standard());
    }

    /** The adapter of a network, if the environment names its token. */
    Optional<NetworkAdapter> adapter(String network) {
        return switch (network) {
            case "vk" -> value("VK_SERVICE_TOKEN").map(token -> vk());
            case "ok" -> value("OK_APPLICATION_KEY").map(this::ok);
            case "x" -> value("X_BEARER_TOKEN").map(token -> x());
            case "telegram" -> value("TELEGRAM_BOT_TOKEN").map(token -> telegram());
            case "max" -> value("MAX_BOT_TOKEN").map(token -> max());
            case "facebook" -> value("FACEBOOK_PAGE_ID").map(this::facebook);
            case "instagram" -> value("INSTAGRAM_USER_ID").map(this::instagram);
            default -> Optional.empty();
        };
    }

    private NetworkAdapter vk() {
        VkSettingsBuilder settings =
                VkSettings.builder().reader(AccountId.of("vk", "live")).transport(transport());
        value("VK_GROUP")
                .map(Long::parseLong)
                .ifPresent(group -> settings.community(AccountId.of("vk", "live"), group));
        return VkAdapter.of(settings.withoutLongPoll().build());
    }

    private NetworkAdapter ok(String applicationKey) {
        String group = value("OK_GROUP").orElseThrow(() -> new IllegalStateException("OTKLIK_OK_GROUP is missing."));
        return OkAdapter.of(OkSettings.builder(applicationKey, transport())
                .account("live", group)
                .build());
    }

    private NetworkAdapter x() {
        return XAdapter.of(XSettings.builder(AccountId.of("x", "live"))
                .transport(transport())
                .build());
    }

    private NetworkAdapter telegram() {
        return TelegramAdapter.of(
                TelegramSettings.builder(transport()).account("live").build());
    }

    /** The root of MAX's certificates is not in Java. */
    private NetworkAdapter max() {
        HttpSettings.Builder way = HttpSettings.builder();
        value("MAX_ROOT_PEM").map(Path::of).ifPresent(way::trust);
        return MaxAdapter.of(MaxSettings.builder(JdkHttpTransport.of(way.build()))
                .account("live")
                .build());
    }

    private NetworkAdapter facebook(String page) {
        return FacebookAdapter.of(MetaSettings.builder()
                .transport(transport())
                .page(AccountId.of("facebook", "live"), page, page)
                .build());
    }

    private NetworkAdapter instagram(String user) {
        return InstagramAdapter.of(MetaSettings.builder()
                .transport(transport())
                .instagram(
                        AccountId.of("instagram", "live"),
                        user,
                        value("INSTAGRAM_USERNAME").orElse(user),
                        MetaSettings.Login.INSTAGRAM)
                .build());
    }

    WatchList watchList() {
        List<WatchedPage> pages =
                value("VK_PAGE").map(page -> new WatchedPage(NetworkId.of("vk"), page, Optional.empty())).stream()
                        .toList();
        String words = value("X_QUERY").orElse("Самара");
        return new WatchList(pages, List.of(new WatchedQuery("live", Set.of(), SearchExpression.parse(words))));
    }

    /** Names of secrets are the adapters' own: {@code service-token} of vk is {@code OTKLIK_VK_SERVICE_TOKEN}. */
    SecretProvider secrets() {
        return new SecretProvider() {
            @Override
            public Optional<String> secret(AccountId account, String name) {
                return value((account.network().code() + "_" + name)
                        .toUpperCase(Locale.ROOT)
                        .replace('-', '_'));
            }

            @Override
            public void rotate(AccountId account, String name, String value) {
                throw new UnsupportedOperationException("The environment keeps no rotated secrets.");
            }
        };
    }
}
