package org.otklik.internal.feed;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.otklik.DeskEvent;
import org.otklik.EventPage;
import org.otklik.Events;
import org.otklik.access.AccessRequest;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.id.BodyId;
import org.otklik.internal.unit.Session;
import org.otklik.internal.unit.Sessions;
import org.otklik.spi.storage.SequencedEvent;

/** Reads pages of the sequence of events, each cut to what the actor may see. */
public final class DefaultEvents implements Events {

    private final Sessions sessions;

    /** Creates the service. */
    public DefaultEvents(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Result<EventPage> after(Actor actor, long sequence, int limit) {
        boolean wholeRegion = permits(actor, Set.of());
        if (!wholeRegion && actor.bodies().stream().noneMatch(body -> permits(actor, Set.of(body)))) {
            return Result.refused(RefusalCode.NOT_PERMITTED, Operation.FOLLOW_EVENTS);
        }
        if (limit < 1 || limit > MOST) {
            return Result.refused(RefusalCode.INVALID, "limit");
        }
        Predicate<Told> visible =
                wholeRegion ? told -> true : told -> !told.owners().isEmpty() && permits(actor, told.owners());
        return Result.done(sessions.run(actor, session -> page(session, sequence, limit, visible)));
    }

    private boolean permits(Actor actor, Set<BodyId> owners) {
        return sessions.parts().authorizer().permits(new AccessRequest(actor, Operation.FOLLOW_EVENTS, owners));
    }

    private static EventPage page(Session session, long sequence, int limit, Predicate<Told> visible) {
        List<SequencedEvent> found = session.stores().events().after(sequence, limit);
        Subjects subjects = new Subjects(session);
        List<DeskEvent> events = found.stream()
                .map(subjects::tell)
                .filter(visible)
                .map(Told::event)
                .toList();
        long last = found.isEmpty() ? sequence : found.get(found.size() - 1).sequence();
        return new EventPage(events, last);
    }
}
