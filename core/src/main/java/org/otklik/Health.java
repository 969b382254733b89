package org.otklik;

import java.util.List;
import org.otklik.access.Actor;
import org.otklik.access.Result;
import org.otklik.spi.QueryYield;

/**
 * Whether the desk hears and is heard, by networks and by its own people; thread-safe. Shared by all nodes and kept over restarts.
 *
 * <p>A state that changes is told to coordinators and publishers once: {@code ACCOUNT_UNHEALTHY}, {@code ACCOUNT_SILENT},
 * {@code ACCOUNT_RECOVERED}. Nothing needs a restart: secrets are asked for at every use, and what failed is tried again.
 */
public interface Health {

    /**
     * Tells how each account is that the desk read or spoke through within the last thirty days.
     *
     * @param actor who asks
     * @return worst first, then by name, at most a minute old; or refused
     */
    Result<List<AccountHealth>> accounts(Actor actor);

    /**
     * Tells whether people hear what they should.
     *
     * @param actor who asks
     * @return counts of notices that are kept; or refused
     */
    Result<NoticeHealth> notices(Actor actor);

    /**
     * Lets notices that the notifier refused too often be told again, after what stood in the way was mended.
     *
     * @param actor who asks
     * @return how many there were; or refused
     */
    Result<Integer> tellAgain(Actor actor);

    /**
     * Tells what queries bring, as the adapters of this node counted it.
     *
     * @param actor who asks
     * @return by query, then by network; or refused
     */
    Result<List<QueryYield>> queries(Actor actor);
}
