package org.otklik.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MomentsTest {

    private final Moments moments = new Moments(ZoneId.of("Europe/Samara"));

    private void assertRead(String text, String instant) {
        assertThat(moments.read(text)).as(text).contains(Instant.parse(instant));
    }

    @Test
    void times_are_read_as_tables_of_russia_and_of_programs_hold_them() {
        assertRead("28.11.2026 14:05", "2026-11-28T10:05:00Z");
        assertRead("1.2.2026 9:05:30", "2026-02-01T05:05:30Z");
        assertRead("28.11.2026", "2026-11-27T20:00:00Z");
        assertRead("2026-11-28 14:05:01", "2026-11-28T10:05:01Z");
        assertRead("2026-11-28T14:05", "2026-11-28T10:05:00Z");
        assertRead("2026-11-28", "2026-11-27T20:00:00Z");
        assertRead("2026-11-28T14:05:01Z", "2026-11-28T14:05:01Z");
        assertRead("2026-11-28T14:05:01+03:00", "2026-11-28T11:05:01Z");
    }

    @Test
    void numbers_of_excel_are_days_since_the_end_of_1899() {
        assertRead("45658", "2024-12-31T20:00:00Z");
        assertRead("45658.5", "2025-01-01T08:00:00Z");
        assertRead("45658.479166666664", "2025-01-01T07:30:00Z");
    }

    @Test
    void what_is_no_time_is_none() {
        for (String text : new String[] {"", "завтра", "31.02.2026", "28.13.2026", "28/11/2026", "2026", "1234567"}) {
            assertThat(moments.read(text)).as(text).isEmpty();
        }
    }
}
