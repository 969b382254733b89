package org.otklik.adapters.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.adapters.json.WireJson;

class GraphTimeTest {

    private static Optional<Instant> read(String value) {
        byte[] json = ("{\"at\":" + value + "}").getBytes(StandardCharsets.UTF_8);
        return GraphTime.read(WireJson.ofAnswers().read(json), "at");
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-16T14:03:36+0000, 2020-01-16T14:03:36Z",
        "2020-01-16T14:03:36+0300, 2020-01-16T11:03:36Z",
        "2020-01-16T14:03:36-0530, 2020-01-16T19:33:36Z",
        "2020-02-29T23:59:59+0000, 2020-02-29T23:59:59Z",
        "2020-01-16T14:03:36Z, 2020-01-16T14:03:36Z",
        "2020-01-16T14:03:36.5+00:00, 2020-01-16T14:03:36.500Z"
    })
    void times_are_read_as_java_reads_them(String text, Instant at) {
        assertEquals(Optional.of(at), read('"' + text + '"'));
    }

    @Test
    void webhooks_count_seconds_as_numbers_or_texts() {
        Optional<Instant> at = Optional.of(Instant.ofEpochSecond(1_449_135_003));

        assertEquals(at, read("1449135003"));
        assertEquals(at, read("\"1449135003\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"yesterday\"",
                "\"2020-13-16T14:03:36+0000\"",
                "\"2020-02-30T14:03:36+0000\"",
                "\"2020-01-16T25:03:36+0000\"",
                "\"2020-01-16T14:03:36+9900\"",
                "null",
                "{}"
            })
    void what_is_no_time_is_none(String value) {
        assertEquals(Optional.empty(), read(value));
    }
}
