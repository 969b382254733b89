package org.otklik.adapters.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.adapters.meta.MetaSettings.Login;
import org.otklik.post.AccountId;

class MetaSettingsTest {

    private static final AccountId PAGE = AccountId.of("facebook", "krai");
    private static final AccountId ACCOUNT = AccountId.of("instagram", "krai");

    @Test
    void each_login_has_a_host_of_its_own() {
        MetaSettings settings = MetaSettings.builder()
                .page(PAGE, "104", "krai")
                .instagram(ACCOUNT, "178", "krai", Login.INSTAGRAM)
                .build();

        assertEquals(
                URI.create("https://graph.facebook.com"),
                settings.baseUrl(settings.account(PAGE).orElseThrow()));
        assertEquals(
                URI.create("https://graph.instagram.com"),
                settings.baseUrl(settings.account(ACCOUNT).orElseThrow()));
        assertEquals(
                List.of(PAGE),
                settings.accounts(FacebookAdapter.NETWORK).stream()
                        .map(MetaAccount::account)
                        .toList());
    }

    @Test
    void all_mistakes_are_named_at_once() {
        MetaSettingsBuilder wrong = MetaSettings.builder()
                .page(AccountId.of("vk", "krai"), "my page", "krai")
                .page(PAGE, "104", "@krai")
                .page(PAGE, "104", "krai")
                .recent(0, Duration.ofDays(1))
                .calls(0, Duration.ZERO)
                .version("25")
                .pagesEvery(Duration.ofSeconds(-1))
                .baseUrls(URI.create("https://proxy.example/"), URI.create("/nowhere"));

        String message =
                assertThrows(IllegalArgumentException.class, wrong::build).getMessage();

        for (String mistake : List.of(
                "vk:krai",
                "my page",
                "@krai",
                "stands twice",
                "recent posts",
                "above nought",
                "v25.0",
                "below nought",
                "https://proxy.example/",
                "/nowhere")) {
            assertTrue(message.contains(mistake), mistake + " is not in: " + message);
        }
    }

    @Test
    void settings_do_not_change_with_the_builder_they_came_from() {
        MetaSettingsBuilder builder = MetaSettings.builder().page(PAGE, "104", "krai");
        MetaSettings before = builder.build();

        builder.readOnly(true).version("v26.0").page(AccountId.of("facebook", "town"), "105", "town");

        assertEquals("v25.0", before.version());
        assertEquals(1, before.accounts(FacebookAdapter.NETWORK).size());
    }
}
