package org.otklik.adapters.max;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.otklik.AccountHealth;
import org.otklik.HealthState;
import org.otklik.IncidentDesk;
import org.otklik.access.Actor;
import org.otklik.access.Role;
import org.otklik.adapters.http.HttpSettings;
import org.otklik.adapters.http.JdkHttpTransport;
import org.otklik.post.AccountId;
import org.otklik.post.Discussion;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterException;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReplyTarget;
import org.otklik.spi.SourceId;
import org.otklik.testkit.Desks;
import org.otklik.testkit.InMemoryContext;
import org.otklik.testkit.SettableClock;
import org.otklik.testkit.regions.MiniRegion;

/** MAX's certificates end in a root that Java does not know: what the host reads then, and what helps. */
class MaxTrustTest {

    private static final AccountId ACCOUNT = AccountId.of("max", "official");
    private static final SourceId UPDATES = new SourceId(ACCOUNT, "updates");
    private static final String NOTHING = "{\"updates\":[],\"marker\":7}";

    @TempDir
    private static Path folder;

    private static TlsServer server;

    private final SettableClock clock = SettableClock.startingAt(Instant.parse("2026-11-19T06:00:00Z"));
    private final MaxSafe safe = new MaxSafe().put(ACCOUNT, "bot-token", "bot-canary");

    @BeforeAll
    static void open() throws Exception {
        server = TlsServer.open(folder, NOTHING);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private MaxAdapter adapter(HttpSettings way) {
        return MaxAdapter.of(MaxSettings.builder(JdkHttpTransport.of(way))
                .account("official")
                .baseUrl(server.address())
                .build());
    }

    private MaxAdapter attached(HttpSettings way) {
        MaxAdapter adapter = adapter(way);
        adapter.attach(InMemoryContext.of(clock, safe));
        return adapter;
    }

    @Test
    void without_the_root_every_failure_names_the_root_and_the_setting() {
        MaxAdapter adapter = attached(HttpSettings.standard());

        AdapterException first =
                assertThrows(AdapterException.class, () -> adapter.poll(UPDATES, Optional.empty(), 10));
        clock.advance(Duration.ofMillis(600));
        AdapterException resting =
                assertThrows(AdapterException.class, () -> adapter.poll(UPDATES, Optional.empty(), 10));

        for (AdapterException failure : List.of(first, resting)) {
            assertEquals(FailureKind.CONFIGURATION, failure.kind());
            assertTrue(String.valueOf(failure.getMessage()).contains("Russian Trusted Root CA"), failure.getMessage());
            assertTrue(String.valueOf(failure.getMessage()).contains("HttpSettings.builder().trust"));
            assertFalse(String.valueOf(failure.getMessage()).contains("bot-canary"));
        }
    }

    @Test
    void an_answer_is_put_off_and_not_lost() {
        MaxAdapter adapter = attached(HttpSettings.standard());
        ReplyTarget target = ReplyTarget.of(ACCOUNT, PostId.of("max", "post:mid.1:mid.2"), Discussion.NONE);

        PublishOutcome outcome = adapter.publish(target, "Ответ", MaxTown.KEY);

        PublishOutcome.Refused refused = assertInstanceOf(PublishOutcome.Refused.class, outcome);
        assertEquals(FailureKind.CONFIGURATION, refused.kind());
        assertTrue(refused.detail().contains("Russian-Trusted-Root-CA"), refused.detail());
    }

    @Test
    void the_health_of_the_account_says_what_is_missing() {
        try (IncidentDesk desk = Desks.inMemory(MiniRegion.load(), clock)
                .network(adapter(HttpSettings.standard()))
                .secrets(safe)
                .build()) {
            desk.poll();

            AccountHealth health = desk.health()
                    .accounts(Actor.of("coordinator", Role.COORDINATOR))
                    .orThrow()
                    .get(0);
            assertEquals(HealthState.DEGRADED, health.state());
            String told = health.message(Locale.ENGLISH, ZoneOffset.UTC);
            assertTrue(told.contains("tls-untrusted.HttpSettings.trust.Russian-Trusted-Root-CA"), told);
        }
    }

    @Test
    void with_the_root_as_pem_the_network_is_read() {
        MaxAdapter adapter = attached(HttpSettings.builder().trust(server.pem()).build());

        assertEquals("1 7", adapter.poll(UPDATES, Optional.empty(), 10).next().value());
    }
}
