package org.otklik.testkit;

import java.time.InstantSource;
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

/** All stores over one journal. */
record MemoryUnit(
        PostStore posts,
        EventStore events,
        IncidentStore incidents,
        InstructionStore instructions,
        TextStore texts,
        AuthorStore authors,
        DeadlineStore deadlines,
        OutboxStore outbox,
        NoticeStore notices,
        StateStore state)
        implements UnitOfWork {

    static MemoryUnit create(Journal journal, InstantSource leaseClock) {
        MemoryPosts posts = new MemoryPosts(journal, leaseClock);
        return new MemoryUnit(
                posts,
                new MemoryEvents(journal),
                new MemoryIncidents(journal),
                new MemoryInstructions(journal),
                new MemoryTexts(journal, posts),
                new MemoryAuthors(journal),
                new MemoryDeadlines(journal),
                new MemoryOutbox(journal, leaseClock),
                new MemoryNotices(journal),
                new MemoryState(journal, leaseClock));
    }
}
