package org.otklik.adapters.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.spi.Cursor;

class PageMemoryTest {

    private static PageMemory.Known known(int comments) {
        PageMemory.Known known = new PageMemory.Known();
        known.read = comments;
        known.counted = comments + 1L;
        known.date = 1_800_000_000;
        known.until = 1_800_000_100;
        known.turn = 3;
        for (int i = 0; i < comments; i++) {
            known.comments.add(Ids.shorten("122100000000001_", "122100000000001_" + (903_400_000_000_000L + i)));
        }
        return known;
    }

    @Test
    void a_memory_in_the_middle_of_everything_comes_back_as_it_was() {
        PageMemory memory = new PageMemory();
        memory.readAt = 1;
        memory.top = 2;
        memory.turn = 3;
        memory.posts = new PageMemory.Place("QVFIpMQ", 25, 1_700_000_000);
        memory.missing.add("m");
        memory.waiting.addAll(List.of("a", "b"));
        memory.talk = new PageMemory.Talk("a");
        memory.talk.after = "QVFIpMg";
        memory.talk.threads.add("17850000000000001 QVFIpMw");
        memory.talk.before.addAll(List.of("x", "y"));
        memory.talk.found = 4;
        memory.known.put("a", known(3));
        memory.known.put("b", known(0));

        Cursor cursor = memory.toCursor();
        PageMemory again = PageMemory.of(Optional.of(cursor));

        assertEquals(cursor, again.toCursor());
        assertEquals(memory.posts, again.posts);
        assertEquals(List.of("x", "y"), again.talk.before);
        assertEquals(memory.known.get("a").comments, again.known.get("a").comments);
        assertEquals(List.of(), again.known.get("b").comments);
        assertEquals(4, again.known.get("a").counted);
    }

    @Test
    void what_does_not_fit_is_forgotten_from_the_oldest_comments_on() {
        PageMemory memory = new PageMemory();
        memory.known.put("big", known(3_000));
        memory.known.put("small", known(20));

        Cursor cursor = memory.toCursor();
        PageMemory again = PageMemory.of(Optional.of(cursor));

        assertTrue(cursor.value().length() <= Cursor.LARGEST);
        assertEquals(20, again.known.get("small").comments.size());
        assertTrue(again.known.get("big").comments.size() > 300);
        assertEquals(known(1).comments.get(0), again.known.get("big").comments.get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 2 3", "{\"v\":2,\"known\":\"a\"}", "{\"v\":1,\"known\":\"a,?,1,1,1,1;\"}", "{"})
    void a_cursor_of_another_kind_is_a_first_reading(String value) {
        PageMemory memory =
                PageMemory.of(Optional.of(value).filter(text -> !text.isEmpty()).map(Cursor::new));

        assertTrue(memory.known.isEmpty());
        assertTrue(memory.atRest());
    }

    @ParameterizedTest
    @CsvSource({
        "104_, 104_122100000000001",
        "104_, 105_122100000000001",
        "104_, 104_0123",
        "'', 17900000000000001",
        "17900000000000001:, 17900000000000001:17850000000000002",
        "104_, 104_99999999999999999999",
        "104_, 1_2_3"
    })
    void short_ids_become_long_again(String prefix, String id) {
        assertEquals(id, Ids.expand(prefix, Ids.shorten(prefix, id)));
    }

    @Test
    void the_newest_posts_are_kept() {
        PageMemory memory = new PageMemory();
        for (int i = 0; i < 10; i++) {
            PageMemory.Known post = known(0);
            post.date = 1_000L + (i * 7) % 10;
            memory.known.put("p" + post.date, post);
        }

        memory.keep(3);

        assertEquals(Set.of("p1009", "p1008", "p1007"), memory.known.keySet());
    }
}
