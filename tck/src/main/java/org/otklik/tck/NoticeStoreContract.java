package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.otklik.tck.Sample.minute;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.otklik.access.Role;
import org.otklik.id.BodyId;
import org.otklik.spi.Notice;
import org.otklik.spi.storage.NoticeCount;
import org.otklik.spi.storage.NoticeRow;

/** What a store of notices keeps: each until it was told, in order, and a subject waits for its first one. */
public abstract class NoticeStoreContract extends StorageContract {

    private static final NoticeRow ONE = notice(1, "incident-1");
    private static final NoticeRow TWO = notice(2, "incident-1");
    private static final NoticeRow OTHER = notice(3, "incident-2");

    /** Creates the contract; JUnit does. */
    protected NoticeStoreContract() {}

    private static NoticeRow notice(int number, String subject) {
        return NoticeRow.of(new Notice(
                "notice-" + number,
                "CLOCK_BREACHED",
                subject,
                number == 1 ? "" : "FINAL",
                number == 3 ? Set.of() : Set.of(Role.CURATOR, Role.EXECUTOR),
                number == 2 ? Optional.of(BodyId.of("min-roads")) : Optional.empty(),
                minute(number)));
    }

    private static NoticeRow failed(NoticeRow row, int dueMinute, boolean held) {
        return new NoticeRow(row.notice(), minute(dueMinute), row.attempts() + 1, held);
    }

    private void addAll() {
        write(unit -> unit.notices().add(List.of(ONE, TWO)));
        write(unit -> unit.notices().add(List.of(OTHER)));
    }

    private List<NoticeRow> due(int minute, int limit) {
        return ask(unit -> unit.notices().due(minute(minute), limit));
    }

    @Test
    final void what_was_added_is_due_in_its_order_until_it_is_removed() {
        addAll();

        assertEquals(List.of(ONE, TWO, OTHER), due(9, 9));
        assertEquals(List.of(ONE, TWO), due(9, 2));

        write(unit -> unit.notices().remove(List.of("notice-1", "notice-3", "never-there")));

        assertEquals(List.of(TWO), due(9, 9));
    }

    @Test
    final void a_notice_that_was_put_off_holds_back_the_later_ones_of_its_subject_only() {
        addAll();
        NoticeRow putOff = failed(ONE, 20, false);

        write(unit -> unit.notices().update(List.of(putOff)));

        assertEquals(List.of(OTHER), due(19, 9));
        assertEquals(List.of(putOff, TWO, OTHER), due(20, 9));
    }

    @Test
    final void a_held_notice_lets_the_later_ones_pass() {
        addAll();

        write(unit -> unit.notices().update(List.of(failed(ONE, 20, true))));

        assertEquals(List.of(TWO, OTHER), due(99, 9));
        assertEquals(
                new NoticeCount(2, 1, Optional.of(minute(2))),
                ask(unit -> unit.notices().count()));
    }

    @Test
    final void a_released_notice_is_due_again_at_its_old_place() {
        addAll();
        write(unit -> unit.notices().update(List.of(failed(ONE, 20, true))));

        assertEquals(1, (int) ask(unit -> unit.notices().release(minute(30))));

        NoticeRow released = new NoticeRow(ONE.notice(), minute(30), 0, false);
        assertEquals(List.of(released, TWO, OTHER), due(30, 9));
        assertEquals(0, (int) ask(unit -> unit.notices().release(minute(31))));
    }

    @Test
    final void what_was_removed_does_not_come_back_by_an_update() {
        addAll();
        write(unit -> unit.notices().remove(List.of("notice-1")));

        write(unit -> unit.notices().update(List.of(failed(ONE, 1, false))));

        assertEquals(List.of(TWO, OTHER), due(9, 9));
    }

    @Test
    final void nothing_is_kept_of_a_transaction_that_fails() {
        addAll();

        assertThrows(
                IllegalStateException.class,
                () -> write(unit -> {
                    unit.notices().add(List.of(notice(4, "incident-3")));
                    unit.notices().remove(List.of("notice-1"));
                    unit.notices().update(List.of(failed(TWO, 50, false)));
                    throw new IllegalStateException("on purpose");
                }));

        assertEquals(List.of(ONE, TWO, OTHER), due(9, 9));
    }

    @Test
    final void notices_outlive_the_process() {
        addAll();
        write(unit -> unit.notices().update(List.of(failed(OTHER, 20, false))));

        restart();

        assertEquals(List.of(ONE, TWO), due(9, 9));
        assertEquals(
                new NoticeCount(3, 0, Optional.of(minute(1))),
                ask(unit -> unit.notices().count()));
    }

    @Test
    final void an_empty_store_has_nothing_to_tell() {
        assertEquals(List.of(), due(99, 9));
        assertEquals(
                new NoticeCount(0, 0, Optional.empty()),
                ask(unit -> unit.notices().count()));
    }
}
