package org.otklik.internal.region;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.otklik.id.PlaceId;
import org.otklik.post.NetworkId;
import org.otklik.spi.SearchExpression;
import org.otklik.spi.WatchedPage;
import org.otklik.spi.WatchedQuery;

/** Reads {@code sources.csv} and {@code queries.json}: what is watched and what is searched for. */
final class SourcesFile {

    static final String PAGES = "sources.csv";
    static final String QUERIES = "queries.json";

    private SourcesFile() {}

    static FileContent<WatchedPage> pages(PackFiles files) {
        return FileContent.of(
                files.table(PAGES, "network", "page", "place"),
                SourcesFile::page,
                page -> page.network() + ":" + page.page(),
                "page");
    }

    static FileContent<WatchedQuery> queries(PackFiles files) {
        return FileContent.of(files.list(QUERIES, "queries"), SourcesFile::query, WatchedQuery::id, "query");
    }

    private static Optional<WatchedPage> page(Entry entry) {
        Optional<NetworkId> network = entry.needed("network", NetworkId::of, "value.network");
        String page = entry.required("page");
        Optional<PlaceId> place = entry.optional("place", PlaceId::of, "value.id");
        return entry.build(() -> new WatchedPage(network.orElseThrow(), page, place));
    }

    private static Optional<WatchedQuery> query(Entry entry) {
        String id = entry.required("id");
        Set<NetworkId> networks = new HashSet<>(entry.list("networks", NetworkId::of, "value.network"));
        Optional<SearchExpression> expression = entry.needed("text", SearchExpression::parse, "value.search");
        return entry.build(() -> new WatchedQuery(id, networks, expression.orElseThrow()));
    }
}
