package org.otklik.internal.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.AccountHealth;
import org.otklik.AccountHealth.Cause;
import org.otklik.Health;
import org.otklik.HealthState;
import org.otklik.NoticeHealth;
import org.otklik.access.AccessRequest;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.internal.health.StoredHealth.Finding;
import org.otklik.internal.unit.Session;
import org.otklik.internal.unit.Sessions;
import org.otklik.post.AccountId;
import org.otklik.reply.PublicationState;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.QueryYield;
import org.otklik.spi.SourceId;
import org.otklik.spi.storage.NoticeCount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows how accounts are and what queries bring. */
public final class DefaultHealth implements Health {

    private static final Logger log = LoggerFactory.getLogger(DefaultHealth.class);
    private static final Duration SHOWN = Duration.ofDays(30);
    private static final Set<PublicationState> WAITING =
            EnumSet.of(PublicationState.READY, PublicationState.RETRY, PublicationState.UNKNOWN);
    private static final Comparator<AccountHealth> WORST_FIRST = Comparator.comparing(AccountHealth::state)
            .reversed()
            .thenComparing(health -> health.account().toString());

    private final Sessions sessions;
    private final HealthRecords records;

    /** Creates the service. */
    public DefaultHealth(Sessions sessions) {
        this.sessions = sessions;
        this.records = new HealthRecords(sessions);
    }

    @Override
    public Result<List<AccountHealth>> accounts(Actor actor) {
        return permits(actor) ? Result.done(sessions.run(actor, this::accounts)) : refused();
    }

    private boolean permits(Actor actor) {
        return sessions.parts().authorizer().permits(new AccessRequest(actor, Operation.VIEW_HEALTH, Set.of()));
    }

    private static <T> Result<T> refused() {
        return Result.refused(RefusalCode.NOT_PERMITTED, Operation.VIEW_HEALTH);
    }

    private List<AccountHealth> accounts(Session session) {
        Instant oldest = session.now().minus(SHOWN);
        Map<AccountId, Long> waiting = session.stores().outbox().countByAccount(WAITING);
        List<AccountHealth> all = new ArrayList<>();
        records.all(session).forEach((account, stored) -> {
            if (stored.writtenAt().isAfter(oldest)) {
                all.add(health(account, stored, waiting.getOrDefault(account, 0L)));
            }
        });
        return all.stream().sorted(WORST_FIRST).toList();
    }

    private AccountHealth health(AccountId account, StoredHealth stored, long waiting) {
        Finding finding = stored.finding(sessions.parts().limits().silence());
        Optional<Cause> cause =
                finding.state() == HealthState.OK ? Optional.empty() : Optional.of(cause(account, finding));
        return new AccountHealth(
                account, finding.state(), stored.since(), cause, stored.lastRead(), stored.lastPost(), waiting);
    }

    private static Cause cause(AccountId account, Finding finding) {
        return finding.trouble()
                .map(trouble -> new Cause(
                        source(account, trouble), trouble.kind(), trouble.code(), trouble.help(), trouble.secrets()))
                .orElseGet(() ->
                        new Cause(Optional.empty(), Optional.empty(), finding.code(), Optional.empty(), List.of()));
    }

    private static Optional<SourceId> source(AccountId account, Trouble trouble) {
        return trouble.isSending() ? Optional.empty() : Optional.of(new SourceId(account, trouble.source()));
    }

    @Override
    public Result<NoticeHealth> notices(Actor actor) {
        return permits(actor) ? Result.done(sessions.run(actor, DefaultHealth::notices)) : refused();
    }

    private static NoticeHealth notices(Session session) {
        NoticeCount count = session.stores().notices().count();
        return new NoticeHealth(count.waiting(), count.held(), count.oldest());
    }

    @Override
    public Result<Integer> tellAgain(Actor actor) {
        if (!sessions.parts().authorizer().permits(new AccessRequest(actor, Operation.TELL_AGAIN, Set.of()))) {
            return Result.refused(RefusalCode.NOT_PERMITTED, Operation.TELL_AGAIN);
        }
        return Result.done(
                sessions.run(actor, session -> session.stores().notices().release(session.now())));
    }

    @Override
    public Result<List<QueryYield>> queries(Actor actor) {
        return permits(actor) ? Result.done(yields()) : refused();
    }

    private List<QueryYield> yields() {
        List<QueryYield> all = new ArrayList<>();
        for (NetworkAdapter adapter : sessions.parts().adapters()) {
            try {
                all.addAll(adapter.yields());
            } catch (RuntimeException e) {
                log.warn("The adapter of {} cannot tell what its queries bring.", adapter.network(), e);
            }
        }
        return all.stream()
                .sorted(Comparator.comparing(QueryYield::query)
                        .thenComparing(found -> found.network().code()))
                .toList();
    }
}
