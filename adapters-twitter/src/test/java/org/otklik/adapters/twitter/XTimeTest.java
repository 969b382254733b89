package org.otklik.adapters.twitter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XTimeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T21:00:00.000Z",
                "2024-02-29T23:59:59.999Z",
                "1999-12-31T00:00:00.001Z",
                "2026-11-22T21:00:00Z",
                "2026-11-22T24:00:00.000Z",
                "2016-12-31T23:59:60.000Z",
                "2026-11-22T21:00:00.123456Z"
            })
    void a_time_is_read_as_java_reads_it(String text) {
        assertEquals(Optional.of(Instant.parse(text)), XTime.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2026-13-22T21:00:00.000Z",
                "2025-02-29T00:00:00.000Z",
                "2026-11-22T25:00:00.000Z"
            })
    void what_is_no_time_is_not_read(String text) {
        assertEquals(Optional.empty(), XTime.read(text));
    }
}
