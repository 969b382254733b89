package org.otklik.adapters.twitter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.otklik.adapters.budget.Backoff;
import org.otklik.post.PostChange;
import org.otklik.spi.AdapterException;
import org.otklik.spi.Cursor;
import org.otklik.spi.PostPage;
import org.otklik.spi.PublishOutcome;
import org.otklik.spi.ReadBack;
import org.otklik.spi.SourceId;
import org.otklik.testkit.wire.Misbehaviour;

@Timeout(60)
class XStormTest {

    private static final SourceId ROADS = XHost.source("search:roads");

    @Test
    void in_a_storm_of_429_no_more_is_asked_than_x_allows_and_nothing_is_lost() {
        try (XHost host =
                XHost.open(settings -> settings.lookupEvery(Duration.ofDays(1))).watching("roads", "яма")) {
            host.x.meter().limit("GET", "/2/tweets/search/recent", 20);
            Set<String> written = new HashSet<>();
            Set<String> read = new HashSet<>();
            Optional<Cursor> cursor = Optional.empty();
            for (int second = 0; second < 2_400; second++) {
                if (second % 10 == 0) {
                    written.add("Яма " + second);
                    host.x.post(host.citizen, "Яма " + second);
                }
                host.wait(Duration.ofSeconds(1));
                if (host.adapter.sources().contains(ROADS)) {
                    cursor = Optional.of(poll(host, cursor, read));
                }
            }
            int calls = host.x.meter().calls("GET", "/2/tweets/search/recent");
            host.wait(Duration.ofMinutes(15));
            while (read.size() < written.size()) {
                cursor = Optional.of(poll(host, cursor, read));
            }

            assertTrue(calls <= 60, "X was asked " + calls + " times");
            assertEquals(written, read);
        }
    }

    private static Cursor poll(XHost host, Optional<Cursor> cursor, Set<String> read) {
        PostPage page = host.adapter.poll(ROADS, cursor, 100);
        page.changes()
                .forEach(change -> read.add(((PostChange.Present) change).post().text()));
        return page.next();
    }

    @Test
    void our_own_budget_is_never_exceeded_whatever_the_host_asks() {
        try (XHost host = XHost.open(settings -> settings.readsPerQuarter(5)).watching("roads", "яма")) {
            int refused = 0;
            for (int i = 0; i < 40; i++) {
                try {
                    host.adapter.poll(ROADS, Optional.empty(), 10);
                } catch (AdapterException e) {
                    assertTrue(e.retryAfter().isPresent());
                    refused++;
                }
            }

            assertEquals(35, refused);
            assertEquals(5, host.x.meter().calls("GET", "/2/tweets/search/recent"));
        }
    }

    /** A line that is cut before the answer is tried once more by Java's own client, which is right for reading. */
    @ParameterizedTest
    @EnumSource(
            value = Misbehaviour.class,
            names = {"CUT_BEFORE", "CUT_AFTER"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatever_the_line_does_reading_fails_in_time_and_goes_on_with_the_same_cursor(Misbehaviour how) {
        try (XHost host = XHost.open().watching("roads", "яма")) {
            String post = host.x.post(host.citizen, "Яма");
            host.x.server().misbehave(how);

            assertThrows(AdapterException.class, () -> host.adapter.poll(ROADS, Optional.empty(), 10));

            assertEquals(post, host.read(ROADS).changes().get(0).id().nativeId());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Misbehaviour.class,
            names = {"REDIRECT"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatever_the_line_does_a_reply_is_in_doubt_and_stands_at_most_once(Misbehaviour how) {
        try (XHost host = XHost.open()) {
            String post = host.x.post(host.citizen, "Яма");
            host.x.server().misbehave(how);

            assertInstanceOf(PublishOutcome.Unknown.class, host.publish(post, XHost.ANSWER));

            boolean stands = host.find(post, XHost.ANSWER) instanceof ReadBack.Visible;
            assertEquals(stands ? List.of(XHost.ANSWER) : List.of(), host.x.repliesTo(post));
        }
    }

    @Test
    void after_errors_the_account_rests_longer_and_longer() {
        Backoff backoff = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(5));
        try (XHost host = XHost.open(settings -> settings.backoff(backoff)).watching("roads", "яма")) {
            host.x.server().keepMisbehaving(Misbehaviour.BAD_GATEWAY);
            int tries = 0;
            for (int second = 0; second < 600; second++) {
                if (host.adapter.sources().contains(ROADS)) {
                    tries++;
                    assertThrows(AdapterException.class, () -> host.adapter.poll(ROADS, Optional.empty(), 10));
                }
                host.wait(Duration.ofSeconds(1));
            }

            assertTrue(tries < 15, tries + " tries in ten minutes");
            assertEquals(List.of(), host.adapter.sources());
        }
    }
}
