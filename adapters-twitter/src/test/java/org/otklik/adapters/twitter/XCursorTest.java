package org.otklik.adapters.twitter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.otklik.spi.Cursor;

class XCursorTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void the_fullest_cursor_fits_and_comes_back_as_it_was() {
        List<Long> known =
                LongStream.range(0, 1000).map(i -> Long.MAX_VALUE - i).boxed().toList();
        XCursor full = XCursor.first(NOW, NOW)
                .from(Long.MAX_VALUE, NOW)
                .seen(Long.MAX_VALUE, NOW)
                .knowing(known)
                .at("t".repeat(200), Long.MAX_VALUE);

        XCursor again = XCursor.parse(full.toCursor());

        assertEquals(full, again);
        assertEquals(XCursor.MOST_KNOWN, again.known().size());
        assertEquals(known.get(999), again.known().get(XCursor.MOST_KNOWN - 1));
    }

    @Test
    void a_round_moves_on_only_at_its_end() {
        XCursor paging = XCursor.first(NOW, NOW).from(5, NOW).seen(9, NOW).at("next", 0);

        assertEquals(5, paging.since());
        assertEquals(9, paging.ended(NOW).since());
        assertEquals(5, paging.again().since());
    }

    @Test
    void a_foreign_cursor_is_refused() {
        for (String text : List.of("x", "{}", "{\"v\":2}", "1 a 5")) {
            assertThrows(IllegalArgumentException.class, () -> XCursor.parse(new Cursor(text)));
        }
    }
}
