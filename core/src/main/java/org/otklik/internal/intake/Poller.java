package org.otklik.internal.intake;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.PollReport.Failure;
import org.otklik.internal.health.AccountWatch;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.Sessions;
import org.otklik.post.AccountId;
import org.otklik.spi.AdapterException;
import org.otklik.spi.Capability;
import org.otklik.spi.FailureKind;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.SourceId;
import org.otklik.spi.storage.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads some pages of every source, account by account; a source, account or network that fails fails alone. */
public final class Poller {

    private static final Logger log = LoggerFactory.getLogger(Poller.class);

    private final Sessions sessions;
    private final SourceReader reader;
    private final AccountWatch watch;

    /** Creates the poller of a desk. */
    public Poller(Sessions sessions, Intake intake, AccountWatch watch) {
        this.sessions = sessions;
        this.reader = new SourceReader(sessions, intake);
        this.watch = watch;
    }

    private DeskParts parts() {
        return sessions.parts();
    }

    /** Reads every source of every account that no other node is reading. */
    public CaptureCount poll(List<Failure> failures) {
        CaptureCount count = CaptureCount.NONE;
        Set<AccountId> listed = new HashSet<>();
        for (NetworkAdapter adapter : parts().adapters()) {
            if (adapter.capabilities().contains(Capability.POLL)) {
                Map<AccountId, List<SourceId>> accounts = sources(adapter, failures);
                listed.addAll(accounts.keySet());
                for (Map.Entry<AccountId, List<SourceId>> account : accounts.entrySet()) {
                    count = count.plus(poll(adapter, account.getKey(), account.getValue(), failures));
                }
            }
        }
        watch.polled(listed);
        return count;
    }

    private Map<AccountId, List<SourceId>> sources(NetworkAdapter adapter, List<Failure> failures) {
        try {
            return adapter.sources().stream()
                    .collect(Collectors.groupingBy(SourceId::account, LinkedHashMap::new, Collectors.toList()));
        } catch (RuntimeException e) {
            log.warn("The adapter of {} cannot name its sources; the other networks go on.", adapter.network(), e);
            failures.add(new Failure(adapter.network().code(), code(e)));
            watch.unlisted(adapter.network());
            return Map.of();
        }
    }

    private CaptureCount poll(
            NetworkAdapter adapter, AccountId account, List<SourceId> sources, List<Failure> failures) {
        PollLease lease = new PollLease(sessions, account);
        AccountWatch.Step step = watch.step(account);
        CaptureCount count = CaptureCount.NONE;
        try {
            for (SourceId source : sources) {
                if (!lease.holds()) {
                    break;
                }
                count = count.plus(poll(adapter, source, step, failures));
            }
        } catch (RuntimeException e) {
            log.warn("Reading {} was broken off; it goes on in the next step.", account, e);
            failures.add(new Failure(account.toString(), code(e)));
        } finally {
            release(lease, account);
        }
        step.end();
        return count;
    }

    private static void release(PollLease lease, AccountId account) {
        try {
            lease.release();
        } catch (RuntimeException e) {
            log.warn("The lease of {} could not be given back; it ends by itself.", account, e);
        }
    }

    private CaptureCount poll(NetworkAdapter adapter, SourceId source, AccountWatch.Step step, List<Failure> failures) {
        try {
            CaptureCount count = reader.read(adapter, source, failures);
            step.read(source, count.captured() > 0);
            return count;
        } catch (RuntimeException e) {
            tell(source, e);
            failures.add(new Failure(source.toString(), code(e)));
            if (!(e instanceof StorageException)) {
                step.failed(source, e);
            }
            return CaptureCount.NONE;
        }
    }

    /** A limit with a wait is how networks and budgets work, not a fault. */
    private static void tell(SourceId source, RuntimeException e) {
        if (e instanceof AdapterException limit
                && limit.kind() == FailureKind.RATE_LIMIT
                && limit.retryAfter().isPresent()) {
            log.info(
                    "{} rests for {}; it is read again from the same place.",
                    source,
                    limit.retryAfter().get());
        } else {
            log.warn("Reading {} failed; it is read again from the same place in the next step.", source, e);
        }
    }

    private static String code(RuntimeException e) {
        return e instanceof AdapterException failure
                ? failure.kind().name()
                : e.getClass().getSimpleName();
    }
}
