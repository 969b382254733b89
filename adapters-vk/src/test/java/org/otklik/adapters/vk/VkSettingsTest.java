package org.otklik.adapters.vk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.otklik.post.AccountId;
import org.otklik.spi.Capability;

class VkSettingsTest {

    private static final AccountId ACCOUNT = AccountId.of("vk", "official");

    @Test
    void all_mistakes_are_said_at_once() {
        VkSettingsBuilder settings = VkSettings.builder()
                .reader(AccountId.of("ok", "other"))
                .community(ACCOUNT, -5)
                .community(ACCOUNT, 6)
                .baseUrl(URI.create("ftp://x"))
                .wallsEvery(Duration.ofSeconds(-1))
                .longPoll(Duration.ZERO, Duration.ofSeconds(91))
                .callsPerSecond(0, 1)
                .dailyQuota("wall.get", -1)
                .longestComment(0)
                .watching(101, Duration.ofDays(1));

        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, settings::build).getMessage());

        for (String part : List.of(
                "another network",
                "above nought",
                "named twice",
                "base address",
                "negative",
                "90 seconds",
                "one call a second",
                "wall.get",
                "longest comment",
                "1 to 100 posts")) {
            assertTrue(message.contains(part), part);
        }
    }

    @Test
    void settings_do_not_change_with_their_builder() {
        VkSettingsBuilder builder = VkSettings.builder().reader(ACCOUNT);
        VkSettings settings = builder.build();
        builder.readOnly().longestComment(5);

        assertFalse(settings.isReadOnly());
        assertEquals(4_096, settings.longestComment());
        assertThrows(IllegalArgumentException.class, () -> VkSettings.builder().build());
    }

    @Test
    void capabilities_follow_from_who_may_read_and_speak() {
        Set<Capability> reading =
                VkAdapter.of(VkSettings.builder().reader(ACCOUNT).build()).capabilities();
        Set<Capability> speaking = VkAdapter.of(VkSettings.builder()
                        .reader(ACCOUNT)
                        .community(ACCOUNT, 1)
                        .build())
                .capabilities();

        assertFalse(reading.contains(Capability.REPLY));
        assertTrue(speaking.containsAll(
                Set.of(Capability.REPLY, Capability.IDEMPOTENT_SEND, Capability.READ_BACK, Capability.WEBHOOK)));
    }
}
