package org.otklik.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.otklik.tck.Sample.event;
import static org.otklik.tck.Sample.stream;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.SequencedEvent;
import org.otklik.spi.storage.StaleVersionException;
import org.otklik.spi.storage.StreamId;

/** What a store of events keeps: each stream in order, each version once, all streams in one order without gaps. */
public abstract class EventStoreContract extends StorageContract {

    /** Creates the contract; JUnit does. */
    protected EventStoreContract() {}

    private void append(EventRow... events) {
        write(unit -> unit.events().append(List.of(events)));
    }

    private List<SequencedEvent> after(long sequence, int limit) {
        return ask(unit -> unit.events().after(sequence, limit));
    }

    private List<EventRow> read(StreamId stream, long from, int limit) {
        return ask(unit -> unit.events().read(stream, from, limit));
    }

    @Test
    final void a_stream_is_read_in_order_from_any_version() {
        append(event(stream(1), 1), event(stream(1), 2));
        append(event(stream(2), 1));
        append(event(stream(1), 3));

        assertEquals(List.of(event(stream(1), 1), event(stream(1), 2), event(stream(1), 3)), read(stream(1), 1, 9));
        assertEquals(List.of(event(stream(1), 2)), read(stream(1), 2, 1));
        assertEquals(List.of(), read(stream(1), 4, 9));
        assertEquals(List.of(), read(stream(3), 1, 9));
    }

    @Test
    final void streams_of_different_kinds_may_share_an_id() {
        append(event(StreamId.incident("same"), 1));
        append(event(StreamId.instruction("same"), 1));

        assertEquals(1, read(StreamId.incident("same"), 1, 9).size());
        assertEquals(List.of(), read(StreamId.signal("same"), 1, 9));
    }

    @Test
    final void a_version_that_is_there_already_is_stale_and_nothing_of_the_call_is_stored() {
        append(event(stream(1), 1));

        assertThrows(StaleVersionException.class, () -> append(event(stream(2), 1), event(stream(1), 1)));

        assertEquals(1, read(stream(1), 1, 9).size());
        assertEquals(List.of(), read(stream(2), 1, 9));
    }

    @Test
    final void events_of_all_streams_have_one_order_without_gaps() {
        append(event(stream(2), 1), event(stream(1), 1));
        append(event(stream(1), 2));

        assertEquals(
                List.of(
                        new SequencedEvent(1, event(stream(2), 1)),
                        new SequencedEvent(2, event(stream(1), 1)),
                        new SequencedEvent(3, event(stream(1), 2))),
                after(0, 9));
        assertEquals(List.of(new SequencedEvent(2, event(stream(1), 1))), after(1, 1));
        assertEquals(List.of(), after(3, 9));
    }

    @Test
    final void the_last_sequence_is_that_of_the_newest_committed_event() {
        long before = last();
        append(event(stream(1), 1), event(stream(2), 1));
        assertThrows(
                IllegalStateException.class,
                () -> write(unit -> {
                    unit.events().append(List.of(event(stream(1), 2)));
                    throw new IllegalStateException("on purpose");
                }));

        assertEquals(0, before);
        assertEquals(2, last());
    }

    private long last() {
        return ask(unit -> unit.events().last());
    }

    @Test
    final void a_failed_transaction_leaves_no_gap() {
        append(event(stream(1), 1));
        assertThrows(
                IllegalStateException.class,
                () -> write(unit -> {
                    unit.events().append(List.of(event(stream(1), 2)));
                    throw new IllegalStateException("on purpose");
                }));
        append(event(stream(2), 1));

        assertEquals(List.of(new SequencedEvent(2, event(stream(2), 1))), after(1, 9));
    }

    @Test
    final void the_order_goes_on_after_a_restart() {
        append(event(stream(1), 1));

        restart();
        append(event(stream(1), 2));

        assertEquals(
                List.of(new SequencedEvent(1, event(stream(1), 1)), new SequencedEvent(2, event(stream(1), 2))),
                after(0, 9));
    }

    @Test
    final void events_appended_in_one_transaction_are_read_in_it() {
        List<EventRow> seen = ask(unit -> {
            unit.events().append(List.of(event(stream(1), 1)));
            unit.events().append(List.of(event(stream(1), 2)));
            return unit.events().read(stream(1), 1, 9);
        });

        assertEquals(List.of(event(stream(1), 1), event(stream(1), 2)), seen);
    }
}
