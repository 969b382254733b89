package org.otklik.adapters.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.otklik.post.AccountId;
import org.otklik.spi.AdapterState;
import org.otklik.spi.SecretProvider;
import org.otklik.testkit.InMemoryContext;
import org.otklik.testkit.SettableClock;

class NotesTest {

    private final AdapterState state = InMemoryContext.of(
                    SettableClock.startingAt(Instant.parse("2026-11-23T09:00:00Z")), SecretProvider.none())
            .state(AccountId.of("telegram", "a"));
    private final Notes notes = new Notes(state, "lost");

    @Test
    void what_one_node_notes_another_knows_after_a_look() {
        Notes other = new Notes(state, "lost");
        assertTrue(notes.put("-1", "kicked"));
        assertFalse(notes.put("-1", "kicked"));
        assertTrue(other.put("-2", "left"));

        assertEquals(Optional.empty(), notes.find("-2"));
        assertEquals(Optional.of("left"), notes.refresh().find("-2"));
        assertEquals(Optional.of("kicked"), notes.find("-1"));
        assertTrue(notes.remove("-1"));
        assertEquals(Optional.empty(), other.refresh().find("-1"));
    }

    @Test
    void where_there_is_no_room_the_oldest_are_forgotten() {
        for (int i = 0; i < 1_000; i++) {
            notes.put("-100150000" + i, "kicked");
        }

        notes.refresh();

        assertEquals(Optional.empty(), notes.find("-1001500000"));
        assertEquals(Optional.of("kicked"), notes.find("-100150000999"));
        assertTrue(state.read("lost").orElseThrow().length() <= 8_000);
    }

    @Test
    void what_nobody_can_read_is_nothing() {
        state.compareAndSet("lost", Optional.empty(), "garbage,=,,x");

        assertTrue(notes.refresh().all().isEmpty());
    }
}
