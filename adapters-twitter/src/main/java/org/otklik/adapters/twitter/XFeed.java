package org.otklik.adapters.twitter;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.otklik.adapters.watch.PlannedSource;
import org.otklik.spi.SourceId;

/**
 * A search or the mentions of an account, as it is read; immutable.
 *
 * @param source its name for the desk
 * @param path where it is read
 * @param query what is asked beside fields and pages
 * @param matched the query that explains its posts
 * @param every how often it is read
 * @param least the smallest page that X gives
 * @param owned whether X counts its posts as owned ones
 */
record XFeed(
        SourceId source,
        String path,
        Map<String, String> query,
        Optional<String> matched,
        Duration every,
        int least,
        boolean owned) {

    private static final int LEAST_OF_SEARCH = 10;
    private static final int LEAST_OF_MENTIONS = 5;

    static XFeed search(SourceId source, String query, Optional<String> matched, Duration every) {
        return new XFeed(
                source, "/2/tweets/search/recent", Map.of("query", query), matched, every, LEAST_OF_SEARCH, false);
    }

    static XFeed mentions(SourceId source, String userId, Duration every) {
        return new XFeed(
                source, "/2/users/" + userId + "/mentions", Map.of(), Optional.empty(), every, LEAST_OF_MENTIONS, true);
    }

    /** Only recent search refuses beginnings that are older than a week. */
    boolean isSearch() {
        return !owned;
    }

    String tokenName() {
        return isSearch() ? "next_token" : "pagination_token";
    }

    PlannedSource planned() {
        return new PlannedSource(source, every, 1);
    }
}
