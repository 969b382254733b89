package org.otklik.storage.jdbc;

import java.util.Set;
import org.otklik.id.IncidentId;
import org.otklik.spi.storage.AccessStore;
import org.otklik.spi.storage.AuthorStore;
import org.otklik.spi.storage.DeadlineStore;
import org.otklik.spi.storage.EventStore;
import org.otklik.spi.storage.Foresight;
import org.otklik.spi.storage.IncidentStore;
import org.otklik.spi.storage.InstructionStore;
import org.otklik.spi.storage.NoticeStore;
import org.otklik.spi.storage.OutboxStore;
import org.otklik.spi.storage.PostStore;
import org.otklik.spi.storage.RetentionStore;
import org.otklik.spi.storage.StateStore;
import org.otklik.spi.storage.TextStore;
import org.otklik.spi.storage.UnitOfWork;

/** The stores over one session; for one thread, until the transaction ends. */
final class JdbcUnitOfWork implements UnitOfWork {

    private final Session session;
    private final JdbcEvents events;
    private final JdbcIncidents incidents;
    private final JdbcDeadlines deadlines;
    private final JdbcPosts posts;
    private final JdbcInstructions instructions;
    private final JdbcTexts texts;
    private final JdbcOutbox outbox;
    private final JdbcState state;

    JdbcUnitOfWork(Session session) {
        this.session = session;
        this.events = new JdbcEvents(session);
        this.incidents = new JdbcIncidents(session);
        this.deadlines = new JdbcDeadlines(session, incidents::isNew);
        this.posts = new JdbcPosts(session);
        this.instructions = new JdbcInstructions(session);
        this.texts = new JdbcTexts(session);
        this.outbox = new JdbcOutbox(session);
        this.state = new JdbcState(session);
    }

    @Override
    public void foresee(Foresight foresight) {
        incidents.foresee(foresight);
        posts.foresee(foresight);
        foresight.replies().forEach(outbox::foresee);
        foresight.texts().forEach(key -> texts.foresee(foresight.subject(), key));
        if (foresight.subject() instanceof Foresight.Subject.Named named) {
            foresee(named.incident(), foresight.parts());
        }
    }

    private void foresee(IncidentId incident, Set<Foresight.Part> parts) {
        if (parts.contains(Foresight.Part.INSTRUCTIONS)) {
            instructions.foresee(incident);
        }
        if (parts.contains(Foresight.Part.JOINED)) {
            events.foresee(incident);
        }
    }

    /** Writes what waits for the end of the transaction; nothing else may be written afterwards. */
    void flush() {
        incidents.flush();
        deadlines.flush();
        events.flush();
    }

    @Override
    public PostStore posts() {
        return posts;
    }

    @Override
    public EventStore events() {
        return events;
    }

    @Override
    public IncidentStore incidents() {
        return incidents;
    }

    @Override
    public InstructionStore instructions() {
        return instructions;
    }

    @Override
    public TextStore texts() {
        return texts;
    }

    @Override
    public AuthorStore authors() {
        return new JdbcAuthors(session);
    }

    @Override
    public DeadlineStore deadlines() {
        return deadlines;
    }

    @Override
    public OutboxStore outbox() {
        return outbox;
    }

    @Override
    public AccessStore accesses() {
        return new JdbcAccesses(session);
    }

    @Override
    public RetentionStore retention() {
        return new JdbcRetention(session);
    }

    @Override
    public NoticeStore notices() {
        return new JdbcNotices(session);
    }

    @Override
    public StateStore state() {
        return state;
    }
}
