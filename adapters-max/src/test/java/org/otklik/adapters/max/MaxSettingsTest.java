package org.otklik.adapters.max;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.HttpTransport;
import org.otklik.adapters.http.JdkHttpTransport;

class MaxSettingsTest {

    private static final HttpTransport WAY_OUT = JdkHttpTransport.of(HttpSettings.standard());

    @Test
    void without_a_word_the_network_is_where_it_is_and_its_limits_are_kept() {
        MaxSettings settings =
                MaxSettings.builder(WAY_OUT).account("one").account("other").build();

        assertEquals("https://platform-api2.max.ru", settings.baseUrl.toString());
        assertEquals(Duration.ofMillis(500), settings.intervals.updates());
        assertEquals(15, settings.budget.callsPerSecond(), "Thirty calls a second are for all bots of a host.");
        assertEquals("settings of MAX for [one, other]", settings.toString());
    }

    @Test
    void all_mistakes_are_told_at_once() {
        MaxSettingsBuilder wrong = MaxSettings.builder(WAY_OUT)
                .account(" ")
                .account("one")
                .account("one")
                .webhook("nobody", URI.create("http://example.org/hook"))
                .baseUrl(URI.create("https://example.org/"))
                .every(Duration.ofSeconds(-1), Duration.ZERO, Duration.ZERO)
                .recentPosts(101)
                .calls(0)
                .withoutSafetyNet();

        String told = String.valueOf(
                assertThrows(IllegalArgumentException.class, wrong::build).getMessage());

        for (String part : new String[] {
            "' '",
            "'one'",
            "https address",
            "slash",
            "updates",
            "recent posts",
            "calls a second",
            "'nobody'",
            "left out"
        }) {
            assertTrue(told.contains(part), part + " is missing in: " + told);
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> MaxSettings.builder(WAY_OUT).build());
    }
}
