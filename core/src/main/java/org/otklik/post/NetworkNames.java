package org.otklik.post;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a region calls networks, where it has something to say about their names; immutable and thread-safe. */
public final class NetworkNames {

    private static final NetworkNames NONE = new NetworkNames(Map.of());

    private final Map<NetworkId, NetworkName> names;

    private NetworkNames(Map<NetworkId, NetworkName> names) {
        this.names = Map.copyOf(names);
    }

    /**
     * Returns names for no network: all are called as usual.
     *
     * @return no names
     */
    public static NetworkNames none() {
        return NONE;
    }

    /**
     * Returns these names.
     *
     * @param names at most one for a network
     * @return the names
     * @throws IllegalStateException if a network has two
     */
    public static NetworkNames of(List<NetworkName> names) {
        return new NetworkNames(names.stream().collect(Collectors.toMap(NetworkName::network, Function.identity())));
    }

    /**
     * Looks a network up.
     *
     * @param network a network
     * @return its name, if the region gives it one
     */
    public Optional<NetworkName> find(NetworkId network) {
        return Optional.ofNullable(names.get(network));
    }
}
