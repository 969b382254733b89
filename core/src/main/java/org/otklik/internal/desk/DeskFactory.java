package org.otklik.internal.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.otklik.DeskBuilder;
import org.otklik.DeskException;
import org.otklik.IncidentDesk;
import org.otklik.access.Actor;
import org.otklik.id.BodyId;
import org.otklik.internal.unit.DeskParts;
import org.otklik.internal.unit.Sessions;
import org.otklik.post.NetworkId;
import org.otklik.spi.Capability;
import org.otklik.spi.NetworkAdapter;
import org.otklik.spi.OwnReplyFinder;
import org.otklik.spi.WebhookDecoder;

/** Opens desks: checks that the parts fit together, lends adapters their context, rebuilds the index. */
public final class DeskFactory {

    private DeskFactory() {}

    /**
     * Opens a desk.
     *
     * @param builder as the host filled it
     * @return the desk
     * @throws DeskException naming all mistakes at once
     */
    public static IncidentDesk open(DeskBuilder builder) {
        List<String> mistakes = adapterMistakes(builder.networks());
        DeskParts parts = new DeskParts(builder);
        Sessions sessions = new Sessions(parts);
        mistakes.addAll(absentBodies(sessions));
        if (!mistakes.isEmpty()) {
            throw new DeskException(mistakes);
        }
        parts.adapters().forEach(adapter -> adapter.attach(new DeskAdapterContext(sessions)));
        DefaultDesk desk = new DefaultDesk(sessions);
        desk.follower().rebuild();
        return desk;
    }

    private static List<String> adapterMistakes(List<NetworkAdapter> adapters) {
        List<String> mistakes = new ArrayList<>();
        Set<NetworkId> seen = new HashSet<>();
        for (NetworkAdapter adapter : adapters) {
            if (!seen.add(adapter.network())) {
                mistakes.add("Two adapters were given for the network " + adapter.network() + "; give one.");
            }
            checkAbility(adapter, Capability.READ_BACK, OwnReplyFinder.class, mistakes);
            checkAbility(adapter, Capability.WEBHOOK, WebhookDecoder.class, mistakes);
        }
        return mistakes;
    }

    private static void checkAbility(
            NetworkAdapter adapter, Capability capability, Class<?> ability, List<String> mistakes) {
        if (adapter.capabilities().contains(capability) && !ability.isInstance(adapter)) {
            mistakes.add("The adapter of " + adapter.network() + " declares " + capability + " but is no "
                    + ability.getSimpleName() + "; implement it or do not declare it.");
        }
    }

    /** A pack that lost a body would leave its incidents with nobody. */
    private static List<String> absentBodies(Sessions sessions) {
        Set<BodyId> named = sessions.run(
                Actor.system(), session -> session.stores().incidents().openBodies());
        return named.stream()
                .filter(body -> sessions.parts().region().bodies().find(body).isEmpty())
                .sorted()
                .map(body -> "Open incidents name the body " + body + ", which the region pack "
                        + sessions.parts().region().version() + " does not have; add it, with an end of validity.")
                .toList();
    }
}
