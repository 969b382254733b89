package org.otklik.internal.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.otklik.PollReport.Failure;
import org.otklik.access.Actor;
import org.otklik.access.Role;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.Sessions;
import org.otklik.post.AccountId;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.AdapterException;
import org.otklik.spi.Capability;
import org.otklik.spi.Cursor;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.Notice;
import org.otklik.spi.PostPage;
import org.otklik.spi.SourceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one page of every source and stores it with its cursor; a source that fails fails alone. */
public final class Poller {

    private static final Logger log = LoggerFactory.getLogger(Poller.class);
    private static final String CURSOR = "cursor";
    private static final int REMEMBERED = 20_000;
    private static final int PAGES = 10;

    private final Sessions sessions;
    private final Intake intake;

    /** What this node stored lately: polls repeat posts, and these need no question to the storage. */
    private final Cache<PostId, PostChange> stored =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** Creates the poller of a desk. */
    public Poller(Sessions sessions, Intake intake) {
        this.sessions = sessions;
        this.intake = intake;
    }

    private DeskParts parts() {
        return sessions.parts();
    }

    /** Reads one page of every source that no other node is reading. */
    public CaptureCount poll(List<Failure> failures) {
        CaptureCount count = CaptureCount.NONE;
        for (NetworkAdapter adapter : parts().adapters()) {
            if (adapter.capabilities().contains(Capability.POLL)) {
                count = count.plus(poll(adapter, failures));
            }
        }
        return count;
    }

    private CaptureCount poll(NetworkAdapter adapter, List<Failure> failures) {
        CaptureCount count = CaptureCount.NONE;
        List<SourceId> sources;
        try {
            sources = adapter.sources();
        } catch (RuntimeException e) {
            log.warn("The adapter of {} cannot name its sources; the other networks go on.", adapter.network(), e);
            failures.add(new Failure(adapter.network().code(), code(e)));
            return count;
        }
        for (SourceId source : sources) {
            try {
                count = count.plus(poll(adapter, source, failures));
            } catch (RuntimeException e) {
                log.warn("Reading {} failed; it is read again from the same place in the next step.", source, e);
                failures.add(new Failure(source.toString(), code(e)));
                tell(source.account(), e);
            }
        }
        return count;
    }

    private CaptureCount poll(NetworkAdapter adapter, SourceId source, List<Failure> failures) {
        String lease = "poll:" + source.account();
        boolean mine = sessions.run(
                Actor.system(),
                session -> session.stores()
                        .state()
                        .lease(lease, parts().node(), parts().limits().lease()));
        if (!mine) {
            return CaptureCount.NONE;
        }
        try {
            return readPages(adapter, source, failures);
        } finally {
            sessions.run(Actor.system(), session -> {
                session.stores().state().release(lease, parts().node());
                return true;
            });
        }
    }

    /** While the network has more, the same step goes on, but not for ever: other sources wait. */
    private CaptureCount readPages(NetworkAdapter adapter, SourceId source, List<Failure> failures) {
        CaptureCount count = CaptureCount.NONE;
        for (int pages = 0; pages < PAGES; pages++) {
            PostPage page =
                    adapter.poll(source, cursor(source), parts().limits().page());
            page.unreadable().forEach(item -> failures.add(new Failure(source + "#" + item.nativeId(), item.reason())));
            count = count.plus(store(source, page));
            if (!page.more()) {
                break;
            }
        }
        return count;
    }

    private Optional<Cursor> cursor(SourceId source) {
        return sessions.run(
                Actor.system(),
                session ->
                        session.stores().state().read(CURSOR, source.toString()).map(Cursor::new));
    }

    private CaptureCount store(SourceId source, PostPage page) {
        List<PostChange> fresh = page.changes().stream()
                .filter(change -> !change.equals(stored.getIfPresent(change.id())))
                .toList();
        int repeated = page.changes().size() - fresh.size();
        CaptureCount count = sessions.run(Actor.system(), session -> {
            CaptureCount captured = intake.capture(session, source.toString(), fresh);
            session.stores()
                    .state()
                    .write(CURSOR, source.toString(), page.next().value());
            return captured;
        });
        fresh.forEach(change -> stored.put(change.id(), change));
        return count.plus(new CaptureCount(0, repeated, 0, 0));
    }

    private void tell(AccountId account, RuntimeException e) {
        if (e instanceof AdapterException failure && !failure.kind().isPassing()) {
            sessions.run(Actor.system(), session -> {
                session.tell(new Notice(
                        "ACCOUNT_UNHEALTHY",
                        account.toString(),
                        failure.kind().name(),
                        Set.of(Role.COORDINATOR, Role.PUBLISHER),
                        Optional.empty(),
                        session.now()));
                return true;
            });
        }
    }

    private static String code(RuntimeException e) {
        return e instanceof AdapterException failure
                ? failure.kind().name()
                : e.getClass().getSimpleName();
    }
}
