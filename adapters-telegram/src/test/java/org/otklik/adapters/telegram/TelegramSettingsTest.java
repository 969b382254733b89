package org.otklik.adapters.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.HttpTransport;
import org.otklik.adapters.http.JdkHttpTransport;

class TelegramSettingsTest {

    private static final HttpTransport WAY = JdkHttpTransport.of(HttpSettings.standard());

    @Test
    void all_mistakes_are_told_at_once() {
        TelegramSettingsBuilder wrong = TelegramSettings.builder(WAY)
                .account("a")
                .webhookAccount("a")
                .baseUrl(URI.create("https://api.example/"))
                .polling(Duration.ofSeconds(-1), Duration.ofSeconds(51))
                .calls(0, 1)
                .perChat(Duration.ZERO, 20);

        String words =
                assertThrows(IllegalArgumentException.class, wrong::build).getMessage();

        assertEquals(6, words.split(";", -1).length, words);
    }

    @Test
    void without_an_account_there_is_nothing_to_do() {
        TelegramSettingsBuilder empty = TelegramSettings.builder(WAY);

        assertTrue(assertThrows(IllegalArgumentException.class, empty::build)
                .getMessage()
                .contains("no account"));
    }

    @Test
    void a_server_of_ones_own_may_stand_below_a_path() {
        TelegramSettings settings = TelegramSettings.builder(WAY)
                .account("a")
                .baseUrl(URI.create("http://127.0.0.1:8081/bots"))
                .build();

        assertEquals("settings of Telegram for [a]", settings.toString());
    }
}
