package org.otklik.adapters.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.adapters.http.HttpAnswer;

class UsageTest {

    private static final String BUSINESS = "X-Business-Use-Case-Usage";
    private static final String APPLICATION = "X-App-Usage";

    private static Optional<Duration> rest(String header, String value) {
        return Usage.of(HttpAnswer.of(200, Map.of(header, List.of(value)), new byte[0]))
                .rest();
    }

    @Test
    void below_four_fifths_nobody_waits() {
        assertEquals(Optional.empty(), rest(APPLICATION, "{\"call_count\":79,\"total_cputime\":3,\"total_time\":12}"));
        assertEquals(
                Optional.empty(),
                Usage.of(HttpAnswer.of(200, Map.of(), new byte[0])).rest());
    }

    @Test
    void the_fullest_counter_counts_and_the_wait_grows_with_it() {
        assertEquals(
                Optional.of(Duration.ofSeconds(15)),
                rest(APPLICATION, "{\"call_count\":8,\"total_cputime\":80,\"total_time\":12}"));
        assertEquals(
                Optional.of(Duration.ofSeconds(150)),
                rest(
                        BUSINESS,
                        "{\"1\":[{\"type\":\"pages\",\"call_count\":5},{\"type\":\"instagram\",\"total_time\":89}],"
                                + "\"2\":[{\"call_count\":81}]}"));
        assertEquals(Optional.of(Duration.ofSeconds(315)), rest(APPLICATION, "{\"call_count\":140}"));
    }

    @Test
    void a_named_time_counts_before_all_counters() {
        assertEquals(
                Optional.of(Duration.ofMinutes(7)),
                rest(BUSINESS, "{\"1\":[{\"call_count\":100,\"estimated_time_to_regain_access\":7}]}"));
    }

    @Test
    void a_header_that_nobody_understands_says_nothing() {
        for (String strange : List.of("", "100", "[]", "{", "{\"1\":7}", "{\"1\":[7]}", "{\"call_count\":\"many\"}")) {
            assertEquals(Optional.empty(), rest(BUSINESS, strange));
            assertEquals(Optional.empty(), rest(APPLICATION, strange));
        }
    }
}
