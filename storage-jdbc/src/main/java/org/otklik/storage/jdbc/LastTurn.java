package org.otklik.storage.jdbc;

import java.sql.SQLException;
import java.util.List;

/** The last turn of a transaction of PostgreSQL that has begun nothing yet; for one thread. */
final class LastTurn implements JointCommits.Way {

    private final Session session;
    private final Pending own;

    LastTurn(Session session, Pending own) {
        this.session = session;
        this.own = own;
    }

    @Override
    public void alone() {
        session.sendWhole(own.inOrder());
    }

    @Override
    public Outcome together(List<Pending> all) {
        return session.sendTogether(Pending.joined(all).inOrder());
    }

    @Override
    public void unknown(SQLException cause) {
        throw session.unknown(cause);
    }
}
