package org.otklik.internal.unit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.access.Actor;
import org.otklik.access.Role;
import org.otklik.id.BodyId;
import org.otklik.internal.codec.HashChain;
import org.otklik.spi.Notice;
import org.otklik.spi.storage.EventRow;
import org.otklik.spi.storage.NoticeRow;
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
    private final List<NoticeRow> notices = new ArrayList<>();

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

    /**
     * Says something to people; it is kept in this transaction and told after the commit.
     *
     * @param code what happened
     * @param subject id of what it happened to
     * @param detail a code that tells more; possibly empty
     * @param recipients who should hear it
     * @param body whose people should hear it; empty for the region's
     */
    public void tell(String code, String subject, String detail, Set<Role> recipients, Optional<BodyId> body) {
        if (parts.notifier().isPresent()) {
            Notice notice = new Notice(parts.ids().next(), code, subject, detail, recipients, body, now);
            notices.add(NoticeRow.of(notice));
        }
    }

    void flush() {
        if (!events.isEmpty()) {
            stores.events().append(events);
        }
        if (!notices.isEmpty()) {
            stores.notices().add(notices);
        }
    }

    List<EventRow> events() {
        return events;
    }
}
