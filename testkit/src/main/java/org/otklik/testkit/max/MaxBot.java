package org.otklik.testkit.max;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A bot with its updates, subscriptions and calls; guarded by its world. */
final class MaxBot {

    private static final Duration KEPT = Duration.ofHours(24);

    /** One update, written down when somebody asks for it. */
    record Event(Instant at, Supplier<ObjectNode> json) {}

    /** Where updates are sent to instead of being kept. */
    record Subscription(String url, Optional<String> secret, Instant since, Set<String> types) {}

    final MaxPerson person;
    final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
    final Deque<MaxDelivery> deliveries = new ArrayDeque<>();
    final Deque<Instant> calls = new ArrayDeque<>();
    final Deque<Instant> polls = new ArrayDeque<>();
    private final List<Event> events = new ArrayList<>();
    private int committed;

    /** Whether what was given up can be asked for again. */
    private final boolean keepsAll;

    MaxBot(MaxPerson person, boolean keepsAll) {
        this.person = person;
        this.keepsAll = keepsAll;
    }

    void tell(Event event) {
        events.add(event);
    }

    long end() {
        return events.size();
    }

    /** Passing a marker gives up everything before it. */
    void commit(long marker) {
        committed = Math.max(committed, (int) marker);
    }

    /** Where reading goes on: what is older than a day is lost. */
    int from(long marker, Instant now) {
        if (keepsAll) {
            return (int) marker;
        }
        int from = (int) Math.max(marker, committed);
        while (from < events.size() && events.get(from).at().plus(KEPT).isBefore(now)) {
            from++;
        }
        return from;
    }

    List<Event> events(int from, int limit) {
        return events.subList(from, Math.min(events.size(), from + limit));
    }
}
