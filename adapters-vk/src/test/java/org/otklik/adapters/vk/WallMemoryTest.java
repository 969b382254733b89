package org.otklik.adapters.vk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.spi.Cursor;

class WallMemoryTest {

    private static WallMemory memory(int posts, int comments, long firstId) {
        WallMemory memory = new WallMemory();
        for (long id = firstId; id < firstId + posts; id++) {
            WallMemory.Known post = new WallMemory.Known();
            post.read = comments;
            post.counted = comments + 1L;
            post.date = 1_795_000_000L;
            for (long comment = 1; comment <= comments; comment++) {
                post.comments.put(id * 1_000 + comment, comment % 2 == 0 ? -(id * 1_000 + comment - 1) : comment);
            }
            memory.known.put(id, post);
        }
        return memory;
    }

    private static WallMemory again(WallMemory memory) {
        return WallMemory.of(Optional.of(memory.toCursor()));
    }

    @Test
    void what_is_remembered_comes_back_from_the_cursor() {
        WallMemory memory = memory(3, 4, 100);
        memory.readAt = 5;
        memory.top = 102;
        memory.turn = 7;
        memory.waiting.add(101L);
        memory.posts = new WallMemory.Place(20, 99);
        memory.talk = new WallMemory.Talk(100);
        memory.talk.inThread = new WallMemory.Place(99, 100_003);
        memory.talk.threads.add(100_001L);
        memory.talk.found = -2;
        memory.talk.reached = true;

        WallMemory back = again(memory);

        assertEquals(memory.toCursor(), back.toCursor());
        assertEquals(new WallMemory.Place(20, 99), back.posts);
        WallMemory.Talk talk = Objects.requireNonNull(back.talk);
        assertEquals(List.of(100_001L), List.copyOf(talk.threads));
        assertEquals(-2, talk.found);
        assertTrue(talk.reached);
        assertFalse(back.atRest());
        assertEquals(
                Objects.requireNonNull(memory.known.get(101L)).comments,
                Objects.requireNonNull(back.known.get(101L)).comments);
    }

    @Test
    void the_oldest_comments_are_forgotten_until_the_cursor_fits() {
        WallMemory memory = memory(100, 200, 2_000_000_000L);

        Cursor cursor = memory.toCursor();
        WallMemory back = WallMemory.of(Optional.of(cursor));

        assertTrue(cursor.value().getBytes(StandardCharsets.UTF_8).length <= Cursor.LARGEST);
        assertEquals(100, back.known.size());
        WallMemory.Known oldest = Objects.requireNonNull(back.known.get(2_000_000_000L));
        assertTrue(oldest.comments.isEmpty());
        assertTrue(oldest.isSeen(2_000_000_000_150L));
        assertFalse(oldest.isSeen(2_000_000_000_201L));
    }

    @Test
    void while_a_discussion_is_read_nothing_below_counts_as_seen() {
        WallMemory memory = memory(40, 200, 2_000_000_000L);
        memory.talk = new WallMemory.Talk(2_000_000_000L);

        WallMemory back = again(memory);

        assertFalse(Objects.requireNonNull(back.known.get(2_000_000_000L)).isSeen(2_000_000_000_001L));
        assertEquals(2_000_000_000_200L, Objects.requireNonNull(back.talk).forgotten);
    }

    @Test
    void a_strange_cursor_is_a_first_reading() {
        for (String text : List.of("x", "{}", "{\"v\":2,\"top\":5}", "[1]", "{\"v\":1,\"known\":\"?;?\"}")) {
            assertTrue(WallMemory.of(Optional.of(new Cursor(text))).known.isEmpty());
        }
        assertEquals(0, WallMemory.of(Optional.empty()).top);
    }
}
