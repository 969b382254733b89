package org.otklik.storage.jdbc;

import org.otklik.spi.storage.AuthorStore;
import org.otklik.spi.storage.DeadlineStore;
import org.otklik.spi.storage.EventStore;
import org.otklik.spi.storage.IncidentStore;
import org.otklik.spi.storage.InstructionStore;
import org.otklik.spi.storage.NoticeStore;
import org.otklik.spi.storage.OutboxStore;
import org.otklik.spi.storage.PostStore;
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
    private final JdbcState state;

    JdbcUnitOfWork(Session session) {
        this.session = session;
        this.events = new JdbcEvents(session);
        this.incidents = new JdbcIncidents(session);
        this.deadlines = new JdbcDeadlines(session, incidents::isNew);
        this.posts = new JdbcPosts(session);
        this.state = new JdbcState(session);
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
        return new JdbcInstructions(session);
    }

    @Override
    public TextStore texts() {
        return new JdbcTexts(session);
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
        return new JdbcOutbox(session);
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
