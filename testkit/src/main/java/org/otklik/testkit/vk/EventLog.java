package org.otklik.testkit.vk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The last events of a community, read by long poll and callbacks alike; guarded by the lock of its {@link Site}. */
final class EventLog {

    private static final int LONGEST = 10_000;

    private final Deque<Event> events = new ArrayDeque<>();
    private long last;
    private long posted;

    /**
     * Something that happened.
     *
     * @param number counts from 1
     * @param type such as {@code wall_reply_new}
     * @param object in JSON
     */
    record Event(long number, String type, String object) {}

    void add(String type, String object) {
        events.add(new Event(++last, type, object));
        if (events.size() > LONGEST) {
            events.poll();
        }
    }

    long last() {
        return last;
    }

    /** Forgets what was not read. */
    void forget() {
        events.clear();
    }

    boolean remembersAfter(long number) {
        return number == last || (!events.isEmpty() && events.peek().number() <= number + 1);
    }

    List<Event> after(long number) {
        return events.stream().filter(event -> event.number() > number).toList();
    }

    /** Returns the next event that was not yet sent as a callback. */
    Optional<Event> nextToPost() {
        Optional<Event> next =
                events.stream().filter(event -> event.number() > posted).findFirst();
        next.ifPresent(event -> posted = event.number());
        return next;
    }
}
