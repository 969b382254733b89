package org.otklik.internal.unit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.otklik.access.Actor;
import org.otklik.internal.codec.HashChain;
import org.otklik.spi.Notice;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.StreamHead;
import org.otklik.spi.storage.StreamId;
import org.otklik.spi.storage.UnitOfWork;

/** One transaction of the desk: who acts, when, what was recorded and who should hear of it. For one thread. */
public final class Session {

    private final DeskParts parts;
    private final UnitOfWork stores;
    private final Actor actor;
    private final Instant now;
    private final List<EventRow> events = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    Session(DeskParts parts, UnitOfWork stores, Actor actor) {
        this.parts = parts;
        this.stores = stores;
        this.actor = actor;
        this.now = parts.now();
    }

    /** Gives the desk's parts. */
    public DeskParts parts() {
        return parts;
    }

    /** Gives the stores of this transaction. */
    public UnitOfWork stores() {
        return stores;
    }

    /** Tells who acts. */
    public Actor actor() {
        return actor;
    }

    /** Tells when it happens; the same instant throughout the transaction. */
    public Instant now() {
        return now;
    }

    /**
     * Adds an event to a stream.
     *
     * @return the new end of the stream
     */
    public StreamHead record(StreamId stream, StreamHead head, String type, String payload) {
        String who =
                actor.standsInFor().map(absent -> actor.id() + "/" + absent).orElse(actor.id());
        EventRow row = HashChain.next(stream, head, type, now, who, payload);
        events.add(row);
        return new StreamHead(row.version(), row.hash());
    }

    /** Says something to people once the transaction is committed. */
    public void tell(Notice notice) {
        notices.add(notice);
    }

    void flush() {
        if (!events.isEmpty()) {
            stores.events().append(events);
        }
    }

    List<EventRow> events() {
        return events;
    }

    List<Notice> notices() {
        return notices;
    }
}
