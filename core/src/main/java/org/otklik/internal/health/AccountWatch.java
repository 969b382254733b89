package org.otklik.internal.health;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.otklik.access.Actor;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.Sessions;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.spi.Capability;
import org.otklik.spi.FailureKind;
import org.otklik.spi.SourceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the accounts of this node while it reads and sends; thread-safe. It never stops the work: what cannot be written
 * down now is written with the next news.
 */
public final class AccountWatch {

    private static final Logger log = LoggerFactory.getLogger(AccountWatch.class);
    private static final Duration CHECK = Duration.ofMinutes(1);

    private final Sessions sessions;
    private final HealthRecords records;
    private final Map<AccountId, Line> lines = new ConcurrentHashMap<>();
    private @Nullable Instant firstStep;
    private @Nullable Instant lastCheck;

    /** Creates the watch of a desk. */
    public AccountWatch(Sessions sessions) {
        this.sessions = sessions;
        this.records = new HealthRecords(sessions);
    }

    private DeskParts parts() {
        return sessions.parts();
    }

    /** Collects what one step meets at an account, to be noted at its end. */
    public final class Step {

        private final AccountId account;
        private Observed seen = Observed.NOTHING.withListed(parts().now());

        private Step(AccountId account) {
            this.account = account;
        }

        /** A page of a source was read. */
        public void read(SourceId source, boolean brought) {
            seen = seen.fine(source.name(), parts().now());
            if (brought) {
                seen = seen.withPost(parts().now());
            }
        }

        /** A source could not be read. */
        public void failed(SourceId source, RuntimeException e) {
            List<String> secrets = parts().secrets().asked(account);
            seen = seen.failed(Trouble.of(source.name(), e, secrets, parts().now()));
        }

        /** The step is over. */
        public void end() {
            note(account, seen);
        }
    }

    /** Begins a step that reads an account. */
    public Step step(AccountId account) {
        return new Step(account);
    }

    /** A post came by itself. */
    public void heard(AccountId account) {
        note(account, Observed.NOTHING.withPost(parts().now()));
    }

    /** A reply was taken by the network. */
    public void spoke(AccountId account) {
        note(account, Observed.NOTHING.fine(Trouble.SENDING, parts().now()));
    }

    /**
     * A reply could not be sent, and the account is why.
     *
     * @param account who should have spoken
     * @param kind what the error means
     * @param code the network's own code
     * @param help where a person can help
     * @param wait how long it will be so at least
     */
    public void mute(AccountId account, FailureKind kind, String code, Optional<URI> help, Duration wait) {
        Instant now = parts().now();
        List<String> secrets = parts().secrets().asked(account);
        Trouble trouble =
                Trouble.of(Trouble.SENDING, kind, code, help, secrets, now).until(now.plus(wait));
        note(account, Observed.NOTHING.failed(trouble));
    }

    /** An adapter could not name its sources, so none of its accounts could be read. */
    public void unlisted(NetworkId network) {
        Instant now = parts().now();
        known().stream()
                .filter(account -> account.network().equals(network))
                .forEach(account -> note(account, Observed.NOTHING.withListed(now)));
    }

    /** Ends a step of polling: accounts that used to be read and are not even listed any more fall silent one day. */
    public void polled(Set<AccountId> listed) {
        Instant now = parts().now();
        if (!isCheckDue(now)) {
            return;
        }
        for (AccountId account : known()) {
            Optional<StoredHealth> written = line(account).written();
            if (!listed.contains(account) && written.isPresent()) {
                idle(written.get(), now)
                        .ifPresent(since ->
                                note(account, Observed.NOTHING.withIdle(since).withListed(now)));
            }
        }
    }

    private synchronized boolean isCheckDue(Instant now) {
        firstStep = firstStep == null ? now : firstStep;
        if (lastCheck != null && Duration.between(lastCheck, now).compareTo(CHECK) < 0) {
            return false;
        }
        lastCheck = now;
        return true;
    }

    private synchronized Optional<Instant> idle(StoredHealth written, Instant now) {
        Duration silence = parts().limits().silence();
        return written.lastRead()
                .map(read -> firstStep != null && firstStep.isAfter(read) ? firstStep : read)
                .filter(since -> Duration.between(since, now).compareTo(silence) >= 0)
                .filter(since -> written.finding(silence).equals(StoredHealth.Finding.WELL));
    }

    /** The accounts that this desk reads or speaks through, also those of the nodes and runs before it. */
    private Set<AccountId> known() {
        if (lines.isEmpty()) {
            records.all().forEach((account, stored) -> {
                if (isPolled(account.network())) {
                    line(account).learn(stored);
                }
            });
        }
        return lines.keySet().stream()
                .filter(account -> isPolled(account.network()))
                .collect(Collectors.toSet());
    }

    private boolean isPolled(NetworkId network) {
        return parts().adapter(network)
                .filter(adapter -> adapter.capabilities().contains(Capability.POLL))
                .isPresent();
    }

    private Line line(AccountId account) {
        return lines.computeIfAbsent(account, fresh -> new Line(parts().limits().silence()));
    }

    private void note(AccountId account, Observed seen) {
        Line line = line(account);
        Observed due = line.add(seen, parts().now());
        if (due.isNothing()) {
            return;
        }
        try {
            line.learn(sessions.run(Actor.system(), session -> records.write(session, account, due)));
        } catch (RuntimeException e) {
            line.putBack(due);
            log.warn("The health of {} could not be written down; it is written with the next news.", account, e);
        }
    }
}
