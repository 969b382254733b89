package org.otklik.internal.publish;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.otklik.Publishing;
import org.otklik.access.AccessRequest;
import org.otklik.access.Actor;
import org.otklik.access.Operation;
import org.otklik.access.RefusalCode;
import org.otklik.access.Result;
import org.otklik.internal.unit.Session;
import org.otklik.internal.unit.Sessions;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;
import org.otklik.route.OfficialAccount;

/** The switches of publishing, kept in the storage so that every node obeys them before its next send. */
public final class Switches implements Publishing {

    private static final String SCOPE = "publishing";
    private static final String DESK = "desk";
    private static final String NETWORK = "network:";
    private static final String ACCOUNT = "account:";
    private static final String ON = "on";
    private static final String STOPPED = "stopped";

    private final Sessions sessions;

    /** Creates the service. */
    public Switches(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Result<State> enable(Actor actor) {
        return write(actor, DESK, ON);
    }

    @Override
    public Result<State> stop(Actor actor) {
        return write(actor, DESK, STOPPED);
    }

    @Override
    public Result<State> stop(Actor actor, NetworkId network, boolean stopped) {
        return write(actor, NETWORK + network, stopped ? STOPPED : ON);
    }

    @Override
    public Result<State> stop(Actor actor, AccountId account, boolean stopped) {
        return write(actor, ACCOUNT + account, stopped ? STOPPED : ON);
    }

    private Result<State> write(Actor actor, String key, String value) {
        AccessRequest request = new AccessRequest(actor, Operation.SWITCH_PUBLISHING, Set.of());
        if (!sessions.parts().authorizer().permits(request)) {
            return Result.refused(RefusalCode.NOT_PERMITTED, Operation.SWITCH_PUBLISHING);
        }
        return sessions.run(actor, session -> {
            session.stores().state().write(SCOPE, key, value);
            return Result.done(read(session));
        });
    }

    @Override
    public Result<Integer> restored(Actor actor) {
        return stop(actor).map(stopped -> new Restoration(sessions).doubtAll());
    }

    @Override
    public State state() {
        return sessions.run(Actor.system(), Switches::read);
    }

    static State read(Session session) {
        Map<String, String> all = session.stores().state().readAll(SCOPE);
        return new State(
                ON.equals(all.get(DESK)),
                stopped(all, NETWORK).stream().map(NetworkId::of).collect(Collectors.toSet()),
                stopped(all, ACCOUNT).stream().map(AccountId::parse).collect(Collectors.toSet()));
    }

    private static Set<String> stopped(Map<String, String> all, String prefix) {
        return all.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix) && STOPPED.equals(entry.getValue()))
                .map(entry -> entry.getKey().substring(prefix.length()))
                .collect(Collectors.toSet());
    }

    /** Lists the accounts that must not speak now. */
    static Set<AccountId> silenced(Session session, State state) {
        Set<AccountId> silenced = new HashSet<>(state.accounts());
        session.parts().region().accounts().all().stream()
                .map(OfficialAccount::account)
                .filter(account -> state.networks().contains(account.network()))
                .forEach(silenced::add);
        return silenced;
    }
}
