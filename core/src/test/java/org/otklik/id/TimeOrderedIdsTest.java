package org.otklik.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeOrderedIdsTest {

    @Test
    void what_is_given_out_is_an_id() {
        TimeOrderedIds ids = new TimeOrderedIds(() -> Instant.parse("2026-11-29T02:00:00Z"), new Random(7));

        for (int i = 0; i < 1_000; i++) {
            String id = ids.next();
            assertEquals(id, PublicationId.of(id).value());
        }
    }

    @Test
    void the_time_leads_and_random_bits_follow() {
        TimeOrderedIds ids = new TimeOrderedIds(() -> Instant.ofEpochMilli(33), () -> -1);

        assertEquals("0000000011" + "z".repeat(16), ids.next());
    }

    @Test
    void a_later_id_sorts_after_an_earlier_one() {
        AtomicLong time = new AtomicLong(Instant.parse("2026-11-29T02:00:00Z").toEpochMilli());
        TimeOrderedIds ids = new TimeOrderedIds(() -> Instant.ofEpochMilli(time.getAndIncrement()), new Random(7));

        List<String> made = Stream.generate(ids::next).limit(100).toList();

        assertEquals(made.stream().sorted().toList(), made);
    }

    @Test
    void capitals_mean_the_same() {
        assertEquals(PublicationId.of("0123456789abcdefghjkmnpqrs"), PublicationId.of("0123456789ABCDEFGHJKMNPQRS"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0123456789abcdefghjkmnpqr",
                "0123456789abcdefghjkmnpqrst",
                "i123456789abcdefghjkmnpqrs",
                "0123456789abcdefghjkmnpqrl",
                "0123456789abcdefgojkmnpqrs",
                "0123456789ubcdefghjkmnpqrs",
                "0123456789-bcdefghjkmnpqrs",
                "0123456789:bcdefghjkmnpqrs",
                "0123456789{bcdefghjkmnpqrs",
                "0123456789`bcdefghjkmnpqrs",
                "0123456789абвгдеghjkmnpqrs"
            })
    void what_has_another_shape_is_refused(String value) {
        assertThrows(IllegalArgumentException.class, () -> PublicationId.of(value));
    }
}
