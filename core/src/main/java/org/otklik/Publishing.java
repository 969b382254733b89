package org.otklik;

import java.util.Set;
import org.otklik.access.Actor;
import org.otklik.access.Result;
import org.otklik.post.AccountId;
import org.otklik.post.NetworkId;

/**
 * The switches of publishing, shared by all nodes; thread-safe. Off until enabled; a stop works before the next send.
 */
public interface Publishing {

    /**
     * Lets approved replies go out.
     *
     * @param actor who enables it
     * @return what is stopped now, or refused
     */
    Result<State> enable(Actor actor);

    /**
     * Stops everything.
     *
     * @param actor who stops it
     * @return what is stopped now, or refused
     */
    Result<State> stop(Actor actor);

    /**
     * Stops or resumes a network.
     *
     * @param actor who asks
     * @param network which
     * @param stopped true to stop it
     * @return what is stopped now, or refused
     */
    Result<State> stop(Actor actor, NetworkId network, boolean stopped);

    /**
     * Stops or resumes an account.
     *
     * @param actor who asks
     * @param account which
     * @param stopped true to stop it
     * @return what is stopped now, or refused
     */
    Result<State> stop(Actor actor, AccountId account, boolean stopped);

    /**
     * Says that the database was restored from a backup, before anything is sent from it: each reply on its way may have
     * been sent after the backup was made, so its outcome is unknown, and it is looked for in the network before it is
     * sent again, or waits for a person where it cannot be looked for. So is, before its first sending, what is approved
     * from now on in words that were written before, since it may have been approved and sent after the backup. What a
     * node still holds in the backup follows when its lease has run out, and is not counted, nor is what is approved
     * again. Publishing is stopped, until it is enabled again.
     *
     * @param actor who restored it
     * @return how many replies are looked for, or refused
     */
    Result<Integer> restored(Actor actor);

    /**
     * Tells what is stopped.
     *
     * @return the switches
     */
    State state();

    /**
     * What may go out; immutable.
     *
     * @param enabled whether anything may
     * @param networks stopped networks
     * @param accounts stopped accounts
     */
    record State(boolean enabled, Set<NetworkId> networks, Set<AccountId> accounts) {

        /** Copies the sets. */
        public State {
            networks = Set.copyOf(networks);
            accounts = Set.copyOf(accounts);
        }
    }
}
