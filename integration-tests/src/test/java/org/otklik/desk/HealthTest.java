package org.otklik.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.otklik.AccountHealth;
import org.otklik.AccountHealth.Cause;
import org.otklik.DeskBuilder;
import org.otklik.DeskLimits;
import org.otklik.HealthState;
import org.otklik.IncidentDesk;
import org.otklik.PollReport;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.post.Post;
import org.otklik.spi.AdapterException;
import org.otklik.spi.FailureKind;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.QueryYield;
import org.otklik.spi.SourceId;
import org.otklik.spi.storage.Storage;
import org.otklik.testkit.InMemoryStorage;
import org.otklik.testkit.RecordingNotifier;
import org.otklik.testkit.SettableClock;

/** What people see of accounts: how each is, since when, why, what waits, and what helps without a restart. */
class HealthTest {

    private static final SourceId WALL = HealthNetwork.source("vk", "official", "wall:-1");
    private static final SourceId SEARCH = HealthNetwork.source("vk", "official", "search:roads");
    private static final SourceId SECOND = HealthNetwork.source("vk", "second", "wall:-2");
    private static final SourceId GROUP = HealthNetwork.source("ok", "group", "topics");
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final SettableClock clock = SettableClock.startingAt(Office.MORNING);
    private final InMemoryStorage storage = InMemoryStorage.create(clock);
    private final HealthNetwork vk = new HealthNetwork("vk", "access-token", WALL, SEARCH, SECOND);
    private final HealthNetwork ok = new HealthNetwork("ok", "session-key", GROUP);
    private final RecordingNotifier notices = new RecordingNotifier();
    private final IncidentDesk desk = builder(storage).build();

    private RecordingNotifier heard() {
        desk.notifyDue();
        return notices;
    }

    private DeskBuilder builder(Storage over) {
        return Office.builder(over, vk, clock).network(ok).notifier(notices);
    }

    private PollReport step(IncidentDesk which) {
        clock.advance(Duration.ofSeconds(30));
        return which.poll();
    }

    private AccountHealth health(IncidentDesk which, SourceId source) {
        return which.health().accounts(Office.COORDINATOR).orThrow().stream()
                .filter(one -> one.account().equals(source.account()))
                .findFirst()
                .orElseThrow();
    }

    private static AdapterException dead() {
        return AdapterException.of(FailureKind.TOKEN_INVALID, "The token expired.")
                .code("vk-5");
    }

    @Test
    void a_well_account_shows_when_it_was_read_and_when_a_post_came() {
        vk.say(WALL, post("1"));

        step(desk);

        Instant now = clock.instant();
        assertEquals(
                new AccountHealth(
                        WALL.account(), HealthState.OK, now, Optional.empty(), Optional.of(now), Optional.of(now), 0),
                health(desk, WALL));
        assertEquals(Optional.empty(), health(desk, SECOND).lastPost());
    }

    private Post post(String id) {
        return Post.builder(Office.id(id), clock.instant()).text("Привет всем").build();
    }

    @Test
    void a_dead_token_names_account_source_time_code_and_the_secret_to_renew() {
        step(desk);
        vk.ill.put(SEARCH, dead());
        step(desk);
        Instant died = clock.instant();
        step(desk);

        AccountHealth sick = health(desk, SEARCH);

        assertEquals(HealthState.REAUTHORISE, sick.state());
        assertEquals(died, sick.since());
        assertEquals(
                Optional.of(new Cause(
                        Optional.of(SEARCH),
                        Optional.of(FailureKind.TOKEN_INVALID),
                        "vk-5",
                        Optional.empty(),
                        List.of("access-token"))),
                sick.cause());
        assertEquals(
                "Аккаунту vk:official нужен новый ключ доступа с 19.11.2026 04:01. Сбой: чтение источника"
                        + " «search:roads», код vk-5. Получите в сети новый ключ доступа и положите его в хранилище"
                        + " секретов под тем же именем (access-token). Перезапуск не нужен: следующий шаг возьмёт новый"
                        + " ключ.",
                sick.message(RUSSIAN, ZoneId.of("Europe/Samara")));
        assertThat(sick.message(Locale.ENGLISH, ZoneId.of("Europe/Samara")))
                .contains("vk:official", "access-token", "search:roads", "No restart");
    }

    @Test
    void an_account_that_refuses_stops_no_other_account_and_no_other_network() {
        for (FailureKind kind : List.of(FailureKind.TOKEN_INVALID, FailureKind.HUMAN_NEEDED)) {
            vk.ill.put(WALL, AdapterException.of(kind, "Refused."));
            vk.ill.put(SEARCH, AdapterException.of(kind, "Refused."));
            vk.asked.clear();
            ok.asked.clear();

            PollReport report = step(desk);

            assertEquals(List.of(WALL, SEARCH, SECOND), vk.asked);
            assertEquals(List.of(GROUP), ok.asked);
            assertEquals(
                    List.of(kind.name(), kind.name()),
                    report.failures().stream().map(PollReport.Failure::code).toList());
            assertEquals(HealthState.OK, health(desk, SECOND).state());
            assertEquals(HealthState.OK, health(desk, GROUP).state());
            assertEquals(
                    WALL.account(),
                    desk.health().accounts(Office.PUBLISHER).orThrow().get(0).account());
        }
    }

    @Test
    void a_renewed_token_works_in_the_next_step_of_the_same_desk() {
        vk.ill.put(WALL, dead());
        step(desk);
        vk.ill.clear();

        step(desk);

        assertEquals(HealthState.OK, health(desk, WALL).state());
        assertEquals(clock.instant(), health(desk, WALL).since());
    }

    @Test
    void health_is_shared_by_the_nodes_and_survives_a_restart() {
        IncidentDesk other = builder(storage).build();
        vk.ill.put(WALL, dead());
        step(desk);

        AccountHealth seen = health(other, WALL);
        assertEquals(HealthState.REAUTHORISE, seen.state());
        assertEquals(seen, health(builder(storage).build(), WALL));

        vk.ill.clear();
        step(other);

        assertEquals(HealthState.OK, health(desk, WALL).state());
        assertEquals(1, heard().notices("ACCOUNT_RECOVERED").size());
    }

    @Test
    void a_captcha_of_publishing_shows_its_page_and_what_waits() {
        Office office = Office.open();
        office.publishing().approved(office.accepted("p1", Office.PIT));
        HealthNetwork sick = new HealthNetwork("vk", "group-token");
        URI captcha = URI.create("https://vk.example/captcha?sid=2");
        sick.outcome = new PublishOutcome.Refused(FailureKind.HUMAN_NEEDED, "vk-14", Optional.of(captcha));
        IncidentDesk publisher =
                Office.builder(office.storage, sick, office.clock).build();

        publisher.publishDue();

        AccountHealth health = publisher.health().accounts(Office.PUBLISHER).orThrow().stream()
                .filter(one -> one.state() == HealthState.HUMAN_NEEDED)
                .findFirst()
                .orElseThrow();
        assertEquals(1, health.waitingPublications());
        assertEquals(
                Optional.of(new Cause(
                        Optional.empty(),
                        Optional.of(FailureKind.HUMAN_NEEDED),
                        "vk-14",
                        Optional.of(captcha),
                        List.of("group-token"))),
                health.cause());
        assertThat(health.message(RUSSIAN, Office.REGION.zone()))
                .contains("отправка ответов", captcha.toString(), "Ждут отправки ответов: 1.");

        sick.outcome = new PublishOutcome.Sent("77", Optional.empty());
        office.wait(Duration.ofMinutes(3));
        publisher.publishDue();

        assertTrue(publisher.health().accounts(Office.PUBLISHER).orThrow().stream()
                .allMatch(one -> one.state() == HealthState.OK && one.waitingPublications() == 0));
    }

    @Test
    void an_account_through_which_no_post_comes_falls_silent_and_is_told_once() {
        IncidentDesk strict = builder(storage)
                .limits(DeskLimits.standard().withSilence(Duration.ofHours(3)))
                .build();
        vk.say(WALL, post("1"));
        step(strict);
        Instant last = clock.instant();
        for (int i = 0; i < 5 * 60; i++) {
            clock.advance(Duration.ofMinutes(1));
            vk.say(SECOND, post("second-" + i));
            ok.say(GROUP, post("group-" + i));
            strict.poll();
        }

        assertEquals(1, heard().notices("ACCOUNT_SILENT").size());
        assertEquals("vk:official", heard().notices("ACCOUNT_SILENT").get(0).subject());
        assertEquals("NO_POSTS", heard().notices("ACCOUNT_SILENT").get(0).detail());
        AccountHealth silent = health(strict, WALL);
        assertEquals(HealthState.SILENT, silent.state());
        assertEquals(last, silent.since());
        assertThat(silent.message(RUSSIAN, Office.REGION.zone())).contains("молчит", "новых сообщений нет");

        vk.say(WALL, post("2"));
        step(strict);

        assertEquals(HealthState.OK, health(strict, WALL).state());
        assertEquals(1, heard().notices("ACCOUNT_RECOVERED").size());
    }

    @Test
    void an_adapter_that_cannot_name_its_sources_falls_silent_after_an_hour_and_one_that_names_none_in_the_end() {
        step(desk);
        vk.listsNothing = true;
        ok.listing = () -> {
            throw new IllegalStateException("No settings.");
        };

        for (int i = 0; i < 125; i++) {
            step(desk);
        }

        assertEquals(HealthState.SILENT, health(desk, GROUP).state());
        assertEquals(
                AccountHealth.NOTHING_READ,
                health(desk, GROUP).cause().orElseThrow().code());
        assertEquals(HealthState.OK, health(desk, WALL).state());

        for (int i = 0; i < 12 * 60; i++) {
            clock.advance(Duration.ofMinutes(1));
            desk.poll();
        }

        assertEquals(HealthState.SILENT, health(desk, WALL).state());
        assertEquals(3, heard().notices("ACCOUNT_SILENT").size());
    }

    @Test
    void what_was_said_while_the_program_was_off_is_read_before_silence_is_told() {
        vk.say(WALL, post("1"));
        step(desk);
        clock.advance(Duration.ofHours(14));
        vk.say(WALL, post("2"));

        IncidentDesk morning = builder(storage).build();
        morning.poll();

        assertEquals(HealthState.OK, health(morning, WALL).state());
        assertThat(heard().notices()).noneMatch(notice -> notice.subject().equals("vk:official"));
    }

    @Test
    void a_bug_of_an_adapter_concerns_people_when_it_lasts() {
        vk.ill.put(WALL, new IllegalStateException("A bug."));
        step(desk);
        assertEquals(HealthState.OK, health(desk, WALL).state());

        for (int i = 0; i < 25; i++) {
            step(desk);
        }

        assertEquals(HealthState.DEGRADED, health(desk, WALL).state());
        assertEquals(
                "IllegalStateException",
                health(desk, WALL).cause().orElseThrow().code());
    }

    @Test
    void what_changes_nothing_is_written_once_a_minute() {
        Set<String> written = new HashSet<>();
        vk.ill.put(WALL, dead());
        for (int second = 0; second < 180; second++) {
            clock.advance(Duration.ofSeconds(1));
            desk.poll();
            written.add(stored(WALL.account()));
        }

        assertThat(written).hasSizeBetween(3, 4);
    }

    private String stored(AccountId account) {
        return storage.transact(
                unit -> unit.state().read("health", account.toString()).orElse(""));
    }

    @Test
    void an_unreadable_record_is_gathered_anew() {
        storage.transact(unit -> {
            unit.state().write("health", WALL.account().toString(), "{");
            return true;
        });

        step(desk);

        assertEquals(HealthState.OK, health(desk, WALL).state());
    }

    @Test
    void the_yield_of_queries_is_shown_and_an_adapter_that_cannot_tell_hides_no_other() {
        QueryYield roads = new QueryYield("roads", NetworkId.of("vk"), 10, 3, Office.MORNING);
        QueryYield water = new QueryYield("water", NetworkId.of("vk"), 4, 0, Office.MORNING);
        vk.yields = () -> List.of(water, roads);
        ok.yields = () -> {
            throw new IllegalStateException("No numbers.");
        };

        assertEquals(
                List.of(roads, water), desk.health().queries(Office.COORDINATOR).orThrow());
    }

    @Test
    void an_account_is_leased_once_a_step_however_many_sources_it_has() {
        int one = transactionsOfAStep(1);
        int eleven = transactionsOfAStep(11);

        assertEquals(20, eleven - one, "A source costs reading its cursor and storing its page.");
    }

    private int transactionsOfAStep(int sources) {
        HealthNetwork many = new HealthNetwork("vk", "access-token");
        for (int i = 0; i < sources; i++) {
            many.waiting.put(HealthNetwork.source("vk", "official", "wall" + i), List.of());
        }
        HealthStorage counting = new HealthStorage(InMemoryStorage.create(clock));
        IncidentDesk counted = Office.builder(counting, many, clock).build();
        counted.poll();
        counting.transactions = 0;
        counted.poll();
        return counting.transactions;
    }
}
