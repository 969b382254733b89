package org.otklik.spi;

import java.util.Objects;
import java.util.Optional;
import org.otklik.id.PlaceId;
import org.otklik.post.NetworkId;

/**
 * A page, group or channel that is read for posts; immutable.
 *
 * @param network where it is
 * @param page the network's own id of the page
 * @param place what the page speaks for, so that a post without a place can be placed by its page
 */
public record WatchedPage(NetworkId network, String page, Optional<PlaceId> place) {

    /** Checks the parts. */
    public WatchedPage {
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(place, "place");
        if (page.isBlank()) {
            throw new IllegalArgumentException("A watched page of network " + network + " needs an id.");
        }
    }
}
