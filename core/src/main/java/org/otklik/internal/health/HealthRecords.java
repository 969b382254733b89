package org.otklik.internal.health;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.otklik.HealthState;
import org.otklik.access.Actor;
import org.otklik.access.Role;
import org.otklik.internal.health.StoredHealth.Finding;
import org.otklik.internal.unit.Session;
import org.otklik.internal.unit.Sessions;
import org.otklik.post.AccountId;
import org.otklik.spi.storage.StaleVersionException;
import org.otklik.spi.storage.StateStore;
import org.otklik.spi.storage.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads and writes the health of accounts, and tells people what changed; of several nodes just one tells. */
final class HealthRecords {

    private static final Logger log = LoggerFactory.getLogger(HealthRecords.class);
    private static final String SCOPE = "health";

    private final Sessions sessions;

    HealthRecords(Sessions sessions) {
        this.sessions = sessions;
    }

    Map<AccountId, StoredHealth> all() {
        return sessions.run(Actor.system(), this::all);
    }

    Map<AccountId, StoredHealth> all(Session session) {
        Map<AccountId, StoredHealth> all = new HashMap<>();
        session.stores()
                .state()
                .readAll(SCOPE)
                .forEach((account, text) ->
                        parse(account, text).ifPresent(stored -> all.put(AccountId.parse(account), stored)));
        return all;
    }

    /** What cannot be read is found out anew: health is what was met lately. */
    private Optional<StoredHealth> parse(String account, String text) {
        try {
            return Optional.of(sessions.parts().json().read(text, StoredHealth.class));
        } catch (StorageException e) {
            log.warn("The stored health of {} cannot be read; it is gathered anew.", account, e);
            return Optional.empty();
        }
    }

    StoredHealth write(Session session, AccountId account, Observed seen) {
        StateStore state = session.stores().state();
        Optional<String> before = state.read(SCOPE, account.toString());
        StoredHealth known = before.flatMap(text -> parse(account.toString(), text))
                .orElseGet(() -> StoredHealth.unknown(session.now()));
        StoredHealth met = known.after(seen);
        Finding finding = met.finding(session.parts().limits().silence());
        StoredHealth next = met.told(finding, session.now());
        String text = session.parts().json().write(next);
        if (!state.compareAndSet(SCOPE, account.toString(), before, text)) {
            throw new StaleVersionException("the health of " + account, 0);
        }
        if (finding.state() != known.told()) {
            tell(session, account, finding, known.told());
        }
        return next;
    }

    private static void tell(Session session, AccountId account, Finding finding, HealthState before) {
        String code = switch (finding.state()) {
            case OK -> "ACCOUNT_RECOVERED";
            case SILENT -> "ACCOUNT_SILENT";
            default -> "ACCOUNT_UNHEALTHY";
        };
        String detail = finding.trouble()
                .map(trouble -> trouble.kind().map(Enum::name).orElse(trouble.code()))
                .orElse(finding.state() == HealthState.OK ? before.name() : finding.code());
        session.tell(code, account.toString(), detail, Set.of(Role.COORDINATOR, Role.PUBLISHER), Optional.empty());
    }
}
