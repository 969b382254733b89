package org.otklik.internal.unit;

import java.util.function.Function;
import org.otklik.DeskListener;
import org.otklik.access.Actor;
import org.otklik.spi.storage.EventRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work in transactions and tells listeners after the commit; thread-safe. */
public final class Sessions {

    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    private final DeskParts parts;

    /** Creates the runner of a desk. */
    public Sessions(DeskParts parts) {
        this.parts = parts;
    }

    /** Gives the desk's parts. */
    public DeskParts parts() {
        return parts;
    }

    /**
     * Does work in one transaction.
     *
     * @param actor who acts
     * @param work what to do; done again when somebody else was faster, so without side effects
     * @return what the work returned
     */
    public <T> T run(Actor actor, Function<Session, T> work) {
        parts.refreshTime();
        Committed<T> committed = parts.storage().transact(stores -> {
            Session session = new Session(parts, stores, actor);
            T result = work.apply(session);
            session.flush();
            return new Committed<>(result, session);
        });
        committed.session().events().forEach(this::tellListeners);
        return committed.result();
    }

    private record Committed<T>(T result, Session session) {}

    private void tellListeners(EventRow event) {
        for (DeskListener listener : parts.listeners()) {
            try {
                listener.on(event);
            } catch (RuntimeException e) {
                log.warn(
                        "A listener failed on the committed event {} {}; the event stands.",
                        event.stream(),
                        event.type(),
                        e);
            }
        }
    }
}
