package org.otklik.internal.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import org.otklik.PollReport.Failure;
import org.otklik.access.Actor;
import org.otklik.internal.unit.Sessions;
import org.otklik.post.PostChange;
import org.otklik.post.PostId;
import org.otklik.spi.Cursor;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.PostPage;
import org.otklik.spi.SourceId;

/** Reads pages of one source and stores each with its cursor (T0). */
final class SourceReader {

    private static final String CURSOR = "cursor";
    private static final int REMEMBERED = 20_000;
    private static final int PAGES = 10;

    private final Sessions sessions;
    private final Intake intake;

    /** What this node stored lately: polls repeat posts, and these need no question to the storage. */
    private final Cache<PostId, PostChange> stored =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    SourceReader(Sessions sessions, Intake intake) {
        this.sessions = sessions;
        this.intake = intake;
    }

    /** While the network has more, the same step goes on, but not for ever: other sources wait. */
    CaptureCount read(NetworkAdapter adapter, SourceId source, List<Failure> failures) {
        CaptureCount count = CaptureCount.NONE;
        int limit = sessions.parts().limits().page();
        for (int pages = 0; pages < PAGES; pages++) {
            PostPage page = adapter.poll(source, cursor(source), limit);
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
}
