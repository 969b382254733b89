package org.otklik.spi;

import java.util.List;
import org.otklik.post.NetworkId;

/**
 * What is watched at the moment: pages and queries; immutable.
 *
 * @param pages in the host's order
 * @param queries in the host's order
 */
public record WatchList(List<WatchedPage> pages, List<WatchedQuery> queries) {

    /** Nothing to watch. */
    public static final WatchList NOTHING = new WatchList(List.of(), List.of());

    /** Copies the lists. */
    public WatchList {
        pages = List.copyOf(pages);
        queries = List.copyOf(queries);
    }

    /**
     * Returns what concerns one network.
     *
     * @param network which
     * @return pages of the network and queries for it
     */
    public WatchList in(NetworkId network) {
        return new WatchList(
                pages.stream().filter(page -> page.network().equals(network)).toList(),
                queries.stream().filter(query -> query.isFor(network)).toList());
    }
}
