package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.otklik.tck.Sample.minute;
import static org.otklik.tck.Sample.stream;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.spi.storage.DeadlineRow;

/** What a store of deadlines keeps: each is taken once, when it is due, earliest first. */
public abstract class DeadlineStoreContract extends StorageContract {

    private static final DeadlineRow WARNING = new DeadlineRow(stream(1), "FINAL:warning-75", minute(10));
    private static final DeadlineRow BREACH = new DeadlineRow(stream(1), "FINAL:breach", minute(20));
    private static final DeadlineRow OTHER = new DeadlineRow(stream(2), "FINAL:breach", minute(15));

    /** Creates the contract; JUnit does. */
    protected DeadlineStoreContract() {}

    private void setAll() {
        write(unit -> unit.deadlines().replace(stream(1), List.of(BREACH, WARNING)));
        write(unit -> unit.deadlines().replace(stream(2), List.of(OTHER)));
    }

    private List<DeadlineRow> takeDue(int minute, int limit) {
        return ask(unit -> unit.deadlines().takeDue(minute(minute), limit));
    }

    @Test
    final void what_is_due_is_taken_once_earliest_first() {
        setAll();

        assertEquals(List.of(), takeDue(9, 9));
        assertEquals(List.of(WARNING, OTHER), takeDue(15, 9));
        assertEquals(List.of(), takeDue(15, 9));
        assertEquals(List.of(BREACH), takeDue(99, 9));
    }

    @Test
    final void no_more_than_the_limit_is_taken() {
        setAll();

        assertEquals(List.of(WARNING, OTHER), takeDue(99, 2));
        assertEquals(List.of(BREACH), takeDue(99, 2));
    }

    @Test
    final void new_deadlines_take_the_place_of_all_old_ones_of_their_owner_only() {
        setAll();
        DeadlineRow later = new DeadlineRow(stream(1), "FINAL:breach", minute(30));

        write(unit -> unit.deadlines().replace(stream(1), List.of(later)));

        assertEquals(List.of(OTHER, later), takeDue(99, 9));
    }

    @Test
    final void an_owner_may_end_up_with_none() {
        setAll();

        write(unit -> unit.deadlines().replace(stream(1), List.of()));

        assertEquals(List.of(OTHER), takeDue(99, 9));
    }

    @Test
    final void what_was_taken_is_back_when_the_transaction_fails() {
        setAll();

        assertThrows(
                IllegalStateException.class,
                () -> write(unit -> {
                    assertEquals(3, unit.deadlines().takeDue(minute(99), 9).size());
                    throw new IllegalStateException("on purpose");
                }));

        assertEquals(List.of(WARNING, OTHER, BREACH), takeDue(99, 9));
    }

    @Test
    final void deadlines_outlive_the_process() {
        setAll();

        restart();

        assertEquals(List.of(WARNING, OTHER, BREACH), takeDue(99, 9));
    }
}
