package org.otklik.testkit;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.otklik.id.IncidentId;
import org.otklik.spi.storage.AccessStore;
import org.otklik.spi.storage.AuthorStore;
import org.otklik.spi.storage.DeadlineStore;
import org.otklik.spi.storage.EventStore;
import org.otklik.spi.storage.IncidentStore;
import org.otklik.spi.storage.InstructionStore;
import org.otklik.spi.storage.NoticeStore;
import org.otklik.spi.storage.OutboxStore;
import org.otklik.spi.storage.PostStore;
import org.otklik.spi.storage.RetentionStore;
import org.otklik.spi.storage.StateStore;
import org.otklik.spi.storage.StreamId;
import org.otklik.spi.storage.TextRow;
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
        AccessStore accesses,
        RetentionStore retention,
        NoticeStore notices,
        StateStore state)
        implements UnitOfWork {

    static MemoryUnit create(Journal journal, InstantSource leaseClock) {
        MemoryPosts posts = new MemoryPosts(journal, leaseClock);
        MemoryTexts texts = new MemoryTexts(journal, posts);
        MemoryAuthors authors = new MemoryAuthors(journal);
        MemoryIncidents incidents = new MemoryIncidents(journal, incident -> contents(posts, texts, incident));
        return new MemoryUnit(
                posts,
                new MemoryEvents(journal),
                incidents,
                new MemoryInstructions(journal),
                texts,
                authors,
                new MemoryDeadlines(journal),
                new MemoryOutbox(journal, leaseClock),
                new MemoryAccesses(journal),
                new MemoryRetention(posts, incidents, texts, authors),
                new MemoryNotices(journal),
                new MemoryState(journal, leaseClock));
    }

    private static Stream<String> contents(MemoryPosts posts, MemoryTexts texts, IncidentId incident) {
        return Stream.concat(
                posts.ofIncident(incident, Set.of(), Optional.empty(), Integer.MAX_VALUE).stream()
                        .flatMap(row -> row.content().stream()),
                texts.of(StreamId.incident(incident)).stream().map(TextRow::text));
    }
}
