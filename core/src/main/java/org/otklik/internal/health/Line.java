package org.otklik.internal.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.otklik.internal.health.StoredHealth.Finding;

/** What this node knows of one account and has not written down yet; thread-safe. */
final class Line {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Duration silence;
    private @Nullable StoredHealth written;
    private Observed pending = Observed.NOTHING;

    Line(Duration silence) {
        this.silence = silence;
    }

    /** Returns what must be written now, or nothing: what changes nothing waits for a minute. */
    synchronized Observed add(Observed seen, Instant now) {
        pending = pending.then(seen);
        if (!isDue(now)) {
            return Observed.NOTHING;
        }
        Observed due = pending;
        pending = Observed.NOTHING;
        return due;
    }

    private boolean isDue(Instant now) {
        if (written == null || Duration.between(written.writtenAt(), now).compareTo(PAUSE) >= 0) {
            return true;
        }
        Finding next = written.after(pending).finding(silence);
        return !next.saysTheSameAs(written.finding(silence));
    }

    synchronized void learn(StoredHealth stored) {
        written = stored;
    }

    synchronized void putBack(Observed due) {
        pending = due.then(pending);
    }

    synchronized Optional<StoredHealth> written() {
        return Optional.ofNullable(written);
    }
}
