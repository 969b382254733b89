package org.otklik.internal.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.HealthState;
import org.otklik.internal.codec.Json;
import org.otklik.spi.AdapterException;
import org.otklik.spi.FailureKind;

class StoredHealthTest {

    private static final Instant START = Instant.parse("2026-11-23T06:00:00Z");
    private static final Duration SILENCE = Duration.ofHours(12);

    private final StoredHealth unknown = StoredHealth.unknown(START);

    private static Instant minute(int number) {
        return START.plus(Duration.ofMinutes(number));
    }

    private static Observed read(String source, int minute) {
        return Observed.NOTHING.withListed(minute(minute)).fine(source, minute(minute));
    }

    private static Observed failed(String source, FailureKind kind, int minute) {
        AdapterException e = AdapterException.of(kind, "It failed.");
        return Observed.NOTHING.withListed(minute(minute)).failed(Trouble.of(source, e, List.of(), minute(minute)));
    }

    private static HealthState state(StoredHealth health) {
        return health.finding(SILENCE).state();
    }

    @Test
    void what_needs_a_person_counts_at_once_and_what_may_pass_after_ten_minutes() {
        for (FailureKind kind : FailureKind.values()) {
            StoredHealth once = unknown.after(failed("wall", kind, 0));
            StoredHealth lasting = once.after(failed("wall", kind, 10));

            assertEquals(kind.isPassing(), state(once) == HealthState.OK, kind.name());
            assertTrue(state(lasting).compareTo(HealthState.DEGRADED) >= 0, kind.name());
        }
    }

    @Test
    void a_wait_that_the_network_announces_counts_at_once_when_it_is_long() {
        AdapterException e = AdapterException.of(FailureKind.QUOTA, "Spent.").retryAfter(Duration.ofHours(3));

        StoredHealth health = unknown.after(Observed.NOTHING.failed(Trouble.of("wall", e, List.of(), START)));

        assertEquals(HealthState.DEGRADED, state(health));
    }

    @Test
    void a_success_in_between_begins_a_trouble_anew() {
        StoredHealth health = unknown.after(failed("wall", FailureKind.TRANSIENT, 0));
        Observed both = read("wall", 5).then(failed("wall", FailureKind.TRANSIENT, 12));

        assertEquals(HealthState.OK, state(health.after(both)));
        assertEquals(minute(12), health.after(both).troubles().get(0).first());
    }

    @Test
    void an_older_success_of_another_node_clears_no_newer_trouble() {
        StoredHealth health = unknown.after(failed("wall", FailureKind.TOKEN_INVALID, 5));

        assertEquals(HealthState.REAUTHORISE, state(health.after(read("wall", 4))));
        assertEquals(HealthState.OK, state(health.after(read("wall", 6))));
    }

    @Test
    void one_source_that_is_read_again_proves_the_new_token_for_all() {
        StoredHealth health = unknown.after(failed("wall", FailureKind.TOKEN_INVALID, 0))
                .after(failed("search", FailureKind.TOKEN_INVALID, 0))
                .after(failed("closed", FailureKind.PERMISSION, 0));

        assertEquals(HealthState.REAUTHORISE, state(health.after(read("chat", 1))));
        assertEquals(HealthState.DEGRADED, state(health.after(read("wall", 1))));
    }

    @Test
    void a_trouble_of_a_source_that_nobody_reads_any_more_is_forgotten_but_one_of_sending_is_not() {
        Trouble mute = Trouble.of(
                Trouble.SENDING, FailureKind.TOKEN_INVALID, "5", Optional.empty(), List.of("group-token"), START);
        StoredHealth reading = unknown.after(failed("wall", FailureKind.PERMISSION, 0));
        StoredHealth sending = unknown.after(Observed.NOTHING.failed(mute));
        int threeDays = 3 * 24 * 60;

        assertTrue(reading.after(read("search", threeDays)).troubles().isEmpty());
        assertEquals(HealthState.REAUTHORISE, state(sending.after(read("search", threeDays))));
        assertEquals(
                HealthState.OK,
                state(sending.after(Observed.NOTHING.fine(Trouble.SENDING, minute(threeDays)))
                        .after(read("a", threeDays).withPost(minute(threeDays)))));
    }

    @Test
    void silence_is_counted_by_readings_and_not_by_the_clock() {
        StoredHealth health = unknown.after(read("wall", 0).withPost(minute(0)));

        StoredHealth nearly = health.after(read("wall", 12 * 60 - 1));
        StoredHealth silent = nearly.after(read("wall", 12 * 60));

        assertEquals(HealthState.OK, state(nearly));
        assertEquals(HealthState.SILENT, state(silent));
        assertEquals("NO_POSTS", silent.finding(SILENCE).code());
        assertEquals(Optional.of(minute(0)), silent.finding(SILENCE).since());
        assertEquals(HealthState.OK, state(silent.after(read("wall", 721).withPost(minute(721)))));
    }

    @Test
    void an_hour_in_which_nothing_could_be_read_is_silence_too() {
        StoredHealth health = unknown.after(read("wall", 0).withPost(minute(0)));
        for (int minute = 5; minute <= 65; minute += 5) {
            assertEquals(HealthState.OK, state(health));
            health = health.after(Observed.NOTHING.withListed(minute(minute)));
        }

        assertEquals(HealthState.SILENT, state(health));
        assertEquals("NOTHING_READ", health.finding(SILENCE).code());
        assertEquals(HealthState.OK, state(health.after(read("wall", 66))));
    }

    @Test
    void a_night_in_which_nobody_asked_is_no_silence() {
        StoredHealth health =
                unknown.after(read("wall", 0).withPost(minute(0))).after(Observed.NOTHING.withListed(minute(1)));

        assertEquals(HealthState.OK, state(health.after(Observed.NOTHING.withListed(minute(600)))));
    }

    @Test
    void what_is_stored_is_bounded_and_comes_back() {
        String longName = "я".repeat(200);
        Observed seen = Observed.NOTHING;
        for (int i = 0; i < 100; i++) {
            AdapterException e = AdapterException.of(FailureKind.HUMAN_NEEDED, "Captcha.")
                    .help(URI.create("https://vk.example/captcha?" + "x".repeat(470)))
                    .code("c".repeat(60));
            List<String> names = List.of("a".repeat(40), "b".repeat(40));
            seen = seen.failed(Trouble.of(longName.substring(3) + i, e, names, minute(i)));
        }
        StoredHealth health = unknown.after(seen.withPost(minute(1)).withListed(minute(2)));

        String json = new Json().write(health);

        assertTrue(json.length() <= 8 * 1024, () -> "It is " + json.length());
        assertEquals(health, new Json().read(json, StoredHealth.class));
    }
}
