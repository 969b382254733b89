package org.otklik;

import org.otklik.access.Actor;
import org.otklik.access.Result;

/**
 * What happened, for a host's other systems: a warehouse, a dashboard, a search; thread-safe, read-only.
 *
 * <p>All nodes write one sequence. It rises in the order of commits and has no gaps, so who remembers the last number
 * that he dealt with misses nothing and sees nothing twice, whatever ran at the same time.
 */
public interface Events {

    /** How many events one page holds at the most. */
    int MOST = 1_000;

    /**
     * Reads what was committed after a place in the sequence.
     *
     * <p>Who may ask for the whole region sees every event. Who works for a body sees the events of its incidents and
     * instructions, the one by which it lost an incident included, and no posts.
     *
     * @param actor who asks
     * @param sequence {@link EventPage#last()} of the page before; 0 for the beginning
     * @param limit how many events are looked at, 1 to {@value #MOST}
     * @return what he may see of them, in order; or refused
     */
    Result<EventPage> after(Actor actor, long sequence, int limit);
}
