package org.otklik.adapters.twitter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.post.AccountId;

class XSettingsTest {

    @Test
    void all_mistakes_are_named_at_once() {
        XSettingsBuilder wrong = XSettings.builder(AccountId.of("vk", "a"))
                .official(XOfficial.oauth1(AccountId.of("x", "one"), "krai", "@krai"))
                .official(XOfficial.oauth2(AccountId.of("x", "one"), "1", "krai", " "))
                .baseUrl(URI.create("https://x.example/"))
                .searchEvery(Duration.ofSeconds(-1))
                .firstLookBack(Duration.ofDays(8))
                .queryLength(10)
                .longestText(0);

        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, wrong::build).getMessage());

        List.of(
                        "network x",
                        "numeric",
                        "without @",
                        "client id",
                        "twice",
                        "slash",
                        "below nought",
                        "7 days",
                        "64",
                        "above")
                .forEach(part -> assertTrue(message.contains(part), part + " in " + message));
    }

    @Test
    void settings_do_not_change_with_their_builder() {
        XSettingsBuilder builder = XSettings.builder(AccountId.of("x", "a")).queryLength(512);
        XSettings settings = builder.build();
        builder.queryLength(1024);

        assertEquals(512, settings.queryLength());
    }

    @Test
    void prices_below_nought_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new XPrices(1, 1, 1, 1, -1));
    }
}
