package org.otklik.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.otklik.IncidentDesk;
import org.otklik.access.Role;
import org.otklik.spi.AdapterException;
import org.otklik.spi.FailureKind;
import org.otklik.spi.Notice;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.SourceId;
import org.otklik.testkit.Fault;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.RecordingNotifier;
import org.otklik.testkit.SettableClock;

/** People hear of a sick account once, however often the desk tries it. */
class HealthNoticesTest {

    private static final SourceId WALL = HealthNetwork.source("vk", "official", "wall");
    private static final SourceId SEARCH = HealthNetwork.source("vk", "official", "search");
    private static final SourceId SECOND = HealthNetwork.source("vk", "second", "wall");

    private final SettableClock clock = SettableClock.startingAt(Office.MORNING);
    private final InMemoryStorage storage = InMemoryStorage.create(clock);
    private final HealthNetwork vk = new HealthNetwork("vk", "access-token", WALL, SEARCH, SECOND);
    private final RecordingNotifier notices = new RecordingNotifier();
    private IncidentDesk desk;

    @BeforeEach
    void a_desk_reads_two_accounts() {
        desk = Office.builder(storage, vk, clock).notifier(notices).build();
        step(1);
    }

    private void step(int times) {
        for (int i = 0; i < times; i++) {
            clock.advance(Duration.ofSeconds(30));
            desk.poll();
        }
    }

    private List<String> told() {
        desk.notifyDue();
        return notices.notices().stream().map(Notice::code).toList();
    }

    @Test
    void a_dead_token_of_reading_is_told_once_and_its_recovery_too() {
        vk.ill.put(WALL, AdapterException.of(FailureKind.TOKEN_INVALID, "The token expired."));
        vk.ill.put(SEARCH, AdapterException.of(FailureKind.TOKEN_INVALID, "The token expired."));

        step(50);

        assertEquals(List.of("ACCOUNT_UNHEALTHY"), told());
        Notice notice = notices.notices().get(0);
        assertEquals("vk:official", notice.subject());
        assertEquals("TOKEN_INVALID", notice.detail());
        assertEquals(Set.of(Role.COORDINATOR, Role.PUBLISHER), notice.recipients());

        vk.ill.clear();
        step(50);

        assertEquals(List.of("ACCOUNT_UNHEALTHY", "ACCOUNT_RECOVERED"), told());
    }

    @Test
    void a_dead_token_of_publishing_is_told_once_and_its_recovery_too() {
        Office office = Office.open();
        office.publishing().approved(office.accepted("p1", Office.PIT));
        office.vk.faults().lasting(Fault.TOKEN_DEAD);

        for (int i = 0; i < 10; i++) {
            office.desk.publishDue();
            office.desk.poll();
            office.wait(Duration.ofMinutes(3));
        }

        assertEquals(1, office.notices().notices("ACCOUNT_UNHEALTHY").size());

        office.vk.faults().heal();
        office.desk.publishDue();

        assertEquals(1, office.notices().notices("ACCOUNT_RECOVERED").size());
        assertEquals(1, office.notices().notices("ACCOUNT_UNHEALTHY").size());
    }

    @Test
    void what_gets_worse_or_better_is_told_again() {
        vk.ill.put(WALL, AdapterException.of(FailureKind.PERMISSION, "The wall is closed."));
        step(5);
        vk.ill.put(
                SEARCH,
                AdapterException.of(FailureKind.HUMAN_NEEDED, "A captcha.")
                        .help(URI.create("https://vk.example/c?sid=1")));
        step(5);
        vk.ill.remove(SEARCH);
        step(5);
        vk.ill.clear();
        step(5);

        assertEquals(
                List.of("ACCOUNT_UNHEALTHY", "ACCOUNT_UNHEALTHY", "ACCOUNT_UNHEALTHY", "ACCOUNT_RECOVERED"), told());
        assertEquals(
                List.of("PERMISSION", "HUMAN_NEEDED", "PERMISSION", "DEGRADED"),
                notices.notices().stream().map(Notice::detail).toList());
    }

    @Test
    void a_rate_limit_that_passes_within_ten_minutes_is_told_to_nobody() {
        vk.ill.put(
                WALL, AdapterException.of(FailureKind.RATE_LIMIT, "Too fast.").retryAfter(Duration.ofSeconds(20)));
        step(18);
        vk.ill.clear();
        step(10);

        assertEquals(List.of(), told());
    }

    @Test
    void a_rate_limit_that_lasts_is_told_once() {
        vk.ill.put(
                WALL, AdapterException.of(FailureKind.RATE_LIMIT, "Too fast.").retryAfter(Duration.ofSeconds(20)));
        step(60);

        assertEquals(List.of("ACCOUNT_UNHEALTHY"), told());
        assertEquals("RATE_LIMIT", notices.notices().get(0).detail());
    }

    @Test
    void two_nodes_tell_the_same_trouble_once() {
        RecordingNotifier others = new RecordingNotifier();
        IncidentDesk other = Office.builder(storage, vk, clock).notifier(others).build();
        vk.ill.put(WALL, AdapterException.of(FailureKind.TOKEN_INVALID, "The token expired."));

        for (int i = 0; i < 20; i++) {
            step(1);
            other.poll();
        }
        vk.ill.clear();
        for (int i = 0; i < 20; i++) {
            step(1);
            other.poll();
        }

        desk.notifyDue();
        other.notifyDue();
        List<Notice> all = new ArrayList<>(notices.notices());
        all.addAll(others.notices());
        assertEquals(
                List.of("ACCOUNT_UNHEALTHY", "ACCOUNT_RECOVERED"),
                all.stream().map(Notice::code).toList());
    }

    @Test
    void a_captcha_of_publishing_is_told_once() {
        Office office = Office.open(); // approves what the sick network is then asked to publish
        office.publishing().approved(office.accepted("p1", Office.PIT));
        HealthNetwork sick = new HealthNetwork("vk", "group-token");
        sick.outcome = new PublishOutcome.Refused(
                FailureKind.HUMAN_NEEDED, "CAPTCHA", Optional.of(URI.create("https://vk.example/captcha?sid=2")));
        IncidentDesk publisher = Office.builder(office.storage, sick, office.clock)
                .notifier(notices)
                .build();

        for (int i = 0; i < 5; i++) {
            publisher.publishDue();
            office.wait(Duration.ofMinutes(3));
        }
        publisher.notifyDue();

        assertEquals(
                1,
                notices.notices().stream()
                        .filter(notice -> notice.code().equals("ACCOUNT_UNHEALTHY"))
                        .count());
    }
}
