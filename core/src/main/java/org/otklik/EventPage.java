package org.otklik;

import java.util.List;

/**
 * A piece of the sequence of events; immutable.
 *
 * @param events what the actor may see, in order; possibly empty
 * @param last how far the sequence was read, to be asked for next; the number that was asked for when nothing is new
 */
public record EventPage(List<DeskEvent> events, long last) {

    /** Copies the list. */
    public EventPage {
        events = List.copyOf(events);
    }
}
